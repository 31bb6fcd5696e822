import os
import sys
import unittest

import hulp
from parkeer.opslag import Opslag


class OpslagTest(hulp.MapTest):
    def test_eerste_keer(self):
        opslag = Opslag(self.pad('stand.pickle'))
        self.assertFalse(opslag.laad())
        self.assertEqual(opslag.volgende(), 1)

    def test_bewaren_en_laden(self):
        opslag = Opslag(self.pad('stand.pickle'))
        opslag.meld([hulp.verg(nummer='14-0001')], opslag.volgende())
        opslag.bewaar()
        ander = Opslag(self.pad('stand.pickle'))
        self.assertTrue(ander.laad())
        self.assertEqual(ander.volgende(), 2)
        self.assertEqual(ander.verwerkt, {'14-0001': 1})
        self.assertEqual(os.listdir(self.map), ['stand.pickle'])

    def test_nieuw_laat_verwerkte_weg(self):
        opslag = Opslag(self.pad('stand.pickle'))
        eerste, tweede = hulp.verg(nummer='1'), hulp.verg(nummer='2')
        opslag.meld([eerste], 1)
        self.assertEqual(opslag.nieuw([eerste, tweede]), [tweede])

    def test_onleesbare_stand(self):
        sys.stdout = hulp.Uitvanger()
        opslag = Opslag(self.pad('stand.pickle', b'geen pickle'))
        self.assertFalse(opslag.laad())
        self.assertTrue('onleesbaar' in sys.stdout.tekst())

    def test_andere_fout_gaat_door(self):
        self.assertRaises(IOError, Opslag(self.map).laad)

    def test_oudste(self):
        opslag = Opslag(self.pad('stand.pickle'))
        self.assertEqual(opslag.oudste(), None)
        opslag.meld([hulp.verg(nummer='1')], 4)
        opslag.meld([hulp.verg(nummer='2')], 3)
        self.assertEqual(opslag.oudste(), 3)


if __name__ == '__main__':
    unittest.main()
