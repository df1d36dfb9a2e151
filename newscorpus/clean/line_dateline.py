"""The dateline in front of an article's first sentence: "GENEVA (AFP) —"."""

import re
from typing import Final

_CAPITALS: Final = r"[A-Z][A-Z.'’ -]{1,40}(?:,\s[A-Z][\w. ]{1,30})?"
_PLACE: Final = rf"(?:{_CAPITALS}|[A-Z][\w.'’ -]{{1,40}},\s[A-Z][\w. ]{{1,30}}|[A-Z][\w'’-]{{1,20}})"
_DATELINE: Final = re.compile(
    rf"(?P<place>{_PLACE})(?:,\s\w{{3,9}}\.?\s\d{{1,2}})?\s?\([\w\s/,.-]{{2,40}}\)\s?(?:--?|[–—])\s"
    rf"|(?P<capitals>{_CAPITALS})\s(?:--|[–—])\s"
)
_DAY: Final = re.compile(r",\s[A-Z][a-z]{2,8}\.?\s\d{1,2}$")


def read_dateline(text: str) -> str | None:
    """Return the place in front of the first sentence; None when the text does not open with one.

    >>> read_dateline("GENEVA (AFP) — Talks ended."), read_dateline("Talks ended in GENEVA — again.")
    ('GENEVA', None)
    """
    found = _DATELINE.match(text)
    return _DAY.sub("", (found["place"] or found["capitals"]).strip()) if found else None
