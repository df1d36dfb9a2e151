"""The values that attribution works with: what was found in the grammar, and the attribution made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from newscorpus.analyse.reporting_verbs import VerbClass

Type = Literal["direct", "mixed", "indirect", "fragment"]
Confidence = Literal["clear", "likely", "unsure"]
Span = tuple[int, int]


class NameLike(Protocol):
    """A name found in a text: where it stands, how it is written, and its kind (PERSON, ORG, PLACE …)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def surface(self) -> str: ...
    @property
    def kind(self) -> str: ...


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
    included; more than one when "he said" stands between them. `speaker` is the full name where the text gives one, else
    the description as written ("a police spokesman"), None where nobody can be named honestly; `speaker_named` says
    which. `speaker_span` is where the text shows the speaker. `speaker_inferred` is True when the name was concluded
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
