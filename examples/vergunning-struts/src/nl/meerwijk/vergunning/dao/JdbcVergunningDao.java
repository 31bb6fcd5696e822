package nl.meerwijk.vergunning.dao;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Date;
import java.util.Hashtable;
import java.util.Properties;
import java.util.Vector;

import nl.meerwijk.vergunning.Constanten;
import nl.meerwijk.vergunning.util.DatumUtil;
import nl.meerwijk.vergunning.util.TekstUtil;
import nl.meerwijk.vergunning.vo.AanvraagVO;
import nl.meerwijk.vergunning.vo.AanvragerVO;

/**
 * Oracle-versie. Bij storing: DBA Gijsbrecht Wolfaartsdijk, 06-00000851.
 */
public class JdbcVergunningDao implements VergunningDao {
    private static final String KOLOMMEN = "A.NUMMER, A.SOORT, A.STATUS, A.INGEDIEND, "
            + "A.BESLOTEN, A.LOCATIE, A.OMSCHRIJVING, A.BOUWKOSTEN, A.BOMEN, A.BEZOEKERS, "
            + "A.DAGEN, A.MONUMENT, A.VERENIGING, A.LEGES, A.BEHANDELAAR, P.BSN, P.NAAM, "
            + "P.ADRES, P.POSTCODE, P.TELEFOON, P.EMAIL, P.REKENING, P.GEBOREN";

    private String url;
    private String gebruiker;
    private String wachtwoord;

    public JdbcVergunningDao(Properties props) throws DaoException {
        url = props.getProperty("db.url");
        gebruiker = props.getProperty("db.gebruiker");
        wachtwoord = props.getProperty("db.wachtwoord");
        try {
            Class.forName(props.getProperty("db.driver"));
        } catch (ClassNotFoundException e) {
            throw new DaoException("driver ontbreekt", e);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, gebruiker, wachtwoord);
    }

    public Vector zoek(Hashtable criteria) throws DaoException {
        String sql = "SELECT " + KOLOMMEN + " FROM AANVRAAG A, AANVRAGER P"
                + " WHERE A.AANVRAGER_BSN = P.BSN";
        if (criteria.get("nummer") != null) {
            sql = sql + " AND A.NUMMER = " + criteria.get("nummer");
        }
        if (criteria.get("bsn") != null) {
            sql = sql + " AND P.BSN = '" + criteria.get("bsn") + "'";
        }
        if (criteria.get("naam") != null) {
            sql = sql + " AND UPPER(P.NAAM) LIKE '"
                    + criteria.get("naam").toString().toUpperCase() + "%'";
        }
        if (criteria.get("soort") != null) {
            sql = sql + " AND A.SOORT = " + criteria.get("soort");
        }
        if (criteria.get("status") != null) {
            sql = sql + " AND A.STATUS = " + criteria.get("status");
        }
        sql = sql + " AND ROWNUM <= " + Constanten.MAX_ZOEKRESULTAAT + " ORDER BY A.NUMMER";
        return lees(sql);
    }

    public AanvraagVO haal(long nummer) throws DaoException {
        Vector gevonden = lees("SELECT " + KOLOMMEN + " FROM AANVRAAG A, AANVRAGER P"
                + " WHERE A.AANVRAGER_BSN = P.BSN AND A.NUMMER = " + nummer);
        if (gevonden.isEmpty()) {
            return null;
        }
        return (AanvraagVO) gevonden.elementAt(0);
    }

    private Vector lees(String sql) throws DaoException {
        Connection con = null;
        Statement st = null;
        ResultSet rs = null;
        Vector resultaat = new Vector();
        System.out.println("SQL: " + sql);
        try {
            con = open();
            st = con.createStatement();
            rs = st.executeQuery(sql);
            while (rs.next()) {
                resultaat.addElement(maak(rs));
            }
        } catch (SQLException e) {
            throw new DaoException("zoeken mislukt", e);
        } finally {
            sluit(rs, st, con);
        }
        return resultaat;
    }

    private AanvraagVO maak(ResultSet rs) throws SQLException {
        AanvraagVO a = new AanvraagVO();
        a.setNummer(rs.getLong(1));
        a.setSoort(rs.getInt(2));
        a.setStatus(rs.getInt(3));
        a.setIngediend(rs.getDate(4));
        a.setBesloten(rs.getDate(5));
        a.setLocatie(rs.getString(6));
        a.setOmschrijving(rs.getString(7));
        a.setBouwkosten(rs.getLong(8));
        a.setAantalBomen(rs.getInt(9));
        a.setAantalBezoekers(rs.getInt(10));
        a.setAantalDagen(rs.getInt(11));
        a.setMonument("J".equals(rs.getString(12)));
        a.setVereniging("J".equals(rs.getString(13)));
        a.setLeges(rs.getLong(14));
        a.setBehandelaar(rs.getString(15));
        AanvragerVO p = new AanvragerVO();
        p.setBsn(rs.getString(16));
        p.setNaam(rs.getString(17));
        p.setAdres(rs.getString(18));
        p.setPostcode(rs.getString(19));
        p.setTelefoon(rs.getString(20));
        p.setEmail(rs.getString(21));
        p.setRekening(rs.getString(22));
        p.setGeboren(rs.getDate(23));
        a.setAanvrager(p);
        return a;
    }

