"""Inside a Python 2 file: what a pass does at its edges, and what it must leave as it is."""

from __future__ import annotations

import pytest

from .conftest import convert

HEAD = "print 1\n"

KEPT_DIVISION = [
    pytest.param("def f(n):\n    return n / 2", id="parameter"),
    pytest.param("def f():\n    n = len(a)\n    n = g()\n    return n / 2", id="one binding of two is unknown"),
    pytest.param("def f():\n    n = 1\n    n += g()\n    return n / 2", id="something unknown is added"),
    pytest.param("def f():\n    global n\n    n = 1\n    return n / 2", id="global"),
    pytest.param("def f():\n    for n in a:\n        g(n / 2)", id="elements of something unknown"),
    pytest.param("def f():\n    for n, m in a:\n        g(n / 2)", id="pairs of something unknown"),
    pytest.param("def f():\n    for i, m in enumerate(a):\n        g(m / 2)", id="second of enumerate"),
    pytest.param("def f():\n    n, m = 1, 2\n    return n / 2", id="taken apart"),
    pytest.param("def f(n):\n    n /= 2", id="parameter in place"),
    pytest.param("def f():\n    n = 1\n    n /= g()", id="in place by something unknown"),
    pytest.param("n = 1\nx = n / 2", id="global that may change"),
    pytest.param("DAYS = 1\nDAYS = 2.5\nx = DAYS / 2", id="constant bound twice"),
    pytest.param("class A:\n    n = 1\n    m = n / 2", id="name of a class"),
    pytest.param("x = (a + 1) / 2", id="sum with something unknown"),
    pytest.param("x = (1 + a) / 2", id="the other way round"),
    pytest.param("x = -a / 2", id="sign"),
    pytest.param("x = (1 if a else b) / 2", id="one branch unknown"),
    pytest.param("x = 2 ** n / 2", id="a power may be a fraction"),
    pytest.param("x = min(1, a) / 2", id="min with something unknown"),
    pytest.param("x = min(a) / 2", id="min of something unknown"),
    pytest.param("x = abs(a) / 2", id="abs of something unknown"),
    pytest.param("x = True / 2", id="no literal number"),
    pytest.param("def len(a): return 0.5\nx = len(a) / 2", id="own len"),
    pytest.param("x = '%d' % (n / 2)", id="formatting takes a float too"),
    pytest.param("x = a * (n / 2)", id="product with something unknown"),
    pytest.param("x = d[n / 2]", id="a key may be a float"),
    pytest.param("x = chr / 2", id="no call"),
    pytest.param("x = f(range=n / 2)", id="no argument of range"),
]

MADE_DIVISION = [
    pytest.param("x = -7 / 2", "x = -7 // 2", id="sign"),
    pytest.param("x = (1 if a else 2) / 2", "x = (1 if a else 2) // 2", id="branches"),
    pytest.param("x = 2 ** 3 / 2", "x = 2 ** 3 // 2", id="power"),
    pytest.param("x = (n - len(a)) % 2, min(1, len(a)) / 2", "x = (n - len(a)) % 2, min(1, len(a)) // 2", id="min"),
    pytest.param("x = abs(-1) / 2, (1 | 2) / 2", "x = abs(-1) // 2, (1 | 2) // 2", id="abs and bits"),
    pytest.param("x = [0] * (n / 2)", "x = [0] * (n // 2)", id="repetition of a list"),
    pytest.param("x = (n / 2) * 'a'", "x = (n // 2) * 'a'", id="repetition, the other way round"),
    pytest.param("x = chr(n / 2)", "x = chr(n // 2)", id="chr"),
    pytest.param(
        "def f():\n    for i, m in enumerate(a):\n        g(i / 2)",
        "def f():\n    for i, m in enumerate(a):\n        g(i // 2)",
        id="enumerate",
    ),
    pytest.param(
        "x = [i / 2 for i in a]\ny = len(a) / 2 / 3", "x = [i / 2 for i in a]\ny = len(a) // 2 // 3", id="twice"
    ),
    pytest.param(
        "def f(n): return n / 2\ndef g():\n    n = 4\n    return n / 2",
        "def f(n): return n / 2\ndef g():\n    n = 4\n    return n // 2",
        id="a namesake in another function",
    ),
]

