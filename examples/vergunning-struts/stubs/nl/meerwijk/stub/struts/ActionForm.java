package nl.meerwijk.stub.struts;

import nl.meerwijk.stub.servlet.HttpRequest;

/** Shape of org.apache.struts.action.ActionForm. */
public abstract class ActionForm {
    public void reset(ActionMapping mapping, HttpRequest request) {
    }

    public ActionErrors validate(ActionMapping mapping, HttpRequest request) {
        return null;
    }
}
