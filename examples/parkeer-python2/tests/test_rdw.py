import unittest

import hulp
from parkeer import rdw

HTTPError, URLError = hulp.http_fouten()


class Antwoord(object):
    def __init__(self, inhoud):
        self.inhoud = inhoud

    def read(self):
        return self.inhoud


class RdwTest(unittest.TestCase):
    def setUp(self):
        self.gevraagd = []
        self.antwoord = b'kenteken;brandstof\n12-AEI-3;elektrisch\n'

    def openen(self, url):
        self.gevraagd.append(url)
        if isinstance(self.antwoord, Exception):
            raise self.antwoord
        return Antwoord(self.antwoord)

    def maak(self):
        return rdw.Rdw('http://rdw.test/k', self.openen)

    def test_brandstof(self):
        self.assertEqual(self.maak().brandstof('12-AEI-3'), 'E')
        self.assertEqual(self.gevraagd, ['http://rdw.test/k?kenteken=12-AEI-3'])

    def test_tweede_keer_uit_geheugen(self):
        register = self.maak()
        register.brandstof('12-AEI-3')
        self.assertEqual(register.brandstof('12-AEI-3'), 'E')
        self.assertEqual(len(self.gevraagd), 1)

    def test_onbekend_kenteken(self):
        self.antwoord = HTTPError('http://rdw.test/k', 404, 'weg', {}, None)
        self.assertEqual(self.maak().brandstof('12-AEI-3'), '?')

    def test_storing_in_het_register(self):
        self.antwoord = HTTPError('http://rdw.test/k', 500, 'stuk', {}, None)
        self.assertRaises(rdw.RdwFout, self.maak().brandstof, '12-AEI-3')

    def test_niet_bereikbaar(self):
        self.antwoord = URLError('geen verbinding')
        self.assertRaises(rdw.RdwFout, self.maak().brandstof, '12-AEI-3')

    def test_vreemd_antwoord(self):
        self.antwoord = b'onderhoud'
        self.assertRaises(rdw.RdwFout, self.maak().brandstof, '12-AEI-3')


if __name__ == '__main__':
    unittest.main()
