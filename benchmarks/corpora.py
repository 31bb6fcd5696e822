"""What `parse.py` measures: public repositories per language, and what a search for text finds in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# By language: folders of public repositories, as GitHub names them, with a folder within.
CORPORA: dict[str, tuple[str, ...]] = {
    "ada": ("aws",),
    "bash": ("geronimo", "reddit", "web2py", "gnucobol-contrib"),
    "bms": ("aws-mainframe-modernization-carddemo", "cics-genapp"),
    "c": ("curl",),
    "cobol": (
        "aws-mainframe-modernization-carddemo",
        "cics-genapp",
        "proleap-cobol-parser/src/test/resources/gov/nist",
        "gnucobol-contrib",
    ),
    "cpp": ("notepad-plus-plus",),
    "csharp": ("nunitv2",),
    "css": ("bugzilla", "jquery-ui", "oscommerce2", "reddit", "trac", "web2py", "WebGoat-Legacy"),
    "fortran": ("lapack",),
    "html": ("geronimo", "jquery-ui", "oscommerce2", "prototype", "struts1", "WebGoat-Legacy"),
    "java": ("geronimo", "jpetstore-6", "struts1"),
    "javascript": ("jquery-ui", "prototype"),
    "jcl": ("aws-mainframe-modernization-carddemo", "cics-genapp"),
    "jsp": ("struts1", "WebGoat-Legacy"),
    "pascal": ("HeidiSQL",),
    "perl": ("bugzilla",),
    "php": ("oscommerce2",),
    "plsql": ("alexandria-plsql-utils", "utPLSQL"),
    "python": ("reddit", "sqlmap", "trac", "web2py"),
    "tsql": ("sql-server-maintenance-solution",),
    "typescript": ("par-dpia-form",),
    "vb6": ("PhotoDemon", "VBCorLib"),
    "vbnet": ("staxrip",),
    "xml": ("geronimo", "jpetstore-6", "struts1"),
    "xslt": ("nunitv2", "xslt10-stylesheets"),
    "yaml": ("geronimo", "jquery-ui", "par-dpia-form", "utPLSQL"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """Something to count: by a search for `pattern` in the text, and by units of `kinds` or links of `links`.

    `how` limits the links to those of a kind.
    """

    what: str
    pattern: str
    kinds: tuple[str, ...] = ()
    links: str = ""
    how: str = ""

    def in_text(self, text: str) -> int:
        """Count what the search finds."""
        return len(re.findall(self.pattern, text))


_VB_HEAD = r"(?im)^\s*(?:(?:public|private|friend|protected|static|shared|overridable|overrides|overloads|shadows|mustoverride|notoverridable|partial|async|iterator)\s+)*"  # noqa: E501 - one pattern

COUNTS: dict[str, tuple[Count, ...]] = {
    "ada": (
        Count("package bodies", r"(?im)^\s*package\s+body\s+[\w.]+\s+is\b(?!\s+separate)", ("body",)),
        Count("with", r"(?im)^(?:(?:limited|private)\s+)*with\s+[A-Z][\w.]*\s*[;,]", links="include"),
    ),
    "bash": (Count("functions", r"(?m)^\s*(?:function\s+[\w:.-]+|[\w:.-]+\s*\(\s*\))", ("function",)),),
    "bms": (Count("maps", r"(?m)^\w+\s+DFHMDI\b", ("map",)),),
    "c": (Count("includes", r"(?m)^[ \t]*#[ \t]*include\b", links="include"),),
    "cpp": (Count("includes", r"(?m)^[ \t]*#[ \t]*include\b", links="include"),),
    "csharp": (
        Count(
            "classes",
            r"(?m)^\s*(?:\[.*\]\s*)?(?:(?:public|internal|private|protected|static|abstract|sealed|partial|unsafe|new)\s+)*class\s+\w",
            ("class",),
        ),
        Count("namespaces", r"(?m)^\s*namespace\s+\w", ("namespace",)),
    ),
    "css": (Count("imports", r"(?m)^\s*@import\b", links="include"),),
    "fortran": (
        Count(
            "subroutines, functions",
            r"(?im)^(?!\s*end)(?![*cC!]).{0,5}\s+(?:(?:recursive|pure|elemental|integer|real|logical|complex|character|double\s+precision|double\s+complex|complex\*16)(?:\s*\*\s*\d+|\([^)]*\))?\s+)*(?:subroutine|function)\s+\w+",
            ("subroutine", "function"),
        ),
    ),
    "html": (
        Count(
            "scripts, links, frames",
            r"(?i)<script\b[^>]*\ssrc\s*=|<link\b[^>]*\shref\s*=|<i?frame\b[^>]*\ssrc\s*=",
            links="include",
        ),
    ),
    "java": (
        Count("imports", r"(?m)^\s*import\s+[\w.*\s]+;", links="include"),
        Count("packages", r"(?m)^\s*package\s+[\w.]+\s*;", ("package",)),
    ),
    "javascript": (
        Count(
            "functions",
            r"\bfunction\s+[\w$]+\s*\(|[\w$'\"\])]\s*[:=]\s*(?:async\s+)?function\b\s*\*?\s*\(",
            ("function",),
        ),
    ),
    "jcl": (
        Count("EXEC", r"(?m)^//\S*\s+EXEC\s", ("step",)),
        Count("JOB", r"(?m)^//\S+\s+JOB\b", ("job",)),
    ),
    "jsp": (Count("taglibs", r"<%@\s*taglib\b", links="include", how="taglib"),),
    "pascal": (
        Count(
            "methods",
            r"(?im)^\s*(?:class\s+)?(?:procedure|function|constructor|destructor)\s+\w+\.\w+",
            ("method", "constructor", "destructor"),
        ),
    ),
    "perl": (
        Count("subs", r"(?m)^\s*sub\s+\w+", ("function",)),
        Count("packages", r"(?m)^\s*package\s+[\w:]+\s*[;{]", ("package",)),
    ),
    "php": (
        Count(
            "functions",
            r"(?im)^\s*(?:(?:public|private|protected|static|abstract|final)\s+)*function\s+&?\s*\w+\s*\(",
            ("function", "method"),
        ),
        Count("classes", r"(?im)^\s*(?:(?:abstract|final)\s+)?class\s+\w+", ("class",)),
        Count(
            "includes",
            r"(?im)^\s*(?:@\s*)?(?:(?:include|require)(?:_once)?\b|use\s+[\\\w]+(?=[\\;, ]))",
            links="include",
        ),
    ),
    "plsql": (
        Count(
            "package bodies", r"(?im)^\s*create\s+or\s+replace\s+(?:(?:non)?editionable\s+)?package\s+body\b", ("body",)
        ),
        Count(
            "procedures, functions",
            r"(?im)^\s*(?:(?:static|member|constructor|overriding|final|not\s+final)\s+)*(?:procedure|function)\s+\w+",
            ("procedure", "function"),
        ),
    ),
    "python": (
        Count("def", r"(?m)^\s*(?:async\s+)?def\s+\w+", ("function", "method")),
        Count("class", r"(?m)^\s*class\s+\w+", ("class",)),
    ),
    "r": (Count("functions", r"(?:<-|=)\s*function\s*\(", ("function", "method")),),
    "tsql": (Count("procedures", r"(?im)^\s*create\s+(?:or\s+alter\s+)?proc(?:edure)?\b", ("procedure",)),),
    "typescript": (Count("functions", r"\bfunction\b\s*\*?\s*[\w$]+\s*[(<]", ("function",)),),
    "vb6": (
        Count(
            "routines",
            _VB_HEAD + r"(?:sub|function|property\s+(?:get|let|set))\s+\w+",
            ("procedure", "function", "property", "sub", "method"),
        ),
    ),
    "vbnet": (
        Count("routines", _VB_HEAD + r"(?:sub|function)\s+\w+", ("method", "constructor")),
        Count("classes", _VB_HEAD + r"(?:mustinherit\s+|notinheritable\s+)?class\s+\w+", ("class",)),
    ),
    "xml": (Count("modules", r"<module>\s*[^<\s$]", links="include", how="module"),),
    "xslt": (
        Count("templates", r"<xsl:template\b", ("template",)),
        Count("calls", r"<xsl:call-template\b", links="call"),
    ),
}
