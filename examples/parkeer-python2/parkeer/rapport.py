"""Verslag van een batch voor de afdeling (80 kolommen)."""

import StringIO
import sys

import datums
from tekst import bedrag, kolom

BREEDTE = 78


def midden(tekst):
    return ' ' * ((78 - len(tekst)) / 2) + tekst


def op_zone_en_naam(een, ander):
    return (cmp(een.zone, ander.zone)
            or cmp(een.bewoner.naam, ander.bewoner.naam)
            or cmp(een.nummer, ander.nummer))


def mediaan(bedragen):
    bedragen = bedragen[:]
    bedragen.sort()
    return bedragen[len(bedragen) / 2]


def per_zone(vergunningen):
    """Geeft (zone, aantal, som), de hoogste opbrengst eerst."""
    sommen = {}
    for verg in vergunningen:
        aantal, som = sommen.get(verg.zone, (0, 0))
        sommen[verg.zone] = (aantal + 1, som + verg.bedrag)
    zones = [(zone, aantal, som) for zone, (aantal, som) in sommen.items()]
    zones.sort(lambda a, b: cmp(b[2], a[2]) or cmp(a[0], b[0]))
    return zones


def schrijf(uit, datum, vergunningen, fouten):
    print >>uit, midden('GEMEENTE MEERWIJK - PARKEERVERGUNNINGEN')
    print >>uit, midden('verwerkt op %s, kwartaal %d'
                        % (datums.kort(datum), datums.kwartaal(datum.month)))
    print >>uit
    print >>uit, 'zone nummer   naam                          kenteken',
    print >>uit, '  soort           bedrag'
    print >>uit, '-' * BREEDTE
    gesorteerd = vergunningen[:]
    gesorteerd.sort(cmp=op_zone_en_naam)
    for verg in gesorteerd:
        print >>uit, ' '.join([
            kolom(verg.zone, 4), kolom(verg.nummer, 8),
            kolom(verg.bewoner.naam, 29), kolom(verg.kenteken, 10),
            kolom(verg.soort, 10), bedrag(verg.bedrag).rjust(11)])
    print >>uit, '-' * BREEDTE
    for zone, aantal, som in per_zone(vergunningen):
        print >>uit, 'zone %s %5d vergunningen %s' % (
            kolom(zone, 3), aantal, bedrag(som).rjust(14))
    _kengetallen(uit, [verg.bedrag for verg in vergunningen])
    if fouten:
        print >>uit
        print >>uit, 'NIET VERWERKT'
        for nummer, tekst in fouten:
            print >>uit, '  %s %s' % (kolom(nummer, 10), tekst)


def als_tekst(datum, vergunningen, fouten):
    uit = StringIO.StringIO()
    schrijf(uit, datum, vergunningen, fouten)
    return uit.getvalue()


def _kengetallen(uit, bedragen):
    if not bedragen:
        print >>uit, 'geen vergunningen'
        return
    laagste, hoogste = sys.maxint, 0
    for cent in bedragen:
        laagste = min(laagste, cent)
        hoogste = max(hoogste, cent)
    print >>uit, 'laagste %s, mediaan %s, hoogste %s' % (
        bedrag(laagste), bedrag(mediaan(bedragen)), bedrag(hoogste))
