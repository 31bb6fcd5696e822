package nl.meerwijk.vergunning.vo;

import java.io.Serializable;
import java.util.Date;

import nl.meerwijk.vergunning.Constanten;

/**
 * Een vergunningaanvraag. Welke velden gevuld zijn hangt af van de soort.
 */
public class AanvraagVO implements Serializable {
    private long nummer;
    private int soort;
    private int status = Constanten.STATUS_INGEDIEND;
    private AanvragerVO aanvrager;
    private Date ingediend;
    private Date besloten;
    private String locatie;
    private String omschrijving;
    private long bouwkosten;
    private int aantalBomen;
    private int aantalBezoekers;
    private int aantalDagen = 1;
    private boolean monument;
    private boolean vereniging;
    private long leges;
    private String behandelaar;

    public long getNummer() {
        return nummer;
    }

    public void setNummer(long nummer) {
        this.nummer = nummer;
    }

    public int getSoort() {
        return soort;
    }

    public void setSoort(int soort) {
        this.soort = soort;
    }

    public String getSoortNaam() {
        if (soort < 1 || soort >= Constanten.SOORTEN.length) {
            return "onbekend";
        }
        return Constanten.SOORTEN[soort];
    }

    public int getStatus() {
        return status;
    }

    public void setStatus(int status) {
        this.status = status;
    }

    public AanvragerVO getAanvrager() {
        return aanvrager;
    }

    public void setAanvrager(AanvragerVO aanvrager) {
        this.aanvrager = aanvrager;
    }

    public Date getIngediend() {
        return ingediend;
    }

    public void setIngediend(Date ingediend) {
        this.ingediend = ingediend;
    }

    public Date getBesloten() {
        return besloten;
    }

    public void setBesloten(Date besloten) {
        this.besloten = besloten;
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

    /** In centen. */
    public long getBouwkosten() {
        return bouwkosten;
    }

    public void setBouwkosten(long bouwkosten) {
        this.bouwkosten = bouwkosten;
    }

    public int getAantalBomen() {
        return aantalBomen;
    }

    public void setAantalBomen(int aantalBomen) {
        this.aantalBomen = aantalBomen;
    }

    public int getAantalBezoekers() {
        return aantalBezoekers;
    }

    public void setAantalBezoekers(int aantalBezoekers) {
        this.aantalBezoekers = aantalBezoekers;
    }

    public int getAantalDagen() {
        return aantalDagen;
    }

    public void setAantalDagen(int aantalDagen) {
        this.aantalDagen = aantalDagen;
    }

    public boolean isMonument() {
        return monument;
    }

    public void setMonument(boolean monument) {
        this.monument = monument;
    }

    public boolean isVereniging() {
        return vereniging;
    }

    public void setVereniging(boolean vereniging) {
        this.vereniging = vereniging;
    }

    /** In centen. */
    public long getLeges() {
        return leges;
    }

    public void setLeges(long leges) {
        this.leges = leges;
    }

    public String getBehandelaar() {
        return behandelaar;
    }

    public void setBehandelaar(String behandelaar) {
        this.behandelaar = behandelaar;
    }
}
