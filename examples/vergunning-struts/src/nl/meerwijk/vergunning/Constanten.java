package nl.meerwijk.vergunning;

/**
 * Constanten van de vergunningenapplicatie.
 *
 * @author Hylke Ringnalda-Vos
 */
public interface Constanten {
    int SOORT_BOUW = 1;
    int SOORT_KAP = 2;
    int SOORT_INRIT = 3;
    int SOORT_EVENEMENT = 4;

    int STATUS_INGEDIEND = 10;
    int STATUS_ONVOLLEDIG = 15;
    int STATUS_IN_BEHANDELING = 20;
    int STATUS_VERLEEND = 30;
    int STATUS_GEWEIGERD = 40;
    int STATUS_INGETROKKEN = 50;

    String SESSIE_GEBRUIKER = "gebruiker";
    String SESSIE_ROL = "rol";
    String ROL_BALIE = "balie";
    String ROL_BEHANDELAAR = "behandelaar";

    String[] SOORTEN = {"", "bouw", "kap", "inrit", "evenement"};

    int MAX_ZOEKRESULTAAT = 50;
}
