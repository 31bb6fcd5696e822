import os
import unittest

import hulp
from parkeer.instellingen import TEST_SLEUTEL, Instellingen, InstellingFout


class InstellingenTest(hulp.MapTest):
    def test_groepen(self):
        inst = Instellingen(os.path.join(hulp.DATA, 'parkeer.ini'))
        self.assertEqual(inst.tarieven['bewoner'], 7250)
        self.assertEqual(inst.zones, {'A': 150, 'B': 100, 'C': 65})
        self.assertEqual(sorted(inst.toeslagen),
                         ['10-tweede', '20-elektrisch', '30-lpg'])

    def test_standaardwaarde(self):
        self.assertEqual(Instellingen().getal('batch.termijn'), 5)

    def test_ini_gaat_voor(self):
        pad = self.pad('p.ini', b'[batch]\ntermijn = 9\n')
        self.assertEqual(Instellingen(pad).getal('batch.termijn'), 9)

    def test_bestand_ontbreekt(self):
        self.assertRaises(InstellingFout, Instellingen, self.pad('weg.ini'))

    def test_tarief_geen_getal(self):
        pad = self.pad('p.ini', b'[tarief]\nbewoner = gratis\n')
        self.assertRaises(InstellingFout, Instellingen, pad)

    def test_onbekende_instelling(self):
        self.assertRaises(InstellingFout, Instellingen().getal, 'batch.weg')
        self.assertRaises(InstellingFout, Instellingen().getal,
                          'batch.incassant')

    def test_sleutel_is_voor_de_testomgeving(self):
        self.assertEqual(TEST_SLEUTEL.count('PRIVATE KEY'), 2)


if __name__ == '__main__':
    unittest.main()
