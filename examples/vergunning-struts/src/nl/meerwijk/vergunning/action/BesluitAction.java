package nl.meerwijk.vergunning.action;

import nl.meerwijk.stub.servlet.HttpRequest;
import nl.meerwijk.stub.servlet.HttpResponse;
import nl.meerwijk.stub.servlet.HttpSession;
import nl.meerwijk.stub.struts.Action;
import nl.meerwijk.stub.struts.ActionError;
import nl.meerwijk.stub.struts.ActionErrors;
import nl.meerwijk.stub.struts.ActionForm;
import nl.meerwijk.stub.struts.ActionForward;
import nl.meerwijk.stub.struts.ActionMapping;
import nl.meerwijk.vergunning.Constanten;
import nl.meerwijk.vergunning.dao.DaoFactory;
import nl.meerwijk.vergunning.dao.VergunningDao;
import nl.meerwijk.vergunning.vo.AanvraagVO;

/**
 * Zet de status van een aanvraag. Alleen voor behandelaars.
 */
public class BesluitAction extends Action {
    public ActionForward execute(ActionMapping mapping, ActionForm form, HttpRequest request,
            HttpResponse response) throws Exception {
        HttpSession sessie = request.getSession(false);
        ActionErrors errors = new ActionErrors();
        if (sessie == null
                || !Constanten.ROL_BEHANDELAAR.equals(sessie.getAttribute(Constanten.SESSIE_ROL))) {
            errors.add("rol", new ActionError("fout.rol"));
            saveErrors(request, errors);
            return mapping.findForward("geweigerd");
        }
        VergunningDao dao = DaoFactory.getVergunningDao();
        long nummer = Long.parseLong(request.getParameter("nummer"));
        int status = Integer.parseInt(request.getParameter("status"));
        AanvraagVO aanvraag = dao.haal(nummer);
        if (aanvraag == null) {
            errors.add("nummer", new ActionError("fout.nummer", new Long(nummer)));
        } else if (!toegestaan(aanvraag.getStatus(), status)) {
            errors.add("status", new ActionError("fout.status", new Integer(status)));
        }
        if (!errors.isEmpty()) {
            saveErrors(request, errors);
            return mapping.findForward("invoer");
        }
        dao.wijzigStatus(nummer, status,
                (String) sessie.getAttribute(Constanten.SESSIE_GEBRUIKER));
        request.setAttribute("aanvraag", dao.haal(nummer));
        return mapping.findForward("detail");
    }

    private boolean toegestaan(int van, int naar) {
        switch (van) {
            case Constanten.STATUS_INGEDIEND:
                return naar == Constanten.STATUS_IN_BEHANDELING
                        || naar == Constanten.STATUS_ONVOLLEDIG
                        || naar == Constanten.STATUS_INGETROKKEN;
            case Constanten.STATUS_ONVOLLEDIG:
                return naar == Constanten.STATUS_INGEDIEND
                        || naar == Constanten.STATUS_INGETROKKEN;
            case Constanten.STATUS_IN_BEHANDELING:
                return naar == Constanten.STATUS_VERLEEND
                        || naar == Constanten.STATUS_GEWEIGERD
                        || naar == Constanten.STATUS_INGETROKKEN;
            default:
                return false;
        }
    }
}
