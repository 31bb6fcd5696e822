package nl.meerwijk.stub.struts;

import nl.meerwijk.stub.servlet.HttpRequest;
import nl.meerwijk.stub.servlet.HttpResponse;

/** Shape of org.apache.struts.action.Action. */
public abstract class Action {
    public static final String ERROR_KEY = "org.apache.struts.action.ERROR";

    public abstract ActionForward execute(ActionMapping mapping, ActionForm form,
            HttpRequest request, HttpResponse response) throws Exception;

    protected void saveErrors(HttpRequest request, ActionErrors errors) {
        request.setAttribute(ERROR_KEY, errors);
    }
}
