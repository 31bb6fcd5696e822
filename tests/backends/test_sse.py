import pytest

from legacyctl.backends.sse import events

CASES = {
    "two events": (["data: a", "", "data: b", ""], ["a", "b"]),
    "comments": ([": ping", "", "data: a", ": ping", ""], ["a"]),
    "two data lines": (["data: a", "data: b", ""], ["a\nb"]),
    "no blank before the end": (["data: a"], ["a"]),
    "other fields": (["event: error", "id: 7", "data: a", ""], ["a"]),
    "no blank after the colon": (["data:a", ""], ["a"]),
    "one blank is taken away": (["data:  a", ""], [" a"]),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("lines", "data"), CASES.values(), ids=CASES)
def test_events(lines, data):
    assert list(events(lines)) == data
