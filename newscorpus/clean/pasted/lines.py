"""Plain text as lines: tidied at the border, each line measured by its shape alone.

At the border line ends become a line feed, every kind of blank becomes a space, letters are composed (NFC), and
zero-width, control and direction characters are dropped. Those characters are the only thing dropped without a removal.
Half of a surrogate pair, which no file can hold, becomes U+FFFD.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from newscorpus.text.language import language

N_PROSE_WORDS: Final = 8
"""Words from which a line that ends like a sentence counts as prose: teasers and buttons that do are shorter."""
N_LONG_PROSE_WORDS: Final = 25
"""Words from which a line counts as prose without an end mark: no menu entry or headline is that long."""
MAX_CAPITALISED_SHARE: Final = 0.55
"""Share of capitalised words above which a line without an end mark is a run of names or menu entries, not prose."""
MIN_COLUMN: Final = 50
"""Characters of the narrowest column text is wrapped at; shorter lines are lists and verse."""
MAX_COLUMN: Final = 100
"""Characters of the widest."""
MAX_RAGGED: Final = 20
"""Characters by which the lines of one wrapped block differ: the longest word that did not fit."""

_DROPPED: Final = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_LIGATURES: Final = {0xFB00 + n: letters for n, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
"""Printers' signs for two letters, as they come out of a PDF."""
_SOFT_HYPHEN: Final = re.compile("\u00ad[ \t]{0,3}\r?\n[ \t]{0,20}")
_HYPHENATED: Final = re.compile(r"(?P<begun>[^\W\d_]+)[-‐]$")
_JOINS_PREFIXES: Final = frozenset(
    {"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of", "och", "og"}
)
"""Words behind a hyphen that is not at a line's end by chance: "pre- and post-war"."""
_WITH_WORD_LIST: Final = frozenset({"en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "pl", "cs", "ru", "uk", "tr"})
_GOES_ON: Final = re.compile(r"[^\W\d_]+")
_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")
_LINE_END: Final = re.compile("\r\n?|[\v\f\u001c-\u001e\u0085\u2028\u2029]")
_BLANK: Final = re.compile("[\t\u001f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# How long a line looks, not what a word is: the borders above were measured by it.
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:['’][^\W_]+)*")
_IDEOGRAPH: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？।؟]['\"’”»)\]」』\s]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty. `starts_block`: an empty line, or nothing, stands above it."""

    text: str
    starts_block: bool
    n_words: int
    ends_sentence: bool
    share_capitalised: float

    @property
    def is_prose(self) -> bool:
        """Whether the line reads like a sentence or more, by its length and its end."""
        if self.ends_sentence:
            return self.n_words >= N_PROSE_WORDS
        return self.n_words >= N_LONG_PROSE_WORDS and self.share_capitalised <= MAX_CAPITALISED_SHARE


def tidy(text: str) -> str:
    """Return `text` as cleaning reads it; see the module's first lines for what is folded and dropped.

    >>> tidy("One\\u200b\\r\\ntwo\\u00a0three")
    'One\\ntwo three'
    """
    whole = _SOFT_HYPHEN.sub("", _HALF_PAIR.sub("\ufffd", text)).translate(_LIGATURES)
    return unicodedata.normalize("NFC", _DROPPED.sub("", _BLANK.sub(" ", _LINE_END.sub("\n", whole))))


def _measured(text: str, *, starts_block: bool) -> Line:
    words = _WORD.findall(text)
    # Two characters of Chinese or Japanese stand for about one word.
    n_words = len(words) - sum(1 for w in words if _IDEOGRAPH.match(w)) // 2
    capitalised = sum(1 for w in words if w[0].isupper() or w[0].isdigit())
    return Line(text, starts_block, n_words, bool(_SENTENCE_END.search(text[-40:])), capitalised / max(1, len(words)))


def read_lines(tidied: str) -> list[Line]:
    """Return the lines of a tidied text that are not empty, in order."""
    lines: list[Line] = []
    after_blank = True
    for raw in tidied.split("\n"):
        if text := raw.strip():
            lines.append(_measured(text, starts_block=after_blank))
        after_blank = not text
    return lines


def unwrap(lines: list[Line]) -> list[Line]:
    """Return the lines with each block that was wrapped at a column joined to one line again.

    A block is wrapped when all its lines but the last are of about one column's length and most lines go on in lower
    case: lists and verse are not.

    >>> wrapped = "The harbour of Lindau will stay closed\\nuntil the weekend, the council said on\\ntuesday."
    >>> [line.text[-20:] for line in unwrap(read_lines(wrapped))]
    ['cil said on tuesday.']
    """
    blocks: list[list[Line]] = []
    for line in lines:
        if line.starts_block or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    joined: list[Line] = []
    for block in blocks:
        if _is_wrapped(block):
            joined.append(_measured(_one_line(block), starts_block=block[0].starts_block))
        else:
            joined += block
    return joined


def _one_line(block: list[Line]) -> str:
    r"""The lines of a wrapped block as one, words that were parted at a line's end whole again.

    >>> _one_line(read_lines("They met in the even-\ning in the second-\nlargest hall, pre-\nand post-war."))
    'They met in the evening in the second-largest hall, pre- and post-war.'
    """
    text = block[0].text
    written_in = language(" ".join(line.text for line in block))
    for line in block[1:]:
        begun, goes_on = _HYPHENATED.search(text), _GOES_ON.match(line.text)
        if not begun or not goes_on or not goes_on[0][0].islower() or goes_on[0] in _JOINS_PREFIXES:
            text += f" {line.text}"
        elif _is_compound(begun["begun"], goes_on[0], written_in):
            text += line.text
        else:
            text = text[:-1] + line.text
    return text


def _is_compound(begun: str, goes_on: str, code: str) -> bool:
    """Whether a hyphen at a line's end belongs to the word: only its parts are words of the language, not the whole."""
    if code not in _WITH_WORD_LIST:
        return False
    from simplemma import is_known  # 40 MB with its English words, which only a hyphen at a line's end needs

    whole, first, second = ((begun + goes_on).lower(), begun.lower(), goes_on.lower())
    return not is_known(whole, code) and is_known(first, code) and is_known(second, code)


def _is_wrapped(block: list[Line]) -> bool:
    lengths = [len(line.text) for line in block[:-1]]
    if not lengths or min(lengths) < MIN_COLUMN - MAX_RAGGED or max(lengths) > MAX_COLUMN:
        return False
    n_going_on = sum(line.text[0].islower() for line in block[1:])
    return max(lengths) - min(lengths) <= MAX_RAGGED and n_going_on > len(lengths) / 2


def line_ends(lines: list[Line]) -> list[int]:
    """Return the offset behind the last character of each line in `join_lines(lines)`."""
    ends: list[int] = []
    end = 0
    for line in lines:
        end += len(line.text) + (0 if not ends else len("\n\n") if line.starts_block else len("\n"))
        ends.append(end)
    return ends


def join_lines(lines: list[Line]) -> str:
    """Return the lines as text: blocks parted by an empty line, lines of one block by a line feed."""
    parts = [("\n\n" if line.starts_block else "\n") + line.text for line in lines]
    return "".join(parts).lstrip("\n")
