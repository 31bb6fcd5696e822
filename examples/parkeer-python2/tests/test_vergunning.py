import datetime
import unittest

import hulp
from parkeer import vergunning


class VergunningTest(unittest.TestCase):
    def test_soorten(self):
        self.assertEqual(vergunning.soorten(),
                         ['bedrijf', 'bewoner', 'bezoek', 'mantelzorg'])

    def test_maak_kiest_de_klasse(self):
        self.assertTrue(isinstance(hulp.verg('bedrijf'),
                                   vergunning.BedrijfsVergunning))

    def test_onbekende_soort(self):
        self.assertRaises(KeyError, vergunning.maak, 'camper')

    def test_te_veel_op_een_adres(self):
        self.assertTrue(hulp.verg('bewoner', volgnr=2))
        self.assertFalse(hulp.verg('bewoner', volgnr=3))
        self.assertTrue(hulp.verg('bedrijf', volgnr=5))

    def test_maanden(self):
        self.assertEqual(hulp.verg('bewoner').maanden(), 12)
        kort = hulp.verg('mantelzorg')
        kort.einde = datetime.date(2014, 5, 1)
        self.assertEqual(kort.maanden(), 12)

    def test_geldig_op(self):
        verg = hulp.verg()
        self.assertTrue(verg.geldig_op(datetime.date(2015, 3, 31)))
        self.assertFalse(verg.geldig_op(datetime.date(2015, 4, 1)))

    def test_repr_van_bewoner(self):
        self.assertEqual(repr(hulp.bewoner()), '<Bewoner 999971864>')


if __name__ == '__main__':
    unittest.main()
