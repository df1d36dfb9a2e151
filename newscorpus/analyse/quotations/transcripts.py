"""Turns of a transcript or chat, and headings that quote: paragraphs that open with a name and a colon."""

import re
from collections import Counter
from typing import Final

from newscorpus.analyse.quotations.values import Names, Span
from newscorpus.text.words import n_words

MIN_TURNS: Final = 3  # fewer such lines are headings or lists ("Where: the town hall")
KINDS_OF_SPEAKERS: Final = frozenset({"PERSON", "ORG"})
MIN_WORDS: Final = 4  # name and all: "Photo: Reuters" quotes nobody
MOST_WORDS: Final = 25  # no headline is longer
_LINE: Final = re.compile(r"[^\n]+")
_TURN: Final = re.compile(
    r"^[ \t]*[\"']?(?:[\[(][0-9:. apmAPM]{3,12}[\])][ \t]*)?"
    r"([A-Z][\w.'’-]*(?:[ \t]+[A-Z][\w.'’-]*){0,3})(?:[ \t]*\([^()\n]{1,40}\))?:[ \t]+(?=\S)",
    re.MULTILINE,
)


def find_turns(text: str) -> list[tuple[Span, Span]]:
    """(name of the speaker, what is said) of each turn in a straightened `text`; [] for a text that is no transcript.

    A text is one when at least three of its paragraphs open with a name and a colon, and some name more than once.

    >>> text = "ROE: Is it true?\\nDOE: It is.\\nROE: Thank you."
    >>> [(text[slice(*name)], text[slice(*said)]) for name, said in find_turns(text)]
    [('ROE', 'Is it true?'), ('DOE', 'It is.'), ('ROE', 'Thank you.')]
    """
    found = list(_TURN.finditer(text))
    names = Counter(match[1].upper() for match in found)
    if len(found) < MIN_TURNS or max(names.values()) < 2:
        return []
    turns = []
    for match in found:
        end = text.find("\n", match.end())
        turns.append((match.span(1), (match.end(), end if end >= 0 else len(text))))
    return turns


def find_headings(text: str, names: Names) -> list[tuple[Span, Span]]:
    """(name, what is said) of each short line that opens with a person's or an organisation's name and a colon.

    That is how headlines quote: "Roe: The bridge will close". Longer paragraphs with a colon are sentences.
    """
    speakers = {name.start: name for name in names if name.kind in KINDS_OF_SPEAKERS}
    headings = []
    for line in _LINE.finditer(text):
        name = speakers.get(line.start())
        if name is None or not text.startswith(": ", name.end) or not MIN_WORDS <= n_words(line[0]) <= MOST_WORDS:
            continue
        headings.append(((name.start, name.end), (name.end + 2, line.start() + len(line[0].rstrip()))))
    return headings
