"""The preparations of the languages in this folder: what they change, what they leave, and that no place moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl.parse.prepare import PREPARATIONS

NAMES = ("css-hacks", "html-islands", "jsp-html", "pascal-branches", "string-braces", "type-attributes")
# Runs of blanks count as one here.
CHANGED = {
    "php: a letter of a text": ("string-braces", "$a{0} $b->c{$i+1} $d['e']{f(1)}", "$a[0] $b->c[$i+1] $d['e'][f(1)]"),
    "css: a mark": ("css-hacks", "a{*zoom: 1;#b:c}", "a{ zoom: 1; b:c}"),
    "css: a filter": ("css-hacks", "a { filter: progid:X(b='c',d=1); }", "a { filter:x ; }"),
    "css: an expression": ("css-hacks", "a { width: expression(b.c); }", "a { width:x ; }"),
    "css: an address": ("css-hacks", "a { b: url(../c.png) }", "a { b: url(xxxxxxxx) }"),
    "css: a nine": ("css-hacks", "a { b: 1px\\9; c: d\\0/; }", "a { b: 1px  ; c: d   ; }"),
    "css: important": ("css-hacks", "a { b: c ! important;; }", "a { b: c !important  ; }"),
    "html: conditions in the open": ("html-islands", "<![if !vml]><p><![endif]>", " <p> "),
    "html: instructions": ("html-islands", "<?xml version='1'?><p>a < b & c</p>", " <p>a   b   c</p>"),
    "vb: an attribute of an inner class": (
        "type-attributes",
        "Class A\n  <B()>\n  Public Class C",
        "Class A\n       \n  Public Class C",
    ),
    "pascal: the first branch": ("pascal-branches", "{$IFDEF A}b{$ELSE}c{$ENDIF}d", " b d"),
    "pascal: branches in branches": (
        "pascal-branches",
        "{$IFDEF A}{$IFDEF B}c{$ELSEIF D}e{$ENDIF}{$ELSE}f{$IFEND}g",
        " c g",
    ),
    "pascal: files of units": ("pascal-branches", "uses A in 'a.pas' {B};", "uses A            {B};"),
    "pascal: assembler": ("pascal-branches", "asm\n mov @end, 1 // end\nend;", "begin end;"),
    "pascal: conventions": ("pascal-branches", "procedure A; stdcall; external;", "procedure A         ; external;"),
    "pascal: a range": ("pascal-branches", "type A = 0..9; b: -1..c.d;", "type A =x    ; b:x      ;"),
    "pascal: raise": ("pascal-branches", "except raise; end; raise E;", "except break; end; raise E;"),
    "pascal: what a branch leaves": ("pascal-branches", "uses A,{$IFDEF B}C{$ENDIF};", "uses A, C ;"),
    "pascal: a trailing comma": ("pascal-branches", "uses A, {$IFNDEF B}{$ENDIF};", "uses A ;"),
    "pascal: a property again": ("pascal-branches", "property A; property B default 1;", "   "),
    "jsp: code": ("jsp-html", "<p><% a(); %>b<%= c %></p><%-- d --%>", "<p> b" + "x" * 8 + "</p> "),
    "jsp: tags": ("jsp-html", "<c:if test=\"${a > 'b'}\">d</c:if>", " d "),
}
LEFT = {
    "php: blocks": ("string-braces", 'if ($a) {b();} switch ($c){case 1:} "$d {e}" $f{g;}'),
    "css: comments, selectors": ("css-hacks", "/* a { *b: c } */ * html d { e: url('f'); g: h }"),
    "html: comments": ("html-islands", "<!-- <![if a]> b & c --><p title='d'>&amp;</p>"),
    "vb: other attributes": ("type-attributes", "<A>\nClass B\n  <C()>\n  Sub D"),
    "pascal: texts and comments": ("pascal-branches", "a := 'asm {$IFDEF b}'; { asm } (* raise; *) // in 'c'\n"),
    "pascal: code": ("pascal-branches", "property A: B read C; if d in ['e'] then asm1; case f of 1..2: g; end;"),
    "pascal: too short for a block": ("pascal-branches", "asm end;"),
}


@pytest.mark.parametrize(("name", "before", "after"), CHANGED.values(), ids=CHANGED)
def test_what_the_grammar_does_not_know_is_changed(name, before, after):
    result = PREPARATIONS[name](before.encode()).decode()
    assert (result.split(), len(result)) == (after.split(), len(before))


@pytest.mark.parametrize(("name", "text"), LEFT.values(), ids=LEFT)
def test_everything_else_is_left(name, text):
    assert PREPARATIONS[name](text.encode()) == text.encode()


PIECES = st.sampled_from(
    [
        *(
            "{",
            "}",
            "{$IFDEF A}",
            "{$ELSE}",
            "{$ENDIF}",
            "asm",
            "end",
            "'",
            '"',
            "(*",
            "*)",
            "//",
            "\n",
            " ",
            "$a",
            "->",
        ),
        *(
            "/*",
            "*/",
            "url(",
            ")",
            "filter:",
            ";",
            ":",
            "*",
            "<!--",
            "-->",
            "<![",
            "]>",
            "<?",
            "?>",
            "<%",
            "%>",
            "<%=",
            "<%@",
        ),
        *("<a:b ", "</a:b>", "${", "#{", "<", ">", "&", "\\9", "raise;", "property a;", "  <A>\n  Class", "\r\n", "é"),
    ]
)


@pytest.mark.parametrize("name", NAMES)
@given(pieces=st.lists(PIECES, max_size=40))
def test_no_place_moves(name, pieces):
    data = "".join(pieces).encode()
    assert len(PREPARATIONS[name](data)) == len(data)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "piece",
    [b"{", b"(*", b"/*", b"<!--", b"<![", b"<?", b"<%", b"url(", b"'", b" ", b"$a{", b"${", b'<a:b c="', b"  <A> "],
)
def test_what_never_ends_takes_no_longer(name, piece):
    data = piece * (100_000 // len(piece))
    assert len(PREPARATIONS[name](data)) == len(data)
