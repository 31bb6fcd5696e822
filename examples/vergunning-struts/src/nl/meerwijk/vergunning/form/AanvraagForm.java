package nl.meerwijk.vergunning.form;

import java.util.Date;

import nl.meerwijk.stub.servlet.HttpRequest;
import nl.meerwijk.stub.struts.ActionError;
import nl.meerwijk.stub.struts.ActionErrors;
import nl.meerwijk.stub.struts.ActionForm;
import nl.meerwijk.stub.struts.ActionMapping;
import nl.meerwijk.vergunning.Constanten;
import nl.meerwijk.vergunning.util.Controle;
import nl.meerwijk.vergunning.util.DatumUtil;
import nl.meerwijk.vergunning.util.TekstUtil;
import nl.meerwijk.vergunning.vo.AanvraagVO;
import nl.meerwijk.vergunning.vo.AanvragerVO;

/**
 * Aanvraagscherm. Alle velden zijn tekst, zoals ze uit het formulier komen.
 */
public class AanvraagForm extends ActionForm {
    private String soort;
    private String bsn;
    private String naam;
    private String adres;
    private String postcode;
    private String telefoon;
    private String email;
    private String rekening;
    private String geboren;
    private String ingediend;
    private String locatie;
    private String omschrijving;
    private String bouwkosten;
    private String bomen;
    private String bezoekers;
    private String dagen;
    private String monument;
    private String vereniging;

    public ActionErrors validate(ActionMapping mapping, HttpRequest request) {
        ActionErrors errors = new ActionErrors();
        if (TekstUtil.leeg(naam)) {
            errors.add("naam", new ActionError("fout.verplicht", "naam"));
        }
        if (!Controle.bsn(bsn)) {
            errors.add("bsn", new ActionError("fout.bsn", bsn));
        }
        if (TekstUtil.leeg(adres)) {
            errors.add("adres", new ActionError("fout.verplicht", "adres"));
        }
        if (!Controle.postcode(postcode)) {
            errors.add("postcode", new ActionError("fout.postcode", postcode));
        }
        if (!TekstUtil.leeg(email) && !Controle.email(email)) {
            errors.add("email", new ActionError("fout.email", email));
        }
        if (!TekstUtil.leeg(rekening) && !Controle.iban(rekening)) {
            errors.add("rekening", new ActionError("fout.rekening", rekening));
        }
        Date datum = DatumUtil.parse(ingediend);
        if (datum == null) {
            errors.add("ingediend", new ActionError("fout.datum", ingediend));
        }
        Date geboortedatum = DatumUtil.parse(geboren);
        if (geboortedatum == null) {
            errors.add("geboren", new ActionError("fout.datum", geboren));
        } else if (datum != null && DatumUtil.leeftijd(geboortedatum, datum) < 18) {
            errors.add("geboren", new ActionError("fout.minderjarig"));
        }
        if (TekstUtil.leeg(locatie)) {
            errors.add("locatie", new ActionError("fout.verplicht", "locatie"));
        }
        int s = getal(soort);
        if (s == Constanten.SOORT_BOUW) {
            if (TekstUtil.cent(bouwkosten) <= 0) {
                errors.add("bouwkosten", new ActionError("fout.bedrag", bouwkosten));
            }
        } else if (s == Constanten.SOORT_KAP) {
            if (getal(bomen) < 1) {
                errors.add("bomen", new ActionError("fout.aantal", bomen));
            }
        } else if (s == Constanten.SOORT_EVENEMENT) {
            if (getal(bezoekers) < 0) {
                errors.add("bezoekers", new ActionError("fout.aantal", bezoekers));
            }
            if (getal(dagen) < 1) {
                errors.add("dagen", new ActionError("fout.aantal", dagen));
            }
        } else if (s != Constanten.SOORT_INRIT) {
            errors.add("soort", new ActionError("fout.soort", soort));
        }
        return errors;
    }

    private int getal(String s) {
        try {
            return Integer.parseInt(TekstUtil.nvl(s).trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    public AanvraagVO naarVO() {
        AanvragerVO p = new AanvragerVO();
        p.setBsn(bsn);
        p.setNaam(naam.trim());
        p.setAdres(adres.trim());
        p.setPostcode(postcode);
        p.setTelefoon(telefoon);
        p.setEmail(email);
        p.setRekening(rekening);
        p.setGeboren(DatumUtil.parse(geboren));
        AanvraagVO a = new AanvraagVO();
        a.setAanvrager(p);
        a.setSoort(getal(soort));
        a.setIngediend(DatumUtil.parse(ingediend));
        a.setLocatie(locatie.trim());
        a.setOmschrijving(omschrijving);
        a.setBouwkosten(Math.max(0, TekstUtil.cent(bouwkosten)));
        a.setAantalBomen(Math.max(0, getal(bomen)));
        a.setAantalBezoekers(Math.max(0, getal(bezoekers)));
        a.setAantalDagen(Math.max(1, getal(dagen)));
        a.setMonument("J".equals(monument));
        a.setVereniging("J".equals(vereniging));
        return a;
    }

    public String getSoort() {
        return soort;
    }

    public void setSoort(String soort) {
        this.soort = soort;
    }

    public String getBsn() {
        return bsn;
    }

    public void setBsn(String bsn) {
        this.bsn = bsn;
    }

    public String getNaam() {
        return naam;
    }

    public void setNaam(String naam) {
        this.naam = naam;
    }

    public String getAdres() {
        return adres;
    }

    public void setAdres(String adres) {
        this.adres = adres;
    }

    public String getPostcode() {
        return postcode;
    }

    public void setPostcode(String postcode) {
        this.postcode = postcode;
    }

    public String getTelefoon() {
        return telefoon;
    }

    public void setTelefoon(String telefoon) {
        this.telefoon = telefoon;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getRekening() {
        return rekening;
    }

    public void setRekening(String rekening) {
        this.rekening = rekening;
    }

    public String getGeboren() {
        return geboren;
    }

    public void setGeboren(String geboren) {
        this.geboren = geboren;
    }

    public String getIngediend() {
        return ingediend;
    }

    public void setIngediend(String ingediend) {
        this.ingediend = ingediend;
    }

    public String getLocatie() {
        return locatie;
    }

    public void setLocatie(String locatie) {
        this.locatie = locatie;
    }

    public String getOmschrijving() {
        return omschrijving;
    }

    public void setOmschrijving(String omschrijving) {
        this.omschrijving = omschrijving;
    }

    public String getBouwkosten() {
        return bouwkosten;
    }

    public void setBouwkosten(String bouwkosten) {
        this.bouwkosten = bouwkosten;
    }

    public String getBomen() {
        return bomen;
    }

    public void setBomen(String bomen) {
        this.bomen = bomen;
    }

    public String getBezoekers() {
        return bezoekers;
    }

    public void setBezoekers(String bezoekers) {
        this.bezoekers = bezoekers;
    }

    public String getDagen() {
        return dagen;
    }

    public void setDagen(String dagen) {
        this.dagen = dagen;
    }

    public String getMonument() {
        return monument;
    }

    public void setMonument(String monument) {
        this.monument = monument;
    }

    public String getVereniging() {
        return vereniging;
    }

    public void setVereniging(String vereniging) {
        this.vereniging = vereniging;
    }
}
