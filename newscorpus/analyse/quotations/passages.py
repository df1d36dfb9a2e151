"""A text cut into passages fit for the parser: sentences, those that one quotation binds joined, speech left out.

A parser trips over quotation marks and over speech of many sentences inside a sentence. So it is given a *shadow* of
each passage: a free-standing quotation becomes one short word in marks, other marks are dropped, and every place in the
shadow is known in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from newscorpus.analyse.quotations.reporting_verbs import reporting_verb
from newscorpus.text.quotation_marks import Quotation
from newscorpus.text.sentences import sentence_spans

STAND_IN: Final = "Yes"  # what replaces speech: an interjection, which a parser hangs on the verb of speech
LONGEST_SHADOW: Final = 2_000  # characters; no sentence of prose is longer, and the parser's time stays bounded
MARKS: Final = "\"'"
ENDS_OF_SPEECH: Final = ",.?!…-–—"
LONGEST_LOOK_BACK: Final = 30  # characters before a mark: a few spaces and the longest verb
N_LETTERS_OF_A_TITLE_WORD: Final = 4  # shorter words stay small in titles
_BORDERS_OF_SPEECH: Final = ",:;.?!…-–—(["
_SECOND_SENTENCE: Final = re.compile(r"[.?!]\s+[A-Z\"']")
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text and its shadow.

    `quotations` stand in it, in order; `stand_ins` maps the place of a stand-in in the shadow to the index of the
    quotation it stands for. `anchors` are pairs (place in the shadow, place in the text), in order.
    """

    start: int
    end: int
    quotations: tuple[Quotation, ...]
    shadow: str
    stand_ins: dict[int, int]
    anchors: tuple[tuple[int, int], ...]

    def place(self, at: int) -> int:
        """The place in the text of the character at `at` of the shadow."""
        shadow_at, text_at = self.anchors[bisect_right(self.anchors, at, key=itemgetter(0)) - 1]
        return text_at + at - shadow_at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that the span of the shadow, not empty, stands for."""
        return self.place(start), self.place(end - 1) + 1

    @property
    def only_speech(self) -> bool:
        """Whether nothing but free-standing quotations stands in it."""
        return bool(self.stand_ins) and not re.search(r"\w", self.shadow.replace(STAND_IN, ""))


def _joined(spans: list[tuple[int, int]], quotations: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """Sentence spans, those that lie in one quotation joined, widened to hold their quotations whole."""
    at = 0
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current and start < current[1]:
            current = current[0], max(current[1], end)
        else:
            if current:
                yield current
            current = start, end
        while at < len(quotations) and quotations[at].start < current[1]:
            q = quotations[at]
            if q.end > current[0]:
                current = min(current[0], q.start), max(current[1], q.end)
            at += 1
    if current:
        yield current


def is_free_standing(text: str, quotation: Quotation, *, goes_on: bool) -> bool:
    """Whether a quotation is speech beside the sentence, not words woven into it.

    Free-standing speech begins behind a stop, comma or colon (or goes on from speech before it, `goes_on`), with a
    capital, and has a stop or comma at its end.
    """
    inner = text[quotation.start + 1 : quotation.end].rstrip(MARKS + " ")
    if not inner:
        return False
    if is_title(inner):
        return False
    ends = inner[-1] in ENDS_OF_SPEECH or text[quotation.end : quotation.end + 1] in tuple(",.") or not quotation.closed
    first = next((c for c in inner if c.isalnum()), "")
    begins = not first.islower() or goes_on
    return begins and ends and (_opens_speech(text, quotation.start) or bool(_SECOND_SENTENCE.search(inner)))


def is_title(inner: str) -> bool:
    """Whether the words between two marks are written like the title of a book, a programme or a headline.

    >>> is_title("The Long Way to the Coast,"), is_title("The long way."), is_title("NO, NO!")
    (True, False, False)
    """
    words = [word for word in _WORD.findall(inner) if len(word) >= N_LETTERS_OF_A_TITLE_WORD]
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words)


def _opens_speech(text: str, at: int) -> bool:
    """Whether speech may begin at `at`: behind a border, or right behind a verb of speech."""
    before = text[max(0, at - LONGEST_LOOK_BACK) : at].rstrip(" ")
    if not before or before[-1] in _BORDERS_OF_SPEECH + "\n" + MARKS:
        return True
    last = _WORD.findall(before)[-1:]
    verb = reporting_verb(last[0]) if last else None
    return verb is not None and verb.core


def _pieces(text: str, start: int, end: int, inside: Sequence[Quotation]) -> Iterator[tuple[str, int, int | None]]:
    """Pieces (words for the shadow, where they stand in the text, index of the quotation replaced) of a passage."""
    at = start
    for index, q in enumerate(inside):
        yield text[at : q.start], at, None
        goes_on = index > 0 and text[max(start, q.start - LONGEST_LOOK_BACK) : q.start].rstrip(" ")[-1:] in tuple(
            ",-–—"
        )
        closing = q.end - 1 if q.closed else q.end
        if is_free_standing(text, q, goes_on=goes_on or q.start == start):
            last = text[q.start + 1 : closing].rstrip()[-1:]
            yield '"', q.start, None
            yield STAND_IN, q.start + 1, index
            if last in tuple(ENDS_OF_SPEECH):
                yield last, closing - 1, None
            yield '"', q.end - 1, None
        else:
            yield text[q.start + 1 : closing], q.start + 1, None
        at = q.end
    yield text[at:end], at, None


def _passage(text: str, start: int, end: int, inside: Sequence[Quotation]) -> Passage:
    shadow, size = [], 0
    anchors: list[tuple[int, int]] = []
    stand_ins: dict[int, int] = {}
    for words, place, index in _pieces(text, start, end, inside):
        if not words:
            continue
        anchors.append((size, place))
        if index is not None:
            stand_ins[size] = index
        shadow.append(words)
        size += len(words)
    return Passage(start, end, tuple(inside), "".join(shadow), stand_ins, tuple(anchors) or ((0, start),))


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch without quotations cut at spaces, where there are any, into pieces of bounded length."""
    while end - start > LONGEST_SHADOW:
        cut = text.rfind(" ", start + 1, start + LONGEST_SHADOW)
        cut = cut if cut > 0 else start + LONGEST_SHADOW
        yield start, cut
        start = cut
    yield start, end


def find_passages(text: str, quotations: Sequence[Quotation]) -> list[Passage]:
    """The passages of a straightened `text`, in order; [] for a text without words.

    A passage whose shadow would be too long for a sentence is cut, without its quotations, into pieces that are not.
    """
    passages: list[Passage] = []
    at = 0
    for start, end in _joined(sentence_spans(text), quotations):
        while at < len(quotations) and quotations[at].end <= start:
            at += 1
        until = at
        while until < len(quotations) and quotations[until].start < end:
            until += 1
        passage = _passage(text, start, end, quotations[at:until])
        if len(passage.shadow) <= LONGEST_SHADOW:
            passages.append(passage)
        else:
            passages += [_passage(text, *piece, ()) for piece in _bounded(text, start, end)]
    return passages
