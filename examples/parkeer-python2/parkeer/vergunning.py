"""Bewoners en vergunningen."""

import datums


class Bewoner:
    def __init__(self, bsn, naam, adres, postcode, geboren, telefoon='',
                 email=''):
        self.bsn = bsn
        self.naam = naam
        self.adres = adres
        self.postcode = postcode
        self.geboren = geboren
        self.telefoon = telefoon
        self.email = email

    def __repr__(self):
        return '<Bewoner %s>' % self.bsn


class Soorten(type):
    """Houdt bij welke klasse bij welke soort hoort."""

    register = {}

    def __init__(cls, naam, basis, ruimte):
        type.__init__(cls, naam, basis, ruimte)
        if ruimte.has_key('soort'):
            Soorten.register[ruimte['soort']] = cls


class Vergunning(object):
    __metaclass__ = Soorten

    per_adres = 2
    mag_zonder_kenteken = False

    def __init__(self, nummer, bewoner, kenteken, zone, ingang, einde,
                 volgnr=1, brandstof='?', rekening=''):
        self.nummer = nummer
        self.bewoner = bewoner
        self.kenteken = kenteken
        self.zone = zone
        self.ingang = ingang
        self.einde = einde
        self.volgnr = volgnr
        self.brandstof = brandstof
        self.rekening = rekening
        self.bedrag = 0L

    def __nonzero__(self):
        return self.volgnr <= self.per_adres

    def maanden(self):
        return datums.maanden(self.ingang, self.einde)

    def geldig_op(self, dag):
        return self.ingang <= dag <= self.einde


class BewonersVergunning(Vergunning):
    soort = 'bewoner'


class BedrijfsVergunning(Vergunning):
    soort = 'bedrijf'
    per_adres = 5


class BezoekersVergunning(Vergunning):
    soort = 'bezoek'
    per_adres = 1
    mag_zonder_kenteken = True


class MantelzorgVergunning(Vergunning):
    soort = 'mantelzorg'
    per_adres = 1
    mag_zonder_kenteken = True

    def maanden(self):
        # besluit van B&W van 12-02-13: altijd een heel jaar
        return 12


def maak(soort, *args, **kw):
    if not Soorten.register.has_key(soort):
        raise KeyError, 'soort vergunning onbekend: %s' % soort
    return apply(Soorten.register[soort], args, kw)


def soorten():
    namen = Soorten.register.keys()
    namen.sort()
    return namen
