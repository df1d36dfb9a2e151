"""A text with its names blanked out: "United Nations" is no praise, the War Office is no war, and Grace is no grace.

In running text names are those that were found and, for finders miss institutions, those that capitals show: a word
with a capital that opens nothing ("the Orchard Fund"), and an opening word with a capital right behind it ("Hope Fund
leaders said"). In lines without a full stop where most words have capitals finders err and capitals show nothing:
there, names are those that stand in running text as well. A few kinds of institutions are known anywhere ("the justice
ministry").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from newscorpus.text.sentences import OPENERS_OF_SENTENCES
from newscorpus.text.words import word_set, word_spans

Span = tuple[int, int]


class Word(NamedTuple):
    """A word where it stands; `opens`: a sentence, a quotation or an item may begin with it."""

    start: int
    end: int
    opens: bool


BLANK: Final = "x"  # a run of it is a word wherever words are read, and stands in no list of words that have a tone
MIN_SHARE_IN_SMALL: Final = 1 / 6  # of the words that headlines may write large; with fewer, capitals show no names
SMALL_IN_HEADLINES: Final = word_set(
    """a an the and or but nor so yet of in on at to by for from with as into onto over under after before amid against
    up off out than via vs per is are was were be been has have had it its his her their this that not"""
)
ALWAYS_LARGE: Final = word_set(
    """i i'm i've i'll i'd monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december"""
)
"""A capital shows nothing of these words, nor of how the line is written."""

UNTELLING: Final = SMALL_IN_HEADLINES | ALWAYS_LARGE

OPENS: Final = frozenset(".!?:;…—–|/•*")  # between two words: the second may open a sentence, an item, a report
OPENS_BESIDE: Final = frozenset("\"'“‘„«([{")  # the same, where no space follows
INSTITUTIONS: Final = re.compile(
    r"""\b(?:
        united\s+(?:nations|states|kingdom|arab\s+emirates) | great\s+britain
        | (?:justice|defen[cs]e|security|war|peace|freedom|liberty|labou?r|supreme|fraud|crimes?|trust)\s+
          (?:departments?|ministry|ministries|ministers?|secretar(?:y|ies)|office|court|council|commission|committee
            |agency|bureau|tribunal|party)
        | (?:department|ministry|ministries|minister|secretary|office|court|council|commission|bureau)\s+(?:of|for)\s+
          (?:justice|defen[cs]e|security|war|peace|labou?r|fraud|crime)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


NAME_RUN: Final = re.compile(rf"\b{BLANK}+(?:[ .&-]{{1,3}}{BLANK}+)*\b")  # a blanked name, however many words it had
_RUN: Final = re.compile("\1+(?:[ .&-]{1,3}\1+)*")  # "\1" is a letter of a name: "Jane Roe", "U.S. Hope Fund"


def without_names(text: str, names: Iterable[Span], sentences: Sequence[Span]) -> str:
    """`text` with each letter and digit of a name replaced by BLANK, so that every offset stays.

    `names`: where names were found; `sentences`: where the sentences stand, in order, none overlapping. Outside of them
    only institutions are seen.

    >>> without_names("Jo met the War Office in hope.", [(0, 2)], [(0, 30)])
    'xx met the xxx xxxxxx in hope.'
    >>> without_names("Hope rose.", [], [(0, 10)]), without_names("", [], [])
    ('Hope rose.', '')
    """
    found, hidden = bytearray(len(text)), bytearray(len(text))
    _mark(found, names)
    lines = []
    for start, end in sentences:
        words = _words(text, start, end)
        if _ends_as_prose(text, words, end) or _is_running(text, words, found):
            hidden[start:end] = found[start:end]
            _mark(hidden, list(_shown_by_capitals(text, words, found)))
        else:
            lines.append((start, end))
    _mark(hidden, _named_again(text, lines, hidden))
    _mark(hidden, (match.span() for match in INSTITUTIONS.finditer(text)))
    return _replaced(text, hidden, BLANK)


def is_blank(word: str) -> bool:
    """Whether a word of a blanked text was part of a name."""
    return not word.strip(BLANK)


def _mark(marked: bytearray, spans: Iterable[Span]) -> None:
    for start, end in spans:
        marked[start:end] = b"\1" * (end - start)


def _replaced(text: str, hidden: bytearray, by: str) -> str:
    return "".join(by if is_name and letter.isalnum() else letter for letter, is_name in zip(text, hidden, strict=True))


def _words(text: str, start: int, end: int) -> list[Word]:
    spans = [(start + begin, start + stop) for begin, stop in word_spans(text[start:end])]
    opens = [True, *(_opens(text[one[1] : other[0]]) for one, other in pairwise(spans))]
    return [Word(*span, opening) for span, opening in zip(spans, opens, strict=False)]


def _opens(between: str) -> bool:
    return between[-1:] in OPENS_BESIDE or not OPENS.isdisjoint(between)


def _ends_as_prose(text: str, words: Sequence[Word], end: int) -> bool:
    """Whether a full stop ends the sentence, as it ends no headline, and not all of its words are large."""
    return bool(words) and "." in text[words[-1].end : end] and any(text[word.start].islower() for word in words)


def _is_running(text: str, words: Iterable[Word], found: bytearray) -> bool:
    """Whether enough of the words that a headline may write large are small."""
    telling = [
        text[word.start].isupper()
        for word in words
        if not word.opens
        and not found[word.start]
        and text[word.start].isalpha()
        and _bare(text, word) not in UNTELLING
    ]
    return len(telling) - sum(telling) >= max(MIN_SHARE_IN_SMALL * len(telling), 1)


def _bare(text: str, word: Word) -> str:
    return text[word.start : word.end].lower().replace("’", "'")


def _shown_by_capitals(text: str, words: Sequence[Word], found: bytearray) -> Iterator[Span]:
    """The words of one sentence that their capitals show to be parts of names; `found`: characters known to be."""
    large = [text[word.start].isupper() and _bare(text, word) not in ALWAYS_LARGE for word in words]
    loud = [text[word.start : word.end].isupper() for word in words]
    for at, word in enumerate(words):
        if not large[at] or found[word.start]:
            continue
        follows = at + 1 < len(words) and large[at + 1] and not words[at + 1].opens
        if word.opens:
            # Where a name was found behind it and did not take it in, it is a word of its own: "Outraged Danes …"
            is_name = follows and not found[words[at + 1].start] and _bare(text, word) not in OPENERS_OF_SENTENCES
        else:
            # One all in capitals by itself may be meant to be loud: "a DISASTER".
            is_name = not loud[at] or (follows and not loud[at + 1]) or (large[at - 1] and not loud[at - 1])
        if is_name:
            yield word.start, word.end


def _named_again(text: str, lines: Sequence[Span], hidden: bytearray) -> Iterator[Span]:
    """Where names that are `hidden` in running text stand in `lines` as well, in whatever capitals."""
    if not lines:
        return
    surfaces = {text[slice(*run.span())] for run in _RUN.finditer(_replaced(text, hidden, "\1"))}
    longest_first = sorted((one for one in surfaces if one[0].isupper()), key=lambda one: (-len(one), one))
    if not longest_first:
        return
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    for start, end in lines:
        yield from (match.span() for match in known.finditer(text, start, end))
