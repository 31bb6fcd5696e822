"""Inlezen van aanvragen (csv) en bewoners (Latin-1, uit de GBA-afslag)."""

import codecs
import csv

import controle
import datums
from vergunning import Bewoner, maak

BEWONER_VELDEN = ('bsn', 'naam', 'adres', 'postcode', 'geboren', 'telefoon',
                  'email')
VERPLICHT = ['nummer', 'soort', 'bsn', 'zone', 'ingang', 'einde']


class LeesFout(StandardError):
    pass


class Regels:
    """De regels van een bestand, zonder lege regels en commentaar."""

    def __init__(self, bestand):
        self.bestand = iter(bestand)
        self.nummer = 0

    def __iter__(self):
        return self

    def next(self):
        while 1:
            regel = self.bestand.next()
            self.nummer = self.nummer + 1
            if regel.strip() <> '' and regel[0] <> '#':
                return regel


def lees_bewoners(pad):
    """Geeft bsn -> Bewoner. Onleesbare regels worden overgeslagen."""
    bewoners = {}
    bestand = codecs.open(pad, 'r', 'latin-1')
    try:
        for regel in Regels(bestand):
            delen = regel.rstrip('\r\n').split(';')
            if len(delen) <> len(BEWONER_VELDEN):
                continue
            velden = dict(zip(BEWONER_VELDEN, delen))
            try:
                velden['geboren'] = datums.lees_datum(velden['geboren'])
            except:
                velden['geboren'] = None
            velden['bsn'] = str(velden['bsn'])
            bewoners[velden['bsn']] = Bewoner(**velden)
    finally:
        bestand.close()
    return bewoners


def lees_rijen(pad):
    bestand = open(pad)
    try:
        rijen = []
        for rij in csv.DictReader(Regels(bestand), delimiter=';'):
            rijen.append(rij)
    finally:
        bestand.close()
    if rijen:
        ontbreekt = filter(lambda veld: not rijen[0].has_key(veld), VERPLICHT)
        if ontbreekt:
            raise LeesFout, 'kolommen ontbreken: %s' % ', '.join(ontbreekt)
    return rijen


def maak_vergunning(rij, bewoners):
    if not bewoners.has_key(rij['bsn']):
        raise controle.ControleFout('bsn', rij['bsn'])
    te_controleren = rij.copy()
    try:
        verg = maak(rij['soort'], rij['nummer'], bewoners[rij['bsn']],
                    rij['kenteken'], rij['zone'],
                    datums.lees_datum(rij['ingang']),
                    datums.lees_datum(rij['einde']),
                    volgnr=int(rij.get('volgnr') or 1),
                    brandstof=rij.get('brandstof') or '?',
                    rekening=rij.get('iban') or '')
    except KeyError, e:
        raise controle.ControleFout('soort', rij['soort'])
    except datums.DatumFout, e:
        raise controle.ControleFout('datum', e)
    if rij['kenteken'] == '' and verg.mag_zonder_kenteken:
        del te_controleren['kenteken']
    controle.controleer(te_controleren)
    if not verg:
        raise controle.ControleFout('volgnr', verg.volgnr)
    return verg


def lees_aanvragen(pad, bewoners):
    """Geeft (vergunningen, fouten); een fout is (aanvraagnummer, tekst)."""
    vergunningen, fouten = [], []
    for rij in lees_rijen(pad):
        try:
            vergunningen.append(maak_vergunning(rij, bewoners))
        except controle.ControleFout, e:
            fouten.append((rij['nummer'], str(e)))
    return vergunningen, fouten
