import re

# ruleid: PY25
WORD = r"[A-Z]\d+"

# ruleid: PY25
QUOTE = r'''
\s+
'''

# ok: PY25
PLAIN = r"[A-Z]\d+"

# ok: PY25
TEXT = u"ur"


def words(text):
    # ruleid: PY25
    return re.findall(r'\w+', text)
