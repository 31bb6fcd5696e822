package nl.meerwijk.vergunning;

import java.util.Hashtable;

import nl.meerwijk.stub.servlet.FilterChain;
import nl.meerwijk.stub.servlet.FilterConfig;
import nl.meerwijk.stub.servlet.HttpRequest;
import nl.meerwijk.stub.servlet.HttpResponse;
import nl.meerwijk.stub.servlet.HttpSession;

/**
 * One object that plays request, response, session, filter chain and filter configuration.
 */
public class FakeHttp implements HttpRequest, HttpResponse, HttpSession, FilterChain,
        FilterConfig {
    final Hashtable parameters = new Hashtable();
    final Hashtable attributes = new Hashtable();
    final Hashtable headers = new Hashtable();
    String uri = "/zoek.do";
    String redirect;
    boolean passed;

    public String getParameter(String name) {
        return (String) parameters.get(name);
    }

    public String getInitParameter(String name) {
        return (String) parameters.get(name);
    }

    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    public String getRequestURI() {
        return uri;
    }

    public String getRemoteAddr() {
        return "192.0.2.17";
    }

    public HttpSession getSession(boolean create) {
        return this;
    }

    public void invalidate() {
        attributes.clear();
    }

    public void sendRedirect(String location) {
        redirect = location;
    }

    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    public void doFilter(HttpRequest request, HttpResponse response) {
        passed = true;
    }
}
