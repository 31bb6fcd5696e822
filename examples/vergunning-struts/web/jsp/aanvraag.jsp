<%@ page import="java.util.Enumeration,nl.meerwijk.stub.struts.*" %>
<%@ include file="kop.jsp" %>
<h2>Nieuwe aanvraag</h2>
<%
    ActionErrors errors = (ActionErrors) request.getAttribute(Action.ERROR_KEY);
    if (errors != null) {
        Enumeration e = errors.properties();
        while (e.hasMoreElements()) {
            String veld = (String) e.nextElement();
            out.println("<li><font color=red>" + veld + ": " + errors.first(veld).getValue() + "</font>");
        }
    }
    String[] velden = {"bsn", "naam", "adres", "postcode", "telefoon", "email", "rekening",
            "geboren", "ingediend", "locatie", "omschrijving", "bouwkosten", "bomen", "bezoekers",
            "dagen"};
%>
<%-- voorbeeld voor de cursus: 999951427, Wijnhoudster, Tjalling, geboren 11-11-71 --%>
<form action="/aanvraag.do" method="post">
<table>
<% for (int i = 0; i < velden.length; i++) {
       String waarde = request.getParameter(velden[i]); %>
  <tr><td><%= velden[i] %></td>
      <td><input name="<%= velden[i] %>" value="<%= waarde == null ? "" : waarde %>"></td></tr>
<% } %>
  <tr><td>soort</td><td><select name="soort">
    <option value="1">bouw</option><option value="2">kap</option>
    <option value="3">inrit</option><option value="4">evenement</option>
  </select></td></tr>
  <tr><td>monument</td><td><input type="checkbox" name="monument" value="J"></td></tr>
  <tr><td>vereniging</td><td><input type="checkbox" name="vereniging" value="J"></td></tr>
</table>
<input type="submit" value="Indienen">
</form>
<%@ include file="voet.jsp" %>
