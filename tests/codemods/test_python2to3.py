"""Construct by construct: what changes. What must not stands in test_python2_clean and test_python2_limits."""

from __future__ import annotations

import pytest

from .conftest import convert, patch_of

SYNTAX = [
    pytest.param("print 'a'\n", "print('a')\n", id="print"),
    pytest.param("print\n", "print()\n", id="bare print"),
    pytest.param("print ('a'), 1\n", "print(('a'), 1)\n", id="print of a tuple that looks like a call"),
    pytest.param("print 'a',\n", "print('a', end=' ')\n", id="print with trailing comma"),
    pytest.param("print 'a\\n',\n", "print('a\\n', end='')\n", id="no blank after a line end"),
    pytest.param("print '%s\\t' % x,\n", "print('%s\\t' % x, end='')\n", id="no blank after a tab"),
    pytest.param("print >>f, 'a'\n", "print('a', file=f)\n", id="print to a file"),
    pytest.param("print >>f\n", "print(file=f)\n", id="empty line to a file"),
    pytest.param("print `x`\n", "print(repr(x))\n", id="backticks"),
    pytest.param("x = 1 <> 2\n", "x = 1 != 2\n", id="not equal"),
    pytest.param("exec code in space\n", "exec(code, space)\n", id="exec in"),
    pytest.param("exec code in a, b\n", "exec(code, a, b)\n", id="exec in two"),
    pytest.param("raise E, 'm'\n", "raise E('m')\n", id="raise"),
    pytest.param("raise E, 'm', tb\n", "raise E('m').with_traceback(tb)\n", id="raise with traceback"),
    pytest.param("try:\n    f()\nexcept E, e:\n    g(e)\n", "try:\n    f()\nexcept E as e:\n    g(e)\n", id="except"),
    pytest.param(
        "try:\n    f()\nexcept E, (a, b):\n    g(a)\n",
        "try:\n    f()\nexcept E as error:\n    (a, b) = error.args\n    g(a)\n",
        id="except with a tuple",
    ),
    pytest.param(
        "def f(a, (b, c)):\n    g()\n", "def f(a, parts):\n    (b, c) = parts\n    g()\n", id="tuple parameter"
    ),
    pytest.param("f = lambda (a, b): a + b\n", "f = lambda a_b: a_b[0] + a_b[1]\n", id="tuple parameter of lambda"),
    pytest.param("x = 0777 + 10L + 0xFFL\n", "x = 0o777 + 10 + 0xFF\n", id="octal and long"),
    pytest.param("x = ur'\\d'\n", "x = r'\\d'\n", id="raw text"),
    pytest.param("x = ur'\\d\\u20ac'\n", "x = '\\\\d\\u20ac'\n", id="raw text with a code point"),
    pytest.param("x = ur'\\'\\u20ac'\n", "x = '\\\\\\'\\u20ac'\n", id="raw text with a quote"),
    pytest.param("print '\\u20ac', '\\N'\n", "print('\\\\u20ac', '\\\\N')\n", id="no code point in a byte string"),
    pytest.param("class A:\n    __metaclass__ = M\n    x = 1\n", "class A(metaclass=M):\n    x = 1\n", id="metaclass"),
    pytest.param("apply(f, a, k)\n", "f(*a, **k)\n", id="apply"),
    pytest.param("if d.has_key(k): pass\n", "if k in d: pass\n", id="has_key"),
    pytest.param("if not d.has_key(k): pass\n", "if k not in d: pass\n", id="not has_key"),
    pytest.param("n = f.func_name, m.im_self\n", "n = f.__name__, m.__self__\n", id="attributes of functions"),
    pytest.param(
        "if 1:\n\tx = 1\n        print x\n", "if 1:\n        x = 1\n        print(x)\n", id="tabs beside blanks"
    ),
]

