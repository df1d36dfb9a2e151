"""Bytes -> text: which encoding a file is in, and what of it could not be read."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

import ftfy
from charset_normalizer import from_bytes

from newscorpus.load.limits import MAX_UNREADABLE_SHARE
from newscorpus.load.setting_aside import SetAside

# Longest first: the mark of UTF-16 is the beginning of the mark of UTF-32.
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf_32"),
    (codecs.BOM_UTF32_BE, "utf_32"),
    (codecs.BOM_UTF8, "utf_8_sig"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
)
# What a page or a guess may name: encodings that text on the web and in office files is written in.
# Codecs that act on text (punycode, escapes) or hide markup (UTF-7) are not among them.
_TEXT_ENCODINGS: Final = (
    "utf_8 utf_16 utf_16_le utf_16_be cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp866 cp437 "
    "cp850 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_10 iso8859_13 iso8859_14 "
    "iso8859_15 iso8859_16 koi8_r koi8_u mac_roman mac_cyrillic gb18030 big5 big5hkscs cp932 euc_jp iso2022_jp cp949 "
    "johab hz"
)
# A declared name -> the larger encoding that browsers read it as.
_READ_AS: Final = {
    "ascii": "cp1252",
    "iso8859_1": "cp1252",
    "iso8859_9": "cp1254",
    "iso8859_11": "cp874",
    "tis_620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf_8_sig": "utf_8",
}
# What an undeclared file is guessed to be: the rarer sister encodings only draw guesses away from these.
_GUESSED_AMONG: Final = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 iso8859_2 iso8859_5 iso8859_7 koi8_r mac_roman "
    "gb18030 big5 cp932 euc_jp cp949"
)
_MOST_FREQUENT: Final = "cp1252"  # of undeclared files; it wins where the bytes decide nothing
_MAC: Final = "mac_roman"  # what Excel on a Mac writes as CSV
_ODD_SIGN: Final = re.compile(
    r"(?<=[a-zß-ÿ])[À-ÞŠŽŸŒ](?=[a-zß-ÿ]|\b)|(?<=[A-Za-z])[^\w\s\x00-\x7f’‘”“»«…–—·](?=[a-z])|\b[ÒÓÔÕ](?=[A-Z][a-z])"
    r"|[.,!?][ÒÓÔÕ](?!\w)|\ufffd"
)
"""Capitals and signs inside or behind small letters: what one of the two encodings makes of the other's letters."""
_SEVEN_BIT: Final = frozenset({"iso2022_jp", "hz"})  # decodes as UTF-8, but into nonsense
_NAMES_SHOWN: Final = {"cp1252": "Windows-1252", "utf_8": "UTF-8", "utf_16": "UTF-16", "utf_32": "UTF-32"}

_HEAD_BYTES: Final = 4_096  # a declaration must stand in the first 1,024 bytes of a page; some come later
_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z][A-Za-z0-9._:-]{1,30})")
_GUESS_BYTES: Final = 50_000  # enough to tell encodings apart, read in under a second
_FEW_FOREIGN_BYTES: Final = 24  # fewer bytes above 127 than this prove no encoding
_NUL_SHARE_OF_UTF16: Final = 0.3  # of every second byte; Latin text has above 0.9, other files below 0.1
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_CONTROLS: Final = [chr(c) for c in (*range(9), *range(14, 32), 127, *range(128, 160)) if chr(c) not in "\x1b\x85"]


