"""What the elements of well-known XML files refer to, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from legacyctl.parse.markup import qualified

_TEXT = ""
_Attributes = Mapping[str, str | int | bool]

# By the root element, the element and its attribute (`_TEXT`: what stands in it):
# the tag of the mark and the word that says how. Names are without prefix.
_LINKS: Mapping[tuple[str, str, str], tuple[str, str]] = {
    # Maven
    ("project", "module", _TEXT): ("include", "module"),
    # Ant
    ("project", "ant", "antfile"): ("include", "ant"),
    ("project", "import", "file"): ("include", "ant"),
    ("project", "java", "classname"): ("call", "ant"),
    ("project", "taskdef", "classname"): ("call", "ant"),
    # Spring, Blueprint
    ("beans", "bean", "class"): ("call", "bean"),
    ("beans", "import", "resource"): ("include", "bean"),
    ("blueprint", "bean", "class"): ("call", "bean"),
    # Struts 1 and 2, Tiles
    ("struts-config", "action", "type"): ("call", "action"),
    ("struts-config", "action", "forward"): ("include", "forward"),
    ("struts-config", "action", "include"): ("include", "forward"),
    ("struts-config", "forward", "path"): ("include", "forward"),
    ("struts-config", "exception", "handler"): ("call", "action"),
    ("struts-config", "form-bean", "type"): ("call", "form"),
    ("struts-config", "plug-in", "className"): ("call", "plugin"),
    ("struts-config", "controller", "processorClass"): ("call", "action"),
    ("struts", "action", "class"): ("call", "action"),
    ("struts", "include", "file"): ("include", "action"),
    ("struts", "result", _TEXT): ("include", "forward"),
    ("tiles-definitions", "definition", "path"): ("include", "tiles"),
    ("tiles-definitions", "definition", "template"): ("include", "tiles"),
    ("tiles-definitions", "put", "value"): ("include", "tiles"),
    # The deployment descriptors of Java EE, JSF and tag libraries
    ("web-app", "servlet-class", _TEXT): ("call", "servlet"),
    ("web-app", "jsp-file", _TEXT): ("include", "servlet"),
    ("web-app", "filter-class", _TEXT): ("call", "filter"),
    ("web-app", "listener-class", _TEXT): ("call", "listener"),
    ("web-app", "welcome-file", _TEXT): ("include", "servlet"),
    ("ejb-jar", "ejb-class", _TEXT): ("call", "ejb"),
    ("ejb-jar", "home", _TEXT): ("call", "ejb"),
    ("ejb-jar", "remote", _TEXT): ("call", "ejb"),
    ("application", "ejb", _TEXT): ("include", "module"),
    ("application", "web-uri", _TEXT): ("include", "module"),
    ("faces-config", "managed-bean-class", _TEXT): ("call", "bean"),
    ("faces-config", "to-view-id", _TEXT): ("include", "forward"),
    ("taglib", "tag-class", _TEXT): ("call", "tag"),
    ("taglib", "tagclass", _TEXT): ("call", "tag"),
    # Hibernate, JPA, MyBatis
    ("hibernate-mapping", "class", "name"): ("call", "entity"),
    ("hibernate-mapping", "class", "table"): ("table", "orm"),
    ("hibernate-mapping", "subclass", "table"): ("table", "orm"),
    ("hibernate-mapping", "joined-subclass", "table"): ("table", "orm"),
    ("hibernate-mapping", "join", "table"): ("table", "orm"),
    ("hibernate-mapping", "set", "table"): ("table", "orm"),
    ("hibernate-mapping", "bag", "table"): ("table", "orm"),
    ("hibernate-mapping", "list", "table"): ("table", "orm"),
    ("hibernate-mapping", "map", "table"): ("table", "orm"),
    ("hibernate-configuration", "mapping", "resource"): ("include", "orm"),
    ("entity-mappings", "entity", "class"): ("call", "entity"),
    ("entity-mappings", "table", "name"): ("table", "orm"),
    ("entity-mappings", "join-table", "name"): ("table", "orm"),
    ("entity-mappings", "collection-table", "name"): ("table", "orm"),
    ("entity-mappings", "secondary-table", "name"): ("table", "orm"),
    ("persistence", "class", _TEXT): ("call", "entity"),
    ("mapper", "resultMap", "type"): ("call", "entity"),
    # Projects of Visual Studio
    ("Project", "Compile", "Include"): ("include", "project"),
    ("Project", "Import", "Project"): ("include", "project"),
    ("Project", "ProjectReference", "Include"): ("include", "project"),
    ("VisualStudioProject", "File", "RelPath"): ("include", "project"),
    # Schemas and services
    ("schema", "import", "schemaLocation"): ("include", "schema"),
    ("schema", "include", "schemaLocation"): ("include", "schema"),
    ("schema", "redefine", "schemaLocation"): ("include", "schema"),
    ("definitions", "import", "location"): ("include", "schema"),
}
# The root elements of documents that refer to something.
ROOTS = frozenset(root for root, _, _ in _LINKS)
# Of a dependency of Maven, the children that name it.
_COORDINATES = ("groupId", "artifactId")


def links_of(node: Any, root: str) -> Iterator[tuple[str, str, _Attributes]]:
    """Give the tag, the text and the attributes of each mark of an element in a document with this root."""
    name = qualified(node.tag)[1]
    for attribute in (*node.attrib, _TEXT):
        found = _LINKS.get((root, name, attribute))
        text = (node.get(attribute) if attribute else node.text) if found else ""
        if found and text and text.strip():
            yield found[0], _named(found[0], text.strip()), _known(found[1], text)
    if (root, name) == ("project", "dependency"):
        parts = [node.findtext(f"{{*}}{word}", "").strip() for word in _COORDINATES]
        if all(parts):
            yield "include", ":".join(parts), {"kind": "dependency"}


def _named(tag: str, text: str) -> str:
    return text.upper() if tag == "table" else text


def _known(kind: str, text: str) -> _Attributes:
    """Give the kind; a placeholder makes the name one that is only known at run time."""
    return {"kind": kind, "dynamic": True} if "${" in text or "$(" in text else {"kind": kind}
