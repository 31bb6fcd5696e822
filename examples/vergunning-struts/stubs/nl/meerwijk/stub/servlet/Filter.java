package nl.meerwijk.stub.servlet;

import java.io.IOException;

/** Shape of javax.servlet.Filter. */
public interface Filter {
    void init(FilterConfig config) throws ServletException;

    void doFilter(HttpRequest request, HttpResponse response, FilterChain chain)
            throws IOException, ServletException;

    void destroy();
}
