"""The units a story is compared by: the sentences of its articles, their clauses, and the quotations in them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any, Final

from newscorpus.compare.statements.agreement import MOST_FIGURES
from newscorpus.compare.statements.clauses import clause_spans
from newscorpus.compare.statements.figure_words import MEASURES
from newscorpus.compare.statements.quote_alignment import CERTAIN_WORDS, FEWEST_WORDS, Speakers
from newscorpus.text.content_words import Word, content_key, word_parts
from newscorpus.text.numbers import Number, find_numbers
from newscorpus.text.quotation_marks import quotation_spans
from newscorpus.text.spelling import stem
from newscorpus.text.titles import OFFICES
from newscorpus.text.words import word_set

ROLES: Final = OFFICES | word_set("officials head high top vice reporters statement interview press")
"""Titles, and the words of reporting around them: two sentences that name one person by them need not say the same."""
FEWEST_STEMS: Final = 3
"""Content words of a sentence: with fewer it is a credit, a crossheading or an exclamation."""
BEHIND_A_QUESTION: Final = " \n\"”’')"
OPENING_MARKS: Final = "\"“‘'„("
_DESCRIPTION: Final = r"((?:the|an?|its|his|her|their|one of)\s[^,;:()–—\n]{3,80})"
_BESIDE_A_NAME: Final = re.compile(rf"\b[^\W\d_a-z][\w'’.-]+, {_DESCRIPTION}(?:,|[.!?”\"]*$)")
MOSTLY: Final = 0.5
"""Share of its words in quotation marks from which a sentence counts as a quotation."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks: its place, its words' keys, and who says it, where that is known.

    `speaker` holds the stems of the speaker's name, empty when unknown; `entity_id` the name after merging;
    `is_inferred` says that the speaker was concluded from a pronoun or a place in the text. `parts` are the keys of
    each stretch where there are several, parted by "she said".
    """

    article: int
    start: int
    end: int
    keys: tuple[str, ...]
    speaker: frozenset[str]
    entity_id: str | None = None
    is_inferred: bool = False
    parts: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a clause: its place, its words' keys, its content stems and figures, and the keys it quotes.

    `capitals` are the stems that it writes with a capital where no sentence begins, `small` those without one;
    `described` are those of what stands between commas behind a name ("Ann Lee, the head of the unit, ..."), which say
    who it is; `asks` says whether it is a question. `clauses` are the parts of a sentence that say something by
    themselves: two or more, or none.
    """

    article: int
    start: int
    end: int
    keys: tuple[str, ...]
    stems: frozenset[str]
    numbers: tuple[Number, ...]
    quoted: tuple[str, ...]
    capitals: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    asks: bool = False
    clauses: tuple["Sentence", ...] = ()

    @property
    def is_quotation(self) -> bool:
        """Whether it quotes enough to be known by it: eight words, or half of its own."""
        return len(self.quoted) >= min(CERTAIN_WORDS, MOSTLY * len(self.keys))


def read_sentences(article: int, text: str, spans: Sequence[tuple[int, int]]) -> list[Sentence]:
    """The sentences of a text at `spans` that say enough to be compared, in order."""
    marks = quotation_spans(text)
    found = []
    for start, end in spans:
        sentence = _read(article, text, (start, end), marks)
        if len(sentence.stems) >= FEWEST_STEMS:
            parts = clause_spans(text[start:end])
            clauses = [_read(article, text, (start + opened, start + closed), marks) for opened, closed in parts]
            found.append(replace(sentence, clauses=tuple(clauses)) if len(clauses) > 1 else sentence)
    return found


def copies_of(sentences: Sequence[Sentence]) -> dict[int, tuple[int, ...]]:
    """Number of a sentence -> its copies in later articles, word for word; sentences that are no copies are the keys.

    The second time an article writes a sentence is a copy of the second time another does.
    """
    times: Counter[tuple[int, tuple[str, ...]]] = Counter()
    first: dict[tuple[tuple[str, ...], int], int] = {}
    copies: dict[int, list[int]] = {}
    for number, sentence in enumerate(sentences):
        times[sentence.article, sentence.keys] += 1
        original = first.setdefault((sentence.keys, times[sentence.article, sentence.keys]), number)
        if original == number:
            copies[number] = []
        else:
            copies[original].append(number)
    return {number: tuple(found) for number, found in copies.items()}


