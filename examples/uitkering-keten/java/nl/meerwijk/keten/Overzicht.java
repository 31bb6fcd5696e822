package nl.meerwijk.keten;

import java.sql.Connection;
import java.sql.DriverManager;

/** Drukt een uitkering af; wordt gestart door bin/nacht.ksh. */
public class Overzicht {
    public static void main(String[] argumenten) throws Exception {
        Connection verbinding = DriverManager.getConnection(argumenten[0]);
        UitkeringDao dao = new UitkeringDao(verbinding);
        System.out.println(dao.bedrag(Integer.parseInt(argumenten[1])));
    }
}
