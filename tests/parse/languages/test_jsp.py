import pytest

LINKS = {
    "imports": ('<%@ page language="java" import="java.util.*, a.B" %>', "include", ["java.util.*", "a.B"]),
    "include": ("<%@ include file='a.jspf' %><%@include file=\"b.jsp\"%>", "include", ["a.jspf", "b.jsp"]),
    "taglib": ('<%@ taglib uri="/tags/x" prefix="x" %>', "include", ["/tags/x"]),
    "pages": ('<jsp:include page="a.jsp" flush="true"/><jsp:forward page=\'b.jsp\'/>', "include", ["a.jsp", "b.jsp"]),
    "a page at run time": (
        '<jsp:include page="<%= a %>"/>\n<jsp:include page="${b}.jsp"/>',
        "include",
        ["<%= a %>?", "${b}.jsp?"],
    ),
    "scripts": ('<script src="a.js"></script><link href="<%= b %>/c.css">', "include", ["a.js", "<%= b %>/c.css?"]),
    "beans": ('<jsp:useBean id="a" class="b.C" scope="page"/>', "call", ["b.C"]),
    "scriptlets": ("<% a.b(); %><p><%= c(new D()) %></p>", "call", ["a.b", "c", "D"]),
    "within a tag": ("<html:link page=\"<%= a.b('c') %>\">d</html:link>", "call", ["a.b"]),
    "nothing": ("<%-- <jsp:include page='a.jsp'/> <% b(); %> --%> ${c.d()}", "call", []),
}


@pytest.mark.parametrize(("code", "kind", "targets"), LINKS.values(), ids=LINKS)
def test_links(see, code, kind, targets):
    seen = see(code, "jsp")
    assert (seen.unparsed, seen.links(kind), seen.sound) == ([], targets, True)


def test_how_a_link_is_made(see):
    code = '<%@ taglib uri="a" prefix="b" %><jsp:include page="c"/><jsp:forward page="d"/><jsp:useBean class="e"/>'
    assert [link.how for link in see(code, "jsp").facts.links] == ["taglib", "jsp", "forward", "bean"]


def test_units(see):
    seen = see("<%! int a; String b(String c, int d) { return c; } %><% e(); %><%! void f() { } %>", "jsp")
    assert (seen.units, seen.numbers("b")[2]) == (["module demo", "method b", "method f"], 2)


FLOW = {
    "over several scriptlets": ("<% if (a) { %> b <% } else if (c) { %> d <% } else { %> e <% } %>", 3, 3),
    "a text as a statement": ("<% if (a) %> b <% else %> c", 2, 2),
    "nested": ("<% while (a) { %><tr><% if (b) { %><td/><% } %></tr><% } %>", 3, 3),
    "switch": ("<% switch (a) { %>  <% case 1: %> b <% break; case 2: %> c <% } %>", 3, 1),
    "conditions": ("<%= a && b ? c : d %>", 3, 2),
    "comments at the end": ("<% if (a) { // b %> c <% } // d %><% for (;;) { } %>", 3, 2),
    "a comment behind an expression": ("<%= a ? b : c // d %><% for (;;) { } %>", 3, 2),
    "a method of its own": ("<%! int f() { if (a) { return 1; } return 2; } %>", 1, 0),
    "nothing": ("<p>if (a) { }</p><% b(); %>", 1, 0),
}


@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive):
    seen = see(code, "jsp")
    assert (seen.unparsed, seen.numbers("demo")) == ([], (cyclomatic, cognitive, 0))


UNPARSED = {
    "Java": ("<p>\n<% int = ; a(); %>\n</p>", 2),
    "HTML": ("<p>a</p>\n</b>", 2),
    "a scriptlet without an end": ("a\n<% b();", 2),
}


@pytest.mark.parametrize(("code", "line"), UNPARSED.values(), ids=UNPARSED)
def test_what_is_not_understood_is_given(see, code, line):
    assert [span.first_line for span in see(code, "jsp").tree.unparsed][:1] == [line]


def test_places_are_those_of_the_page(see):
    code = '<%@ page import="a.B" %>\r\n<p>\xe9\xeb</p><%! void f() { } %>\r\n<%-- c --%><%= g("\xe9") %>\r\n'
    for encoding in ("utf-8", "cp1252", "utf-16-le"):
        seen = see(code, "jsp", encoding)
        pieces = {mark.tag: mark.span for mark in seen.tree.marks()}
        data = seen.tree.file.data
        assert data[pieces["call"].start : pieces["call"].end].decode(encoding) == 'g("\xe9")'
        assert data[pieces["comment"].start : pieces["comment"].end].decode(encoding) == "<%-- c --%>"
        assert (pieces["unit.method"].first_line, pieces["call"].first_line, seen.sound) == (2, 3, True)


@pytest.mark.parametrize(
    "code",
    [
        b"",
        b"<%",
        b"%>",
        b"<%=%>",
        b"<%!",
        b"<%@ page import= %>",
        b"\xff<% \xfe %>",
        b"<a:b c='",
        b"<% ) } ) } %>",
        b"<% } } public ( { %>",
    ],
    ids=repr,
)
def test_foreign_bytes_never_raise(see, code):
    assert see(code, "jsp").sound


def test_a_foot_may_close_what_another_page_opened(read):
    assert list(read("<hr>\n<%= naam %>\n</body>\n</html>\n", "jsp").unparsed) == []
