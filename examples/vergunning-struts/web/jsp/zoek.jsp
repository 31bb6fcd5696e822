<%@ page import="nl.meerwijk.vergunning.Constanten" %>
<%@ include file="kop.jsp" %>
<h2>Zoeken</h2>
<p>Vul minstens één veld in.</p>
<%
    String naam = request.getParameter("naam");
    if (naam == null) {
        naam = "";
    }
%>
<form action="/zoek.do" method="post">
<table>
  <tr><td>Nummer</td><td><input name="nummer" size="10"></td></tr>
  <tr><td>BSN</td><td><input name="bsn" size="9" maxlength="9"></td></tr>
  <tr><td>Naam (begin)</td><td><input name="naam" size="30" value="<%= naam %>"></td></tr>
  <tr><td>Soort</td><td><select name="soort">
    <option value=""></option>
<% for (int i = 1; i < Constanten.SOORTEN.length; i++) { %>
    <option value="<%= i %>"><%= Constanten.SOORTEN[i] %></option>
<% } %>
  </select></td></tr>
</table>
<input type="submit" value="Zoek">
</form>
<%@ include file="voet.jsp" %>
