import pytest

LINKS = {
    "Maven modules": (
        "<project><modules><module>a</module><module> b </module></modules></project>",
        "include",
        ["a", "b"],
    ),
    "Maven dependencies": (
        "<project xmlns='x'><dependency><groupId>a.b</groupId><artifactId>c</artifactId></dependency></project>",
        "include",
        ["a.b:c"],
    ),
    "a version at run time": ("<project><module>${a}</module></project>", "include", ["${a}?"]),
    "Spring": ("<beans><bean id='a' class='b.C'/><import resource='d.xml'/></beans>", "call", ["b.C"]),
    "Struts": (
        "<struts-config><action-mappings><action path='/a' type='b.C'/></action-mappings></struts-config>",
        "call",
        ["b.C"],
    ),
    "servlets": ("<web-app><servlet><servlet-class>\n a.B\n</servlet-class></servlet></web-app>", "call", ["a.B"]),
    "Hibernate": (
        "<hibernate-mapping><class name='a.B' table='c'><set table='D'/></class></hibernate-mapping>",
        "table",
        ["C", "D"],
    ),
    "JPA": ("<entity-mappings><entity class='a.B'><table name='c'/></entity></entity-mappings>", "table", ["C"]),
    "schemas": ("<xs:schema xmlns:xs='x'><xs:import schemaLocation='a.xsd'/></xs:schema>", "include", ["a.xsd"]),
    "the same words elsewhere": ("<other><bean class='a.B'/><module>c</module></other>", "call", []),
    "no class": ("<beans><bean parent='a'/><bean class=''/></beans>", "call", []),
}


@pytest.mark.parametrize(("code", "kind", "targets"), LINKS.values(), ids=LINKS)
def test_links(see, code, kind, targets):
    seen = see(code, "xml")
    assert (seen.unparsed, seen.links(kind), seen.units) == ([], targets, [])


def test_how_a_link_is_made(see):
    code = "<web-app><servlet-class>a</servlet-class><filter-class>b</filter-class></web-app>"
    assert [link.how for link in see(code, "xml").facts.links] == ["servlet", "filter"]


def test_places(see):
    code = """<?xml version="1.0" encoding="windows-1252"?>\r
<!DOCTYPE beans [ <!ELEMENT beans ANY> <!-- it's > here --> ]>\r
<!-- \xe9 <bean class="no"/> -->\r
<beans><![CDATA[<bean class="no"/>]]>\r
  <bean id=">" class="\xe9.B"><a/></bean></beans>\r
"""
    for encoding in ("utf-8", "cp1252", "utf-16-le"):
        seen = see(code, "xml", encoding)
        marks = {mark.tag: mark for mark in seen.tree.marks()}
        span = marks["call"].span
        assert (seen.tree.file.data[span.start : span.end].decode(encoding), span.first_line) == (
            '<bean id=">" class="\xe9.B">',
            5,
        )
        assert (marks["call"].text, seen.unparsed, len(marks)) == ("\xe9.B", [], 2)


UNPARSED = {
    "an end tag of another": (
        "<beans>\n<bean class='a'>\n</other>\n<bean class='b'/></bean></beans>",
        [b"</other>", b"<bean class='b'/></bean></beans>"],
        ["a", "b"],
    ),
    "an attribute without quotes": (
        "<beans>\n<bean class=a/>\n<bean class='b'/>\n</beans>",
        [b"<bean class=a/>"],
        ["b"],
    ),
    "an ampersand": ("<beans>\na & b\n<bean class='c'/></beans>", [b"a & b"], ["c"]),
    "a second root": ("<beans/>\n<beans>\n<bean class='a'/></beans>", [b"<beans>", b"<bean class='a'/>"], []),
    "nothing of it": ("no markup", [b"no markup"], []),
    "an unknown entity": ("<beans>\n&nbsp;\n<bean class='a'/></beans>", [b"&nbsp;"], ["a"]),
    "a prefix without a declaration": ("<x:beans><x:bean class='a'/></x:beans>", [], ["a"]),
    "an empty file": ("", [], []),
    "blanks": (" \n", [], []),
}


@pytest.mark.parametrize(("code", "pieces", "targets"), UNPARSED.values(), ids=UNPARSED)
def test_what_is_not_understood_is_given(see, code, pieces, targets):
    seen = see(code, "xml")
    assert (seen.unparsed, seen.links("call"), seen.sound) == (pieces, targets, True)


def test_an_external_entity_is_not_read(see, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("GEHEIM", encoding="utf-8")
    head = f"<!DOCTYPE web-app [<!ENTITY a SYSTEM '{secret.as_uri()}'>]>"
    seen = see(f"{head}<web-app><servlet-class>&a;</servlet-class></web-app>", "xml")
    assert (seen.links("call"), "GEHEIM" in repr(seen.tree.marks())) == ([], False)


def test_an_external_document_type_is_not_loaded(see, tmp_path):
    types = tmp_path / "a.dtd"
    types.write_text("<!ENTITY b 'c.D'>", encoding="utf-8")
    seen = see(f"<!DOCTYPE beans SYSTEM '{types.as_uri()}'><beans>\n<bean class='&b;'/></beans>", "xml")
    assert [target for target in seen.links("call") if "c.D" in target] == []


def laughs(place):
    entities = "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12))
    return f"<!DOCTYPE beans [<!ENTITY a0 'haha'>{entities}]>\n<beans>{place}</beans>"


@pytest.mark.parametrize("place", ["&a11;", "<bean class='&a11;'/>"], ids=["a text", "an attribute"])
def test_a_billion_laughs_is_refused(see, place):
    seen = see(laughs(place), "xml")
    assert seen.unparsed
    assert all(len(target) < 1000 for target in seen.links("call"))


def test_what_lies_too_deep_is_unparsed(see):
    assert see("<a>" * 200 + "</a>" * 200, "xml").unparsed == []
    assert sum(map(len, see("<a>" * 1000 + "</a>" * 1000, "xml").unparsed)) > 2000


def test_a_hundred_thousand_levels_are_no_trouble(see):
    seen = see("<a>" * 100_000 + "</a>" * 100_000, "xml")
    assert seen.sound
    assert sum(map(len, seen.unparsed)) > 200_000


HOSTILE = [
    b"<a ",
    b"<!--",
    b"<![CDATA[",
    b"<?",
    b"<!DOCTYPE [",
    b"<!DOCTYPE '",
    b"</a>",
    b"<a b='",
    b"<",
    b"&",
    b'<a b="c" ',
]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
@pytest.mark.parametrize("head", [b"", b"<beans>"], ids=["alone", "in a document"])
def test_what_never_ends_takes_no_longer(see, piece, head):
    seen = see(head + piece * (200_000 // len(piece)), "xml")
    assert (seen.sound, bool(seen.unparsed)) == (True, True)


@pytest.mark.parametrize(
    "code", [b"<a>\xff\xfe</a>", b"\0\1", b"<\xe9/>", b"<a\0b/>", b"<a xmlns='}'><b/></a>"], ids=repr
)
def test_foreign_bytes_never_raise(see, code):
    assert see(code, "xml", "latin-1").sound
