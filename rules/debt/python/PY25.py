import re

# ruleid: PY25
WORD = ur"[A-Z]\d+"

# ruleid: PY25
QUOTE = UR'''
\s+
'''

# ok: PY25
PLAIN = r"[A-Z]\d+"

# ok: PY25
TEXT = u"ur"


def words(text):
    # ruleid: PY25
    return re.findall(ur'\w+', text)
