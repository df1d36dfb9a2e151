"""The lines and marks by which agencies close a text: read for the credit, then cut, for they tell of the article."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newscorpus.clean.agency import AGENCY, DASH, MARKS, short_name
from newscorpus.values import CleanArticle, Removal

N_CLOSING_LINES: Final = 4
"""Lines at the end of a text that can be an agency's: its note, the author with the agency, the desk's initials."""
LONGEST_LINE: Final = 160
"""Characters of such a line; a longer one is prose."""
LONGEST_MARK: Final = 60
"""Characters at the end of the last sentence among which a mark is looked for."""
_INITIALS: Final = r"(?:\s[A-Z]{2,4}){1,5}"

_LINES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\W{{0,3}}This (?:report|story|article|content) (?:by|from) {AGENCY} was (?:first|originally) published\b.*",
        rf"\W{{0,3}}(?:[Bb]y |{DASH}\s?)?[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]*|de|da|van|von|al)){{1,4}}, {AGENCY}\.?",
        rf"\W{{0,3}}(?:[Ss]ource: )?{AGENCY}\W{{0,3}}",
        rf"\W{{0,3}}{AGENCY}{_INITIALS}\W{{0,3}}",
        rf"\W{{0,3}}{AGENCY}\s[a-z]{{2,4}}(?:[/-][a-z]{{2,4}}){{0,3}}",
        r"(?:©\s?)?(?P<agency>dpa)-infocom\b.*",
        r"(?:©\s?)?(?P<agency>dpa):\d{6}-\S{1,30}",
    )
)
_ENDS: Final = re.compile(r"(?:Enditem|ENDITEM|\(END\)|[a-z]{2,4}(?:/[a-z]{2,4}){1,4}|-{2,}|#{2,})\W{0,3}")
"""Lines that close an agency's text and name none; cut only beside one that does."""
_MARK: Final = re.compile(
    rf"(?<=[.!?”\"’'»)])\s{{1,3}}(?:(?:{DASH}\s?|/\s?|\(©?\s?|\[){AGENCY}(?:/\w{{1,4}})?[)\]/]?\.?"
    rf"|(?P<desk>{MARKS}){_INITIALS}|(?P<bare>PTI|ANI|IANS|UNI|BERNAMA|EFE))\W{{0,2}}$"
)
_RULE: Final = "agency's mark at the end of the text"


def closing_agency(text: str) -> str | None:
    """Return the short name of the agency that closes a text; None when none does.

    >>> closing_agency("The talks ended.\\n\\nThis report by The Canadian Press was first published March 5, 2024.")
    'CP'
    >>> closing_agency("The talks ended on Friday. PTI AB CDE")
    'PTI'
    """
    return next((name for _, _, name in _closings(text.rstrip()) if name), None)


def cut_closing(article: CleanArticle) -> CleanArticle:
    """Return `article` without the agency's lines and mark at its end, listed in its removals; itself without any."""
    found = list(_closings(article.text))
    start = min((start for start, _, name in found if name), default=None)
    if not start:
        return article
    text = article.text[:start].rstrip()
    cut = Removal(len(text), article.text[start:].strip(), "credit", _RULE)
    removals = [replace(removal, position=min(removal.position, len(text))) for removal in article.removals]
    n_before = sum(removal.position <= start for removal in article.removals)
    return replace(article, text=text, removals=(*removals[:n_before], cut, *removals[n_before:]))


def _closings(text: str) -> Iterator[tuple[int, int, str | None]]:
    """From the end of a text up: where an agency's closing begins and ends, and the agency it names, if it does."""
    end = len(text)
    for _ in range(N_CLOSING_LINES):
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if start and len(line) <= LONGEST_LINE and (found := _full(line)):
            yield start, end, short_name(found)
        elif start and _ENDS.fullmatch(line.strip()):
            yield start, end, None
        elif line.strip():
            mark = _MARK.search(line, max(0, len(line) - LONGEST_MARK))
            if mark:
                yield start + mark.start(), end, short_name(mark)
            return
        end = max(0, start - 1)


def _full(line: str) -> re.Match[str] | None:
    return next(filter(None, (pattern.fullmatch(line.strip()) for pattern in _LINES)), None)
