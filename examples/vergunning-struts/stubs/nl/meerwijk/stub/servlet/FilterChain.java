package nl.meerwijk.stub.servlet;

import java.io.IOException;

/** Shape of javax.servlet.FilterChain. */
public interface FilterChain {
    void doFilter(HttpRequest request, HttpResponse response)
            throws IOException, ServletException;
}
