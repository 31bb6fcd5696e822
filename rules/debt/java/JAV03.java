import java.util.*;

class Household {
    // ok: JAV03
    private List members = new ArrayList();

    // ok: JAV03
    Object first(Collection years, List<String> names) {
        // ruleid: JAV03
        Iterator each = years.iterator();
        // ruleid: JAV03
        for (Iterator member = members.iterator(); member.hasNext();) {
            // ruleid: JAV03
            final Map found = (Map) member.next();
            each = found.keySet().iterator();
        }
        // ok: JAV03
        Iterator<String> name = names.iterator();
        // ok: JAV03
        String first = (String) each.next();
        return first + name.next();
    }
}
