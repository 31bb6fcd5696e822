<%@ page contentType="text/html; charset=ISO-8859-1" %>
<html>
<head>
  <title>Vergunningen gemeente Meerwijk</title>
  <link rel="stylesheet" type="text/css" href="/css/stijl.css">
</head>
<body bgcolor="#FFFFFF">
<table width="100%" border="0" cellpadding="4"><tr>
  <td><font size="+2">Vergunningen</font></td>
  <td align="right"><%= session.getAttribute("gebruiker") == null ? "" : session.getAttribute("gebruiker") %></td>
</tr></table>
