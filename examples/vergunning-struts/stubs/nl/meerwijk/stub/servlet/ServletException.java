package nl.meerwijk.stub.servlet;

/** Shape of javax.servlet.ServletException. */
public class ServletException extends Exception {
    public ServletException(String message) {
        super(message);
    }
}
