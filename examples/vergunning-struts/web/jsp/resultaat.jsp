<%@ page import="java.util.Vector,nl.meerwijk.vergunning.vo.AanvraagVO,nl.meerwijk.vergunning.util.DatumUtil" %>
<%@ include file="kop.jsp" %>
<h2>Gevonden: <%= request.getAttribute("aantal") %></h2>
<table border="1" cellspacing="0" cellpadding="3">
<tr><th>Nummer</th><th>Soort</th><th>Ingediend</th><th>Naam</th><th>Locatie</th></tr>
<%
    Vector aanvragen = (Vector) request.getAttribute("aanvragen");
    for (int i = 0; i < aanvragen.size(); i++) {
        AanvraagVO a = (AanvraagVO) aanvragen.elementAt(i);
        String kleur = i % 2 == 0 ? "#FFFFFF" : "#EEEEEE";
%>
<tr bgcolor="<%= kleur %>">
  <td><a href="/zoek.do?nummer=<%= a.getNummer() %>"><%= a.getNummer() %></a></td>
  <td><%= a.getSoortNaam() %></td>
  <td><%= DatumUtil.format(a.getIngediend()) %></td>
  <td><%= a.getAanvrager().getNaam() %></td>
  <td><%= a.getLocatie() %></td>
</tr>
<% } %>
</table>
<%@ include file="voet.jsp" %>
