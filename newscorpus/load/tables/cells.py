"""One value of a table, of any type and in any wrapping -> text: what other programs left around it is taken off."""

import ast
import html
import json
import math
import re
from datetime import date, datetime
from typing import Final

from newscorpus.load.encodings import whole_characters
from newscorpus.load.markup import holds_blocks
from newscorpus.values import Markup

_NULL_WORDS: Final = frozenset({"nan", "none", "null", "nat", "<na>"})  # as pandas, Python and databases write nothing
_LONGEST_NULL_WORD: Final = max(map(len, _NULL_WORDS))
# What services call the value of an object that stands where one value is wanted, the most telling first.
_NAMING_KEYS: Final = (
    "rendered", "name", "@value", "value", "title", "text", "plain", "main", "original", "html", "raw", "label",
    "displayName", "domain", "uri",
)  # fmt: skip
_MAX_WRITTEN_LIST: Final = 100_000  # characters of a list in Python's notation; longer ones take Python long to read
_SPACED_LIST: Final = re.compile(r"""\[\s*(?:'[^']*+'|"[^"]*+")(?:\s+(?:'[^']*+'|"[^"]*+"))+\s*\]""")  # as NumPy prints
_IN_QUOTES: Final = re.compile(r"""'([^']*+)'|"([^"]*+)\"""")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_MAX_LAYERS: Final = 3  # of entities: "&amp;amp;#8217;" passed through two programs that each wrote them anew
_INLINE_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|big|cite|del|em|font|i|img|ins|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|wbr)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_LINE_TAG: Final = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_ESCAPED_TAG: Final = re.compile(r"&lt;/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,2000}?)?/?&gt;")
_LINE_SIGN: Final = re.compile(r"(?:\\r)?\\n|\\r")
_SIGN_ENDS_SENTENCE: Final = re.compile(r"[.!?…”\"’')\]»。！？]\s{0,3}(?:\\r)?\\n|\\n(?:\\r)?\\n")
_ESCAPED_CHARACTER: Final = re.compile(r"\\u([0-9a-fA-F]{4})")


def as_text(value: object, between: str = ", ") -> str | None:
    """Return a cell of any type as text: None for nothing, the members of a list joined, an object by its name.

    A list or an object that stands in a text as Python or JSON writes it is read as one. An object that has no name
    is nothing.

    >>> as_text(["A. Writer", {"name": "B. Writer"}]), as_text("['A. Writer', 'B. Writer']")
    ('A. Writer, B. Writer', 'A. Writer, B. Writer')
    >>> as_text({"rendered": "Rain"}), as_text("NaN") is None
    ('Rain', True)
    """
    if isinstance(value, str):
        text = whole_characters(value).strip()
        if not text or (len(text) <= _LONGEST_NULL_WORD and text.casefold() in _NULL_WORDS):
            return None
        written = _written_value(text)
        return text if written is None else as_text(written, between)
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, bytes):
        return as_text(value.decode("utf-8", "replace"))
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return between.join(filter(None, (as_text(member) for member in value))) or None
    if isinstance(value, dict):
        return next(filter(None, (_name_in(value.get(key)) for key in _NAMING_KEYS)), None)
    return str(value)


def _name_in(value: object) -> str | None:
    return as_text(value) if isinstance(value, (str, dict)) else None


def is_named(value: object) -> bool:
    """Whether a value is an object that `as_text` finds a text in."""
    return isinstance(value, dict) and as_text(value) is not None


def _written_value(text: str) -> object | None:
    """The list or object that a text writes out; None for any other text, and for lists of anything but texts."""
    if text[0] + text[-1] not in ("[]", "{}"):
        return None
    if _SPACED_LIST.fullmatch(text):
        return [one or other for one, other in _IN_QUOTES.findall(text)]
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = _written_in_python(text)
    if isinstance(value, dict):
        return value if is_named(value) else None
    is_texts = isinstance(value, list) and all(isinstance(member, (str, dict)) for member in value)
    return value if is_texts else None


def _written_in_python(text: str) -> object | None:
    if len(text) > _MAX_WRITTEN_LIST:
        return None
    try:
        value: object = ast.literal_eval(text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None
    return value


def decoded(text: str) -> str:
    """Return `text` with HTML's names and numbers of characters as the characters, however often they were written.

    >>> decoded("Berg &amp; Sons&#8217; &amp;quot;boat&amp;quot;")
    'Berg & Sons’ "boat"'
    """
    for _ in range(_MAX_LAYERS):
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    return whole_characters(text)


def one_field(text: str) -> str:
    """Return a headline, a name or an address without markup.

    >>> one_field("Mayor: &quot;<b>Market</b> must close&quot;")
    'Mayor: "Market must close"'
    """
    return _INLINE_TAG.sub("", _LINE_TAG.sub(" ", decoded(text))).replace("\xa0", " ").strip()


def body_text(text: str) -> tuple[str, Markup]:
    r"""Return the text of an article as it was before other programs wrote it out, and how it is marked up.

    Escaped line breaks and characters are read. A text with HTML's blocks stays HTML, of any other the tags inside
    its lines are taken off and the names of characters are read.

    >>> body_text(r"It rained.\n\nThe council&#8217;s <b>vote</b> went on.")
    ('It rained.\n\nThe council’s vote went on.', 'text')
    >>> body_text("&lt;p&gt;It rained.&lt;/p&gt;")
    ('<p>It rained.</p>', 'html')
    """
    text = _without_escapes(text)
    if not holds_blocks(text) and _ESCAPED_TAG.search(text):
        text = decoded(text)
    if holds_blocks(text):
        return text, "html"
    return decoded(_INLINE_TAG.sub("", _LINE_TAG.sub("\n", text))), "text"


def _without_escapes(text: str) -> str:
    if "\\" not in text:
        return text
    if "\n" not in text and _SIGN_ENDS_SENTENCE.search(text):
        text = _LINE_SIGN.sub("\n", text).replace('\\"', '"').replace("\\t", " ")
    return whole_characters(_ESCAPED_CHARACTER.sub(lambda sign: chr(int(sign[1], 16)), text))
