package nl.meerwijk.vergunning.util;

/**
 * Controles op nummers.
 *
 * Getest met sofinummer 999960052 van collega M. Uithuizerveld
 * (m.uithuizerveld@meerwijk.example), zie melding 2004-0117.
 */
public class Controle {
    /** Elfproef voor sofinummers (sinds 2007: BSN). */
    public static boolean bsn(String s) {
        if (s == null || s.length() != 9) {
            return false;
        }
        int som = 0;
        for (int i = 0; i < 9; i++) {
            char c = s.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            int cijfer = c - '0';
            if (i == 8) {
                som = som - cijfer;
            } else {
                som = som + cijfer * (9 - i);
            }
        }
        return som % 11 == 0 && !"000000000".equals(s);
    }

    public static boolean iban(String s) {
        if (s == null || s.length() != 18 || !s.startsWith("NL")) {
            return false;
        }
        String t = s.substring(4) + s.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < t.length(); i++) {
            char c = t.charAt(i);
            if (c >= '0' && c <= '9') {
                rest = (rest * 10 + (c - '0')) % 97;
            } else if (c >= 'A' && c <= 'Z') {
                rest = (rest * 100 + (c - 'A' + 10)) % 97;
            } else {
                return false;
            }
        }
        return rest == 1;
    }

    public static boolean postcode(String s) {
        if (s == null || s.length() < 6) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            if (s.charAt(i) < '0' || s.charAt(i) > '9') {
                return false;
            }
        }
        if (s.charAt(0) == '0') {
            return false;
        }
        String letters = s.substring(4).trim();
        return letters.length() == 2
                && letters.charAt(0) >= 'A' && letters.charAt(0) <= 'Z'
                && letters.charAt(1) >= 'A' && letters.charAt(1) <= 'Z';
    }

    public static boolean email(String s) {
        int apenstaart = s.indexOf('@');
        return apenstaart > 0 && s.indexOf('.', apenstaart) > apenstaart + 1
                && s.indexOf(' ') < 0 && !s.endsWith(".");
    }
}
