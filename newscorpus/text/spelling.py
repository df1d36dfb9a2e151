"""One key for the ways a word is spelt, so that "co-operation" meets "cooperation" and "Türk" meets "Turk".

Keys are for matching only. What a reader sees is always the word as written, for spelling choices are findings.
Rules may send a word to a key that is no word ("promise" -> "promize"): harmless, as long as two different words
do not meet there.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

import snowballstemmer

from newscorpus.text.lists import DATA, rows_of
from newscorpus.text.name_spellings import same_words
from newscorpus.text.words import STRAIGHT

CACHED_WORDS: Final = 200_000
"""Different words kept with their keys: a corpus of 10,000 news articles has about 100,000."""

LONG_ENOUGH_FOR_ISE: Final = 6
LONG_ENOUGH_FOR_DOUBLE_L: Final = 8
LONG_ENOUGH_FOR_RE: Final = 5
LONG_ENOUGH_FOR_WARDS: Final = 7
LONGEST_WORD: Final = 40
"""Longer strings are no words of a language; they are compared as they stand."""

_INNER_MARKS: Final = str.maketrans(dict.fromkeys("-'", None))
_ISE: Final = re.compile(r"(?<=[a-z])([iy])s(e|ed|es|ing|er|ers|ation|ations|ational)$")
_DOUBLE_L: Final = re.compile(r"ll(ed|ing|er|ers|or|ors)$")
_TRE: Final = re.compile(r"([tb])re(s|d)?$")
_OGUE: Final = re.compile(r"ogue(s|d)?$")

_SPELLINGS: Final = rows_of(DATA / "spellings.csv")
PARTS: Final = tuple((row["written"], row["compared_as"]) for row in _SPELLINGS if row["where"] == "part of a word")
"""Parts of words in which British and American spelling differ and no rule below says how. Applied in this order."""

_english: Final = snowballstemmer.stemmer("english")


def plain(word: str) -> str:
    """`word` in lower case without accents, typographic apostrophes and hyphens plain.

    >>> plain("Türkiye")
    'turkiye'
    """
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.translate(STRAIGHT).casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def _bare(key: str) -> str:
    """A plain word without possessive, last stops, hyphens and apostrophes."""
    return key.removesuffix("'s").strip(".").translate(_INNER_MARKS)


def _words() -> dict[str, str]:
    listed = {row["written"]: row["compared_as"] for row in _SPELLINGS if row["where"] == "word"}
    return {_bare(plain(spelling)): _bare(plain(name)) for spelling, name in same_words()} | listed


WORDS: Final = _words()
"""Whole words as `_bare` leaves them, and the spelling they are compared by: those of data/spellings.csv, and names."""


def _british_to_american(word: str) -> str:
    for british, american in PARTS:
        word = word.replace(british, american)
    at = word.find("our", 3)  # a fourth letter or later: "labour", and never "mourning" or "course"
    if at > 0:
        word = word[:at] + "or" + word[at + 3 :]
    if len(word) >= LONG_ENOUGH_FOR_ISE:
        word = _ISE.sub(r"\1z\2", word)
    if len(word) >= LONG_ENOUGH_FOR_DOUBLE_L:
        word = _DOUBLE_L.sub(r"l\1", word)
    if len(word) >= LONG_ENOUGH_FOR_RE:
        word = _TRE.sub(lambda m: f"{m[1]}er{'ed' if m[2] == 'd' else m[2] or ''}", word)
    if len(word) >= LONG_ENOUGH_FOR_WARDS and word.endswith("wards"):
        word = word[:-1]
    return _OGUE.sub(lambda m: f"og{'ed' if m[1] == 'd' else m[1] or ''}", word)


@lru_cache(maxsize=CACHED_WORDS)
def fold(word: str) -> str:
    """The key a single word is compared by: case, accents, hyphens, possessives, UK and US spelling folded.

    "" for a word of which nothing is left.

    >>> [fold(w) for w in ("Co-operation", "labour", "centred", "organisations", "China’s", "Uighur")]
    ['cooperation', 'labor', 'centered', 'organizations', 'china', 'uyghur']
    """
    if word == "US":
        return "unitedstates"  # in capitals only, for "us" is another word
    key = _bare(plain(word))
    if len(key) > LONGEST_WORD or not key.isascii():
        return key
    if key[:1].isdigit():
        return key.replace(",", "").replace(":", ".")  # 3:40 and 3.40 are one time
    return WORDS.get(key) or _british_to_american(key)


@lru_cache(maxsize=CACHED_WORDS)
def stem(word: str) -> str:
    """The key under which the forms of a word meet ("appointed", "appoints"), by Snowball's English rules.

    >>> stem("Organisations") == stem("organizing"), stem("abuses") == stem("Abuse"), stem("report") == stem("police")
    (True, True, False)
    """
    key = fold(word)
    return _english.stemWord(key) if key.isascii() and len(key) <= LONGEST_WORD else key
