"""Leges voor parkeervergunningen, alles in eurocenten."""

import types


class TariefFout(StandardError):
    pass


class Tarief:
    def __init__(self, tarieven, zones, toeslagen=None):
        if type(tarieven) <> types.DictType:
            raise TypeError, 'tarieven moet een dict zijn'
        self.tarieven = tarieven
        self.zones = zones
        self.toeslagen = toeslagen or {}

    def jaarbedrag(self, soort):
        try:
            return self.tarieven[soort]
        except KeyError:
            raise TariefFout, 'geen tarief voor %s' % soort

    def zonefactor(self, zone):
        if self.zones.has_key(zone):
            return self.zones[zone]
        if self.zones.has_key('*'):
            return self.zones['*']
        raise TariefFout, 'geen zone %s' % zone

    def bereken(self, verg):
        bedrag = self.jaarbedrag(verg.soort) * self.zonefactor(verg.zone)
        bedrag = bedrag // 100 * verg.maanden() // 12
        bedrag = self.toeslag(bedrag, verg)
        return long(afronden(bedrag))

    def toeslag(self, bedrag, verg):
        """De toeslagregels staan als programmatekst in parkeer.ini."""
        omgeving = {'bedrag': bedrag, 'volgnr': verg.volgnr,
                    'brandstof': verg.brandstof, 'soort': verg.soort,
                    'zone': verg.zone}
        namen = self.toeslagen.keys()
        namen.sort()
        for naam in namen:
            regel = self.toeslagen[naam]
            try:
                exec regel in omgeving
            except SyntaxError, e:
                raise TariefFout, 'toeslag %s: %s' % (naam, e.msg)
        return omgeving['bedrag']


def afronden(cent):
    """Op vijf cent, zoals aan de balie."""
    return (cent + 2) // 5 * 5


def in_termijnen(bedrag, aantal):
    """Verdeelt een bedrag; de eerste termijn krijgt de rest."""
    if aantal < 1:
        raise ValueError, 'aantal termijnen'
    deel, rest = divmod(bedrag, aantal)
    termijnen = [deel for i in xrange(aantal)]
    termijnen[0] += rest
    return termijnen
