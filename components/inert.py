"""Text from a file made harmless for the place it is shown in, and marks that say what they stand for."""

import html
import re
from typing import Final
from urllib.parse import urlencode

WORD_JOINER: Final = "\u2060"
JOINED: Final = re.compile(r"[:@]|(?i:www)(?=\.)")
UNTITLED: Final = "without a headline"
MARKDOWN_MARKS: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&=^@/])")


def in_label(text: str, length: int | None = None) -> str:
    """Text from a file for a place that reads Markdown: every mark is escaped, so it stands as it is written.

    Addresses become links and `:words:` emoji even behind a backslash; an invisible joiner inside keeps them text.

    >>> print(in_label("[x](y) *z*"))
    \\[x\\]\\(y\\) \\*z\\*
    """
    joined = JOINED.sub(rf"\g<0>{WORD_JOINER}", shortened(" ".join(text.split()), length))
    return MARKDOWN_MARKS.sub(r"\\\1", joined)


def in_figure(text: str, length: int | None = None) -> str:
    """Text from a file for a Plotly figure, which reads a kind of HTML.

    >>> in_figure("<b>A & B</b>", 6)
    '&lt;b&gt;A …'
    """
    return html.escape(shortened(" ".join(text.split()), length), quote=False)


def shortened(text: str, length: int | None) -> str:
    """At most `length` characters, with … for what is cut.

    >>> shortened("Harbour Post", 8), shortened("Vale", 8)
    ('Harbour…', 'Vale')
    """
    return text if length is None or len(text) <= length else text[: length - 1] + "…"


def point_of(**parameters: str) -> str:
    """What a mark in a chart stands for, as the filters it sets when it is picked.

    >>> point_of(name="Bay (place)", source="Abacus")
    'name=Bay+%28place%29&source=Abacus'
    """
    return urlencode(parameters)
