package nl.meerwijk.vergunning.form;

import java.util.Hashtable;

import nl.meerwijk.stub.servlet.HttpRequest;
import nl.meerwijk.stub.struts.ActionError;
import nl.meerwijk.stub.struts.ActionErrors;
import nl.meerwijk.stub.struts.ActionForm;
import nl.meerwijk.stub.struts.ActionMapping;
import nl.meerwijk.vergunning.util.TekstUtil;

/**
 * Zoekscherm.
 */
public class ZoekForm extends ActionForm {
    private String nummer;
    private String bsn;
    private String naam;
    private String soort;
    private String status;

    public void reset(ActionMapping mapping, HttpRequest request) {
        nummer = null;
        bsn = null;
        naam = null;
        soort = null;
        status = null;
    }

    public ActionErrors validate(ActionMapping mapping, HttpRequest request) {
        ActionErrors errors = new ActionErrors();
        if (!TekstUtil.leeg(nummer)) {
            try {
                Long.parseLong(nummer.trim());
            } catch (NumberFormatException e) {
                errors.add("nummer", new ActionError("fout.nummer", nummer));
            }
        }
        if (TekstUtil.leeg(nummer) && TekstUtil.leeg(bsn) && TekstUtil.leeg(naam)
                && TekstUtil.leeg(soort) && TekstUtil.leeg(status)) {
            errors.add("zoek", new ActionError("fout.zoek.leeg"));
        }
        if (!TekstUtil.leeg(naam) && naam.trim().length() < 2) {
            errors.add("naam", new ActionError("fout.naam.kort"));
        }
        return errors;
    }

    public Hashtable getCriteria() {
        Hashtable criteria = new Hashtable();
        zet(criteria, "nummer", nummer);
        zet(criteria, "bsn", bsn);
        zet(criteria, "naam", naam);
        zet(criteria, "soort", soort);
        zet(criteria, "status", status);
        return criteria;
    }

    private void zet(Hashtable criteria, String sleutel, String waarde) {
        if (!TekstUtil.leeg(waarde)) {
            criteria.put(sleutel, waarde.trim());
        }
    }

    public String getNummer() {
        return nummer;
    }

    public void setNummer(String nummer) {
        this.nummer = nummer;
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

    public String getSoort() {
        return soort;
    }

    public void setSoort(String soort) {
        this.soort = soort;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }
}
