package nl.meerwijk.stub.struts;

import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Vector;

/** Shape of org.apache.struts.action.ActionErrors. */
public class ActionErrors {
    private final Vector properties = new Vector();
    private final Hashtable errors = new Hashtable();

    public void add(String property, ActionError error) {
        properties.addElement(property);
        if (!errors.containsKey(property)) {
            errors.put(property, error);
        }
    }

    public ActionError first(String property) {
        return (ActionError) errors.get(property);
    }

    public Enumeration properties() {
        return properties.elements();
    }

    public boolean isEmpty() {
        return properties.isEmpty();
    }

    public int size() {
        return properties.size();
    }
}
