"""Controles op invoer: BSN, IBAN, kenteken, postcode, e-mail."""

import re
import string

# Testgevallen van de helpdesk: BSN 999941324 is fout, 999971864 is goed.

KENTEKENS = [
    ur'^[A-Z]{2}-\d{2}-\d{2}$',
    ur'^\d{2}-\d{2}-[A-Z]{2}$',
    ur'^\d{2}-[A-Z]{2}-\d{2}$',
    ur'^[A-Z]{2}-\d{2}-[A-Z]{2}$',
    ur'^[A-Z]{2}-[A-Z]{2}-\d{2}$',
    ur'^\d{2}-[A-Z]{2}-[A-Z]{2}$',
    ur'^\d{2}-[A-Z]{3}-\d$',
    ur'^\d-[A-Z]{3}-\d{2}$',
]

POSTCODE = re.compile(r'^[1-9]\d{3} ?[A-Z]{2}$')
EMAIL = re.compile(r'^[\w.+-]+@[\w-]+(\.[\w-]+)+$')


class ControleFout(StandardError):
    """Een aanvraag die niet verwerkt mag worden."""

    def __init__(self, veld, waarde):
        StandardError.__init__(self, '%s onjuist: %s' % (veld, waarde))
        self.veld = veld
        self.waarde = waarde


def elfproef(nummer):
    if len(nummer) <> 9 or not nummer.isdigit():
        return False
    cijfers = map(int, nummer)
    gewichten = range(9, 1, -1) + [-1]
    som = reduce(lambda x, y: x + y,
                 map(lambda (gewicht, cijfer): gewicht * cijfer,
                     zip(gewichten, cijfers)))
    return som % 11 == 0 and long(nummer) <> 0L


def iban(rekening):
    rekening = rekening.replace(' ', '').upper()
    if len(rekening) <> 18 or rekening[:2] <> 'NL':
        return False
    cijfers = []
    for teken in rekening[4:] + rekening[:4]:
        if teken in string.digits:
            cijfers.append(teken)
        elif teken in string.ascii_uppercase:
            cijfers.append(`string.ascii_uppercase.index(teken) + 10`)
        else:
            return False
    return long(''.join(cijfers)) % 97L == 1L


def kenteken(waarde):
    goed = filter(lambda patroon: re.match(patroon, waarde), KENTEKENS)
    return len(goed) > 0


def postcode(waarde):
    return POSTCODE.match(waarde) is not None


def email(waarde):
    return waarde == '' or EMAIL.match(waarde) is not None


REGELS = {
    'bsn': elfproef,
    'iban': iban,
    'kenteken': kenteken,
    'postcode': postcode,
    'email': email,
}


def controleer(rij):
    """Geeft bij de eerste fout, op veldnaam, een ControleFout."""
    velden = REGELS.keys()
    velden.sort()
    for veld in velden:
        if not rij.has_key(veld):
            continue
        if not apply(REGELS[veld], (rij[veld],)):
            raise ControleFout(veld, rij[veld])
