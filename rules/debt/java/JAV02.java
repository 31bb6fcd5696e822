import java.util.*;

// ruleid: JAV02
class Dossiers implements Enumeration {
    public boolean hasMoreElements() {
        return false;
    }

    public Object nextElement() {
        return null;
    }

    Enumeration<String> none() {
        // ruleid: JAV02
        return new Enumeration<String>() {
            public boolean hasMoreElements() {
                return false;
            }

            public String nextElement() {
                return null;
            }
        };
    }

    // ok: JAV02
    Enumeration<String> given(Enumeration<String> known) {
        return known;
    }
}

// ok: JAV02
class Payments implements Iterator<String> {
    public boolean hasNext() {
        return false;
    }

    public String next() {
        return null;
    }
}
