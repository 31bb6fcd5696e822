<%@ page isErrorPage="true" %>
<%@ include file="kop.jsp" %>
<h2>Er ging iets mis</h2>
<% if (exception != null) { %>
<pre><% exception.printStackTrace(new java.io.PrintWriter(out)); %></pre>
<% } else { %>
<p>U mag deze handeling niet uitvoeren.</p>
<% } %>
<%@ include file="voet.jsp" %>
