import java.util.Date;

class Term {
    Object[] dates(Date given, String text) {
        // ruleid: JAV06
        Date start = new Date(98, 0, 31);
        // ruleid: JAV06
        Date end = new Date("31 Dec 1999");
        // ruleid: JAV06
        int year = new Date().getYear() + 1900;
        // ruleid: JAV06
        long moment = Date.parse(text);
        // ruleid: JAV06
        String shown = given.toGMTString();
        // ok: JAV06
        Date now = new Date();
        // ok: JAV06
        Date later = new Date(now.getTime() + 1000L);
        // ok: JAV06
        int day = java.time.LocalDate.now().getYear();
        return new Object[] {start, end, year, moment, shown, later, day};
    }
}
