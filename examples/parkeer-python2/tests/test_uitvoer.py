import datetime
import os
import stat
import unittest

import hulp
from parkeer import instellingen, uitvoer


class UitvoerTest(hulp.MapTest):
    def geheel(self, vergunningen):
        return uitvoer.regels(instellingen.Instellingen(),
                              datetime.date(2014, 3, 24), 7, vergunningen)

    def test_voorloop(self):
        self.assertEqual(
            self.geheel([])[0].rstrip(),
            'VL0000720140324NL91ABNA0417164300GEMEENTE MEERWIJK PARKEREN')

    def test_post(self):
        regel = self.geheel([hulp.verg(bedrag=10875)])[1]
        self.assertEqual(regel[:34], 'IN00001NL07BANK0323020508000010875')
        self.assertEqual(regel[34:64].rstrip(), 'H. Proefpersoon')
        self.assertEqual(regel[64:].rstrip(), 'PARKEREN 14-0001 12-AEI-3 ZONE A')

    def test_nulbedrag_gaat_niet_mee(self):
        self.assertEqual(len(self.geheel([hulp.verg(bedrag=0)])), 2)

    def test_sluit_telt_rekeningen(self):
        regel = self.geheel([hulp.verg(bedrag=100), hulp.verg(bedrag=250)])[-1]
        self.assertEqual(regel.rstrip(), 'SL00002000000003500646041016')

    def test_alle_regels_even_lang(self):
        vergunningen = [hulp.verg(bedrag=5, naam='N' * 60),
                        hulp.verg('bezoek', bedrag=5, kenteken='')]
        self.assertEqual(set(map(len, self.geheel(vergunningen))),
                         set([uitvoer.BREEDTE]))

    def test_schrijf(self):
        pad = self.pad('incasso.txt')
        uitvoer.schrijf(pad, self.geheel([hulp.verg(bedrag=100)]))
        inhoud = hulp.lees(pad)
        self.assertEqual(len(inhoud), 3 * 102)
        self.assertTrue(inhoud.endswith(b' \r\n'))
        self.assertEqual(stat.S_IMODE(os.stat(pad).st_mode), 416)

    def test_schrijf_weigert_verkeerde_breedte(self):
        self.assertRaises(uitvoer.UitvoerFout, uitvoer.schrijf,
                          self.pad('incasso.txt'), ['te kort'])
        self.assertFalse(os.path.exists(self.pad('incasso.txt')))

    def test_maak_map(self):
        pad = os.path.join(self.map, 'a', 'b')
        uitvoer.maak_map(pad)
        uitvoer.maak_map(pad)
        self.assertTrue(os.path.isdir(pad))


if __name__ == '__main__':
    unittest.main()
