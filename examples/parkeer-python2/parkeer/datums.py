"""Datums zoals ze in de aanvragen staan: dd-mm-jj of dd-mm-jjjj."""

import datetime

# 00-29 is 20xx, 30-99 is 19xx. In 2029 nog eens naar kijken.
GRENS = 30

MAANDEN = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli',
           'augustus', 'september', 'oktober', 'november', 'december']


class DatumFout(ValueError):
    pass


def eeuw(jj):
    jj = int(jj)
    if jj >= 100:
        return jj
    if jj < GRENS:
        return 2000 + jj
    return 1900 + jj


def lees_datum(tekst):
    delen = tekst.strip().split('-')
    if len(delen) <> 3:
        raise DatumFout, 'geen datum: %s' % tekst
    try:
        dag, maand, jaar = map(int, delen)
        return datetime.date(eeuw(jaar), maand, dag)
    except ValueError:
        raise DatumFout, 'geen datum: %s' % tekst


def kort(datum):
    """dd-mm-jj, voor de lijst."""
    return '%02d-%02d-%02d' % (datum.day, datum.month, datum.year % 100)


def bestandsdatum(datum):
    """jjjjmmdd, voor de bank."""
    return '%04d%02d%02d' % (datum.year, datum.month, datum.day)


def maandnaam(datum):
    return MAANDEN[datum.month - 1]


def kwartaal(maand):
    return (int(maand) - 1) / 3 + 1


def maanden(van, tot):
    """Aantal aangebroken maanden van 'van' tot en met 'tot'."""
    if tot < van:
        raise DatumFout, 'einde ligt voor ingang'
    return (tot.year - van.year) * 12 + tot.month - van.month + 1


def leeftijd(geboren, peildatum):
    jaren = peildatum.year - geboren.year
    if (peildatum.month, peildatum.day) < (geboren.month, geboren.day):
        jaren = jaren - 1
    return jaren


def werkdag_na(datum, aantal):
    """De zoveelste werkdag na 'datum'; feestdagen tellen gewoon mee."""
    while aantal > 0:
        datum = datum + datetime.timedelta(1)
        if datum.weekday() < 5:
            aantal = aantal - 1
    return datum
