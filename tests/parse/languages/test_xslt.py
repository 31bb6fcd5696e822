import pytest

SHEET = '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{}</xsl:stylesheet>'


def template(code):
    return SHEET.format(f'<xsl:template name="t">{code}</xsl:template>')


def test_units(see):
    code = SHEET.format(
        '<xsl:template match="a/b" mode="c"><xsl:param name="d"/><xsl:param name="e"/></xsl:template>'
        '<xsl:template name="f"/><xsl:function name="g:h"><xsl:param name="i"/></xsl:function><xsl:param name="j"/>'
    )
    seen = see(code, "xslt")
    assert seen.units == ["module demo", "template a/b#c", "template f", "function g:h"]
    assert [unit.parameters for unit in seen.facts.units] == [0, 2, 0, 1]


def test_any_prefix_will_do(see):
    code = template("").replace("xsl:", "t:").replace("xmlns:xsl", "xmlns:t")
    assert see(code, "xslt").units == ["module demo", "template t"]


LINKS = {
    "includes": (SHEET.format('<xsl:import href="a.xsl"/><xsl:include href="b.xsl"/>'), "include", ["a.xsl", "b.xsl"]),
    "calls": (template('<xsl:call-template name="a"/><xsl:apply-templates/>'), "call", ["a"]),
    "no style sheet": ('<a xmlns:xsl="x"><xsl:call-template name="a"/></a>', "call", []),
}


@pytest.mark.parametrize(("code", "kind", "targets"), LINKS.values(), ids=LINKS)
def test_links(see, code, kind, targets):
    seen = see(code, "xslt")
    assert (seen.unparsed, seen.links(kind)) == ([], targets)


FLOW = {
    "if": ('<xsl:if test="a"><b/></xsl:if>', 2, 1),
    "loop": ('<xsl:for-each select="a"><xsl:if test="b"/></xsl:for-each>', 3, 3),
    "choose": ('<xsl:choose><xsl:when test="a"/><xsl:when test="b"/><xsl:otherwise/></xsl:choose>', 3, 1),
    "conditions": ('<xsl:if test="a and b and c or not(d)"/>', 5, 3),
    "no conditions": ("<xsl:if test=\"and-1 = ' or ' and $or\"/>", 3, 2),
    "nothing": ('<a test="b and c"/><xsl:value-of select="d or e"/>', 1, 0),
}


@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive):
    assert see(template(code), "xslt").numbers("t") == (cyclomatic, cognitive, 0)