NAMES = [
    pytest.param("x = unicode(1), unichr(2), long(3)\n", "x = str(1), chr(2), int(3)\n", id="types"),
    pytest.param("x = isinstance(y, (str, unicode))\n", "x = isinstance(y, str)\n", id="two types that are one"),
    pytest.param("x = isinstance(y, (int, long, float))\n", "x = isinstance(y, (int, float))\n", id="two of three"),
    pytest.param("x = type(y) in (int, long)\n", "x = type(y) in (int,)\n", id="one in a tuple"),
    pytest.param("x = raw_input('n')\n", "x = input('n')\n", id="raw_input"),
    pytest.param("x = raw_input(), input()\n", "x = input(), eval(input())\n", id="input"),
    pytest.param("x = reduce(f, y)\n", "from functools import reduce\nx = reduce(f, y)\n", id="reduce"),
    pytest.param("import os\nreload(os)\n", "from importlib import reload\nimport os\nreload(os)\n", id="reload"),
    pytest.param("x = file('n')\n", "x = open('n')\n", id="file"),
    pytest.param("class E(StandardError): pass\n", "class E(Exception): pass\n", id="StandardError"),
    pytest.param("xrange\nx = it.next()\n", "range\nx = next(it)\n", id="next"),
    pytest.param("xrange\nx = (a or b).next().c\n", "range\nx = next((a or b)).c\n", id="next of parentheses"),
    pytest.param("import string\nx = string.join(a, b)\n", "import string\nx = b.join(a)\n", id="string.join"),
    pytest.param(
        "import string\nx = string.upper(string.strip(a + b))\n",
        "import string\nx = (a + b).strip().upper()\n",
        id="string functions inside each other",
    ),
    pytest.param(
        "import string\nx = string.letters\n", "import string\nx = string.ascii_letters\n", id="string.letters"
    ),
    pytest.param("import sys\nx = sys.maxint\n", "import sys\nx = sys.maxsize\n", id="maxint"),
    pytest.param("import os\nx = os.getcwdu()\n", "import os\nx = os.getcwd()\n", id="getcwdu"),
    pytest.param(
        "import types\nx = types.StringType, types.NoneType\n",
        "import types\nx = str, type(None)\n",
        id="types of the module types",
    ),
    pytest.param(
        "class A:\n    def __nonzero__(self): return 1\n",
        "class A:\n    def __bool__(self): return 1\n",
        id="nonzero",
    ),
    pytest.param(
        "class A:\n    def __iter__(self): return self\n    def next(self): return 1\n",
        "class A:\n    def __iter__(self): return self\n    def __next__(self): return 1\n",
        id="next of an iterator",
    ),
]

VIEWS = [
    pytest.param("for k, v in d.iteritems(): f(k)\n", "for k, v in d.items(): f(k)\n", id="loop"),
    pytest.param("x = d.itervalues()\n", "x = iter(d.values())\n", id="iterator kept"),
    pytest.param("x = d.viewkeys()\n", "x = d.keys()\n", id="view"),
    pytest.param("x = d.keys()[0]\n", "x = list(d.keys())[0]\n", id="index"),
    pytest.param("x = d.items() + [1]\n", "x = list(d.items()) + [1]\n", id="sum"),
    pytest.param("x = map(f, y)[1:]\n", "x = list(map(f, y))[1:]\n", id="slice of map"),
    pytest.param("k = d.keys()\nk.sort()\n", "k = sorted(d.keys())\n", id="sorted at once"),
    pytest.param(
        "k = d.keys()\nk.sort(reverse=True)\nxrange\n",
        "k = sorted(d.keys(), reverse=True)\nrange\n",
        id="sorted at once, backwards",
    ),
    pytest.param(
        "k = d.keys()  # all\nk.sort()\nxrange\n",
        "k = list(d.keys())  # all\nk.sort()\nrange\n",
        id="a comment keeps two lines",
    ),
    pytest.param("xrange\nreturned = zip(a, b)\n", "range\nreturned = list(zip(a, b))\n", id="zip kept"),
    pytest.param(
        "def f():\n    d = {}\n    for k in d.keys():\n        del d[k]\n    xrange\n",
        "def f():\n    d = {}\n    for k in list(d.keys()):\n        del d[k]\n    range\n",
        id="deleted in the loop",
    ),
    pytest.param(
        "def f(self):\n    for k in self.d.keys():\n        self.drop(k)\n    xrange\n",
        "def f(self):\n    for k in list(self.d.keys()):\n        self.drop(k)\n    range\n",
        id="a method may change it",
    ),
    pytest.param(
        "def f(d):\n    for k in d.keys():\n        g(d, k)\n    xrange\n",
        "def f(d):\n    for k in list(d.keys()):\n        g(d, k)\n    range\n",
        id="handed on in the loop",
    ),
    pytest.param(
        "import itertools\nx = itertools.izip(a, b)\n",
        "import itertools\nx = zip(a, b)\n",
        id="an iterator stays one",
    ),
]

DIVISION = [
    pytest.param("xrange\nx = len(a) / 2\n", "range\nx = len(a) // 2\n", id="len"),
    pytest.param("xrange\nx = (int(m) - 1) / 3 + 1\n", "range\nx = (int(m) - 1) // 3 + 1\n", id="int"),
    pytest.param("xrange\nx = ' ' * ((w - n) / 2)\n", "range\nx = ' ' * ((w - n) // 2)\n", id="repetition"),
    pytest.param("x = range(n / 2), a[:n / 2], xrange\n", "x = list(range(n // 2)), a[:n // 2], range\n", id="slice"),
    pytest.param(
        "def f(a):\n    n = len(a)\n    n += 1\n    for i in xrange(n):\n        n = i / 2\n    return n / 2\n",
        "def f(a):\n    n = len(a)\n    n += 1\n    for i in range(n):\n        n = i // 2\n    return n // 2\n",
        id="names of a function",
    ),
    pytest.param("DAYS = 365\nxrange\nx = DAYS / 7\n", "DAYS = 365\nrange\nx = DAYS // 7\n", id="constant"),
    pytest.param(
        "def f():\n    n = 7\n    n /= 2\n    print n\n",
        "def f():\n    n = 7\n    n //= 2\n    print(n)\n",
        id="in place",
    ),
    pytest.param("xrange\nx = (1  # a/b\n     / 2)\n", "range\nx = (1  # a/b\n     // 2)\n", id="comment between"),
]

