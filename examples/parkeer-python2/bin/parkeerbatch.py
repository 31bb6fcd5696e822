#!/usr/bin/env python
"""Maandbatch parkeervergunningen.

gebruik: parkeerbatch.py [-j] [-n] [-u MAP] parkeer.ini aanvragen.csv bewoners.txt
  -j  niet vragen om bevestiging
  -n  proef: niets schrijven, alleen het verslag tonen
  -u  map voor de uitvoer (anders de huidige map)
"""

import getopt
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                os.pardir))

from parkeer import datums, lezer, rapport, uitvoer
from parkeer.instellingen import Instellingen, InstellingFout
from parkeer.opslag import Opslag
from parkeer.rdw import Rdw, RdwFout
from parkeer.tarief import Tarief, TariefFout


def bevestig(aantal):
    antwoord = raw_input('%d vergunningen incasseren? (j/n) ' % aantal)
    return antwoord.strip().lower() in ('j', 'ja')


def vul_brandstof(rdw, vergunningen):
    """Alleen waar de aanvrager niets invulde; zonder register blijft het '?'."""
    for verg in vergunningen:
        if verg.brandstof <> '?' or not verg.kenteken:
            continue
        try:
            verg.brandstof = rdw.brandstof(verg.kenteken)
        except RdwFout, e:
            print >>sys.stderr, 'rdw:', e
            return


def bereken(instellingen, vergunningen, fouten):
    tarief = Tarief(instellingen.tarieven, instellingen.zones,
                    instellingen.toeslagen)
    goed = []
    for verg in vergunningen:
        try:
            verg.bedrag = tarief.bereken(verg)
        except TariefFout, e:
            fouten.append((verg.nummer, str(e)))
        else:
            goed.append(verg)
    return goed


def batch(ini, aanvragen, personen, uitmap, proef, vragen):
    instellingen = Instellingen(ini)
    datum = datums.lees_datum(instellingen['batch.verwerkdatum'])
    bewoners = lezer.lees_bewoners(personen)
    vergunningen, fouten = lezer.lees_aanvragen(aanvragen, bewoners)
    uitvoer.maak_map(uitmap)
    opslag = Opslag(os.path.join(uitmap, 'stand.pickle'))
    opslag.laad()
    vergunningen = opslag.nieuw(vergunningen)
    if instellingen.getal('rdw.gebruik'):
        vul_brandstof(Rdw(instellingen['rdw.adres']), vergunningen)
    vergunningen = bereken(instellingen, vergunningen, fouten)
    if proef:
        sys.stdout.write(rapport.als_tekst(datum, vergunningen, fouten))
        return 0
    if vragen and not bevestig(len(vergunningen)):
        print 'afgebroken'
        return 3
    volgnummer = opslag.volgende()
    incasso = datums.werkdag_na(datum, instellingen.getal('batch.termijn'))
    uitvoer.schrijf(os.path.join(uitmap, 'incasso.txt'),
                    uitvoer.regels(instellingen, incasso, volgnummer,
                                   vergunningen))
    opslag.meld(vergunningen, volgnummer)
    opslag.bewaar()
    bestand = open(os.path.join(uitmap, 'verslag.txt'), 'w')
    try:
        rapport.schrijf(bestand, datum, vergunningen, fouten)
    finally:
        bestand.close()
    print '%d vergunningen, %d fouten' % (len(vergunningen), len(fouten))
    if fouten:
        return 4
    return 0


def main(argv):
    proef, vragen, uitmap = 0, 1, None
    try:
        opties, namen = getopt.getopt(argv, 'jnu:')
    except getopt.GetoptError, e:
        print >>sys.stderr, e
        return 2
    for optie, waarde in opties:
        if optie == '-j':
            vragen = 0
        elif optie == '-n':
            proef = 1
        elif optie == '-u':
            uitmap = waarde
    if len(namen) <> 3:
        print >>sys.stderr, __doc__
        return 2
    if uitmap is None:
        uitmap = os.getcwdu()
    ini, aanvragen, personen = namen
    try:
        return batch(ini, aanvragen, personen, uitmap, proef, vragen)
    except (InstellingFout, lezer.LeesFout, IOError), e:
        print >>sys.stderr, 'FOUT:', e
        return 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
