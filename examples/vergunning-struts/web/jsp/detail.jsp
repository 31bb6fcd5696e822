<%@ page import="nl.meerwijk.vergunning.vo.*,nl.meerwijk.vergunning.util.*,nl.meerwijk.vergunning.leges.Termijn" %>
<%@ include file="kop.jsp" %>
<%
    AanvraagVO a = (AanvraagVO) request.getAttribute("aanvraag");
    AanvragerVO p = a.getAanvrager();
    boolean teLaat = Termijn.teLaat(a, new java.util.Date());
%>
<h2>Aanvraag <%= a.getNummer() %> (<%= a.getSoortNaam() %>)</h2>
<table>
  <tr><td>Naam</td><td><%= TekstUtil.html(p.getNaam()) %></td></tr>
  <tr><td>BSN</td><td><%= p.getBsn() %></td></tr>
  <tr><td>Adres</td><td><%= p.getAdres() %>, <%= p.getPostcode() %> Meerwijk</td></tr>
  <tr><td>Telefoon</td><td><%= TekstUtil.nvl(p.getTelefoon()) %></td></tr>
  <tr><td>Locatie</td><td><%= a.getLocatie() %></td></tr>
  <tr><td>Omschrijving</td><td><%= a.getOmschrijving() %></td></tr>
  <tr><td>Leges</td><td>EUR <%= TekstUtil.bedrag(a.getLeges()) %></td></tr>
  <tr><td>Besluit uiterlijk</td><td>
<% if (teLaat) { %>
    <font color="red"><%= DatumUtil.format(Termijn.uiterlijk(a)) %></font>
<% } else { %>
    <%= DatumUtil.format(Termijn.uiterlijk(a)) %>
<% } %>
  </td></tr>
</table>
<% if ("behandelaar".equals(session.getAttribute("rol"))) { %>
<form action="/besluit.do" method="post">
  <input type="hidden" name="nummer" value="<%= a.getNummer() %>">
  <select name="status">
    <option value="20">in behandeling</option>
    <option value="30">verlenen</option>
    <option value="40">weigeren</option>
  </select>
  <input type="submit" value="Vastleggen">
</form>
<% } %>
<%@ include file="voet.jsp" %>
