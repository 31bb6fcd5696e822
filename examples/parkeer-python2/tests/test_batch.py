import os
import sys
import unittest

import hulp
import parkeerbatch
from parkeer import rdw

INVOER = [os.path.join(hulp.DATA, naam)
          for naam in ('parkeer.ini', 'aanvragen.csv', 'bewoners.txt')]


class BatchTest(hulp.MapTest):
    def setUp(self):
        hulp.MapTest.setUp(self)
        sys.stdout = hulp.Uitvanger()
        sys.stderr = hulp.Uitvanger()

    def verwacht(self, naam):
        self.assertEqual(hulp.lees(self.pad(naam)),
                         hulp.lees(os.path.join(hulp.VERWACHT, naam)))

    def test_volledige_run(self):
        self.assertEqual(
            parkeerbatch.main(['-j', '-u', self.map] + INVOER), 4)
        self.verwacht('incasso.txt')
        self.verwacht('verslag.txt')
        self.assertEqual(sys.stdout.tekst(), '9 vergunningen, 7 fouten\n')
        sys.stdin = hulp.Uitvanger(['j'])
        self.assertEqual(parkeerbatch.main(['-u', self.map] + INVOER), 4)
        self.assertTrue('0 vergunningen, 7 fouten' in sys.stdout.tekst())
        self.assertEqual(parkeerbatch.main(['-n', '-u', self.map] + INVOER), 0)
        self.assertTrue('geen vergunningen' in sys.stdout.tekst())

    def test_gebruik(self):
        self.assertEqual(parkeerbatch.main([]), 2)
        self.assertTrue('gebruik: parkeerbatch.py' in sys.stderr.tekst())

    def test_onbekende_optie(self):
        self.assertEqual(parkeerbatch.main(['-z']), 2)

    def test_instellingen_ontbreken(self):
        namen = [self.pad('weg.ini')] + INVOER[1:]
        self.assertEqual(parkeerbatch.main(['-j', '-u', self.map] + namen), 1)
        self.assertEqual(sys.stderr.tekst(),
                         'FOUT: geen instellingen: %s\n' % namen[0])

    def test_bestand_ontbreekt(self):
        namen = INVOER[:2] + [self.pad('weg.txt')]
        self.assertEqual(parkeerbatch.main(['-j', '-u', self.map] + namen), 1)

    def test_niet_bevestigd(self):
        sys.stdin = hulp.Uitvanger(['nee'])
        self.assertEqual(parkeerbatch.main(['-u', self.map] + INVOER), 3)
        self.assertEqual(sys.stdout.tekst(),
                         '9 vergunningen incasseren? (j/n) afgebroken\n')
        self.assertEqual(os.listdir(self.map), [])

    def test_brandstof_uit_register(self):
        register = rdw.Rdw('', None)
        register.gezien = {'12-AEI-3': 'E'}
        vergunningen = [hulp.verg(), hulp.verg(brandstof='G'),
                        hulp.verg('bezoek', kenteken='')]
        parkeerbatch.vul_brandstof(register, vergunningen)
        self.assertEqual([verg.brandstof for verg in vergunningen],
                         ['E', 'G', '?'])

    def test_register_doet_het_niet(self):
        def stuk(url):
            raise rdw.RdwFout('plat')
        verg = hulp.verg()
        parkeerbatch.vul_brandstof(rdw.Rdw('', stuk), [verg])
        self.assertEqual(verg.brandstof, '?')
        self.assertEqual(sys.stderr.tekst(), 'rdw: plat\n')


if __name__ == '__main__':
    unittest.main()
