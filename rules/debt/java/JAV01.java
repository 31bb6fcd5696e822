import java.util.*;

class Register {
    // ruleid: JAV01
    private Vector names = new Vector();
    // ruleid: JAV01
    private Map<String, String> streets = new Hashtable<String, String>();
    // ok: JAV01
    private List<String> cities = new ArrayList<String>();

    Object open() {
        // ruleid: JAV01
        Object stack = new java.util.Stack();
        // ok: JAV01
        Vector shared = names;
        // ok: JAV01
        return new VectorImage(shared, stack);
    }
}
