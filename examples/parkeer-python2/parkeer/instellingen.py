"""Instellingen van de batch: vaste waarden hier, de rest in parkeer.ini."""

import ConfigParser
import os

# Overdracht naar de bank. Vragen: Reinout Spaanderhoek, 06-00000733
FTP_SERVER = 'sftp.bank.example'
FTP_GEBRUIKER = 'meerwijk-parkeren'
FTP_WACHTWOORD = 'Park33r!2013'

# Sleutel van de TESTomgeving van de bank, niet voor produktie
TEST_SLEUTEL = """\
-----BEGIN RSA PRIVATE KEY-----
MIICWwIBAAKBgQCYtO/EaYf2YRuySxl2H2pec+UOlX/j68yTtXXMZjUkHJHlr2hp
5L7JKmGolnxtEgWYdglzeptEtzTjzSOV3z23k8+HZo4IpeGQ+jtU2mnYWCFQ9jEb
ezXjMNTpT66sJqK78aQeb3zh/7fDB+A055thcV4VbB5UFAV6rxKRFGEWiQIDAQAB
AoGAeYe+LgWCtD0yaqHEALMd10/K4uFt57lYldFbj7Fj53ppTm9b3LK0d6qoECC7
o54tH9oIyYOxIG3hxM4U3QjOtxk2votcLDhO4DGY1pvCMVDjTpLNdTj1EVeh+nF2
/X1Junoh6/Oe1wByLfCgSCWWnwHGPHiM0KMFzCTnqz7aFDUCQQDKyrj3mbpotIPT
TcP6eBWavy26D0hh9lNVmYlh7eYvDA5hvQvofQAgb1mPFEhGfMIxIkS8UZjuZerM
Kd/2CaZLAkEAwMYPdmCCnhbMvlt+wqhkRmn4DS86m1mdDl/Y/R0eFC2ZJjxWlSQp
PeS/eGwmjqkqH4sgY1enSLcXZ6JSSdZB+wJAa5xhxPotogxQe9ujaJE6nbBfeoFL
nrhRBnaAIZhVcpfKNfFUlV1nqM6NztArfkQL5HjT0r7WEYPBse9yqiP6uwJAVRrb
lrJS2AJOz7dLBhsbce60oPV51T3B1afA/zXMorHiy/uVafB1+Ko1Ua/FcfQC8bwV
R2ZaJwMV5R3HYGuj4wJAe75o3zCsIJiWAx7ued7E/PVnpx0XOakrRu2KwKDyhWy8
DdjHTOo7NNI6PDQC6G2C226fYFCwO5oXUTrUNxCZIQ==
-----END RSA PRIVATE KEY-----
"""

AFZENDER = 'parkeren@meerwijk.example'
BEHEERDER = 'r.spaanderhoek@meerwijk.example'

STANDAARD = {
    'batch.termijn': '5',
    'batch.incassant': 'GEMEENTE MEERWIJK PARKEREN',
    'batch.rekening': 'NL91ABNA0417164300',
    'rdw.gebruik': '0',
    'rdw.adres': 'http://rdw.meerwijk.test/kenteken',
}


class InstellingFout(StandardError):
    pass


class Instellingen:
    def __init__(self, pad=None):
        self.waarden = STANDAARD.copy()
        self.toeslagen = {}
        self.tarieven = {}
        self.zones = {}
        if pad is not None:
            self.lees(pad)

    def lees(self, pad):
        if not os.path.exists(pad):
            raise InstellingFout, 'geen instellingen: %s' % pad
        ini = ConfigParser.RawConfigParser()
        ini.read([pad])
        for sectie in ini.sections():
            for naam, waarde in ini.items(sectie):
                self.waarden[sectie + '.' + naam] = waarde
        self._groepen()

    def _groepen(self):
        for naam, waarde in self.waarden.iteritems():
            groep, sleutel = naam.split('.', 1)
            try:
                if groep == 'tarief':
                    self.tarieven[sleutel] = int(waarde)
                elif groep == 'zone':
                    self.zones[sleutel.upper()] = int(waarde)
                elif groep == 'toeslag':
                    self.toeslagen[sleutel] = waarde
            except ValueError, e:
                raise InstellingFout, '%s: %s' % (naam, e)

    def __getitem__(self, naam):
        if not self.waarden.has_key(naam):
            raise InstellingFout, 'instelling ontbreekt: %s' % naam
        return self.waarden[naam]

    def getal(self, naam):
        try:
            return int(self[naam])
        except ValueError:
            raise InstellingFout('%s is geen getal' % naam)
