"""Cue words of page furniture: what a line that is no part of an article says of itself.

A cue is *unmistakable* (cut anywhere, even in a table's cell), *clear* (cut in any plain text), or of a *page* (cut
only where the text is seen to be a whole page: "Home" is also a fine title for a chapter).
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from newscorpus.clean import offers
from newscorpus.clean.agency import describes_agency
from newscorpus.clean.pasted.phrases import CLEAR, CODE, PAGE, UNMISTAKABLE, Rule

Strength = Literal["unmistakable", "clear", "page"]

MAX_CUE_LENGTH: Final = 400
"""Characters of a line that is searched for cues. Longer lines are paragraphs, or code."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a line is when it is furniture: `kind` of `kinds.KINDS_OF_REMOVAL`, the rule in plain words, how sure."""

    kind: str
    rule: str
    strength: Strength


def _cues(rules: tuple[Rule, ...], strength: Strength) -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    return tuple((Cue(kind, rule, strength), pattern) for kind, rule, pattern in rules)


_UNMISTAKABLE: Final = _cues(UNMISTAKABLE, "unmistakable")
_OTHERS: Final = _cues(CLEAR, "clear") + _cues(PAGE, "page")
_SCRIPT: Final = Cue("script", "line of code", "unmistakable")
_AGENCY_NOTE: Final = Cue("agency_note", "agency's description of itself", "unmistakable")
_OFFER: Final = Cue("promotion", offers.RULE, "unmistakable")
_ABOUT_AUTHOR: Final = Cue("byline", "note on the author", "clear")
MENU: Final = Cue("navigation", "menu: parts between upright lines", "unmistakable")
N_MENU_BARS: Final = 2
"""Upright lines in one line from which it is a menu; one alone parts a title from an outlet."""
MAX_WORDS_BETWEEN_BARS: Final = 6
"""Words a menu entry has at most; more between upright lines are cells of a table of sentences."""


def find_cue(text: str) -> Cue | None:
    """Return what `text`, one line, says of itself as furniture; None when it says nothing."""
    head = text[:MAX_CUE_LENGTH]
    if CODE.search(head):
        return _SCRIPT
    if len(text) > MAX_CUE_LENGTH:
        return None
    if describes_agency(text):
        return _AGENCY_NOTE
    if offers.is_offer(text):
        return _OFFER
    if cue := next((cue for cue, pattern in _UNMISTAKABLE if pattern.fullmatch(text)), None):
        return cue
    if text.count("|") >= N_MENU_BARS and all(len(p.split()) <= MAX_WORDS_BETWEEN_BARS for p in text.split("|")):
        return MENU
    if offers.is_about_author(text, None):
        return _ABOUT_AUTHOR
    return next((cue for cue, pattern in _OTHERS if pattern.fullmatch(text)), None)
