"""Every figure that a story's articles give: what it counts, by whom, and where two cannot both be right."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import pyarrow as pa

from newscorpus.compare.statements.agreement import number_conflict
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.judgements import Judged, Row
from newscorpus.query.story.statements import TOLD, groups_of
from newscorpus.query.story.texts import StoryTexts, open_story
from newscorpus.text.fates import counted_people
from newscorpus.text.numbers import Number, find_numbers

COMPARED: Final = 60  # sentences of one statement that are compared: bounds the work in a large story
N_SHOWN: Final = 1_000

SCHEMA: Final = pa.schema(
    [
        ("counts", pa.string()),
        ("written", pa.string()),
        ("value", pa.float64()),
        ("unit", pa.string()),
        ("meant", pa.string()),
        ("source", pa.string()),
        ("sentence", pa.string()),
        ("disagrees_with", pa.list_(pa.string())),
    ]
)
MEANT: Final = {
    "exactly": "exactly",
    "about": "about",
    "more": "more than",
    "less": "less than",
    "at_least": "at least",
    "at_most": "at most",
}


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure in its sentence, which begins at `start`."""

    number: Number
    sentence: str
    source: str
    article_id: str
    start: int

    @property
    def written(self) -> str:
        return self.sentence[self.number.start : self.number.end]


def figures_told(reader: Reader, selection: Selection, story: str, judged: tuple[Judged, ...] = ()) -> pa.Table:
    """A row a figure: what it counts, as written, value, unit, how exactly it is meant, source and sentence.

    `disagrees_with` lists figures of other sources in sure tellings of the same statement that count the same and
    cannot both be right, as "written (source)". These come first, figures without a word of what they count last.
    Nothing is judged. Empty where no figure is given.
    """
    opened = open_story(reader, selection, story, judged)
    found = _figures(opened)
    against: defaultdict[_Figure, set[str]] = defaultdict(set)
    for a, b in _disagreeing(opened, found):
        against[a].add(f"{b.written} ({b.source})")
        against[b].add(f"{a.written} ({a.source})")
    rows = [_row(figure, sorted(against[figure])) for figure in found]
    rows.sort(
        key=lambda row: (not row["disagrees_with"], not row["counts"], row["counts"], row["value"], row["source"])
    )
    return pa.Table.from_pylist(rows[:N_SHOWN], SCHEMA)


def _figures(opened: StoryTexts) -> list[_Figure]:
    source_of = opened.source_of
    return [
        _Figure(number, sentence, source_of[article], article, start)
        for article, rows in opened.sentences.items()
        for start, sentence in (
            (row["start"], opened.texts[article][row["start"] : row["end"]]) for row in rows if opened.counts(row)
        )
        for number in find_numbers(sentence)
    ]


def _disagreeing(opened: StoryTexts, found: list[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    """Figures of two sources in sentences of one statement that cannot both be right: "three of the five gates" and
    "three gates" can."""
    of_sentence: defaultdict[tuple[str, int], list[_Figure]] = defaultdict(list)
    for figure in found:
        of_sentence[figure.article_id, figure.start].append(figure)
    for told in groups_of(opened).values():
        places = {
            (t["article_id"], row["start"])
            for t in told
            if t["match"] in TOLD
            for row in opened.within(t["article_id"], t["start"], t["end"])
        }
        sentences = [of_sentence[place] for place in sorted(places) if of_sentence[place]]
        for one, other in combinations(sentences[:COMPARED], 2):
            conflict = number_conflict([a.number for a in one], [b.number for b in other])
            if conflict and one[0].source != other[0].source:
                a = next(figure for figure in one if figure.number is conflict[0])
                yield a, next(figure for figure in other if figure.number is conflict[1])


def _row(figure: _Figure, against: list[str]) -> Row:
    number = figure.number
    return {
        "counts": f"{counted_people(number.what)} who {number.fate}" if number.fate else " ".join(number.what),
        "written": figure.written,
        "value": number.value,
        "unit": number.unit,
        "meant": MEANT[number.modifier],
        "source": figure.source,
        "sentence": " ".join(figure.sentence.split()),
        "disagrees_with": against,
    }
