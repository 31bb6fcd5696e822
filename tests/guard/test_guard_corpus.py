"""The annotated corpus, where it lies beside the checkout or where LEGACYCTL_GUARD_CORPUS says."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from legacyctl.guard.detect import detect
from legacyctl.guard.margins import blanked

CORPUS = Path(os.environ.get("LEGACYCTL_GUARD_CORPUS", Path(__file__).parents[3] / "shared" / "data" / "guard-dev"))
KINDS = {"BSN", "IBAN", "EMAIL", "PHONE"}
LANGUAGES = {"cob": "cobol", "py": "python"}

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="no annotated corpus; set LEGACYCTL_GUARD_CORPUS")


@pytest.fixture(scope="module")
def files():
    truths = map(json.loads, (CORPUS / "truth.jsonl").read_text(encoding="utf-8").splitlines())
    return [(truth, (CORPUS / "files" / truth["file"]).read_bytes().decode(truth["encoding"])) for truth in truths]


def ours(item):
    return item["type"] in KINDS or item["sub"] == "PEM"


def test_recall_and_precision_of_the_standard_forms(files, vault):
    rules, planted, found, hits, right = vault().rules, Counter(), Counter(), 0, 0
    for truth, text in files:
        mask = bytearray(len(text))
        for hit in detect(text, rules):
            mask[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            hits += 1
            right += any(item["start"] < hit.end and hit.start < item["end"] for item in truth["pii"])
        for item in filter(ours, truth["pii"]):
            if item["diff"] == "std":
                planted[item["type"]] += 1
                found[item["type"]] += all(all(mask[a:b]) for a, b in item["segs"])
    assert all(found[kind] >= 0.95 * planted[kind] for kind in planted), (found, planted)
    assert right >= 0.98 * hits


def test_every_file_goes_out_masked_and_comes_back_to_the_byte(files, vault, ask):
    session = vault()
    for truth, text in files:
        language = LANGUAGES.get(truth["lang"], truth["lang"])
        talk = ask(text, language, path=truth["file"], known=session)
        assert talk.answer(talk.masked) == text
        sent = talk.masked
        shown = blanked(text, language)
        masked = (
            [text[h.start : h.end] for h in detect(shown, session.rules) if h.kind in KINDS] if shown == text else []
        )
        assert not [value for value in masked if value in sent]
        assert all(len(line) <= 72 for line in sent.splitlines()) or language != "cobol"
