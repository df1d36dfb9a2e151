"""Texts that are only the beginning of an article, as services give them away."""

import re
from typing import Final

_COUNTED: Final = re.compile(
    r"(?<!\s)\s{0,9}(?:…|\.{3}|&hellip;|&#8230;)?\s{0,9}\[\s?\+?\s?(?P<n>\d[\d.,]{0,12})\s?"
    r"(?P<unit>char(?:acter)?s?|words?)\s?\]\s{0,9}$",
    re.IGNORECASE,
)
"""The mark that NewsAPI and GNews leave: "[+5843 chars]"."""
_CUT: Final = re.compile(
    r"(?<!\s)\s{0,9}(?:\[\s?(?:…|\.{3}|&hellip;|&#8230;)\s?\]"
    r"|(?:…|\.{3}|&hellip;|&#8230;)?\s{0,9}\b(?:continue reading|read more|read the full (?:story|article)|weiterlesen"
    r"|lire la suite"
    r"|leer más|seguir leyendo|ler mais|leggi tutto|lees verder|читать далее)\b[^.!?\n]{0,80}[→»>…]?)\s{0,9}$",
    re.IGNORECASE,
)
_RUNS_ON: Final = re.compile(r"(?:…|\.{3}|&hellip;|&#8230;)[\s\"”’]{0,9}$")
_LONGEST_SUMMARY: Final = 700
"""Characters up to which a text that ends in dots is a service's summary; a longer article may end in them."""
_LONGEST_MARK: Final = 300
"""Characters at the end of a text that are searched for such a mark."""
_TAGS_BEHIND: Final = re.compile(r"(?:\s{0,9}</\w{1,10}>){1,9}\s{0,9}$")


def without_mark(text: str) -> tuple[str, str | None]:
    """Return a text without the mark that it was cut; and a note where it is only a beginning, None where it is whole.

    >>> without_mark("The council voted on… [+5843 chars]")
    ('The council voted on', 'only the beginning of the article: 5843 more characters are not in the file')
    >>> without_mark("The council voted.")
    ('The council voted.', None)
    """
    start = max(0, len(text) - _LONGEST_MARK)
    before, end = text[:start], text[start:]
    tags = _TAGS_BEHIND.search(end)
    bare, behind = (end[: tags.start()], tags[0]) if tags else (end, "")
    if found := _COUNTED.search(bare):
        more = "words" if found["unit"].lower().startswith("w") else "characters"
        note = f"only the beginning of the article: {found['n']} more {more} are not in the file"
        return before + bare[: found.start()] + behind, note
    if found := _CUT.search(bare):
        return before + bare[
            : found.start()
        ] + behind, "only the beginning of the article: the text was cut where it is read"
    if len(text) <= _LONGEST_SUMMARY and _RUNS_ON.search(bare):
        return text, "perhaps only the beginning of the article: the text breaks off in dots"
    return text, None
