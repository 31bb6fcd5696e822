package nl.meerwijk.vergunning;

import java.util.Date;
import java.util.Hashtable;
import java.util.Vector;

import nl.meerwijk.vergunning.dao.DaoException;
import nl.meerwijk.vergunning.dao.VergunningDao;
import nl.meerwijk.vergunning.util.DatumUtil;
import nl.meerwijk.vergunning.vo.AanvraagVO;
import nl.meerwijk.vergunning.vo.AanvragerVO;

/**
 * In-memory DAO for the self test, with a fixed decision date.
 */
public class MemoryVergunningDao implements VergunningDao {
    private final Vector rijen = new Vector();
    private long volgende = 20050001L;
    private final Date vandaag = DatumUtil.parse("01-06-2005");

    public Vector zoek(Hashtable criteria) {
        Vector gevonden = new Vector();
        for (int i = 0; i < rijen.size(); i++) {
            AanvraagVO a = (AanvraagVO) rijen.elementAt(i);
            if (past(criteria, "nummer", String.valueOf(a.getNummer()))
                    && past(criteria, "bsn", a.getAanvrager().getBsn())
                    && past(criteria, "soort", String.valueOf(a.getSoort()))
                    && past(criteria, "status", String.valueOf(a.getStatus()))
                    && begint(criteria, a.getAanvrager().getNaam())) {
                gevonden.addElement(a);
            }
        }
        return gevonden;
    }

    private boolean past(Hashtable criteria, String sleutel, String waarde) {
        return criteria.get(sleutel) == null || criteria.get(sleutel).equals(waarde);
    }

    private boolean begint(Hashtable criteria, String naam) {
        String begin = (String) criteria.get("naam");
        return begin == null || naam.toUpperCase().startsWith(begin.toUpperCase());
    }

    public AanvraagVO haal(long nummer) {
        for (int i = 0; i < rijen.size(); i++) {
            AanvraagVO a = (AanvraagVO) rijen.elementAt(i);
            if (a.getNummer() == nummer) {
                return a;
            }
        }
        return null;
    }

    public long bewaar(AanvraagVO aanvraag) {
        aanvraag.setNummer(volgende++);
        rijen.addElement(aanvraag);
        return aanvraag.getNummer();
    }

    public void wijzigStatus(long nummer, int status, String behandelaar) throws DaoException {
        AanvraagVO a = haal(nummer);
        if (a == null) {
            throw new DaoException("aanvraag " + nummer + " bestaat niet");
        }
        a.setStatus(status);
        a.setBehandelaar(behandelaar);
        if (status == Constanten.STATUS_VERLEEND || status == Constanten.STATUS_GEWEIGERD) {
            a.setBesloten(vandaag);
        }
    }

    static AanvragerVO aanvrager(String bsn, String naam, String adres, String postcode,
            String telefoon, String email, String rekening, String geboren) {
        AanvragerVO p = new AanvragerVO();
        p.setBsn(bsn);
        p.setNaam(naam);
        p.setAdres(adres);
        p.setPostcode(postcode);
        p.setTelefoon(telefoon);
        p.setEmail(email);
        p.setRekening(rekening);
        p.setGeboren(DatumUtil.parse(geboren));
        return p;
    }

    static MemoryVergunningDao gevuld() {
        MemoryVergunningDao dao = new MemoryVergunningDao();
        AanvragerVO een = aanvrager("999986831", "Bentinckhof, Louise", "Havenmeesterkade 3",
                "1399 XE", "06-00000301", "l.bentinckhof@example.org",
                "NL82BANK0598419618", "14-02-52");
        AanvragerVO twee = aanvrager("999962061", "Bentvelsema, Ruurd", "Elzenkamp 12",
                "1399 XJ", "06-00000302", "ruurd@bentvelsema.example",
                "NL42TEST0718200127", "30-09-1968");
        AanvragerVO drie = aanvrager("999981146", "Oranjevereniging (T. Schuttevaersma)",
                "Stadhuisplein 4", "1399 XX", "020-0000303", "bestuur@oranje.example",
                "NL98BANK0423449178", "05-05-75");
        dao.voegToe(een, Constanten.SOORT_BOUW, "04-04-2005", "Havenmeesterkade 3");
        dao.voegToe(een, Constanten.SOORT_KAP, "01-03-2005", "Havenmeesterkade 3");
        dao.voegToe(twee, Constanten.SOORT_INRIT, "18-04-2005", "Elzenkamp 12");
        dao.voegToe(drie, Constanten.SOORT_EVENEMENT, "11-02-2005", "Stadhuisplein");
        return dao;
    }

    private void voegToe(AanvragerVO p, int soort, String ingediend, String locatie) {
        AanvraagVO a = new AanvraagVO();
        a.setAanvrager(p);
        a.setSoort(soort);
        a.setIngediend(DatumUtil.parse(ingediend));
        a.setLocatie(locatie);
        bewaar(a);
    }
}
