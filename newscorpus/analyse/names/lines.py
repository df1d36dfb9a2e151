"""Lines of news as the names model reads them best: plain marks, no capitals throughout, borders a name cannot cross.

Every change keeps each character in its place, so what is found stands at the same offsets in the original.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from newscorpus.analyse.names.casing import Casing, casing_of, in_running_case, is_headline
from newscorpus.text.sentences import OPENERS_OF_SENTENCES, sentence_spans
from newscorpus.text.words import word_set

LONGEST_LINE: Final = (
    10_000  # characters given to the model at once; its memory grows with it, and no paragraph is longer
)
SHOUTED: Final = 0.6  # share of capitals among the letters from which a line is taken to be set in capitals
LEAST_LETTERS: Final = 6  # fewer say nothing about how a line is set: "U.S. GDP"
LONGEST_ACRONYM: Final = 3  # letters; longer words in a shouted line are words
FEWEST_FIGURES: Final = 3  # numbers in a line from which it is read as a row of a table

_LATIN: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))  # blocks of letters with accents
_ACCENTED: Final = {
    chr(code): base for code in _LATIN if (base := unicodedata.normalize("NFD", chr(code))[0]).isascii()
}
_PLAIN: Final = str.maketrans(
    _ACCENTED  # the model has seen few names with accents, and reads "Šibenik" as no name at all
    | dict.fromkeys("’‘‛ʼ`´", "'")
    | dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
    | dict.fromkeys("‐‑", "-")
)
_WORD_OF_A_LINE: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SMALL_WORDS: Final = word_set(
    """A AN THE AND OR BUT NOR IN OF ON AT TO BY FOR FROM WITH AS OVER AFTER INTO OUT UP OFF VS V AGAINST BEFORE
    AMID IS ARE WAS WERE BE NOT ITS HIS HER THEIR"""
)
_FIGURE: Final = re.compile(r"(?<![\w.,:/-])[-+(]?\d[\d.,:/-]*(?![\w-])")
_BORDER: Final = re.compile(r"\s(?:--?|–|—|\||/|=)\s|[();]|\s{2,}|\t|(?<=\d)\.\s|(?<=\s)\d{1,3}-\d{1,3}(?![\w-])")


class Line(NamedTuple):
    """A stretch given to the model: where it stands in the text, how it is given, where no name goes across.

    `quiet` is the stretch without shouting, its capitals kept; in `text` a headline has those of its names alone.
    """

    start: int
    text: str
    quiet: str
    borders: tuple[int, ...]


def _one_for_one(original: str, changed: str) -> str:
    return changed if len(changed) == len(original) else original


def _quiet_word(match: re.Match[str]) -> str:
    word = match[0]
    if not word.isupper() or word in _SMALL_WORDS:
        return _one_for_one(word, word.lower())
    if len(word) <= LONGEST_ACRONYM:
        return word
    return _one_for_one(word, word.capitalize())


def quieted(line: str) -> str:
    """`line` with its shouting taken out, when it is set in capitals; every character stays in its place.

    >>> quieted("MINISTER QUITS OVER UN VOTE IN GENEVA"), quieted("The UN voted in Geneva")
    ('Minister Quits over UN Vote in Geneva', 'The UN voted in Geneva')
    """
    letters = [character for character in line if character.isalpha()]
    if len(letters) < LEAST_LETTERS or sum(map(str.isupper, letters)) < SHOUTED * len(letters):
        return line
    return _WORD_OF_A_LINE.sub(_quiet_word, line)


def _borders(stretch: str, sentence_starts: list[int]) -> tuple[int, ...]:
    """Offsets that no name goes across: sentence ends, brackets, dashes, and the figures of a table's row."""
    found = set(sentence_starts)
    for match in _BORDER.finditer(stretch):
        found.update(match.span())
    figures = list(_FIGURE.finditer(stretch))
    if len(figures) >= FEWEST_FIGURES:
        for match in figures:
            found.update(match.span())
    return tuple(sorted(found))


def _may_hold_a_name(sentence: str) -> bool:
    """Whether a word of the sentence has a capital for another reason than opening it."""
    capitalised = (word for word in _WORD_OF_A_LINE.findall(sentence) if not word.islower())
    return any(word.partition("'")[0].lower() not in OPENERS_OF_SENTENCES for word in capitalised)


def _stretches(line: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of neighbouring sentences that may hold a name; the others are a sixth of the news and of the time."""
    for held, run in itertools.groupby(
        sentence_spans(line), key=lambda span: _may_hold_a_name(line[span[0] : span[1]])
    ):
        if held:
            yield list(run)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch whole or, where it is longer than a paragraph, in pieces parted at white space."""
    while end - start > LONGEST_LINE:
        at = text.rfind(" ", start, start + LONGEST_LINE)
        middle = at if at > start else start + LONGEST_LINE
        yield start, middle
        start = middle
    yield start, end


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Where each paragraph, or piece of a very long one, begins, and its characters made plain."""
    position = 0
    for line in text.splitlines(keepends=True):
        for start, end in _cut(text, position, position + len(line.rstrip())):
            yield start, text[start:end].translate(_PLAIN)
        position += len(line)


class Paragraph(NamedTuple):
    """A line of the text without shouting: where it begins, and whether its capitals say nothing."""

    start: int
    quiet: str
    is_headline: bool


def paragraphs_of(text: str) -> list[Paragraph]:
    """The lines of `text`, made plain and quiet; very long ones in pieces."""
    found = []
    for start, plain in _pieces(text):
        quiet = quieted(plain)
        found.append(Paragraph(start, quiet, quiet != plain or is_headline(plain)))
    return found


def casing_of_text(text: str) -> Casing:
    """What the running text of an article says of its words: all lines but headlines and shouted ones."""
    return casing_of(quiet for _, quiet, is_set_large in paragraphs_of(text) if not is_set_large)


def lines_of(text: str, casing: Casing | None = None) -> Iterator[Line]:
    """The stretches of `text` that may hold a name, none going across a line break, made ready for the model."""
    casing = casing or casing_of_text(text)
    for start, quiet, is_set_large in paragraphs_of(text):
        given = in_running_case(quiet, casing) if is_set_large else quiet
        for run in _stretches(given):
            first, last = run[0][0], run[-1][1]
            borders = _borders(given[first:last], [sentence_start - first for sentence_start, _ in run])
            yield Line(start + first, given[first:last], quiet[first:last], borders)
