package nl.meerwijk.stub.struts;

/** Shape of org.apache.struts.action.ActionForward. */
public class ActionForward {
    private final String name;
    private final String path;

    public ActionForward(String name, String path) {
        this.name = name;
        this.path = path;
    }

    public String getName() {
        return name;
    }

    public String getPath() {
        return path;
    }
}
