# -*- coding: latin-1 -*-
"""Namen met letters met accenten terugbrengen tot wat de bank aankan.

De coördinator van de bank (mw. Ilse Wennekesdam, i.wennekesdam@bank.example)
keurt bestanden met andere tekens af.
"""

VERVANGING = {
    u'à': 'a', u'á': 'a', u'â': 'a', u'ä': 'a',
    u'ç': 'c',
    u'è': 'e', u'é': 'e', u'ê': 'e', u'ë': 'e',
    u'í': 'i', u'î': 'i', u'ï': 'i',
    u'ó': 'o', u'ô': 'o', u'ö': 'o', u'ø': 'o',
    u'ú': 'u', u'û': 'u', u'ü': 'u',
    u'ß': 'ss', u'É': 'E', u'Ö': 'O', u'Ü': 'U',
}


def naar_ascii(tekst):
    if not isinstance(tekst, basestring):
        tekst = unicode(tekst)
    resultaat = []
    for teken in tekst:
        if VERVANGING.has_key(teken):
            resultaat.append(VERVANGING[teken])
        elif ord(teken) < 128:
            resultaat.append(str(teken))
        else:
            resultaat.append('?')
    return ''.join(resultaat)


def kolom(tekst, breedte):
    """Links uitgelijnd, afgekapt of aangevuld tot 'breedte'."""
    tekst = naar_ascii(tekst)[:breedte]
    return tekst + ' ' * (breedte - len(tekst))


def getal(waarde, breedte):
    """Rechts uitgelijnd met voorloopnullen; te groot is een fout."""
    tekst = '%d' % waarde
    if len(tekst) > breedte:
        raise OverflowError, 'getal %s past niet in %s' % (tekst, `breedte`)
    return tekst.rjust(breedte, '0')


def bedrag(cent):
    """Eurocenten met komma en punten: 1.234,56."""
    teken = ''
    if cent < 0:
        teken, cent = '-', -cent
    euro, rest = divmod(cent, 100)
    groepen = []
    while euro >= 1000:
        euro, groep = divmod(euro, 1000)
        groepen.insert(0, '%03d' % groep)
    groepen.insert(0, '%d' % euro)
    return '%s%s,%02d' % (teken, '.'.join(groepen), rest)