KEPT_VIEWS = [
    pytest.param(
        "for k in d.keys(): f(k)\nd = {}", id="module table, harmless only without calls of its own functions"
    ),
    pytest.param("def f(d):\n    for k in d.keys():\n        d[k] = 1", id="the key at hand"),
    pytest.param("def f(d):\n    for k, v in d.items():\n        d[k] = v", id="the key at hand of a pair"),
    pytest.param(
        "def f(d):\n    for k in d.keys():\n        x.append(k)\n        other[k] = 1", id="another is changed"
    ),
    pytest.param("def f(d):\n    for k in d.keys():\n        len(d)", id="its length"),
    pytest.param("def f(self):\n    for k in self.d.keys():\n        x.append(str(k))", id="nothing reaches it"),
    pytest.param("for i, k in enumerate(d.keys()): x", id="enumerate"),
    pytest.param("x = list(map(f, y)), set(d.keys()), sorted(zip(a, b))", id="consumers"),
    pytest.param("x = ', '.join(map(str, y))", id="join"),
    pytest.param("x.extend(d.values())", id="extend"),
    pytest.param("x = k in d.keys(), k not in d.values()", id="in"),
    pytest.param("x = f(*d.keys())", id="star"),
    pytest.param("x = dict(zip(d.keys(), d.values()))", id="zip of views"),
    pytest.param("for a, b in zip(c, d): x", id="zip in a loop"),
    pytest.param("if not d.keys(): pass", id="truth"),
    pytest.param("while d.keys(): pass", id="truth of a loop"),
    pytest.param("x = 1 if d.keys() else 2", id="truth of an expression"),
    pytest.param("x = len(d.keys()), len(range(3)), range(3)[0]", id="length and index of a range"),
    pytest.param("x = {k for k in d.keys()}, {k: 1 for k in d.items()}", id="comprehensions"),
    pytest.param("def f():\n    r = range(3)\n    for i in r: g(r[i], len(r))", id="a range that is only read"),
    pytest.param("x = m.keys(1), m.items(a=1)", id="other methods of that name"),
    pytest.param("class A:\n    def iteritems(self): return self.iteritems()", id="a method of the class itself"),
    pytest.param("def map(f, x): pass\nx = map(f, y)[0]", id="own map"),
    pytest.param("import itertools\nfor x in itertools.chain(d.keys(), a): y", id="itertools in a loop"),
]

WRAPPED = [
    pytest.param("x = len(map(f, y))", "x = len(list(map(f, y)))", id="length of map"),
    pytest.param("if map(f, y): pass", "if list(map(f, y)): pass", id="truth of map"),
    pytest.param("map(f, y)", "list(map(f, y))", id="map for its effect"),
    pytest.param("x = range(3)", "x = list(range(3))", id="range of a module"),
    pytest.param("x = range(9)[1:2]", "x = list(range(9))[1:2]", id="slice of a range"),
    pytest.param(
        "def f():\n    r = range(3)\n    r[0] = 1", "def f():\n    r = list(range(3))\n    r[0] = 1", id="written"
    ),
    pytest.param(
        "def f():\n    r = range(3)\n    return r", "def f():\n    r = list(range(3))\n    return r", id="returned"
    ),
    pytest.param(
        "def f():\n    r = range(3)\n    r = 1", "def f():\n    r = list(range(3))\n    r = 1", id="bound twice"
    ),
    pytest.param("x = d.keys() == y", "x = list(d.keys()) == y", id="compared"),
    pytest.param("x = f(d.keys())", "x = f(list(d.keys()))", id="handed on"),
    pytest.param("x = f(a=d.keys())", "x = f(a=list(d.keys()))", id="handed on by name"),
    pytest.param("x = max(d.keys(), y)", "x = max(list(d.keys()), y)", id="one of two"),
    pytest.param("x = y = d.keys()", "x = y = list(d.keys())", id="two targets"),
    pytest.param("x = enumerate(d.keys())", "x = enumerate(list(d.keys()))", id="enumerate kept"),
    pytest.param("for k in sys.modules.keys(): x", "for k in list(sys.modules.keys()): x", id="loaded modules"),
    pytest.param(
        "for k in a.b.keys(): __import__(k)",
        "for k in list(a.b.keys()): __import__(k)",
        id="code that runs may reach it",
    ),
    pytest.param(
        "for k in globals().keys(): x = 1",
        "for k in list(globals().keys()): x = 1",
        id="the names of the module itself",
    ),
    pytest.param(
        "def f(d):\n    for k in d.keys():\n        d[k + 1] = 1",
        "def f(d):\n    for k in list(d.keys()):\n        d[k + 1] = 1",
        id="another key",
    ),
    pytest.param(
        "def f(d):\n    for k in d.keys():\n        d.pop(k)",
        "def f(d):\n    for k in list(d.keys()):\n        d.pop(k)",
        id="pop",
    ),
    pytest.param(
        "def f(self):\n    for c in self.d.keys():\n        c.close()",
        "def f(self):\n    for c in list(self.d.keys()):\n        c.close()",
        id="an element may reach it",
    ),
    pytest.param(
        "D = {}\ndef drop(k): pass\ndef f():\n    for k in D.keys():\n        drop(k)",
        "D = {}\ndef drop(k): pass\ndef f():\n    for k in list(D.keys()):\n        drop(k)",
        id="a function may reach a global",
    ),
    pytest.param(
        "def f(a, b):\n    for x in zip(a, b):\n        a.append(x)",
        "def f(a, b):\n    for x in list(zip(a, b)):\n        a.append(x)",
        id="a list that grows",
    ),
    pytest.param(
        "def f(a):\n    for x in map(g, a):\n        a.remove(x)",
        "def f(a):\n    for x in list(map(g, a)):\n        a.remove(x)",
        id="a list that shrinks",
    ),
]

