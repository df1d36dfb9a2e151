"""The values that attribution works with: what was found in the grammar, and the attribution made of it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Literal, Protocol

from newscorpus.analyse.quotations.reporting_verbs import VerbClass

Type = Literal["direct", "mixed", "indirect", "fragment"]
Confidence = Literal["clear", "likely", "unsure"]
Span = tuple[int, int]


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch made one.

    >>> merged([(4, 6), (0, 2), (5, 9)])
    [(0, 2), (4, 9)]
    """
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def inside(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """What of `spans`, merged ones, lies between `start` and `end`.

    >>> inside([(0, 2), (4, 9)], 1, 6)
    [(1, 2), (4, 6)]
    """
    at = bisect_right(spans, start, key=itemgetter(1))
    found = []
    while at < len(spans) and spans[at][0] < end:
        found.append((max(spans[at][0], start), min(spans[at][1], end)))
        at += 1
    return found


def overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of `spans`, merged ones, has a character between `start` and `end`."""
    at = bisect_right(spans, start, key=itemgetter(1))
    return at < len(spans) and spans[at][0] < end


class NameLike(Protocol):
    """A name found in a text: where it stands, how it is written, and its kind (PERSON, ORG, PLACE …)."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""

    @property
    def surface(self) -> str:
        """The name as written."""

    @property
    def kind(self) -> str:
        """PERSON, ORG, PLACE …"""


Names = Sequence[NameLike]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something told and the words that tell who told it, before anybody asked who that is.

    `speaker_head` is the place of the head of the speaker's noun phrase `speaker_span`.
    """

    spans: tuple[Span, ...]
    type: Type
    verb: str | None
    verb_class: VerbClass | None
    core: bool
    verb_start: int
    speaker_span: Span | None
    speaker_head: int | None
    confidence: Confidence
    rule: str
    inferred: bool = False

    def with_spans(self, spans: tuple[Span, ...], kind: Type) -> "Finding":
        """The same finding of other stretches."""
        return replace(self, spans=spans, type=kind)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a text puts in somebody's mouth.

    `number` counts in the text from 0 by first place. `spans` are the stretches of what is said, quotation marks
    included; more than one when "he said" stands between them. `speaker` is the full name where the text gives one,
    else the description as written ("a police spokesman"), None where nobody can be named honestly; `speaker_named`
    says which. `speaker_span` is where the text shows the speaker. `speaker_inferred` is True when it was concluded
    (a pronoun, a role, a quotation with no verb of its own). `core` is False for thoughts, wishes and findings, which
    are recognised but no speech.
    """

    number: int
    spans: tuple[Span, ...]
    type: Type
    speaker: str | None
    speaker_span: Span | None
    speaker_named: bool
    speaker_inferred: bool
    verb: str | None
    verb_class: VerbClass | None
    core: bool
    confidence: Confidence
