"""Headlines as running text: which of their capitals belong to names.

In "Mayor Says Bridge Will Close" every word has a capital, so that a capital says nothing. What an article writes in
its running text tells more: a word that stands in small letters there, and never with a capital inside a sentence, is
no name. Of words that the article has nowhere else, a word list of English tells which are common.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from newscorpus.text.countries import COUNTRIES, PEOPLES
from newscorpus.text.titles import FIRST_NAMES
from newscorpus.text.words import word_set

FEWEST_WORDS: Final = 4  # long words of a headline; of fewer, a name may be all
SHARE_CAPITALISED: Final = 0.8  # of its long words; publishers differ on "About" and "With"
LONG_WORD: Final = 4  # letters; shorter words are set small in headlines of every kind

_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OPENS: Final = re.compile(r"(?:^|[.!?:;]['\")\]]*\s+|[\"'(\[]|\s[-*|]+\s*)$")
_BEFORE: Final = 4  # characters that show whether a word opens a sentence
_OF_A_NAME: Final = "NNP"  # as the tags of proper nouns begin
_ALSO_WORDS: Final = word_set(
    """Amber April Archer Art Ashley August Autumn Basil Bill Blake Bob Brook Buck Bud Buddy Carter Chance Chase
    Chip Chuck Clay Cliff Colt Coral Crystal Daisy Dale Dawn Destiny Dick Dolly Drew Duke Dusty Earl Eve Faith
    Fern Flora Forest Ginger Glen Grace Grant Guy Hank Harmony Harper Hazel Heath Holly Hope Hunter Iris Ivy Jack
    Jade Jasmine Jewel Joy June Lance Laurel Lily Lionel Major Mark Mason May Melody Mercy Miles Misty Nick Olive
    Opal Page Parker Patience Pearl Penny Piper Poppy Porter Prince Prudence Ray Red Reed Rex Rich Rob Robin Rocky
    Rose Ruby Rusty Sage Sandy Skip Sky Sterling Stormy Summer Sunny Tanner Ted Terry Tucker Van Violet Virginia
    Wade Ward Will Willow Woody"""
)
_NAMES: Final = FIRST_NAMES | COUNTRIES | PEOPLES | _ALSO_WORDS


class Casing(NamedTuple):
    """Words an article writes with a capital inside a sentence, and those it writes in small letters."""

    named: frozenset[str]
    small: frozenset[str]


def is_headline(line: str) -> bool:
    """Whether nearly all long words of `line` have capitals, as in headlines and headings.

    >>> is_headline("Mayor Says Bridge Will Close in June"), is_headline("The mayor, Jane Roe, spoke in Oslo in June.")
    (True, False)
    """
    long_words = [word for word in _WORD.findall(line) if len(word) >= LONG_WORD]
    n_capitalised = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= FEWEST_WORDS and n_capitalised >= SHARE_CAPITALISED * len(long_words)


def opens_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` has its capital from where it stands.

    >>> opens_sentence("It rained. Roe left.", 11), opens_sentence("When Roe left", 5)
    (True, False)
    """
    return _OPENS.search(text[max(0, start - _BEFORE) : start]) is not None or start == 0


def casing_of(lines: Iterable[str]) -> Casing:
    """What the lines of an article that are no headlines say of its words."""
    named, small = set(), set()
    for line in lines:
        for match in _WORD.finditer(line):
            word = match[0].removesuffix("'s")
            if word.islower():
                small.add(word)
            elif word[0].isupper() and not opens_sentence(line, match.start()):
                named.add(word)
    return Casing(frozenset(named), frozenset(small))


@cache
def _common_words() -> frozenset[str]:
    """The words in small letters of the list TextBlob's tagger comes with, read without loading the tagger."""
    spec = find_spec("textblob")
    assert spec is not None and spec.origin is not None, "TextBlob is a requirement"
    lines = (Path(spec.origin).parent / "en" / "en-lexicon.txt").read_text("utf-8").splitlines()
    rows = (line.split(" ") for line in lines if not line.startswith(";"))
    return frozenset(row[0] for row in rows if len(row) > 1 and row[0].islower() and not row[1].startswith(_OF_A_NAME))


def is_common(word: str) -> bool:
    """Whether a word list of English has the word in small letters, and as no name.

    >>> is_common("Says"), is_common("Hallin")
    (True, False)
    """
    return word.lower() in _common_words()


def is_given_name(word: str) -> bool:
    """Whether the word is a usual given name, those that are words as well ("Grace", "Will") among them."""
    return word in FIRST_NAMES or word in _ALSO_WORDS


def is_no_name(word: str, casing: Casing) -> bool:
    """Whether a word with a capital is likely a common word, by what the article writes elsewhere."""
    if word in casing.named or word in _NAMES:
        return False
    return word.lower() in casing.small or is_common(word)


def in_running_case(line: str, casing: Casing) -> str:
    """A headline with the capitals taken from words that are likely no names; every character stays in its place.

    >>> in_running_case("Roe Says Bridge Closed", Casing(frozenset(["Roe"]), frozenset(["bridge"])))
    'Roe says bridge closed'
    """

    def quiet(match: re.Match[str]) -> str:
        word = match[0]
        capitalised = word[:1].isupper() and word[1:].islower()
        small = word.lower()
        return small if capitalised and len(small) == len(word) and is_no_name(word, casing) else word

    return _WORD.sub(quiet, line)
