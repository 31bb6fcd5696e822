package nl.meerwijk.stub.struts;

import java.util.Hashtable;

/** Shape of org.apache.struts.action.ActionMapping. */
public class ActionMapping {
    private final Hashtable forwards = new Hashtable();

    public void addForward(ActionForward forward) {
        forwards.put(forward.getName(), forward);
    }

    public ActionForward findForward(String name) {
        return (ActionForward) forwards.get(name);
    }
}
