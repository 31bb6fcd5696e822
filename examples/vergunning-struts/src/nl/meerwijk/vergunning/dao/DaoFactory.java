package nl.meerwijk.vergunning.dao;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.Properties;

/**
 * Geeft de DAO; de klasse staat in vergunning.properties.
 */
public class DaoFactory {
    private static VergunningDao instantie;

    public static synchronized VergunningDao getVergunningDao() throws DaoException {
        if (instantie == null) {
            String bestand = System.getProperty("vergunning.conf", "vergunning.properties");
            Properties props = new Properties();
            try {
                FileInputStream in = new FileInputStream(bestand);
                props.load(in);
                in.close();
            } catch (IOException e) {
                throw new DaoException("configuratie " + bestand, e);
            }
            instantie = new JdbcVergunningDao(props);
        }
        return instantie;
    }

    public static synchronized void setVergunningDao(VergunningDao dao) {
        instantie = dao;
    }
}
