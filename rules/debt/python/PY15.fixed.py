import os

# ruleid: PY15
os.chmod("letters", 0o755)
# ruleid: PY15
LARGEST = 0xFFFFFFFF
# ruleid: PY15
COUNT = 10
# ok: PY15
MODE = 0o644
# ok: PY15
ZERO = 00
# ok: PY15
SMALL = 0x1F
# ok: PY15
RATE = 0.07
