package nl.meerwijk.keten;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Leest de uitkering van een client. */
public class UitkeringDao {
    private final Connection verbinding;

    public UitkeringDao(Connection verbinding) {
        this.verbinding = verbinding;
    }

    public String bedrag(int nummer) throws SQLException {
        PreparedStatement vraag = null;
        try {
            vraag = verbinding.prepareStatement("SELECT bedrag FROM uitkering WHERE nummer = ?");
            vraag.setInt(1, nummer);
            ResultSet rij = vraag.executeQuery();
            return rij.next() ? rij.getString(1) : null;
        } finally {
            if (vraag != null) {
                vraag.close();
            }
        }
    }
}
