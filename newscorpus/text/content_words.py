"""The words of a text with their places, and which of them carry content."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from newscorpus.text.spelling import CACHED_WORDS, fold, stem

_CJK: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD: Final = re.compile(
    rf"[{_CJK}]"  # scripts without spaces: a character is a word
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*[^\W_]*"  # 1,200 and 3.5 and 3:40 and 76ers
    rf"|[^\W{_CJK}_]+(?:['’][^\W_]+)*"
)
"""A word. Hyphens part words, except behind the prefixes of PREFIXES."""

_PREFIXES: Final = "anti co counter de e inter mid multi non over post pre pro re semi sub super trans ultra un under"
PREFIXES: Final = frozenset(_PREFIXES.split())
"""Written with and without a hyphen ("co-operation", "non-profit"): joined to the word that follows."""

_STOP_WORDS: Final = """
a about above according across after again against all almost along already also although always am among an and
another any anyone are around as ask asked at away back be became because become been before began behind being
below between both but by call called came can cannot come could day days did do does doing done down during each
earlier early either else end enough even ever every few first five for found four from further gave get getting
give given go going gone good got had has have having he held her here hers herself him himself his how however i if
in including into is it its itself just keep kept know known last late later latest least less let like made make
makes making many may maybe me meanwhile might more most much must my myself near need never new next no nor not now
of off often on once one only onto or other others ought our ours out over own part per perhaps put rather really
same said saw say saying says second see seen set several shall she should since six so some someone something soon
still such take taken takes ten than that the their theirs them themselves then there these they thing things third this
those though three through thus time times to today together told tomorrow too took toward towards try two under
unless until up upon us use used using very via want was way we week weeks well went were what when where whether
which while who whom whose why will with within without won would year years yes yesterday yet you your yours s t d
ll re ve m mr mrs ms dr sir added adding stated reported tell tells
monday tuesday wednesday thursday friday saturday sunday
"""
STOP_WORDS: Final = frozenset(_STOP_WORDS.split())
"""Words that stand in news of every kind, and the verbs and days of reporting, which say nothing of what happened."""


class Word(NamedTuple):
    """A word of a text: where it stands and the key it is compared by (see spelling.fold)."""

    start: int
    end: int
    key: str


HYPHENS: Final = "-‐‑"
SHORTENED: Final[dict[tuple[str, str], str]] = {
    ("united", "states"): "unitedstates",
    ("united", "nations"): "un",
    ("united", "kingdom"): "uk",
    ("european", "union"): "eu",
}
"""Names of two words that news writes as often by their letters."""


def _is_prefix(word: str) -> bool:
    return word.lower() in PREFIXES and not (len(word) > 1 and word.isupper())  # "co-operation", not "UN-backed"


def words(text: str) -> list[Word]:
    """The words of `text` in order, with offsets; [] for a text without words.

    >>> [w.key for w in words("Co-operation with the U.S. rose 1,200 per cent.")]
    ['cooperation', 'with', 'the', 'unitedstates', 'rose', '1200', 'per', 'cent']
    >>> [w.key for w in words("the United Nations")]
    ['the', 'un']
    """
    found: list[Word] = []
    end = -1
    for match in WORD.finditer(text):
        start, previous_end = match.start(), end
        end = match.end()
        key = fold(match[0])
        if start == previous_end + 1 and text[previous_end] in HYPHENS and found:
            last = found[-1]
            if last.end == previous_end and _is_prefix(text[last.start : previous_end]):
                found[-1] = Word(last.start, end, fold(last.key + key))
                continue
        letters = SHORTENED.get((found[-1].key, key)) if found and start == previous_end + 1 else None
        if letters:
            found[-1] = Word(found[-1].start, end, letters)
        elif key:
            found.append(Word(start, end, key))
    return found


@lru_cache(maxsize=CACHED_WORDS)
def content_key(key: str) -> str:
    """The stem of a word's key, "" for a stop word.

    >>> content_key("the"), content_key("appointed")
    ('', 'appoint')
    """
    return "" if key in STOP_WORDS else stem(key)


_MARK: Final = re.compile(r"[“”„\"\n]|(?<!\w)‘(?=\w)|’(?!\w)")  # single marks, but no apostrophes inside words
CLOSED_BY: Final = {"“": '”"', '"': '"”', "„": '“”"', "‘": "’"}


def quotation_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of the stretches between quotation marks, marks included, paragraph by paragraph.

    A quotation that is not closed ends with its paragraph.

    >>> quotation_spans('He said “no”. "Yes"')
    [(8, 12), (14, 19)]
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if opened is None:
            opened = at if mark in CLOSED_BY else None
        elif mark == "\n" or mark in CLOSED_BY[text[opened]]:
            spans.append((opened, at + (mark != "\n")))
            opened = None
    return spans if opened is None else [*spans, (opened, len(text))]