    public long bewaar(AanvraagVO a) throws DaoException {
        Connection con = null;
        Statement st = null;
        ResultSet rs = null;
        try {
            con = open();
            con.setAutoCommit(false);
            st = con.createStatement();
            AanvragerVO p = a.getAanvrager();
            int n = st.executeUpdate("UPDATE AANVRAGER SET NAAM = " + TekstUtil.quote(p.getNaam())
                    + ", ADRES = " + TekstUtil.quote(p.getAdres())
                    + ", POSTCODE = '" + p.getPostcode() + "'"
                    + ", TELEFOON = '" + p.getTelefoon() + "'"
                    + ", EMAIL = '" + p.getEmail() + "'"
                    + ", REKENING = '" + p.getRekening() + "'"
                    + " WHERE BSN = '" + p.getBsn() + "'");
            if (n == 0) {
                st.executeUpdate("INSERT INTO AANVRAGER (BSN, NAAM, ADRES, POSTCODE, TELEFOON, "
                        + "EMAIL, REKENING, GEBOREN) VALUES ('" + p.getBsn() + "', "
                        + TekstUtil.quote(p.getNaam()) + ", " + TekstUtil.quote(p.getAdres())
                        + ", '" + p.getPostcode() + "', '" + p.getTelefoon() + "', '"
                        + p.getEmail() + "', '" + p.getRekening() + "', "
                        + DatumUtil.sql(p.getGeboren()) + ")");
            }
            rs = st.executeQuery("SELECT SEQ_AANVRAAG.NEXTVAL FROM DUAL");
            rs.next();
            long nummer = rs.getLong(1);
            st.executeUpdate("INSERT INTO AANVRAAG (NUMMER, SOORT, STATUS, INGEDIEND, "
                    + "AANVRAGER_BSN, LOCATIE, OMSCHRIJVING, BOUWKOSTEN, BOMEN, BEZOEKERS, "
                    + "DAGEN, MONUMENT, VERENIGING, LEGES) VALUES (" + nummer + ", "
                    + a.getSoort() + ", " + a.getStatus() + ", "
                    + DatumUtil.sql(a.getIngediend()) + ", '" + p.getBsn() + "', "
                    + TekstUtil.quote(a.getLocatie()) + ", "
                    + TekstUtil.quote(a.getOmschrijving()) + ", " + a.getBouwkosten() + ", "
                    + a.getAantalBomen() + ", " + a.getAantalBezoekers() + ", "
                    + a.getAantalDagen() + ", '" + (a.isMonument() ? "J" : "N") + "', '"
                    + (a.isVereniging() ? "J" : "N") + "', " + a.getLeges() + ")");
            con.commit();
            a.setNummer(nummer);
            return nummer;
        } catch (SQLException e) {
            terug(con);
            throw new DaoException("bewaren mislukt", e);
        } finally {
            sluit(rs, st, con);
        }
    }

    public void wijzigStatus(long nummer, int status, String behandelaar) throws DaoException {
        Connection con = null;
        Statement st = null;
        String besloten = "";
        if (status == Constanten.STATUS_VERLEEND || status == Constanten.STATUS_GEWEIGERD) {
            besloten = ", BESLOTEN = " + DatumUtil.sql(new Date());
        }
        try {
            con = open();
            st = con.createStatement();
            int n = st.executeUpdate("UPDATE AANVRAAG SET STATUS = " + status
                    + ", BEHANDELAAR = '" + behandelaar + "'" + besloten
                    + " WHERE NUMMER = " + nummer);
            if (n != 1) {
                throw new DaoException("aanvraag " + nummer + " bestaat niet");
            }
        } catch (SQLException e) {
            throw new DaoException("wijzigen mislukt", e);
        } finally {
            sluit(null, st, con);
        }
    }

    private void terug(Connection con) {
        try {
            if (con != null) {
                con.rollback();
            }
        } catch (SQLException e) {
            e.printStackTrace();
        }
    }

    private void sluit(ResultSet rs, Statement st, Connection con) {
        try {
            if (rs != null) {
                rs.close();
            }
            if (st != null) {
                st.close();
            }
            if (con != null) {
                con.close();
            }
        } catch (SQLException e) {
            // niets aan te doen
        }
    }
}
