import datetime
import unittest

import hulp
from parkeer import tarief

TARIEVEN = {'bewoner': 7250, 'bezoek': 3333, 'mantelzorg': 0}


class TariefTest(unittest.TestCase):
    def maak(self, toeslagen=None, zones=None):
        return tarief.Tarief(TARIEVEN, zones or {'A': 150, 'B': 100},
                             toeslagen)

    def test_heel_jaar(self):
        self.assertEqual(self.maak().bereken(hulp.verg(zone='B')), 7250)

    def test_zonefactor(self):
        self.assertEqual(self.maak().bereken(hulp.verg(zone='A')), 10875)

    def test_deel_van_het_jaar(self):
        verg = hulp.verg(zone='B')
        verg.einde = datetime.date(2014, 8, 15)
        self.assertEqual(self.maak().bereken(verg), 3020)

    def test_overige_zones(self):
        met_rest = self.maak(zones={'*': 50})
        self.assertEqual(met_rest.bereken(hulp.verg(zone='Q')), 3625)

    def test_onbekende_zone(self):
        self.assertRaises(tarief.TariefFout, self.maak().bereken,
                          hulp.verg(zone='Q'))

    def test_geen_tarief(self):
        self.assertRaises(tarief.TariefFout, self.maak().bereken,
                          hulp.verg('bedrijf'))

    def test_toeslagen_op_volgorde_van_naam(self):
        met = self.maak({'20': 'bedrag = bedrag + 100',
                         '10': 'if volgnr > 1: bedrag = bedrag * 2'})
        self.assertEqual(met.bereken(hulp.verg(zone='B', volgnr=2)), 14600)
        self.assertEqual(met.bereken(hulp.verg(zone='B', volgnr=1)), 7350)

    def test_toeslag_met_schrijffout(self):
        met = self.maak({'10': 'if volgnr > 1 bedrag'})
        self.assertRaises(tarief.TariefFout, met.bereken, hulp.verg())

    def test_tarieven_moet_dict_zijn(self):
        self.assertRaises(TypeError, tarief.Tarief, [], {})

    def test_afronden(self):
        self.assertEqual([tarief.afronden(cent) for cent in
                          (0, 2, 3, 7, 8, 1083)], [0, 0, 5, 5, 10, 1085])

    def test_in_termijnen(self):
        self.assertEqual(tarief.in_termijnen(1000, 3), [334, 333, 333])
        self.assertRaises(ValueError, tarief.in_termijnen, 1000, 0)


if __name__ == '__main__':
    unittest.main()
