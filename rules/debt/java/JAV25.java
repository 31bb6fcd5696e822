import java.util.*;

class Household {
    // ruleid: JAV25
    List members = new ArrayList();

    // ok: JAV25
    List<String> names = new ArrayList<>();

    // ruleid: JAV25
    Map byYear(
            // ruleid: JAV25
            Collection years,
            // ok: JAV25
            Collection<Integer> amounts) {
        // ok: JAV25
        Iterator each = years.iterator();
        return Map.of(each.next(), names, amounts, members);
    }

    // ok: JAV25
    Map<String, String> byName() {
        return Map.of();
    }
}
