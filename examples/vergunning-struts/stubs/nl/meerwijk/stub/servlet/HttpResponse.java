package nl.meerwijk.stub.servlet;

import java.io.IOException;

/** Shape of javax.servlet.http.HttpServletResponse. */
public interface HttpResponse {
    void sendRedirect(String location) throws IOException;

    void setHeader(String name, String value);
}
