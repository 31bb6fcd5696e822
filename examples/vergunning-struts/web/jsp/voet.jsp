<hr>
<%-- Wijzigingen in de tekst hieronder via Geertruida Noordzijpe, bureau voorlichting --%>
<font size="-1">Vragen? Bel het vergunningenloket: 020-0000811 of mail
<a href="mailto:g.noordzijpe@meerwijk.example">g.noordzijpe@meerwijk.example</a></font>
</body>
</html>
