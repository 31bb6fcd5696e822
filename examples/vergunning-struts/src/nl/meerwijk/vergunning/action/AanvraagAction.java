package nl.meerwijk.vergunning.action;

import nl.meerwijk.stub.servlet.HttpRequest;
import nl.meerwijk.stub.servlet.HttpResponse;
import nl.meerwijk.stub.struts.Action;
import nl.meerwijk.stub.struts.ActionErrors;
import nl.meerwijk.stub.struts.ActionForm;
import nl.meerwijk.stub.struts.ActionForward;
import nl.meerwijk.stub.struts.ActionMapping;
import nl.meerwijk.vergunning.dao.DaoFactory;
import nl.meerwijk.vergunning.form.AanvraagForm;
import nl.meerwijk.vergunning.leges.LegesBerekening;
import nl.meerwijk.vergunning.leges.Termijn;
import nl.meerwijk.vergunning.util.DatumUtil;
import nl.meerwijk.vergunning.vo.AanvraagVO;

/**
 * Neemt een nieuwe aanvraag aan en berekent de leges.
 */
public class AanvraagAction extends Action {
    public ActionForward execute(ActionMapping mapping, ActionForm form, HttpRequest request,
            HttpResponse response) throws Exception {
        AanvraagForm invoer = (AanvraagForm) form;
        ActionErrors errors = invoer.validate(mapping, request);
        if (!errors.isEmpty()) {
            saveErrors(request, errors);
            return mapping.findForward("invoer");
        }
        AanvraagVO aanvraag = invoer.naarVO();
        aanvraag.setLeges(new LegesBerekening().bereken(aanvraag));
        long nummer = DaoFactory.getVergunningDao().bewaar(aanvraag);
        request.setAttribute("nummer", new Long(nummer));
        request.setAttribute("uiterlijk", DatumUtil.format(Termijn.uiterlijk(aanvraag)));
        request.setAttribute("aanvraag", aanvraag);
        return mapping.findForward("bevestiging");
    }
}
