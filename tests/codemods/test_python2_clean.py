"""Right on Python 3 already, however much it looks like Python 2: it comes back byte for byte."""

from __future__ import annotations

import pytest

from .conftest import patch_of

CLEAN = [
    pytest.param("", id="empty"),
    pytest.param("print('a', 1)\nx = u'a'\n", id="print call and u literal"),
    pytest.param("from __future__ import print_function\nprint('a', file=f)\n", id="future import"),
    pytest.param("for k in d.keys(): f(k)\nx = map(f, y)\nz = d.items()\n", id="views"),
    pytest.param("x = a / 2\ny = range(3)\nz = input('n')\n", id="other meaning on Python 3"),
    pytest.param("try:\n    unicode\nexcept NameError:\n    unicode = str\nx = unicode(1)\n", id="name provided for"),
    pytest.param(
        "try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle\n", id="import provided for"
    ),
    pytest.param(
        "import sys\nif sys.version_info[0] < 3:\n    text = unicode\nelse:\n    text = str\n", id="version test"
    ),
    pytest.param("import six\nif six.PY2:\n    import urllib2\nelse:\n    import urllib.request\n", id="six"),
    pytest.param("from functools import reduce\nx = reduce(f, y)\n", id="imported reduce"),
    pytest.param("def cmp(a, b): return 0\nx = cmp(1, 2)\n", id="own cmp"),
    pytest.param("from past.builtins import *\nx = xrange(3)\n", id="star import may bring it"),
    pytest.param("class A:\n    def __bool__(self): return 1\n    __nonzero__ = __bool__\n", id="both names"),
    pytest.param(
        "class A:\n    def __next__(self): return 1\n    next = __next__\n    def __iter__(self): pass\n", id="next"
    ),
    pytest.param("class Node:\n    def next(self): return self.after\nx = Node().next()\n", id="next of no iterator"),
    pytest.param("x = f'{a!r:>{w}}' if (b := c) else [*d]\nmatch x:\n    case [a]: pass\n", id="new syntax"),
    pytest.param("async def f():\n    async with a as b:\n        yield await b\n", id="async"),
    pytest.param("x.sort(key=f)\ny = sorted(z, key=g)\nq.sort('name')\n", id="sort with a key, or of another kind"),
    pytest.param("import time, collections\nx = time.clock(), collections.Mapping\n", id="gone since Python 3 only"),
    pytest.param("import xml.etree.cElementTree as ET\n", id="module gone since Python 3 only"),
    pytest.param("print = log\nprint\na < b\n", id="statements that are expressions"),
    pytest.param("class A:\n    def has_key(self, k): return k\n", id="own has_key"),
    pytest.param("x = row.keys()[0]\ny = f(*a, b=1)\nasync def g(): pass\n", id="keys in a file of Python 3"),
    pytest.param("x = row.keys() + y\nraise E from e\n", id="keys beside raise from"),
    pytest.param("x = row.keys() + y\ndef f(*, a): super().f(a)\n", id="keys beside super"),
    pytest.param("x = row.keys() + y\ndef f(a: int): pass\n", id="keys beside an annotation"),
    pytest.param("x = f'{row.keys()[0]}'\n", id="keys of another kind in plain Python 3"),
    pytest.param("r = '\\d'\n", id="invalid escape gives no warning"),
]


@pytest.mark.parametrize("text", CLEAN)
def test_python3_comes_back_byte_for_byte(text):
    patch = patch_of(text.encode())
    assert patch.changes[0].after == text.encode()
    assert patch.notes == ()
