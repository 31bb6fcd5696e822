"""Incassobestand voor de bank: vaste breedte, 100 posities, CR LF."""

import codecs
import os

import datums
from tekst import getal, kolom

BREEDTE = 100


class UitvoerFout(StandardError):
    pass


def voorloop(instellingen, datum, volgnummer):
    return (kolom('VL', 2) + getal(volgnummer, 5)
            + datums.bestandsdatum(datum)
            + kolom(instellingen['batch.rekening'], 18)
            + kolom(instellingen['batch.incassant'], 35))


def post(nummer, verg, omschrijving):
    return (kolom('IN', 2) + getal(nummer, 5) + kolom(verg.rekening, 18)
            + getal(verg.bedrag, 9) + kolom(verg.bewoner.naam, 30)
            + kolom(omschrijving, 36))


def sluit(vergunningen):
    totaal = reduce(lambda som, verg: som + verg.bedrag, vergunningen, 0L)
    hash = reduce(lambda som, verg: som + long(verg.rekening[8:]),
                  vergunningen, 0L)
    return (kolom('SL', 2) + getal(len(vergunningen), 5) + getal(totaal, 11)
            + getal(hash % 10000000000L, 10))


def regels(instellingen, datum, volgnummer, vergunningen):
    te_innen = filter(lambda verg: verg.bedrag > 0, vergunningen)
    geheel = [voorloop(instellingen, datum, volgnummer)]
    for i in xrange(len(te_innen)):
        verg = te_innen[i]
        tekst = 'PARKEREN %s %s ZONE %s' % (
            verg.nummer, verg.kenteken or verg.soort.upper(), verg.zone)
        geheel.append(post(i + 1, verg, tekst))
    geheel.append(sluit(te_innen))
    return map(lambda regel: kolom(regel, BREEDTE), geheel)


def maak_map(pad):
    if not os.path.isdir(pad):
        os.makedirs(pad, 0777)


def schrijf(pad, geheel):
    fout = filter(lambda regel: len(regel) <> BREEDTE, geheel)
    if fout:
        raise UitvoerFout, '%d regels niet %s lang' % (len(fout), `BREEDTE`)
    bestand = codecs.open(pad, 'w', 'ascii')
    try:
        for regel in geheel:
            bestand.write(regel + '\r\n')
    finally:
        bestand.close()
    os.chmod(pad, 0640)
