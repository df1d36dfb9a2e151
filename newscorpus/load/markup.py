"""Whether a text is written in HTML."""

import re
from typing import Final

_BLOCK: Final = r"(?:p|div|article|section|h[1-6]|ul|ol|table|blockquote|figure|header|main)"
# An opening tag counts where markup puts one: at the beginning of a line or behind another tag. In prose about
# HTML it stands behind a word.
OPENING: Final = re.compile(rf"(?:^[ \t]{{0,99}}|(?<=>))<{_BLOCK}(?:\s[^<>]*)?>", re.IGNORECASE | re.MULTILINE)
_CLOSING: Final = re.compile(rf"</{_BLOCK}>", re.IGNORECASE)
_BREAK: Final = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)


def holds_blocks(text: str) -> bool:
    """Whether `text` is written in HTML: block tags where markup has them, or line breaks as tags.

    >>> holds_blocks("<p>One.</p>"), holds_blocks("A <b>bold</b> word, and the <p> tag explained.")
    (True, False)
    """
    if "<" not in text:
        return False
    if next(OPENING.finditer(text), None) and (_CLOSING.search(text) or _at_least_two(OPENING, text)):
        return True
    return _at_least_two(_BREAK, text)


def _at_least_two(pattern: re.Pattern[str], text: str) -> bool:
    matches = pattern.finditer(text)
    return next(matches, None) is not None and next(matches, None) is not None
