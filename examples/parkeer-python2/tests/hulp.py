"""Shared by the tests; runs on Python 2.7 and 3 alike."""

import datetime
import importlib
import os
import shutil
import sys
import tempfile
import unittest

HIER = os.path.dirname(os.path.abspath(__file__))
WORTEL = os.path.dirname(HIER)
DATA = os.path.join(WORTEL, 'data')
VERWACHT = os.path.join(WORTEL, 'expected')

for map_ in (WORTEL, os.path.join(WORTEL, 'bin')):
    if map_ not in sys.path:
        sys.path.insert(0, map_)

from parkeer import vergunning


class Uitvanger(object):
    """A file that keeps what was written to it, and reads back fixed lines."""

    def __init__(self, regels=()):
        self.delen = []
        self.regels = list(regels)

    def write(self, tekst):
        self.delen.append(tekst)

    def flush(self):
        pass

    def readline(self, grootte=-1):
        if self.regels:
            return self.regels.pop(0) + '\n'
        return ''

    def tekst(self):
        return ''.join(self.delen)


class MapTest(unittest.TestCase):
    def setUp(self):
        self.map = tempfile.mkdtemp()
        self.oude_stroom = (sys.stdin, sys.stdout, sys.stderr)

    def tearDown(self):
        sys.stdin, sys.stdout, sys.stderr = self.oude_stroom
        shutil.rmtree(self.map)

    def pad(self, naam, inhoud=None):
        pad = os.path.join(self.map, naam)
        if inhoud is not None:
            with open(pad, 'wb') as bestand:
                bestand.write(inhoud)
        return pad


def lees(pad):
    with open(pad, 'rb') as bestand:
        return bestand.read()


def http_fouten():
    for naam in ('urllib2', 'urllib.error'):
        try:
            module = importlib.import_module(naam)
        except ImportError:
            continue
        return module.HTTPError, module.URLError


def bewoner(naam='H. Proefpersoon', bsn='999971864'):
    return vergunning.Bewoner(bsn, naam, 'Turfplein 99', '1399 XL',
                              datetime.date(1966, 10, 9))


def verg(soort='bewoner', nummer='14-0001', zone='A', naam='H. Proefpersoon',
         kenteken='12-AEI-3', bedrag=0, **kw):
    kw.setdefault('rekening', 'NL07BANK0323020508')
    gemaakt = vergunning.maak(soort, nummer, bewoner(naam), kenteken, zone,
                              datetime.date(2014, 4, 1),
                              datetime.date(2015, 3, 31), **kw)
    gemaakt.bedrag = bedrag
    return gemaakt
