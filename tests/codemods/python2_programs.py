"""Python 2 programs with what they print, as run with CPython 2.7.18."""

from __future__ import annotations

from typing import NamedTuple


class Program(NamedTuple):
    name: str
    source: str
    output: str


PROGRAMS = (
    Program(
        "whole numbers are divided as before",
        """\
items = ['a', 'b', 'c']
half = len(items) / 2
total = 0
for i in range(7):
    total += i
def mean(values):
    n = len(values)
    first = values[:n / 2]
    return first, n / 2, -n / 2, 7.0 / 2
print half, items[half], '-' * (7 / 2), 7 / -2
print mean([1, 2, 3, 4, 5])
for page in range(10 / 4):
    print page
""",
        "1 b --- -4\n([1, 2], 2, -3, 3.5)\n0\n1\n",
    ),
    Program(
        "sorting by a comparison",
        """\
class Case:
    def __init__(self, zone, name):
        self.zone, self.name = zone, name
def by_zone(a, b):
    return cmp(a.zone, b.zone) or cmp(a.name, b.name)
cases = [Case(2, 'x'), Case(1, 'z'), Case(1, 'y')]
cases.sort(cmp=by_zone)
print [c.name for c in cases]
cases.sort(lambda a, b: -by_zone(a, b))
print [c.name for c in cases]
print [c.name for c in sorted(cases, by_zone)]
print sorted([3, 1, 2], cmp, reverse=True), cmp(1, 2), cmp('b', 'a'), cmp(1, 1)
""",
        "['y', 'z', 'x']\n['x', 'z', 'y']\n['y', 'z', 'x']\n[3, 2, 1] -1 1 0\n",
    ),
    Program(
        "lists out of dictionaries",
        """\
d = {'b': 2, 'a': 1}
keys = d.keys()
keys.sort()
print keys, sorted(d.items())[0], len(d.values()), d.has_key('a'), not d.has_key('z')
for key in d.keys():
    if key == 'a':
        del d[key]
print d
for key, value in d.iteritems():
    d[key] = value * 2
print d.values()[0], d.items() + [1], list(d.iterkeys())
it = d.itervalues()
print it.next()
if d.keys():
    print 'not empty'
""",
        "['a', 'b'] ('a', 1) 2 True True\n{'b': 2}\n4 [('b', 4), 1] ['b']\n4\nnot empty\n",
    ),
    Program(
        "map, filter, zip and range as lists",
        """\
numbers = map(int, ['1', '2', '3'])
print numbers[0], len(numbers), filter(None, [0, 1]), zip('ab', numbers)[1]
index = range(3)
index[0] = 9
print index, range(2) + [5]
a, b = map(str.upper, ['x', 'y'])
print a + b, ''.join(map(str, range(3))), reduce(lambda x, y: x * y, range(1, 5))
pairs = [(n, c) for n, c in zip(xrange(2), 'ab')]
print pairs
seen = []
map(seen.append, [1, 2])
print seen
""",
        "1 3 [1] ('b', 2)\n[9, 1, 2] [0, 1, 5]\nXY 012 24\n[(0, 'a'), (1, 'b')]\n[1, 2]\n",
    ),
    Program(
        "exceptions",
        """\
import sys
class Refusal(StandardError):
    pass
def check(value):
    if value < 0:
        raise Refusal, 'negative: %d' % value
    if value == 0:
        raise ValueError
    return value
for value in (1, 0, -1):
    try:
        print check(value)
    except Refusal, refusal:
        print 'refused', refusal
    except (TypeError, ValueError), error:
        print 'error', error.__class__.__name__
try:
    try:
        raise KeyError, 'k'
    except KeyError:
        kind, value, trace = sys.exc_info()
        raise LookupError, 'l', trace
except LookupError, error:
    print error
""",
        "1\nerror ValueError\nrefused negative: -1\nl\n",
    ),
    Program(
        "printing",
        """\
import sys
print
print 'a',
print 'b'
print 'line\\n',
print 'next'
print ('one')
print ('one', 'two')
print >>sys.stdout, 'to', 1
print >>sys.stdout
print 'a', ; print 'b'
print '%s-%s' % (1, 2), `3`, (4)
""",
        "\na b\nline\nnext\none\n('one', 'two')\nto 1\n\na b\n1-2 3 4\n",
    ),
    Program(
        "classes",
        """\
class Registry(type):
    names = []
    def __init__(cls, name, bases, space):
        Registry.names.append(name)
class Base(object):
    __metaclass__ = Registry
class Range(Base):
    def __init__(self, stop):
        self.at, self.stop = 0, stop
    def __iter__(self):
        return self
    def next(self):
        if self.at >= self.stop:
            raise StopIteration
        self.at += 1
        return self.at
    def __nonzero__(self):
        return self.at < self.stop
    def __div__(self, other):
        return int(self.stop) / int(other)
    def __unicode__(self):
        return u'range of %d' % self.stop
print Registry.names, list(Range(3)), bool(Range(0)), bool(Range(1)), Range(7) / 2, unicode(Range(2))
""",
        "['Base', 'Range'] [1, 2, 3] False True 3 range of 2\n",
    ),
    Program(
        "text and numbers",
        """\
import string
print isinstance(u'a', basestring), isinstance(1L, (int, long)), type(unicode(1)) is unicode
print string.join(['a', 'b'], '-'), string.upper('x'), string.letters[:3], string.atoi('7') + 0777
print unichr(65), long('12'), 10L ** 20, 0x1F, ur'\\d+', 1 <> 2
print string.replace(string.strip(' a b '), 'a', 'c'), string.split('a b')[1], string.join(('x', 'y'))
""",
        "True True True\na-b X abc 518\nA 12 100000000000000000000 31 \\d+ True\nc b b x y\n",
    ),
    Program(
        "modules that moved",
        """\
import StringIO, urllib
from urlparse import urlparse, urljoin
import ConfigParser
import Queue
import itertools
from itertools import izip, imap as mapped
import cPickle as pickle
import sys
out = StringIO.StringIO()
print >>out, 'hello'
print out.getvalue().strip(), urllib.quote('a b'), urlparse('http://a.example/b').path
parser = ConfigParser.RawConfigParser()
parser.add_section('s')
parser.set('s', 'o', 'v')
print parser.get('s', 'o'), urljoin('http://a.example/b/', 'c')
queue = Queue.Queue()
queue.put(1)
print queue.get(), list(izip('ab', itertools.count())), list(mapped(abs, [-1])), sys.maxint > 2 ** 30
print pickle.loads(pickle.dumps([1, 2])), list(itertools.ifilter(None, [0, 3]))
""",
        "hello a%20b /b\nv http://a.example/b/c\n1 [('a', 0), ('b', 1)] [1] True\n[1, 2] [3]\n",
    ),
    Program(
        "functions and code as text",
        """\
def area((width, height), scale=1):
    \"\"\"Area.\"\"\"
    return width * height * scale
print area((2, 3)), (lambda (a, b): a + b)((1, 2)), apply(area, ((2, 5),), {'scale': 2}), area.func_name
space = {'n': 2}
exec 'm = n * 2' in space
exec "print('run')"
print space['m'], eval('n + 1', space)
def outer():
    exec 'x = 1' in {}
    return intern('name')
print outer(), callable(outer)
""",
        "6 3 20 area\nrun\n4 3\nname True\n",
    ),
)
