"""The words of a text with the keys they are compared by, and which of them carry content.

What a word is says `text.words`; here each gets its key. `words` keeps words whole, for what is counted; `word_parts`
parts compounds at their hyphens, for what is only matched: "UN-backed" has something in common with "backed by the UN".
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from newscorpus.text.lists import column
from newscorpus.text.spelling import CACHED_WORDS, fold, stem
from newscorpus.text.words import HYPHENS, WORD

_PREFIXES: Final = "anti co counter de e inter mid multi non over post pre pro re semi sub super trans ultra un under"
PREFIXES: Final = frozenset(_PREFIXES.split())
"""Written with and without a hyphen ("co-operation", "non-profit"): joined to the word that follows."""

STOP_WORDS: Final = column("stop_words", "word")
"""Words that stand in news of every kind, and the verbs and days of reporting, which say nothing of what happened.

More than the function words of English (`word_forms.is_function_word`), which say nothing by themselves anywhere."""


class Word(NamedTuple):
    """A word of a text: where it stands and the key it is compared by (see spelling.fold)."""

    start: int
    end: int
    key: str


SHORTENED: Final[dict[tuple[str, str], str]] = {
    ("united", "states"): "unitedstates",
    ("united", "nations"): "un",
    ("united", "kingdom"): "uk",
    ("european", "union"): "eu",
}
"""Names of two words that news writes as often by their letters."""
_HYPHENS: Final = frozenset(HYPHENS)
_HYPHEN: Final = re.compile(f"[{HYPHENS}]")


def _is_prefix(word: str) -> bool:
    return word.lower() in PREFIXES and not (len(word) > 1 and word.isupper())  # "co-operation", not "UN-backed"


def words(text: str) -> list[Word]:
    """The words of `text` in order, as `text.words` counts them, with their keys; [] for a text without words.

    >>> [w.key for w in words("Co-operation with the UN-backed office rose 1,200 per cent.")]
    ['cooperation', 'with', 'the', 'unbacked', 'office', 'rose', '1200', 'per', 'cent']
    """
    return [Word(*match.span(), fold(match[0]) or match[0]) for match in WORD.finditer(text)]


def word_parts(text: str) -> list[Word]:
    """The words of `text` with compounds parted at their hyphens, except behind a prefix, and some names of two words
    under their letters: for matching, never for counting.

    >>> [w.key for w in word_parts("Co-operation with the UN-backed office in the United States")]
    ['cooperation', 'with', 'the', 'un', 'backed', 'office', 'in', 'the', 'unitedstates']
    """
    found: list[Word] = []
    for start, end in _parted(text):
        key = fold(text[start:end])
        letters = SHORTENED.get((found[-1].key, key)) if found and start == found[-1].end + 1 else None
        if letters:
            found[-1] = Word(found[-1].start, end, letters)
        elif key:
            found.append(Word(start, end, key))
    return found


def _parted(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the parts of the words of `text`."""
    for match in WORD.finditer(text):
        start, end = match.span()
        word = match[0]
        if not _HYPHENS.isdisjoint(word) and "://" not in word and "@" not in word:
            for hyphen in _HYPHEN.finditer(text, start, end):
                if not _is_prefix(text[start : hyphen.start()]):
                    yield start, hyphen.start()
                    start = hyphen.end()
        yield start, end


@lru_cache(maxsize=CACHED_WORDS)
def content_key(key: str) -> str:
    """The stem of a word's key, "" for a stop word.

    >>> content_key("the"), content_key("appointed")
    ('', 'appoint')
    """
    return "" if key in STOP_WORDS else stem(key)
