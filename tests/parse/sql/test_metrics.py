"""Cyclomatic and cognitive complexity, nesting and lines of PL/SQL."""

import pytest

from .reading import block, only

CYCLOMATIC = {
    "straight": ("a := 1;", 1),
    "if, elsif, else": ("IF a THEN b; ELSIF c THEN d; ELSE e; END IF;", 3),
    "and, or": ("IF a AND b OR c THEN d; END IF;", 4),
    "between": ("IF a BETWEEN 1 AND 2 AND b THEN d; END IF;", 3),
    "case": ("CASE a WHEN 1 THEN b; WHEN 2 THEN c; ELSE d; END CASE;", 3),
    "case expression": ("x := CASE WHEN a THEN b WHEN c AND d THEN e ELSE f END;", 4),
    "loops": ("FOR i IN 1..2 LOOP a; END LOOP; WHILE b LOOP c; END LOOP;", 3),
    "endless loop": ("LOOP a; EXIT WHEN b; END LOOP;", 2),
    "handlers": ("BEGIN a; EXCEPTION WHEN b THEN c; WHEN OTHERS THEN d; END;", 3),
    "conditions of a query are not ours": ("SELECT 1 INTO a FROM b WHERE c = 1 AND d = 2 OR e = 3;", 1),
    "case in a query": ("SELECT CASE WHEN a = 1 THEN 2 END INTO b FROM c;", 2),
}


@pytest.mark.parametrize(("text", "expected"), CYCLOMATIC.values(), ids=CYCLOMATIC)
def test_cyclomatic_complexity(text, expected):
    assert only(block(text)).cyclomatic == expected


COGNITIVE = {
    "if": ("IF a THEN b; END IF;", 1),
    "elsif and else": ("IF a THEN b; ELSIF c THEN d; ELSE e; END IF;", 3),
    "nested": ("IF a THEN FOR i IN 1..2 LOOP IF b THEN c; END IF; END LOOP; END IF;", 6),
    "run of and": ("IF a AND b AND c THEN d; END IF;", 2),
    "and, or": ("IF a AND b OR c THEN d; END IF;", 3),
    "brackets": ("IF (a AND b) OR (c AND d) THEN e; END IF;", 4),
    "jump": ("<<x>> NULL; GOTO x;", 1),
}


@pytest.mark.parametrize(("text", "expected"), COGNITIVE.values(), ids=COGNITIVE)
def test_cognitive_complexity(text, expected):
    assert only(block(text)).cognitive == expected


def test_nesting_and_lines():
    unit = only(block("IF a THEN -- als", "  WHILE b LOOP", "", "    c;", "  END LOOP;", "END IF;"))
    assert (unit.nesting, unit.lines) == (2, 8)
