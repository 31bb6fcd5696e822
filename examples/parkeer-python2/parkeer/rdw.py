"""Brandstof opvragen bij het kentekenregister (doorgeefluik van de gemeente)."""

import itertools
import urllib
import urllib2


class RdwFout(StandardError):
    pass


class Rdw:
    def __init__(self, adres, openen=urllib2.urlopen):
        self.adres = adres
        self.openen = openen
        self.gezien = {}

    def url(self, kenteken):
        return self.adres + '?' + urllib.urlencode({'kenteken': kenteken})

    def brandstof(self, kenteken):
        """Eerste letter van de brandstof, '?' als het kenteken onbekend is."""
        if self.gezien.has_key(kenteken):
            return self.gezien[kenteken]
        try:
            antwoord = self.openen(self.url(kenteken)).read()
        except urllib2.HTTPError, e:
            if e.code <> 404:
                raise RdwFout, 'register meldt %d' % e.code
            self.gezien[kenteken] = '?'
            return '?'
        except urllib2.URLError, e:
            raise RdwFout, 'register niet bereikbaar: %s' % e.reason
        velden = self.ontleed(antwoord.decode('latin-1'))
        self.gezien[kenteken] = str(velden.get('brandstof', '?')[:1].upper())
        return self.gezien[kenteken]

    def ontleed(self, tekst):
        """'kop1;kop2' en 'waarde1;waarde2' onder elkaar."""
        regels = tekst.strip().split('\n')
        if len(regels) <> 2:
            raise RdwFout, 'antwoord van %d regels' % len(regels)
        koppen, waarden = map(lambda regel: regel.strip().split(';'), regels)
        return dict(itertools.izip(koppen, waarden))
