package nl.meerwijk.stub.servlet;

/** Shape of javax.servlet.http.HttpSession. */
public interface HttpSession {
    Object getAttribute(String name);

    void setAttribute(String name, Object value);

    void invalidate();
}
