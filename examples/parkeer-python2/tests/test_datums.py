import datetime
import unittest

import hulp
from parkeer import datums


class DatumsTest(unittest.TestCase):
    def test_eeuwvenster(self):
        self.assertEqual([datums.eeuw(jj) for jj in ('00', '29', '30', '99')],
                         [2000, 2029, 1930, 1999])

    def test_jaar_van_vier_cijfers(self):
        self.assertEqual(datums.eeuw('1958'), 1958)

    def test_lees_datum(self):
        self.assertEqual(datums.lees_datum(' 07-11-61 '),
                         datetime.date(1961, 11, 7))
        self.assertEqual(datums.lees_datum('01-04-2014'),
                         datetime.date(2014, 4, 1))

    def test_geen_datum(self):
        for tekst in ('', '12-03', '31-04-14', 'a-b-c', '1-2-3-4'):
            self.assertRaises(datums.DatumFout, datums.lees_datum, tekst)

    def test_melding_bij_geen_datum(self):
        try:
            datums.lees_datum('31-04-14')
        except datums.DatumFout as fout:
            self.assertEqual(str(fout), 'geen datum: 31-04-14')

    def test_schrijfwijzen(self):
        dag = datetime.date(2014, 3, 7)
        self.assertEqual(datums.kort(dag), '07-03-14')
        self.assertEqual(datums.bestandsdatum(dag), '20140307')
        self.assertEqual(datums.maandnaam(dag), 'maart')

    def test_kwartaal(self):
        self.assertEqual([datums.kwartaal(maand) for maand in range(1, 13)],
                         [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])

    def test_maanden(self):
        van = datetime.date(2014, 4, 1)
        self.assertEqual(datums.maanden(van, datetime.date(2015, 3, 31)), 12)
        self.assertEqual(datums.maanden(van, van), 1)

    def test_einde_voor_ingang(self):
        self.assertRaises(datums.DatumFout, datums.maanden,
                          datetime.date(2014, 4, 2),
                          datetime.date(2014, 4, 1))

    def test_leeftijd(self):
        geboren = datetime.date(1961, 11, 7)
        self.assertEqual(
            datums.leeftijd(geboren, datetime.date(2014, 11, 6)), 52)
        self.assertEqual(
            datums.leeftijd(geboren, datetime.date(2014, 11, 7)), 53)

    def test_werkdag_na_slaat_weekend_over(self):
        maandag = datetime.date(2014, 3, 17)
        self.assertEqual(datums.werkdag_na(maandag, 5),
                         datetime.date(2014, 3, 24))
        self.assertEqual(datums.werkdag_na(maandag, 0), maandag)


if __name__ == '__main__':
    unittest.main()
