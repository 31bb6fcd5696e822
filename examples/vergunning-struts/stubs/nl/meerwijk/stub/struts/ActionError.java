package nl.meerwijk.stub.struts;

/** Shape of org.apache.struts.action.ActionError. */
public class ActionError {
    private final String key;
    private final Object value;

    public ActionError(String key) {
        this(key, null);
    }

    public ActionError(String key, Object value) {
        this.key = key;
        this.value = value;
    }

    public String getKey() {
        return key;
    }

    public Object getValue() {
        return value;
    }
}
