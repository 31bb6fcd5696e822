# ruleid: PY10
import urllib.error
import urllib.parse
import urllib.request
# ruleid: PY10
import os, configparser
# ruleid: PY10
import pickle
# ruleid: PY10
from io import StringIO
# ok: PY10
import urllib.request
# ok: PY10
from io import BytesIO
# ok: PY10
from .Queue import Waiting
# ok: PY10
from archive import urllib2 as local
