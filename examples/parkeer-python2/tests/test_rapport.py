import datetime
import unittest

import hulp
from parkeer import rapport


class RapportTest(unittest.TestCase):
    def test_overzicht(self):
        uit = hulp.Uitvanger()
        rapport.schrijf(uit, datetime.date(2014, 3, 17), [
            hulp.verg(nummer='14-0003', zone='B', naam='C', bedrag=900),
            hulp.verg(nummer='14-0002', zone='A', naam='B', bedrag=300),
            hulp.verg(nummer='14-0001', zone='A', naam='A', bedrag=100)],
            [('14-0004', 'zone onjuist')])
        regels = uit.tekst().split('\n')
        self.assertEqual([regel[5:12] for regel in regels[5:8]],
                         ['14-0001', '14-0002', '14-0003'])
        self.assertEqual([regel[:6] for regel in regels[9:11]],
                         ['zone B', 'zone A'])
        self.assertEqual(regels[11],
                         'laagste 1,00, mediaan 3,00, hoogste 9,00')
        self.assertEqual(regels[14].split(), ['14-0004', 'zone', 'onjuist'])

    def test_geen_vergunningen(self):
        uit = hulp.Uitvanger()
        rapport._kengetallen(uit, [])
        self.assertEqual(uit.tekst(), 'geen vergunningen\n')


if __name__ == '__main__':
    unittest.main()
