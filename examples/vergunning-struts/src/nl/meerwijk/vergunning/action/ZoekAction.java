package nl.meerwijk.vergunning.action;

import java.util.Collections;
import java.util.Comparator;
import java.util.Vector;

import nl.meerwijk.stub.servlet.HttpRequest;
import nl.meerwijk.stub.servlet.HttpResponse;
import nl.meerwijk.stub.struts.Action;
import nl.meerwijk.stub.struts.ActionErrors;
import nl.meerwijk.stub.struts.ActionForm;
import nl.meerwijk.stub.struts.ActionForward;
import nl.meerwijk.stub.struts.ActionMapping;
import nl.meerwijk.vergunning.dao.DaoFactory;
import nl.meerwijk.vergunning.form.ZoekForm;
import nl.meerwijk.vergunning.vo.AanvraagVO;

/**
 * Zoekt aanvragen; een enkele treffer gaat direct naar het detailscherm.
 */
public class ZoekAction extends Action {
    public ActionForward execute(ActionMapping mapping, ActionForm form, HttpRequest request,
            HttpResponse response) throws Exception {
        ZoekForm zoek = (ZoekForm) form;
        ActionErrors errors = zoek.validate(mapping, request);
        if (!errors.isEmpty()) {
            saveErrors(request, errors);
            return mapping.findForward("invoer");
        }
        Vector gevonden = DaoFactory.getVergunningDao().zoek(zoek.getCriteria());
        Collections.sort(gevonden, new Comparator() {
            public int compare(Object o1, Object o2) {
                AanvraagVO a = (AanvraagVO) o1;
                AanvraagVO b = (AanvraagVO) o2;
                int c = a.getIngediend().compareTo(b.getIngediend());
                if (c != 0) {
                    return c;
                }
                return (int) (a.getNummer() - b.getNummer());
            }
        });
        request.setAttribute("aantal", new Integer(gevonden.size()));
        if (gevonden.size() == 1) {
            request.setAttribute("aanvraag", gevonden.elementAt(0));
            return mapping.findForward("detail");
        }
        request.setAttribute("aanvragen", gevonden);
        return mapping.findForward("lijst");
    }
}
