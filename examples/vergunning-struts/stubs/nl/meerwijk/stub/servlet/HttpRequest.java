package nl.meerwijk.stub.servlet;

/** Shape of javax.servlet.http.HttpServletRequest, as far as the application uses it. */
public interface HttpRequest {
    String getParameter(String name);

    Object getAttribute(String name);

    void setAttribute(String name, Object value);

    String getRequestURI();

    String getRemoteAddr();

    HttpSession getSession(boolean create);
}
