import java.sql.*;

class DossierDao {
    private static final String TABLE = "dossier";

    ResultSet find(Statement statement, Connection connection, String name, int number) throws SQLException {
        // ruleid: JAV18
        ResultSet found = statement.executeQuery("SELECT * FROM dossier WHERE name = '" + name + "'");
        // ruleid: JAV18
        String sql = "update dossier set name = '" + name + "' where nr = " + number;
        // ruleid: JAV18
        statement.executeUpdate("DELETE FROM " + TABLE + " WHERE nr = " + number);
        // ruleid: JAV18
        sql = "SELECT note FROM note WHERE text = \"x\" AND nr = "
            + number;
        // ok: JAV18
        String query = "SELECT * FROM dossier " + "WHERE nr = ?";
        // ok: JAV18
        String insertSql = "INSERT INTO " + TABLE + " VALUES (?, ?)";
        // ok: JAV18
        String message = "Select the dossier of " + name;
        // ok: JAV18
        PreparedStatement safe = connection.prepareStatement("SELECT * FROM dossier WHERE nr = ?");
        return message.isEmpty() ? found : safe.executeQuery();
    }
}