MENDED: Final = "characters written twice over (â€™ for ’) were mended"
_TWO_FOREIGN: Final = re.compile(r"[^\x00-\x7f]{2}")  # text that was encoded twice has them side by side
_CLOSING_MARK: Final = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")  # of a closing mark the third sign is often lost


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what a reader should know of how it was read (None when it was plain UTF-8)."""

    text: str
    note: str | None = None


def decode(data: bytes) -> Decoded:
    """Return the text in `data`, without a byte-order mark.

    The order: byte-order mark, every second byte zero (UTF-16), bytes that decode as UTF-8, the declared encoding,
    the one charset-normalizer finds, Windows-1252. Raises SetAside("not_text") when more than
    MAX_UNREADABLE_SHARE of the characters cannot be read or shown.

    >>> decode("Café".encode("cp1252"))
    Decoded(text='Café', note='read as Windows-1252')
    """
    text, encoding = _strictly(data)
    n_replaced = 0
    if text is None:
        text = data.decode(encoding, "replace")
        n_replaced = text.count("\ufffd")
    text = whole_characters(text.removeprefix("\ufeff"))
    n_unshown = sum(text.count(control) for control in _CONTROLS)
    if n_replaced + n_unshown > MAX_UNREADABLE_SHARE * len(text):
        raise SetAside("not_text", f"{n_replaced + n_unshown:,} of {len(text):,} characters cannot be read as text")
    return Decoded(text, _note(encoding, n_replaced))


def whole_characters(text: str) -> str:
    r"""Return `text` with halves of surrogate pairs joined, or replaced by U+FFFD where the other half is missing.

    >>> whole_characters("\ud83d\ude00 \ud800")
    '😀 �'
    """
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def mended(text: str) -> str:
    """Return `text` with UTF-8 that was read as another encoding put right, as ftfy finds it; else `text` itself.

    >>> mended("Theyâ€™d saved the cafÃ©."), mended("Das Café öffnet.")
    ('They’d saved the café.', 'Das Café öffnet.')
    """
    if not _TWO_FOREIGN.search(text):
        return text
    right = ftfy.fix_encoding(text)
    return text if right == text else _CLOSING_MARK.sub("”", right)


def mended_file(text: str, note: str | None) -> Decoded:
    """Return the text of a file as `mended` gives it, and its note, completed where that changed something."""
    right = mended(text)
    return Decoded(right, note if right == text else "; ".join(filter(None, (note, MENDED))))


def _strictly(data: bytes) -> tuple[str | None, str]:
    """Return the text and its encoding; None for the text when it can only be read with replacements."""
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None) or _utf16_by_zeros(data)
    if marked:
        return _attempt(data, marked), marked
    declared = _declared(data)
    if declared in _SEVEN_BIT:
        return _attempt(data, declared), declared
    # Before the declaration: bytes that decode as UTF-8 are UTF-8, while declarations outlive re-encoding.
    text = _attempt(data, "utf_8")
    if text is not None or _mostly_utf8(data):
        return text, "utf_8"
    for encoding in (declared, _guessed(data) or _of_western_office(data)):
        if encoding and (text := _attempt(data, encoding)) is not None:
            return text, encoding
    return _attempt(data, _MOST_FREQUENT), _MOST_FREQUENT


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _utf16_by_zeros(data: bytes) -> str | None:
    even, odd = data[:_HEAD_BYTES:2], data[1:_HEAD_BYTES:2]
    if not odd:
        return None
    share_even, share_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if share_odd > _NUL_SHARE_OF_UTF16 > 3 * share_even:
        return "utf_16_le"
    if share_even > _NUL_SHARE_OF_UTF16 > 3 * share_odd:
        return "utf_16_be"
    return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD_BYTES])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name.replace("-", "_")
    except LookupError:
        return None
    name = _READ_AS.get(name, name)
    return name if name in _TEXT_ENCODINGS.split() else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters outside ASCII decode as UTF-8 than not: a UTF-8 file with a few foreign bytes."""
    text = data.decode("utf_8", "replace")
    n_replaced = text.count("\ufffd")
    n_foreign = len(text) - sum(map(text.count, map(chr, range(128)))) - n_replaced
    return n_foreign > n_replaced


def _guessed(data: bytes) -> str | None:
    sample = data[:_GUESS_BYTES]
    if len(sample) - len(sample.translate(None, bytes(range(128, 256)))) < _FEW_FOREIGN_BYTES:
        return None
    found = from_bytes(sample, cp_isolation=_GUESSED_AMONG.split(), enable_fallback=False)
    best = found.best()
    if best is None:
        return None
    tied = {match.encoding for match in found if (match.chaos, match.coherence) == (best.chaos, best.coherence)}
    if tied & {_MOST_FREQUENT} or _MOST_FREQUENT in best.could_be_from_charset:
        return None
    return best.encoding


def _of_western_office(data: bytes) -> str:
    """Windows-1252, or Mac Roman where that leaves fewer signs in places where no word or sentence has them."""
    sample = data[:_GUESS_BYTES]
    n_odd = {name: len(_ODD_SIGN.findall(sample.decode(name, "replace"))) for name in (_MOST_FREQUENT, _MAC)}
    return min(n_odd, key=lambda name: n_odd[name])


def _note(encoding: str, n_replaced: int) -> str | None:
    parts = []
    if encoding not in ("utf_8", "utf_8_sig"):
        parts.append(f"read as {_NAMES_SHOWN.get(encoding, encoding.replace('_', '-'))}")
    if n_replaced:
        parts.append(f"{n_replaced:,} character{'s' * (n_replaced > 1)} could not be read")
    return "; ".join(parts) or None
