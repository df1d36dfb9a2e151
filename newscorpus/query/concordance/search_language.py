"""The language of a search in the texts: what a reader types, read into frozen values or refused in plain words.

    word                a word, whatever its capitals; spellings fold ("labour" finds "labor")
    rights report       words in a row are a phrase, with quotation marks or without
    report* wom?n       * stands for any letters or none, ? for one
    rights * report     * alone between two words stands for any one word
    human|civil rights  either word in one place of a phrase
    A NEAR/5 B          B at most five words before or behind A
    A OR B              either
    /regular expression/   RE2's syntax: https://github.com/google/re2/wiki/Syntax

Marks between words are passed over. NEAR and OR between quotation marks are words like others.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from newscorpus.errors import SearchUnclear
from newscorpus.query.concordance.regular_expressions import compiled
from newscorpus.query.selection import STRAIGHT_MARKS
from newscorpus.text.words import JOINERS, word_spans

MAX_FIND_CHARACTERS: Final = 200  # a sentence; longer ones are pasted by mistake
MAX_WORDS: Final = 12  # of one search: each is looked up in the index
MAX_WITHIN: Final = 50  # words apart: further is another passage
DEFAULT_WITHIN: Final = 5  # of NEAR without a number: about a clause
WILDCARDS: Final = frozenset("*?")
ANY_WORD: Final = ("*",)
"""The place of a phrase in which any one word may stand."""

_WILD_WORD: Final = re.compile(rf"[^\s{JOINERS}]+(?:[{JOINERS}]+[^\s{JOINERS}]+)*")
_PIECE: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_NEAR: Final = re.compile(r"NEAR|(?i:near)/(\S*)")
_OR: Final = frozenset(("OR", "|"))
_HIGHEST_N_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row: for each place the words that may stand there, as typed; ANY_WORD for whichever."""

    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """`second` at most `within` words before or behind `first`."""

    first: "Phrase | Near"
    within: int
    second: Phrase


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Any of these alternatives: there is at least one."""

    alternatives: tuple[Phrase | Near, ...]


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression in RE2's syntax, without the slashes."""

    pattern: str


Query = AnyOf | Expression
_Places = list[tuple[str, ...]]
_Token = _Places | int | None
"""Places of a phrase, the number of a NEAR, or None for OR."""


def parse(text: str) -> Query:
    """What a search asks for. Raises SearchUnclear, whose words say what could not be read, where, and what to do.

    >>> parse("rights NEAR/5 report*")
    AnyOf(alternatives=(Near(first=Phrase(words=(('rights',),)), within=5, second=Phrase(words=(('report*',),))),))
    >>> parse("/colou?r/")
    Expression(pattern='colou?r')
    """
    text = " ".join(_whole_characters(text).translate(STRAIGHT_MARKS).split())
    if len(text) > MAX_FIND_CHARACTERS:
        raise SearchUnclear(
            f"This search has {len(text):,} characters, and {MAX_FIND_CHARACTERS} are read. Shorten it."
        )
    if text.startswith("/"):
        return _expression(text)
    if text.count('"') % 2:
        raise SearchUnclear('A quotation mark (") is open. Close it behind the last word of the phrase, or remove it.')
    tokens = [_token(*piece) for piece in _PIECE.findall(text)]
    n_words = sum(len(place) for token in tokens if isinstance(token, list) for place in token)
    if n_words > MAX_WORDS:
        raise SearchUnclear(f"This search has {n_words} words, and {MAX_WORDS} are looked up at once. Leave some out.")
    return AnyOf(tuple(_near(part) for part in _between_ors(tokens)))


def _expression(text: str) -> Expression:
    if len(text) == 1 or not text.endswith("/"):
        raise SearchUnclear(
            'This search begins with "/", as a regular expression does, and does not end with one. '
            'Write the second "/" behind it, or take the first away.'
        )
    compiled(text[1:-1])
    return Expression(text[1:-1])


def _between_ors(tokens: list[_Token]) -> list[list[_Places | int]]:
    parts: list[list[_Places | int]] = [[]]
    for token in tokens:
        if token is None:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _near(tokens: list[_Places | int]) -> Phrase | Near:
    """Phrases with the numbers of NEAR between them, taken together from the left."""
    parts: list[_Places] = [[]]
    for token in tokens:
        if isinstance(token, int):
            parts.append([])
        else:
            parts[-1].extend(token)
    found: Phrase | Near = _phrase(parts[0])
    numbers = [token for token in tokens if isinstance(token, int)]
    for within, part in zip(numbers, parts[1:], strict=True):
        found = Near(found, within, _phrase(part))
    return found


def _phrase(places: _Places) -> Phrase:
    if not places:
        raise SearchUnclear(
            "A word is missing: there is none in this search, or none on one side of NEAR or OR. "
            "Write one, such as report or report*."
        )
    if ANY_WORD in (places[0], places[-1]):
        raise SearchUnclear(
            'A "*" alone stands for any one word between two others. '
            "Write letters beside it, such as report*, or take it away."
        )
    return Phrase(tuple(places))


def _token(quoted: str, plain: str) -> _Token:
    if plain in _OR:
        return None
    if near := _NEAR.fullmatch(plain):
        return _within(near[1])
    if "(" in plain or ")" in plain:
        raise SearchUnclear(
            "Brackets do not group words here. Write human|civil for either word in one place, "
            "OR between longer alternatives, or put the phrase between quotation marks."
        )
    return [place for chunk in (quoted or plain).split() for place in _places(chunk)]


def _within(number: str | None) -> int:
    if number is None:
        return DEFAULT_WITHIN
    within = int(number) if number.isdecimal() and len(number) <= _HIGHEST_N_DIGITS else 0
    if not 1 <= within <= MAX_WITHIN:
        raise SearchUnclear(
            f"NEAR/{number} cannot be read. Behind NEAR/ stands how many words apart at most, from 1 to {MAX_WITHIN}, "
            f"as in rights NEAR/{DEFAULT_WITHIN} report."
        )
    return within


def _places(chunk: str) -> _Places:
    """The places of a phrase that a piece without spaces fills: none for marks alone, several for "and/or"."""
    sides = [_words(side) for side in chunk.split("|")]
    if len(sides) == 1 or not any(sides):
        return [(word,) for word in sides[0]]
    if any(len(side) != 1 for side in sides):
        raise SearchUnclear(
            f'"{chunk}" cannot be read: on either side of | stands one word, without spaces around, '
            "as in human|civil rights. Write OR between longer alternatives."
        )
    if any((side[0],) == ANY_WORD for side in sides):
        raise SearchUnclear(f'"{chunk}" cannot be read: "*" alone is any word already. Take the rest away.')
    return [tuple(dict.fromkeys(side[0] for side in sides))]


def _words(chunk: str) -> list[str]:
    if WILDCARDS.isdisjoint(chunk):
        return [chunk[start:end] for start, end in word_spans(chunk)]
    letters = "".join(char if _is_of_words(char) else " " for char in chunk)
    return [_checked(word) for word in _WILD_WORD.findall(letters)]


def _is_of_words(char: str) -> bool:
    return char.isalnum() or char in WILDCARDS or char in JOINERS or unicodedata.category(char).startswith("M")


def _checked(word: str) -> str:
    if set(word) == {"*"}:
        return ANY_WORD[0]
    if not any(map(str.isalnum, word)):
        raise SearchUnclear(f'"{word}" has no letter. Beside * and ? stands at least one, as in report* or wom?n.')
    return word


def _whole_characters(text: str) -> str:
    """The text with � for halves of characters, which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