def _read(article: int, text: str, span: tuple[int, int], marks: Sequence[tuple[int, int]]) -> Sentence:
    start, end = span
    inside, numbers = word_parts(text[start:end]), find_numbers(text[start:end])
    keys = tuple(word.key for word in inside)
    quoted = tuple(word.key for word in inside if _within(start + word.start, marks))
    capitals, small = _by_capital(text, start, inside)
    beside_names = [match.span(1) for match in _BESIDE_A_NAME.finditer(text[start:end])]
    described = frozenset(content_key(word.key) for word in inside if _within(word.start, beside_names)) - {""}
    asks = text[start:end].rstrip(BEHIND_A_QUESTION).endswith("?")
    stems = _stems(inside, numbers)
    return Sentence(
        article, start, end, keys, stems, tuple(numbers[:MOST_FIGURES]), quoted, capitals, small, described, asks
    )


def _by_capital(text: str, start: int, inside: Sequence[Word]) -> tuple[frozenset[str], frozenset[str]]:
    """The stems written with a capital and those written without; the first word of what is said may have either, but
    is a name before another capital ("Ann Lee")."""
    capitals: set[str] = set()
    small: set[str] = set()
    for word, following in zip_longest(inside, inside[1:]):
        at = start + word.start
        opens = word is inside[0] or text[at - 1] in OPENING_MARKS
        if opens and not (following and text[start + word.end] == " " and text[start + following.start].isupper()):
            continue
        if text[at].isalpha():
            (capitals if text[at].isupper() else small).add(content_key(word.key))
    return frozenset(capitals - {""}), frozenset(small - {""})


def _stems(inside: Sequence[Word], numbers: Sequence[Number]) -> frozenset[str]:
    """The content words that are no part of a figure or its measure, and the figures by their values, so that
    "a million" and "1m" meet. A figure with what it counts is a stem of its own."""
    figures = [_with_measure(number, inside) for number in numbers]
    stems = {content_key(w.key) for w in inside if w.key not in ROLES and not _within(w.start, figures)}
    for number in numbers:
        if number.value != 1:  # "one of them" counts nothing
            stems.add(f"#{number.value:g}")
        counted = content_key(number.what[-1]) if number.what else ""
        if counted and counted not in MEASURES:
            stems.add(f"#{number.value:g} {counted}")
    return frozenset(stems - {""})


def _with_measure(number: Number, inside: Sequence[Word]) -> tuple[int, int]:
    following = inside[bisect_left(inside, number.end, key=lambda word: word.start) :][:1]
    measure = [word.end for word in following if stem(word.key) in MEASURES]
    return number.start, measure[0] if measure else number.end


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return at >= 0 and place < spans[at][1]


def read_quotations(article: int, text: str, attributions: Sequence[Mapping[str, Any]]) -> list[Quotation]:
    """The stretches of a text between quotation marks that are long enough to be compared, in order.

    `attributions` are the article's rows of the table of quotations, if there are any; they say who speaks. What stands
    in several stretches there, parted by "she said", is a quotation of its own behind its parts.
    """
    found: list[Quotation] = []
    parts: defaultdict[int, list[Quotation]] = defaultdict(list)
    for start, end in quotation_spans(text):
        keys = tuple(w.key for w in word_parts(text[start:end]))
        row = next((row for row in attributions if row["start"] < end and row["end"] > start), None)
        said = (_speaker(row), row["entity_id"], row.get("is_inferred", False)) if row else (frozenset[str](),)
        if len(keys) >= FEWEST_WORDS:
            found.append(Quotation(article, start, end, keys, *said))
            if row and row.get("quote") is not None:
                parts[row["quote"]].append(found[-1])
    return found + [_joined(several) for several in parts.values() if len(several) > 1]


def _joined(parts: Sequence[Quotation]) -> Quotation:
    keys = tuple(part.keys for part in parts)
    return replace(parts[0], end=parts[-1].end, keys=tuple(key for part in keys for key in part), parts=keys)


def _speaker(row: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(key for word in word_parts(row["speaker"] or "") if (key := content_key(word.key)))


def speakers(a: Quotation, b: Quotation) -> Speakers:
    """Whether one person says two quotations. Only two names known for different ones, both said outright, make two
    speakers: "the company" and its director may be one."""
    if a.speaker & b.speaker or (a.entity_id and a.entity_id == b.entity_id):
        return "same"
    outright = a.entity_id and b.entity_id and not a.is_inferred and not b.is_inferred
    return "different" if outright else "unknown"
