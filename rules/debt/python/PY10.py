# ruleid: PY10
import urllib2
# ruleid: PY10
import os, ConfigParser
# ruleid: PY10
import cPickle as pickle
# ruleid: PY10
from StringIO import StringIO
# ok: PY10
import urllib.request
# ok: PY10
from io import BytesIO
# ok: PY10
from .Queue import Waiting
# ok: PY10
from archive import urllib2 as local
