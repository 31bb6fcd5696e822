# ruleid: PY16
from benefits.model import *
# ok: PY16
from benefits.model import Dossier, Payment
# ok: PY16
import benefits.model