UNDIVIDED = [
    pytest.param("x = a / 2", id="unknown"),
    pytest.param("x = len(a) / 2.0", id="float"),
    pytest.param("x = float(len(a)) / 2", id="float call"),
    pytest.param("x = n / 2", id="lower case global"),
]

SORTING = [
    pytest.param("x.sort(cmp=f)\n", "from functools import cmp_to_key\nx.sort(key=cmp_to_key(f))\n", id="keyword"),
    pytest.param(
        "x.sort(lambda a, b: a - b)\n",
        "from functools import cmp_to_key\nx.sort(key=cmp_to_key(lambda a, b: a - b))\n",
        id="lambda",
    ),
    pytest.param(
        "def f(a, b): return a - b\nx = sorted(y, f, reverse=True)\n",
        "from functools import cmp_to_key\ndef f(a, b): return a - b\nx = sorted(y, key=cmp_to_key(f), reverse=True)\n",
        id="sorted",
    ),
]

IMPORTS = [
    pytest.param(
        "import ConfigParser\nx = ConfigParser.C()\n", "import configparser\nx = configparser.C()\n", id="renamed"
    ),
    pytest.param("import cPickle as pickle\n", "import pickle\n", id="alias that is the new name"),
    pytest.param("from cStringIO import StringIO\n", "from io import StringIO\n", id="from"),
    pytest.param(
        "import Queue\nqueue = Queue.Queue()\n",
        "import queue as Queue\nqueue = Queue.Queue()\n",
        id="the new name is taken",
    ),
    pytest.param("import Queue\nf(Queue)\n", "import queue as Queue\nf(Queue)\n", id="the module itself is handed on"),
    pytest.param(
        "import urllib\nx = urllib.quote(y)\n",
        "import urllib.parse\nx = urllib.parse.quote(y)\n",
        id="only the part in use",
    ),
    pytest.param(
        "import urllib2\nx = urllib2.urlopen, urllib2.URLError\n",
        "import urllib.error\nimport urllib.request\nx = urllib.request.urlopen, urllib.error.URLError\n",
        id="two parts",
    ),
    pytest.param(
        "from urllib import quote, urlopen as get\n",
        "from urllib.parse import quote\nfrom urllib.request import urlopen as get\n",
        id="from two parts",
    ),
    pytest.param(
        "def f():\n    from urllib import quote, urlopen\n",
        "def f():\n    from urllib.parse import quote\n    from urllib.request import urlopen\n",
        id="from two parts, indented",
    ),
    pytest.param(
        "from itertools import izip, count\nx = izip(a)\n", "from itertools import count\nx = zip(a)\n", id="built-in"
    ),
    pytest.param("from itertools import izip\nx = izip(a)\n", "x = zip(a)\n", id="no import left"),
    pytest.param("def f():\n    from itertools import izip\n", "def f():\n    pass\n", id="no statement left"),
    pytest.param("from string import letters\n", "from string import ascii_letters as letters\n", id="other name"),
    pytest.param(
        "import email.Utils\nx = email.Utils.f()\n", "import email.utils\nx = email.utils.f()\n", id="package"
    ),
    pytest.param(
        "import __builtin__\nx = __builtin__.raw_input()\n", "import builtins\nx = builtins.input()\n", id="builtin"
    ),
    pytest.param(
        "try:\n    from cStringIO import StringIO\nexcept ImportError:\n    from StringIO import StringIO\n",
        "try:\n    from io import StringIO\nexcept ImportError:\n    from io import StringIO\n",
        id="both branches are old",
    ),
]

FIXES = [*SYNTAX, *NAMES, *VIEWS, *DIVISION, *SORTING, *IMPORTS]


@pytest.mark.parametrize(("before", "after"), FIXES)
def test_fixed(before, after):
    assert convert(before.encode()).decode() == after


@pytest.mark.parametrize(("before", "after"), FIXES)
def test_fixed_text_is_left_alone(before, after):
    del before
    assert patch_of(after.encode()).empty


@pytest.mark.parametrize("line", UNDIVIDED)
def test_division_that_may_not_be_whole_stays(line):
    assert line in convert(f"print 1\n{line}\n".encode()).decode()


def test_comparison_function_is_provided_once():
    text = convert(b"import os\n\nprint cmp(1, 2)\n").decode()
    assert text.startswith("import os\n\n\ndef cmp(a, b):\n")
    assert patch_of(text.encode()).empty


def test_what_fits_a_view_is_not_wrapped():
    lines = (
        "x = sorted(d.keys())",
        "if d.keys(): pass",
        "x = len(d.items())",
        "x = [k for k in d.keys()]",
        "a, b = map(f, c)",
    )
    text = "xrange\n" + "\n".join(lines) + "\n"
    assert convert(text.encode()).decode() == text.replace("xrange", "range")


def test_future_division_leaves_division_alone():
    text = "from __future__ import division\nprint len(a) / 2\n"
    assert "len(a) / 2" in convert(text.encode()).decode()