KEPT_NAMES = [
    pytest.param("x = it.next(1), it.next(a=1)", id="next with arguments"),
    pytest.param("self.next = node.next", id="next as an attribute"),
    pytest.param("class A:\n    def next(self, n): pass", id="next with a parameter"),
    pytest.param("string = 'a'\nx = string.join(y)", id="a text called string"),
    pytest.param("import string\nx = string.join(*y)", id="arguments unknown"),
    pytest.param("import string\nx = string.join(a, b, c)", id="too many arguments"),
    pytest.param("import string\nx = string.upper(s=a)", id="arguments by name"),
    pytest.param("unicode = str\nx = isinstance(y, (str, unicode))", id="own unicode in a tuple"),
    pytest.param("def f(reduce): return reduce(g, x)", id="parameter called reduce"),
    pytest.param("x.sort(f)\ny = sorted(z, None)", id="an argument that is no comparison"),
    pytest.param("x.sort(cmp=None)", id="no comparison"),
    pytest.param("try:\n    unicode\nexcept NameError:\n    pass", id="name whose absence is expected"),
    pytest.param("x = PY2 and unicode(y)", id="name behind a version test"),
    pytest.param("x = y.cmp(1, 2)", id="a method called cmp"),
    pytest.param("class A:\n    def __nonzero__(self): pass\n    def __bool__(self): pass", id="both"),
    pytest.param("def f():\n    from mine import long\n    return long(1)", id="imported in a function"),
]

KEPT_IMPORTS = [
    pytest.param("import urllib2 as u\nu.strange()", id="member of nobody"),
    pytest.param("from urllib2 import strange", id="name of nobody"),
    pytest.param("import urllib2\nurllib2 = fake", id="bound otherwise too"),
    pytest.param("from urllib import *", id="everything from several modules"),
    pytest.param("import email", id="same"),
    pytest.param("from itertools import izip\nizip = izip", id="name bound otherwise too"),
    pytest.param("from . import ConfigParser, Queue", id="relative"),
    pytest.param("from .urllib2 import urlopen", id="relative module"),
    pytest.param("import sys\nsys = fake\nx = sys.maxint", id="another sys"),
]

MADE_IMPORTS = [
    pytest.param("import os, StringIO\nx = StringIO.StringIO()", "import os, io\nx = io.StringIO()", id="in a list"),
    pytest.param("import urllib2, md5", "import urllib.error, urllib.parse, urllib.request, hashlib", id="not used"),
    pytest.param(
        "import urllib2 as u\nx = u.urlopen()", "import urllib.request\nx = urllib.request.urlopen()", id="alias"
    ),
    pytest.param("from urlparse import *", "from urllib.parse import *", id="everything"),
    pytest.param("import sets\nx = sets.Set()", "x = set()", id="a module that became a type"),
    pytest.param("from UserDict import UserDict", "from collections import UserDict", id="moved class"),
    pytest.param("import os; import sets; x = 1", "import os; pass; x = 1", id="one of a line"),
    pytest.param(
        "import os; from urllib import quote, urlopen",
        "import os; from urllib.parse import quote; from urllib.request import urlopen",
        id="two of a line",
    ),
    pytest.param(
        "import collections\nx = collections.Mapping, collections.deque",
        "import collections.abc\nx = collections.abc.Mapping, collections.deque",
        id="abstract classes",
    ),
    pytest.param(
        "from collections import Mapping, deque",
        "from collections.abc import Mapping\nfrom collections import deque",
        id="abstract class and another",
    ),
    pytest.param(
        "from urllib import (quote,  # text\n    urlopen)",
        "# text\nfrom urllib.parse import quote\nfrom urllib.request import urlopen",
        id="comment inside",
    ),
    pytest.param(
        "import types\nfrom types import StringType as S\nx = S, types.ListType",
        "import types\nx = str, list",
        id="types by name",
    ),
    pytest.param("import __builtin__\n__builtin__._ = f", "import builtins\nbuiltins._ = f", id="written to"),
    pytest.param(
        "import httplib\ndef f(http): return httplib.OK",
        "import http.client as httplib\ndef f(http): return httplib.OK",
        id="name of the package is taken",
    ),
    pytest.param(
        "from email import Utils\nfrom email.MIMEText import MIMEText",
        "from email import utils as Utils\nfrom email.mime.text import MIMEText",
        id="email",
    ),
    pytest.param(
        "try:\n    import json\nexcept ImportError:\n    import urllib2",
        "try:\n    import json\nexcept ImportError:\n    import urllib2",
        id="beside another import",
    ),
    pytest.param(
        "x = 1\nfrom __future__ import with_statement\ny = 2", "x = 1\ny = 2", id="future import that comes late"
    ),
]


def check(before: str, after: str) -> None:
    assert convert(f"{HEAD}{before}\n".encode()).decode() == f"print(1)\n{after}\n"


@pytest.mark.parametrize("text", [*KEPT_DIVISION, *KEPT_VIEWS, *KEPT_NAMES, *KEPT_IMPORTS])
def test_kept(text):
    check(text, text)


@pytest.mark.parametrize(("before", "after"), [*MADE_DIVISION, *WRAPPED, *MADE_IMPORTS])
def test_made(before, after):
    check(before, after)
