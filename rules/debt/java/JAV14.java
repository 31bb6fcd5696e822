import java.text.*;
import java.util.*;

class Dates {
    // ruleid: JAV14
    private static final SimpleDateFormat DUTCH = new SimpleDateFormat("dd-MM-yyyy");
    // ruleid: JAV14
    static Calendar today = Calendar.getInstance();
    // ok: JAV14
    private final SimpleDateFormat own = new SimpleDateFormat("yyyy");
    // ok: JAV14
    private static final String PATTERN = "dd-MM-yyyy";

    String year(Date date) {
        // ok: JAV14
        SimpleDateFormat local = new SimpleDateFormat(PATTERN);
        return local.format(date) + own.format(date) + DUTCH.format(today);
    }
}
