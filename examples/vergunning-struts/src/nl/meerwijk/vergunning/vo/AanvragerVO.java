package nl.meerwijk.vergunning.vo;

import java.io.Serializable;
import java.util.Date;

/**
 * De aanvrager van een vergunning.
 */
public class AanvragerVO implements Serializable {
    private String bsn;
    private String naam;
    private String adres;
    private String postcode;
    private String telefoon;
    private String email;
    private String rekening;
    private Date geboren;

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

    public Date getGeboren() {
        return geboren;
    }

    public void setGeboren(Date geboren) {
        this.geboren = geboren;
    }
}
