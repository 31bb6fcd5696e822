package nl.meerwijk.vergunning.util;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/**
 * Datums in de vorm dd-MM-jj en dd-MM-jjjj.
 */
public class DatumUtil {
    private static final SimpleDateFormat KORT = new SimpleDateFormat("dd-MM-yy");
    private static final SimpleDateFormat LANG = new SimpleDateFormat("dd-MM-yyyy");

    static {
        // 1930 t/m 2029
        KORT.set2DigitYearStart(new GregorianCalendar(1930, Calendar.JANUARY, 1).getTime());
        KORT.setLenient(false);
        LANG.setLenient(false);
    }

    /** Geeft null als de tekst geen datum is. */
    public static Date parse(String tekst) {
        if (tekst == null) {
            return null;
        }
        tekst = tekst.trim();
        try {
            if (tekst.length() == 8) {
                return KORT.parse(tekst);
            } else if (tekst.length() == 10) {
                return LANG.parse(tekst);
            }
        } catch (ParseException e) {
            return null;
        }
        return null;
    }

    public static String format(Date datum) {
        if (datum == null) {
            return "";
        }
        return LANG.format(datum);
    }

    /** Voor in een SQL-opdracht (Oracle). */
    public static String sql(Date datum) {
        if (datum == null) {
            return "NULL";
        }
        return "TO_DATE('" + LANG.format(datum) + "','DD-MM-YYYY')";
    }

    public static Date plusWeken(Date datum, int weken) {
        Calendar cal = new GregorianCalendar();
        cal.setTime(datum);
        cal.add(Calendar.DATE, weken * 7);
        return cal.getTime();
    }

    public static boolean inWeekend(Date datum) {
        Calendar cal = new GregorianCalendar();
        cal.setTime(datum);
        int dag = cal.get(Calendar.DAY_OF_WEEK);
        return dag == Calendar.SATURDAY || dag == Calendar.SUNDAY;
    }

    public static int leeftijd(Date geboren, Date peil) {
        Calendar g = new GregorianCalendar();
        Calendar p = new GregorianCalendar();
        g.setTime(geboren);
        p.setTime(peil);
        int jaren = p.get(Calendar.YEAR) - g.get(Calendar.YEAR);
        if (p.get(Calendar.MONTH) < g.get(Calendar.MONTH)) {
            jaren = jaren - 1;
        } else if (p.get(Calendar.MONTH) == g.get(Calendar.MONTH)
                && p.get(Calendar.DAY_OF_MONTH) < g.get(Calendar.DAY_OF_MONTH)) {
            jaren = jaren - 1;
        }
        return jaren;
    }
}
