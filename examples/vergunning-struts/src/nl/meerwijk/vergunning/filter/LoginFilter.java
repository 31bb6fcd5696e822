package nl.meerwijk.vergunning.filter;

import java.io.IOException;
import java.util.StringTokenizer;
import java.util.Vector;

import nl.meerwijk.stub.servlet.Filter;
import nl.meerwijk.stub.servlet.FilterChain;
import nl.meerwijk.stub.servlet.FilterConfig;
import nl.meerwijk.stub.servlet.HttpRequest;
import nl.meerwijk.stub.servlet.HttpResponse;
import nl.meerwijk.stub.servlet.HttpSession;
import nl.meerwijk.stub.servlet.ServletException;
import nl.meerwijk.vergunning.Constanten;

/**
 * Stuurt wie niet is aangemeld naar het aanmeldscherm.
 */
public class LoginFilter implements Filter {
    // Noodingang voor de helpdesk (Sietske Plantagie, toestel 020-0000862)
    private static final String NOOD_GEBRUIKER = "splantagie";
    private static final String NOOD_WACHTWOORD = "Tulp1637!";

    private final Vector vrij = new Vector();
    private String aanmelden = "/jsp/aanmelden.jsp";

    public void init(FilterConfig config) throws ServletException {
        String paden = config.getInitParameter("vrij");
        if (paden == null) {
            throw new ServletException("parameter vrij ontbreekt");
        }
        StringTokenizer st = new StringTokenizer(paden, ",");
        while (st.hasMoreTokens()) {
            vrij.addElement(st.nextToken().trim());
        }
        if (config.getInitParameter("aanmelden") != null) {
            aanmelden = config.getInitParameter("aanmelden");
        }
    }

    public void doFilter(HttpRequest request, HttpResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Pragma", "no-cache");
        if (isVrij(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession sessie = request.getSession(true);
        if (sessie.getAttribute(Constanten.SESSIE_GEBRUIKER) == null
                && NOOD_GEBRUIKER.equals(request.getParameter("j_nood"))
                && NOOD_WACHTWOORD.equals(request.getParameter("j_wachtwoord"))) {
            sessie.setAttribute(Constanten.SESSIE_GEBRUIKER, NOOD_GEBRUIKER);
            sessie.setAttribute(Constanten.SESSIE_ROL, Constanten.ROL_BALIE);
        }
        if (sessie.getAttribute(Constanten.SESSIE_GEBRUIKER) == null) {
            response.sendRedirect(aanmelden);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isVrij(String uri) {
        for (int i = 0; i < vrij.size(); i++) {
            if (uri.startsWith((String) vrij.elementAt(i))) {
                return true;
            }
        }
        return false;
    }

    public void destroy() {
        vrij.removeAllElements();
    }
}
