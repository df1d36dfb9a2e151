"""What stands around a place: words before and behind it, for a line of a concordance and for sorting."""

import re
from dataclasses import dataclass
from typing import Final

from newscorpus.text.words import WORD, word_spans

N_CHARACTERS_OF_LINE: Final = 70  # on each side: a line of both still fits a laptop's width
CHARACTERS_OF_A_WORD: Final = 12  # and the space behind it: where they do not suffice, more is read
MAX_NODE_CHARACTERS: Final = 400  # of an expression's hit; the rest is cut, and said so by …
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """A place with what stands before and behind it, on one line."""

    left: str
    node: str
    right: str


def context_of(text: str, start: int, end: int) -> Context:
    """The line of a place, in three parts that make it up. Words cut off at the ends of the line are left out.

    >>> context_of("One two three.", 4, 7)
    Context(left='One ', node='two', right=' three.')
    """
    left = text[max(0, start - N_CHARACTERS_OF_LINE) : start]
    if start > N_CHARACTERS_OF_LINE and not text[start - N_CHARACTERS_OF_LINE - 1].isspace():
        left = _SPACE.split(left, 1)[-1] if _SPACE.search(left) else left
    right = text[end : end + N_CHARACTERS_OF_LINE]
    if end + N_CHARACTERS_OF_LINE < len(text) and not text[end + N_CHARACTERS_OF_LINE].isspace():
        right = right.rsplit(None, 1)[0] if _SPACE.search(right) else right
    node = text[start : min(end, start + MAX_NODE_CHARACTERS)]
    node = node if end - start <= MAX_NODE_CHARACTERS else f"{node} …"
    return Context(*(_SPACE.sub(" ", part) for part in (left.lstrip(), node, right.rstrip())))


def words_before(text: str, start: int, n_words: int) -> list[tuple[int, str]]:
    """The words before a place, each with its offset, the nearest first; fewer at the beginning of the text.

    >>> words_before("The Dam was safe", 12, 2)
    [(8, 'was'), (4, 'Dam')]
    """
    begin = start
    while True:
        begin = max(0, 2 * begin - start - n_words * CHARACTERS_OF_A_WORD)
        spans = [(begin + first, begin + last) for first, last in word_spans(text[begin:start])]
        if spans and (word := WORD.match(text, spans[-1][0])) and word.end() > start:
            spans.pop()  # an expression begins inside this word
        whole = spans if begin == 0 else spans[1:]  # the window may cut the first
        if len(whole) >= n_words or begin == 0:
            return [(first, text[first:last]) for first, last in whole[::-1][:n_words]]


def words_behind(text: str, end: int, n_words: int) -> list[tuple[int, str]]:
    """The words behind a place, each with its offset, the nearest first; fewer at the end of the text.

    >>> words_behind("The Dam was safe", 3, 2)
    [(4, 'Dam'), (8, 'was')]
    """
    before, close = max(0, end - 1), end
    while True:
        close = 2 * close - end + n_words * CHARACTERS_OF_A_WORD
        spans = [(before + first, before + last) for first, last in word_spans(text[before:close])]
        spans = [span for span in spans if span[0] >= end]  # an expression may end inside a word
        whole = spans if close >= len(text) else spans[:-1]  # the window may cut the last
        if len(whole) >= n_words or close >= len(text):
            return [(first, text[first:last]) for first, last in whole[:n_words]]
