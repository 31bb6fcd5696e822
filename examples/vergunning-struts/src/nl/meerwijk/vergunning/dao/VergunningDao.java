package nl.meerwijk.vergunning.dao;

import java.util.Hashtable;
import java.util.Vector;

import nl.meerwijk.vergunning.vo.AanvraagVO;

/**
 * Toegang tot de aanvragen.
 */
public interface VergunningDao {
    /** Sleutels: nummer, bsn, naam (begin), soort, status. Geeft AanvraagVO's. */
    Vector zoek(Hashtable criteria) throws DaoException;

    /** Geeft null als het nummer niet bestaat. */
    AanvraagVO haal(long nummer) throws DaoException;

    /** Geeft het nieuwe nummer. */
    long bewaar(AanvraagVO aanvraag) throws DaoException;

    void wijzigStatus(long nummer, int status, String behandelaar) throws DaoException;
}
