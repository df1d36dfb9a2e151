"""What a reader's blind answers say of a method: agreement, its intervals, the table behind it, where they part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newscorpus.query.checking.sample import DESCRIBED, NOBODY, TONES, VOICES, Item, Judgement
from newscorpus.query.checking.sample_statements import LEFT_APART
from newscorpus.statistics.agreement import Agreement, agreement
from newscorpus.statistics.intervals import Interval
from newscorpus.statistics.measurement import corrected_interval, corrected_share
from newscorpus.statistics.shares import share_interval

CANNOT_TELL: Final = "cannot tell"
MIN_ANSWERS_TO_CONCLUDE: Final = 20  # answers; with fewer the interval of a share is wider than 40 points
ANOTHER: Final = "another name"
NAMED: Final = "a name"
SAME_NAME: Final = "the same name"
NOT_SURE: Final = "possible"
TOLD_ALIKE: Final = ("same", "changed")
SAME: Final = "the same statement"
DIFFERENT: Final = "another statement"
MATCHES: Final = ("verbatim", "trimmed", "reworded", "conflicts", NOT_SURE, LEFT_APART)

ANSWERS: Final[Mapping[Judgement, tuple[str, ...]]] = {
    "sentence": TONES,
    "voice": VOICES,
    "towards": TONES,
    "statement": (*TOLD_ALIKE, "different"),
    "speaker": (DESCRIBED, NOBODY),  # and the names of the article
}
"""What a reader can answer, besides CANNOT_TELL."""

METHODS: Final[Mapping[Judgement, tuple[str, ...]]] = {
    "sentence": ("tone", "polarity"),
    "voice": ("voice",),
    "speaker": ("speaker",),
    "towards": ("towards",),
    "statement": ("statement",),
}
"""Judgement -> the methods that make it, as Item.answers calls them."""


@dataclass(frozen=True, slots=True)
class Parted:
    """An item on which reader and method say different things."""

    item: Item
    reader: str
    method: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A method beside a reader's blind answers.

    `agreement` and `share` (the interval of the share agreed on) leave out what the reader could not tell
    (`n_cannot_tell`) and what the method itself left open (`n_open`). `table` counts all that the reader could tell:
    a row for each of the method's answers in `rows`, a column for each of the reader's in `columns`.
    """

    agreement: Agreement
    share: Interval | None
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    table: tuple[tuple[int, ...], ...]
    parted: tuple[Parted, ...]
    n_cannot_tell: int
    n_open: int

    @property
    def is_enough(self) -> bool:
        """Whether there are answers enough to conclude anything."""
        return self.agreement.n >= MIN_ANSWERS_TO_CONCLUDE


def check(judgement: Judgement, method: str, items: Sequence[Item], answers: Mapping[str, str]) -> Checked:
    """The answers (name of an item -> what the reader says) of these items beside those of `method`.

    Items without an answer are left out. Statements are compared by whether both are the same one: "changed" counts as
    the same, and what the method calls possible is left open.
    """
    told = [(item, answers[item.name], dict(item.answers)[method]) for item in items if item.name in answers]
    judged = [(item, reader, said) for item, reader, said in told if reader != CANNOT_TELL]
    folded = [(item, fold(judgement, reader), fold(judgement, said)) for item, reader, said in judged]
    closed = [(reader, said) for _, reader, said in folded if said != NOT_SURE]
    found = agreement(
        [said for _, said in closed],
        [reader for reader, _ in closed],
        sorted({answer for pair in closed for answer in pair}),
    )
    parted = [
        Parted(item, reader, said)
        for (item, reader, said), (_, one, other) in zip(judged, folded, strict=True)
        if one != other != NOT_SURE
    ]
    rows, columns, table = _table(judgement, [(reader, said) for _, reader, said in judged])
    return Checked(
        found,
        share_interval(found.n_agree, found.n),
        rows,
        columns,
        table,
        tuple(parted),
        n_cannot_tell=len(told) - len(judged),
        n_open=len(judged) - len(closed),
    )


@dataclass(frozen=True, slots=True)
class Corrected:
    """How often an answer is right of all there is: as the method counts it, and corrected by what a reader found.

    `share` and `interval` are None where the method is no better than chance at this answer, or was not tried on it.
    """

    answer: str
    by_method: float
    share: float | None
    interval: Interval | None


def corrected(found: Checked, said_of_all: Mapping[str, int]) -> tuple[Corrected, ...]:
    """The share of each answer in all that was drawn from, corrected for the method's errors. Rogan and Gladen 1978.

    `said_of_all`: answer -> how many the method gives it. The sample must have been drawn at random, rows and columns
    of the table be the same answers. Empty where there is nothing to draw from.
    """
    n_all = sum(said_of_all.values())
    rows = []
    for place, answer in enumerate(found.rows if n_all else ()):
        n_said = said_of_all.get(answer, 0)
        n_true = sum(row[place] for row in found.table)
        n_hit = found.table[place][place]
        n_other = found.agreement.n - n_true
        n_left_alone = n_other - (sum(found.table[place]) - n_hit)
        share = None
        if n_true and n_other:
            share = corrected_share(n_said / n_all, n_hit / n_true, n_left_alone / n_other)
        between = corrected_interval((n_said, n_all), (n_hit, n_true), (n_left_alone, n_other))
        rows.append(Corrected(answer, n_said / n_all, share, between if share is not None else None))
    return tuple(rows)


def fold(judgement: Judgement, answer: str) -> str:
    """An answer as it counts for agreement.

    >>> fold("statement", "reworded"), fold("statement", "different"), fold("voice", "own")
    ('the same statement', 'another statement', 'own')
    """
    if judgement != "statement" or answer == NOT_SURE:
        return answer
    return DIFFERENT if answer in ("different", LEFT_APART) else SAME


def _table(
    judgement: Judgement, pairs: Sequence[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[int, ...], ...]]:
    """The method's answers as rows, the reader's as columns; names of speakers folded to the same and another."""
    rows: tuple[str, ...] = ANSWERS[judgement]
    columns = rows
    if judgement == "statement":
        rows = MATCHES
    if judgement == "speaker":
        rows, columns = (NAMED, *rows), (SAME_NAME, ANOTHER, *rows)
        pairs = [_kinds(reader, said) for reader, said in pairs]
    return rows, columns, tuple(tuple(pairs.count((column, row)) for column in columns) for row in rows)


def _kinds(reader: str, said: str) -> tuple[str, str]:
    is_name = {answer: answer not in (DESCRIBED, NOBODY) for answer in (reader, said)}
    column = (SAME_NAME if reader == said else ANOTHER) if is_name[reader] else reader
    return column, NAMED if is_name[said] else said
