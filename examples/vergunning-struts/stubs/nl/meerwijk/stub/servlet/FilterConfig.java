package nl.meerwijk.stub.servlet;

/** Shape of javax.servlet.FilterConfig. */
public interface FilterConfig {
    String getInitParameter(String name);
}
