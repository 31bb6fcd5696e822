import pytest

INCLUDES = {
    "scripts": ("html", '<script src="a.js"></script><SCRIPT SRC=b.js></SCRIPT>', ["a.js", "b.js"]),
    "links": ("html", "<link rel='stylesheet' href='a.css'><link href=\"b.ico\"/>", ["a.css", "b.ico"]),
    "frames": (
        "html",
        "<iframe src=\"a.html\"></iframe><frameset><frame src='b.html'></frameset>",
        ["a.html", "b.html"],
    ),
    "no includes": ("html", '<script>a()</script><a href="b">c</a><img src="d"><p title="e">', []),
    "style sheets": (
        "css",
        "@import 'a.css'; @import url(b.css) print; @import url(\"c.css\");",
        ["a.css", "b.css", "c.css"],
    ),
    "no style sheets": ("css", "a { background: url(b.png) }", []),
    "yaml": ("yaml", "include: a.yml\nb:\n  - 'c'\n", []),
}


@pytest.mark.parametrize(("language", "code", "targets"), INCLUDES.values(), ids=INCLUDES)
def test_includes(see, language, code, targets):
    seen = see(code, language)
    assert (seen.unparsed, seen.links("include"), seen.units) == ([], targets, [])


TEXT = {
    "html": ('<p class="a"><!-- b -->c</p>', ["<!-- b -->"], ['"a"']),
    "css": ("/* a */ b { c: 'd' }", ["/* a */"], ["'d'"]),
    "yaml": ("# a\nb: 'c'\nd: \"e\"\nf: g\n", ["# a"], ["'c'", '"e"']),
}


@pytest.mark.parametrize(("language", "code", "comments", "strings"), [(k, *v) for k, v in TEXT.items()], ids=TEXT)
def test_text(see, language, code, comments, strings):
    seen = see(code, language)
    assert (seen.pieces("comment"), seen.pieces("string")) == (comments, strings)
