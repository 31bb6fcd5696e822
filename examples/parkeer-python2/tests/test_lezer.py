import os
import unittest

import hulp
from parkeer import controle, lezer

KOP = b'nummer;soort;bsn;kenteken;zone;ingang;einde;volgnr;iban;brandstof\n'


class LezerTest(hulp.MapTest):
    def test_bewoners_uit_latin1(self):
        bewoners = lezer.lees_bewoners(os.path.join(hulp.DATA, 'bewoners.txt'))
        self.assertEqual(len(bewoners), 12)
        self.assertEqual(bewoners['999963417'].naam,
                         b'Zo\xc3\xab Lindegroen'.decode('utf-8'))
        self.assertEqual(bewoners['999963417'].geboren.year, 1979)

    def test_onbekende_geboortedatum(self):
        bewoners = lezer.lees_bewoners(os.path.join(hulp.DATA, 'bewoners.txt'))
        self.assertEqual(bewoners['999943583'].geboren, None)

    def test_afgekapte_regel_wordt_overgeslagen(self):
        bewoners = lezer.lees_bewoners(os.path.join(hulp.DATA, 'bewoners.txt'))
        self.assertFalse('999960994' in bewoners)

    def test_commentaar_en_lege_regels(self):
        pad = self.pad('a.csv', KOP + b'\n# niets\n14-1;bewoner;999990019;'
                       b'12-AEI-3;A;01-04-14;31-03-15;1;;\n')
        rijen = lezer.lees_rijen(pad)
        self.assertEqual([rij['nummer'] for rij in rijen], ['14-1'])

    def test_ontbrekende_kolom(self):
        pad = self.pad('a.csv', b'nummer;soort;bsn\n1;bewoner;999990019\n')
        try:
            lezer.lees_rijen(pad)
        except lezer.LeesFout as fout:
            self.assertEqual(str(fout), 'kolommen ontbreken: zone, ingang, einde')
        else:
            self.fail('geen LeesFout')

    def test_leeg_bestand(self):
        self.assertEqual(lezer.lees_rijen(self.pad('a.csv', KOP)), [])

    def test_aanvragen(self):
        bewoners = lezer.lees_bewoners(os.path.join(hulp.DATA, 'bewoners.txt'))
        goed, fouten = lezer.lees_aanvragen(
            os.path.join(hulp.DATA, 'aanvragen.csv'), bewoners)
        self.assertEqual(len(goed), 10)
        self.assertEqual(dict(fouten)['14-0109'],
                         'kenteken onjuist: FOUT-99')
        self.assertEqual([nummer for nummer, tekst in fouten],
                         ['14-0108', '14-0109', '14-0111', '14-0112',
                          '14-0113', '14-0114'])

    def test_onbekende_bewoner(self):
        rij = {'bsn': '999998237', 'soort': 'bewoner', 'nummer': '14-2'}
        self.assertRaises(controle.ControleFout, lezer.maak_vergunning, rij, {})

    def test_standaardwaarden(self):
        rij = {'bsn': '999971864', 'soort': 'bezoek', 'nummer': '14-3',
               'kenteken': '', 'zone': 'A', 'ingang': '01-04-14',
               'einde': '31-03-15', 'iban': 'NL91ABNA0417164300'}
        verg = lezer.maak_vergunning(rij, {'999971864': hulp.bewoner()})
        self.assertEqual((verg.volgnr, verg.brandstof), (1, '?'))
        self.assertEqual(rij['kenteken'], '')


if __name__ == '__main__':
    unittest.main()
