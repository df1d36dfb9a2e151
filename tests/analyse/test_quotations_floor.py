"""A floor under the quality of attributions, on sentences written for it: it may be raised and never lowered."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from newscorpus.analyse.quotations.attributions import find_attributions
from newscorpus.analyse.quotations.values import Attribution

FLOOR = Path(__file__).with_name("quotation_floor.json")
MIN_OVERLAP = 0.5  # of letters shared, over letters of either, from which two stretches are one attribution
ONE_ITEM = 0.005  # a figure may move by less than one attribution of the set without being a change


class Name(NamedTuple):
    start: int
    end: int
    surface: str
    kind: str


class Score(NamedTuple):
    f1: float
    speaker: float
    verb: float


def names_of(item):
    return sorted(
        Name(found.start(), found.end(), surface, kind)
        for surface, kind in item["names"]
        for found in re.finditer(rf"\b{re.escape(surface)}\b", item["text"])
    )


def letters(text, spans):
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def spans_of(text, contents):
    spans, at = [], 0
    for content in contents:
        start = text.index(content, at)
        spans.append((start, start + len(content)))
        at = start + len(content)
    return spans


def same(text, expected, given: Attribution):
    a, b = letters(text, spans_of(text, expected["contents"])), letters(text, given.spans)
    return expected["type"] == given.type and len(a & b) >= MIN_OVERLAP * len(a | b)


def matched(item):
    """(expected, given) pairs, one to one in order, and the number given."""
    given = find_attributions(item["text"], names_of(item))
    pairs, left = [], list(given)
    for expected in item["expected"]:
        found = next((g for g in left if same(item["text"], expected, g)), None)
        if found is not None:
            left.remove(found)
            pairs.append((expected, found))
    return pairs, len(given)


def score(items) -> Score:
    results = [matched(item) for item in items]
    pairs = [pair for found, _ in results for pair in found]
    n_given = sum(n for _, n in results)
    n_expected = sum(len(item["expected"]) for item in items)
    return Score(
        f1=2 * len(pairs) / (n_given + n_expected),
        speaker=sum(e["speaker"] == g.speaker for e, g in pairs) / len(pairs),
        verb=sum(e["verb"] == g.verb for e, g in pairs) / len(pairs),
    )


@pytest.fixture(scope="module")
def floor():
    return json.loads(FLOOR.read_text(encoding="utf-8"))


def test_the_set_is_large_enough_to_mean_something(floor):
    assert len(floor["items"]) >= 60


def test_expected_contents_stand_in_their_texts(floor):
    for item in floor["items"]:
        for expected in item["expected"]:
            assert spans_of(item["text"], expected["contents"])


def test_quality_never_falls_below_the_floor(floor):
    reached = score(floor["items"])
    fallen = {
        name: (round(value, 3), floor["floor"][name])
        for name, value in reached._asdict().items()
        if value < floor["floor"][name] - ONE_ITEM
    }
    assert not fallen, f"(reached, floor) of what fell: {fallen}"


def test_the_floor_is_raised_when_quality_rises(floor):
    reached = score(floor["items"])
    for name, value in reached._asdict().items():
        assert value <= floor["floor"][name] + ONE_ITEM, f"raise the floor of {name} to {value:.3f}"
