package nl.meerwijk.vergunning.dao;

/**
 * Fout in de gegevenslaag.
 */
public class DaoException extends Exception {
    public DaoException(String melding) {
        super(melding);
    }

    public DaoException(String melding, Throwable oorzaak) {
        super(melding, oorzaak);
    }
}
