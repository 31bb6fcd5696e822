package nl.meerwijk.vergunning.util;

/**
 * Kleine hulpjes voor teksten en bedragen.
 */
public class TekstUtil {
    public static boolean leeg(String s) {
        return s == null || s.trim().length() == 0;
    }

    public static String nvl(String s) {
        if (s == null) {
            return "";
        }
        return s;
    }

    /** Verdubbelt enkele aanhalingstekens voor SQL. */
    public static String quote(String s) {
        StringBuffer sb = new StringBuffer("'");
        for (int i = 0; i < nvl(s).length(); i++) {
            char c = s.charAt(i);
            if (c == '\'') {
                sb.append('\'');
            }
            sb.append(c);
        }
        sb.append("'");
        return sb.toString();
    }

    public static String html(String s) {
        StringBuffer sb = new StringBuffer();
        for (int i = 0; i < nvl(s).length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '<':
                    sb.append("&lt;");
                    break;
                case '>':
                    sb.append("&gt;");
                    break;
                case '&':
                    sb.append("&amp;");
                    break;
                default:
                    sb.append(c);
            }
        }
        return sb.toString();
    }

    /** Bedrag in centen als 1.234,56. */
    public static String bedrag(long cent) {
        String teken = "";
        if (cent < 0) {
            teken = "-";
            cent = -cent;
        }
        String euro = String.valueOf(cent / 100);
        String rest = String.valueOf(cent % 100);
        if (rest.length() < 2) {
            rest = "0" + rest;
        }
        StringBuffer sb = new StringBuffer();
        int teller = 0;
        for (int i = euro.length() - 1; i >= 0; i--) {
            if (teller == 3) {
                sb.insert(0, '.');
                teller = 0;
            }
            sb.insert(0, euro.charAt(i));
            teller++;
        }
        return teken + sb.toString() + "," + rest;
    }

    /** Leest 1.234,56 of 1234 als centen; -1 als het geen bedrag is. */
    public static long cent(String s) {
        if (leeg(s)) {
            return -1;
        }
        StringBuffer sb = new StringBuffer();
        int komma = -1;
        s = s.trim();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= '0' && c <= '9') {
                sb.append(c);
            } else if (c == ',' && komma < 0) {
                komma = sb.length();
            } else if (c != '.') {
                return -1;
            }
        }
        if (sb.length() == 0 || sb.length() > 12) {
            return -1;
        }
        if (komma < 0) {
            sb.append("00");
        } else {
            int decimalen = sb.length() - komma;
            if (decimalen > 2) {
                return -1;
            }
            for (; decimalen < 2; decimalen++) {
                sb.append('0');
            }
        }
        return Long.parseLong(sb.toString());
    }
}
