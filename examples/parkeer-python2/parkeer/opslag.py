"""Stand tussen twee batches: bestandsvolgnummer en verwerkte aanvragen."""

import cPickle
import errno
import os


class Opslag:
    def __init__(self, pad):
        self.pad = pad
        self.volgnummer = 0L
        self.verwerkt = {}

    def laad(self):
        try:
            bestand = open(self.pad, 'rb')
        except IOError, e:
            if e.errno <> errno.ENOENT:
                raise
            return False
        try:
            try:
                stand = cPickle.load(bestand)
                self.volgnummer = stand['volgnummer']
                self.verwerkt = stand['verwerkt']
            except:
                print 'stand %s onleesbaar, begin opnieuw' % self.pad
                return False
        finally:
            bestand.close()
        return True

    def bewaar(self):
        tijdelijk = self.pad + '.nieuw'
        bestand = open(tijdelijk, 'wb')
        try:
            cPickle.dump({'volgnummer': self.volgnummer,
                          'verwerkt': self.verwerkt}, bestand, 2)
        finally:
            bestand.close()
        os.rename(tijdelijk, self.pad)

    def volgende(self):
        self.volgnummer += 1L
        return self.volgnummer

    def nieuw(self, vergunningen):
        """Alleen wat nog niet in een eerder bestand stond."""
        return [verg for verg in vergunningen
                if not self.verwerkt.has_key(verg.nummer)]

    def meld(self, vergunningen, volgnummer):
        for verg in vergunningen:
            self.verwerkt[verg.nummer] = volgnummer

    def oudste(self):
        nummers = self.verwerkt.values()
        nummers.sort()
        return nummers and nummers[0] or None
