import unittest

import hulp
from parkeer import tekst


class TekstTest(unittest.TestCase):
    def test_accenten_weg(self):
        naam = b'Zo\xc3\xab M\xc3\xb6llenkamp'.decode('utf-8')
        self.assertEqual(tekst.naar_ascii(naam), 'Zoe Mollenkamp')

    def test_onbekend_teken_wordt_vraagteken(self):
        self.assertEqual(tekst.naar_ascii(b'5 \xe2\x82\xac'.decode('utf-8')),
                         '5 ?')

    def test_getal_mag_ook(self):
        self.assertEqual(tekst.naar_ascii(2014), '2014')

    def test_kolom(self):
        self.assertEqual(tekst.kolom('abc', 5), 'abc  ')
        self.assertEqual(tekst.kolom('abcdef', 5), 'abcde')

    def test_getal(self):
        self.assertEqual(tekst.getal(42, 5), '00042')
        self.assertRaises(OverflowError, tekst.getal, 123456, 5)

    def test_bedrag(self):
        self.assertEqual([tekst.bedrag(cent) for cent in
                          (0, 5, 12345, 123456789, -100)],
                         ['0,00', '0,05', '123,45', '1.234.567,89', '-1,00'])


if __name__ == '__main__':
    unittest.main()
