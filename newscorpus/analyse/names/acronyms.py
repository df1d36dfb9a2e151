"""Names given whole beside their acronym: "Union of Dockers and Port Trades (UDPT)".

The letters say how far the name reaches, where the model stops at an "of" or an "and".
"""

import re
from collections.abc import Iterator
from typing import Final

from newscorpus.analyse.names.spans import Span
from newscorpus.analyse.names.spelling import initials

_ACRONYM: Final = re.compile(r"(?P<gap> \(|, or (?:the )?)(?P<letters>[A-Z]{3,8})(?=[),.])")
_WORDS_BEFORE: Final = re.compile(r"(?:(?<![\w'-])[^\W\d_][\w'&-]* ){1,12}[^\W\d_][\w'&-]*$")
WIDTH: Final = 120  # characters of a name at most


def spelt_out_names(line: str) -> Iterator[Span]:
    """The organisations of `line` that stand before their acronym, with offsets into the line.

    >>> line = "The Union of Dockers and Port Trades (UDPT) met."
    >>> [line[span.start:span.end] for span in spelt_out_names(line)]
    ['Union of Dockers and Port Trades']
    """
    for match in _ACRONYM.finditer(line):
        before = _WORDS_BEFORE.search(line, max(0, match.start() - WIDTH), match.start())
        words = before[0].split(" ") if before else []
        for n_words in range(2, len(words) + 1):
            name = words[-n_words:]
            is_capitalised = name[0][0].isupper() and name[-1][0].isupper()
            if is_capitalised and initials(" ".join(name).lower()) == match["letters"].lower():
                yield Span(match.start() - len(" ".join(name)), match.start(), "ORG")
                break
