"""Turns of a transcript or chat: paragraphs that open with a name and a colon."""

import re
from collections import Counter
from typing import Final

from newscorpus.analyse.attribution_values import Span

LEAST_TURNS: Final = 3  # fewer such lines are headings or lists ("Where: the town hall")
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
    if len(found) < LEAST_TURNS or max(names.values()) < 2:
        return []
    turns = []
    for match in found:
        end = text.find("\n", match.end())
        turns.append((match.span(1), (match.end(), end if end >= 0 else len(text))))
    return turns
