"""Every figure that a story's articles give: what it counts, by whom, and where two cannot both be right."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import pyarrow as pa

from newscorpus.compare.statements.agreement import number_conflict
from newscorpus.compare.statements.figure_words import find_figures, phrase
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.judgements import Judged, Row
from newscorpus.query.story.statements import TOLD, groups_of
from newscorpus.query.story.texts import StoryTexts, open_story
from newscorpus.text.fates import counted_people
from newscorpus.text.numbers import Number

COMPARED: Final = 60  # tellings of one statement that are compared: bounds the work in a large story
N_SHOWN: Final = 1_000

SCHEMA: Final = pa.schema(
    [
        ("counts", pa.string()),
        ("written", pa.string()),
        ("phrase", pa.string()),
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

    @property
    def phrase(self) -> str:
        return " ".join(phrase(self.sentence, self.number).split())

    def is_told_in(self, telling: Row) -> bool:
        """Whether it stands in that stretch of its article."""
        return bool(telling["start"] <= self.start + self.number.start < telling["end"])


def figures_told(reader: Reader, selection: Selection, story: str, judged: tuple[Judged, ...] = ()) -> pa.Table:
    """A row a figure: what it counts, as written, the whole phrase, value, unit, how exactly meant, source, sentence.

    `disagrees_with` lists figures of other sources in sure tellings of the same statement that count the same and
    cannot both be right, as "written (source)". These come first, figures without a word of what they count last.
    Which is right is not judged. Empty where no figure is given.
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
    """The figures of the sentences that count."""
    source_of = opened.source_of
    found = []
    for article, rows in opened.sentences.items():
        for row in filter(opened.counts, rows):
            sentence = opened.texts[article][row["start"] : row["end"]]
            found += [
                _Figure(number, sentence, source_of[article], article, row["start"])
                for number in find_figures(sentence)
            ]
    return found


@dataclass(frozen=True, slots=True)
class Given:
    """A figure that a source gives: the whole phrase, its value, the sentence, and the figure's place in that."""

    source: str
    phrase: str
    value: float
    sentence: str
    place: tuple[int, int]


def differences(
    reader: Reader, selection: Selection, story: str, judged: tuple[Judged, ...] = ()
) -> list[tuple[Given, ...]]:
    """Where sources give different figures for the same thing in one statement: who gives which, the smallest first.

    A source's phrase is listed once. What most sources give figures for comes first. [] where no two figures differ.
    """
    opened = open_story(reader, selection, story, judged)
    together: dict[_Figure, set[_Figure]] = {}
    for one, other in _disagreeing(opened, _figures(opened)):
        both = together.get(one, {one}) | together.get(other, {other})
        together.update(dict.fromkeys(both, both))
    groups = {id(group): group for group in together.values()}.values()
    return sorted(map(_given, groups), key=lambda given: (-len(given), given[0].value, given[0].phrase))


def _given(group: set[_Figure]) -> tuple[Given, ...]:
    said: dict[tuple[str, str], Given] = {}
    for figure in sorted(group, key=lambda one: (one.number.value, one.source, one.start)):
        place = (figure.number.start, figure.number.end)
        given = Given(figure.source, figure.phrase, figure.number.value, figure.sentence, place)
        said.setdefault((figure.source, figure.phrase), given)
    return tuple(said.values())


def _disagreeing(opened: StoryTexts, found: list[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    """Figures of two sources in tellings of one statement that cannot both be right, the whole sentences compared."""
    of_sentence: defaultdict[tuple[str, int], list[_Figure]] = defaultdict(list)
    for figure in found:
        of_sentence[figure.article_id, figure.start].append(figure)
    for told in groups_of(opened).values():
        places = [
            (telling, of_sentence[telling["article_id"], row["start"]])
            for telling in told
            if telling["match"] in TOLD
            for row in opened.within(telling["article_id"], telling["start"], telling["end"])
        ]
        with_figures = [(telling, figures) for telling, figures in places if figures][:COMPARED]
        for (ours, here), (theirs, there) in combinations(with_figures, 2):
            pair = _conflict(here, there) if here[0].source != there[0].source else None
            if pair and pair[0].is_told_in(ours) and pair[1].is_told_in(theirs):
                yield pair


def _conflict(ours: list[_Figure], theirs: list[_Figure]) -> tuple[_Figure, _Figure] | None:
    conflict = number_conflict(ours[0].sentence, theirs[0].sentence)
    if conflict is None:
        return None
    one = next(figure for figure in ours if figure.number == conflict[0])
    other = next(figure for figure in theirs if figure.number == conflict[1])
    return one, other


def _row(figure: _Figure, against: list[str]) -> Row:
    number = figure.number
    return {
        "counts": f"{counted_people(number.what)} who {number.fate}" if number.fate else " ".join(number.what),
        "written": figure.written,
        "phrase": figure.phrase,
        "value": number.value,
        "unit": number.unit,
        "meant": MEANT[number.modifier],
        "source": figure.source,
        "sentence": " ".join(figure.sentence.split()),
        "disagrees_with": against,
    }
