"""Where sentences begin and end in news text.

A line break always ends a sentence, for cleaned text has one paragraph a line. Within a line a stop ends a sentence
unless it belongs to an abbreviation or the next word goes on in small letters.
"""

import itertools
import re
from typing import Final

from newscorpus.text.titles import SHORT_TITLES
from newscorpus.text.words import word_set

NEVER_LAST: Final = SHORT_TITLES | word_set("vs v cf eg ie e.g i.e approx mt ft")
"""A name or a figure follows, so a sentence never ends here."""
MAY_END: Final = word_set(
    # Abbreviations that may stand last: a sentence ends here when the next word is one that opens sentences.
    "inc corp ltd co cos bros llc plc assn dept univ etc jr sr esq ave blvd rd st sq a.m p.m am pm al est dist"
)
MAY_END_CAPITALISED: Final = word_set(
    # The same, but these are also words of their own: "Ill." is a state, "ill." ends a sentence.
    """Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
    Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta"""
)
BEFORE_A_NUMBER: Final = word_set("no nos p pp art vol fig ch sec par")  # "No. 10", but "He said no."
OPENERS_OF_SENTENCES: Final = word_set(
    """the a an this that these those he she it they we i you there here his her its their our my your
    in on at by for from with as after before when while if although though since because during until under over
    but and or so yet still also however meanwhile moreover instead then now later earlier
    what who why how where which not no some many most more all both each few several other another one two
    among according despite last next such even only just asked police officials"""
)
VERBS_OF_SPEECH: Final = word_set("said says asked asks added replied told wrote shouted cried wondered")
N_WORDS_OF_A_SPEAKER: Final = 4  # '"Why?" Foreign Minister Jane Roe asked'

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CHUNK: Final = re.compile(r"\S+")
_STOPS: Final = ".!?…؟۔।"
_UNSPACED_STOP: Final = re.compile(r"[。！？｡]+[」』”’）]*")  # scripts that put no space behind a stop
_OPENING: Final = "\"'“‘‛„‚«‹([{¿¡*•"
_CLOSING: Final = "\"'”’»›)]}*"
_QUOTES: Final = "\"'”’»›"
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")  # U.S without its last stop
_HAS_WORD: Final = re.compile(r"[^\W_]")


def _speaker_follows(following: list[str]) -> bool:
    """Whether what stands behind a closed quotation names its speaker: '"Why?" Smith asked.'"""
    return any(word.strip(",.:") in VERBS_OF_SPEECH for word in following[1 : N_WORDS_OF_A_SPEAKER + 1])


def _stop_of_an_abbreviation(word: str, opening: str, *, first: bool) -> bool:
    """Whether the full stop behind `word` belongs to it, when `opening` is the bare word that follows."""
    folded = word.lower()
    if folded in NEVER_LAST:
        return True
    if folded in BEFORE_A_NUMBER and opening[:1].isdigit():
        return True
    if first and word.isdigit():  # "1. Smith": the number of an item in a list
        return True
    initial = len(word) == 1 and word.isalpha() and (word != "I" or len(opening) == 1)  # "I. M. Pei", but "So do I."
    if initial or folded in MAY_END or word in MAY_END_CAPITALISED or _DOTTED.fullmatch(word):
        return opening.lower() not in OPENERS_OF_SENTENCES
    return False


def _ends_sentence(chunks: list[str], at: int, *, first: bool) -> bool:
    """Whether a sentence ends behind `chunks[at]`, a piece between white space; `first`: it opens a sentence itself."""
    bare = chunks[at].rstrip(_CLOSING)
    if not bare or bare[-1] not in _STOPS:
        return False
    opening = chunks[at + 1].lstrip(_OPENING)
    if not opening or not (opening[0].isalnum() or opening[0] in "$£€@#-–—"):
        return not opening
    if opening[0].islower():
        return False
    if bare[-1] != ".":
        in_quotes = chunks[at][-1] in _QUOTES
        return not (in_quotes and _speaker_follows(chunks[at + 1 : at + N_WORDS_OF_A_SPEAKER + 2]))
    word = bare[:-1].lstrip(_OPENING).rpartition("-")[2]
    next_word = re.split(r"[^\w]", opening, maxsplit=1)[0]
    return not _stop_of_an_abbreviation(word, next_word, first=first or chunks[at - 1][-1] in ":;")


def _pieces(line: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one line, white space still around them."""
    found = list(_CHUNK.finditer(line))
    chunks = [match[0] for match in found]
    ends, first = [], True
    for at in range(len(chunks) - 1):
        first = chunks[at][-1] not in ",;:" and _ends_sentence(chunks, at, first=first)
        if first:
            ends.append(found[at].end())
    ends += [match.end() for match in _UNSPACED_STOP.finditer(line)]
    borders = sorted({0, *ends, len(line)})
    return list(itertools.pairwise(borders))


LONGEST_OPENING: Final = 160
"""Characters: as long as a long headline. A first sentence may be longer and is cut between words."""
OPENING_READ: Final = 1_000
"""Characters in which the first sentence is looked for."""


def opening(text: str) -> str | None:
    """The first sentence of `text`, cut between words where it is longer than a headline; None without words.

    >>> opening("The ferry was stopped. It was not safe.")
    'The ferry was stopped.'
    """
    spans = sentence_spans(text[:OPENING_READ])
    return as_long_as_a_headline(text[slice(*spans[0])].strip()) if spans else None


def as_long_as_a_headline(words: str) -> str:
    """`words` cut between two of them where they are longer than LONGEST_OPENING."""
    if len(words) <= LONGEST_OPENING:
        return words
    return words[:LONGEST_OPENING].rsplit(" ", 1)[0].rstrip(",;:–—- ") + " …"


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences of `text`, in order; [] for a text without words.

    No span has white space at its borders or crosses a line break. A stretch without a letter or digit (a closing
    quotation mark standing alone) belongs to the sentence before it on its line.

    >>> text = "Mr. Roe met U.S. aides at 5 p.m. on Monday. “Why now?” he asked."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Mr. Roe met U.S. aides at 5 p.m. on Monday.', '“Why now?” he asked.']
    """
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        n_before = len(spans)
        for start, end in _pieces(line[0]):
            piece = line[0][start:end]
            left = line.start() + start + len(piece) - len(piece.lstrip())
            right = left + len(piece.strip())
            if _HAS_WORD.search(piece):
                spans.append((left, right))
            elif len(spans) > n_before and right > left:
                spans[-1] = (spans[-1][0], right)
    return spans
