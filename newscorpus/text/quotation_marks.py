"""Where quotation marks open and close, whatever marks a paper uses and however many it forgets.

The one reader of quotation marks: the share quoted, voices, attributions, shared passages and the page for reading all
stand on `find_quotations`.

Marks are told from apostrophes and paired by what stands on either side of them, never by their shape, so that a text
reads the same with typographic and with straight marks. What nothing on either side decides closes what is open and
opens what is not. Corner brackets alone, around which Chinese and Japanese put no spaces, are paired by their shape.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from newscorpus.text.words import word_set

DOUBLE_MARKS: Final = '"“”„‟«»＂〝〞'
SINGLE_MARKS: Final = "'‘’‚‛‹›＇"
INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Zero-width characters and marks of direction: they stand beside quotation marks and must not hide what is there."""
OPENS_BEHIND: Final = frozenset("([{—–-―/:…¿¡.,;\"'")  # characters beside white space that a mark may open behind
CLOSES_BEFORE: Final = frozenset(")]}—–-―/:…,.;!?\"'")
ENDS_SPEECH: Final = frozenset(".,!?…")  # a mark right behind one closes what is open, whatever follows: “Go.”She left
NEVER_FIRST: Final = frozenset(",.;:!?)]}")  # a quotation does not begin with one, an ellipsis aside
ELISIONS: Final = word_set("em tis twas til cause bout round n cuz nuff ere")  # 'em: no quotation opens here

_STRAIGHT: Final = str.maketrans(
    dict.fromkeys(DOUBLE_MARKS, '"') | dict.fromkeys(SINGLE_MARKS, "'") | dict.fromkeys(INVISIBLE, " ") | {"\xa0": " "}
)
_DOUBLED: Final = re.compile(r"''|``")  # two single marks typed for one double
_YEARS: Final = re.compile(r"\d\d(?:s|\b)")  # the '90s, the class of '72
_LINE_BREAK: Final = re.compile(r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_MARK: Final = re.compile("[\"']")
_CORNERS: Final = re.compile("「[^」]*」?|『[^』]*』?")  # Chinese and Japanese; the one kind holds the other
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included, inside one paragraph.

    `closed` is False when it ends with its paragraph for want of a mark; `continued` is True when the next paragraph
    opens with a mark and so goes on with it.
    """

    start: int
    end: int
    closed: bool = True
    continued: bool = False


def straighten(text: str) -> str:
    """`text` with every quotation mark straight, line breaks as newlines and invisible characters as spaces.

    One character stands for one, so offsets into the result are offsets into `text`.

    >>> straighten("‘No,’ she said. «Ça va»")
    '\\'No,\\' she said. "Ça va"'
    """
    straight = _LINE_BREAK.sub("\n", text.translate(_STRAIGHT))
    return _DOUBLED.sub(lambda pair: ' "' if straight[pair.end() : pair.end() + 1].isalnum() else '" ', straight)


def _sides(paragraph: str, at: int) -> tuple[bool, bool]:
    """Whether the mark at `at` may open a quotation, and whether it may close one."""
    before = paragraph[at - 1] if at else " "
    behind = paragraph[at + 1] if at + 1 < len(paragraph) else " "
    punctuation = behind in NEVER_FIRST and not paragraph.startswith("..", at + 1)
    may_open = not (behind.isspace() or punctuation) and (before.isspace() or before in OPENS_BEHIND)
    may_close = not before.isspace() and (behind.isspace() or behind in CLOSES_BEFORE)
    if may_open and may_close and before not in "—–-―(" and (at < 2 or not paragraph[at - 2].isspace()):
        may_open = before in OPENS_BEHIND and behind not in CLOSES_BEFORE
    return may_open, may_close


def _double_spans(paragraph: str, *, goes_on: bool) -> list[tuple[int, int, bool]]:
    """Stretches (start, end, closed) in double marks. A mark that opens inside an open stretch stays part of it.

    `goes_on`: the next paragraph opens with a mark, so that one here may well be left open.
    """
    spans: list[tuple[int, int, bool]] = []
    opened: int | None = None
    depth = 0
    marks = [m.start() for m in _MARK.finditer(paragraph) if m[0] == '"']
    sides = [_sides(paragraph, at) for at in marks]
    surplus = sum(o and not c for o, c in sides) - sum(c and not o for o, c in sides)
    left_open = surplus - goes_on
    for at, (may_open, may_close) in zip(marks, sides, strict=True):
        if opened is None:
            inches = at > 0 and paragraph[at - 1].isdigit()
            if not inches and (may_open or not may_close):
                opened, depth = at, 1
            continue
        if may_open and not may_close and paragraph[at - 1] not in ENDS_SPEECH:
            # Every mark that opens needs one that closes before nesting can be believed.
            depth += left_open <= 0
            continue
        depth -= 1
        if depth <= 0:
            spans.append((opened, at + 1, True))
            opened = None
    if opened is not None:
        spans.append((opened, len(paragraph.rstrip()), False))
    return spans


def _opens_single(paragraph: str, at: int) -> bool:
    before = paragraph[at - 1] if at else " "
    word = _WORD.match(paragraph, at + 1)
    if not (before.isspace() or before in '([{—–"') or word is None:
        return paragraph[at + 1 : at + 2] == '"' and before.isspace()
    return not _YEARS.match(word[0]) and word[0].lower() not in ELISIONS


def _closes_single(paragraph: str, at: int) -> bool:
    return not paragraph[at + 1 : at + 2].isalnum()


def _is_possessive(paragraph: str, at: int) -> bool:
    """Whether the mark at `at` looks like the apostrophe of "the voters' choice"."""
    return paragraph[at - 1] in "sxzSXZ" and paragraph[at + 1 : at + 2] == " " and paragraph[at + 2 : at + 3].islower()


def _single_spans(paragraph: str, *, goes_on: bool) -> list[tuple[int, int, bool]]:
    """Stretches in single marks that are surely closed, or left open because the next paragraph goes on with them; an
    apostrophe opens and closes nothing."""
    marks = [m.start() for m in _MARK.finditer(paragraph) if m[0] == "'"]
    spans: list[tuple[int, int, bool]] = []
    opened: int | None = None
    held: int | None = None  # a possible end that could be a possessive
    for at in marks:
        if opened is not None and _closes_single(paragraph, at):
            if _is_possessive(paragraph, at):
                held = at if held is None else held
                continue
            spans.append((opened, at + 1, True))
            opened = held = None
        elif _opens_single(paragraph, at):
            if opened is not None and held is not None:
                spans.append((opened, held + 1, True))
            opened, held = at, None
    if opened is not None and goes_on and not paragraph[:opened].strip():
        spans.append((opened, len(paragraph.rstrip()), False))
    elif opened is not None and held is not None:
        spans.append((opened, held + 1, True))
    return spans


def _corner_spans(paragraph: str) -> list[tuple[int, int, bool]]:
    return [(*match.span(), match[0][-1] in "」』") for match in _CORNERS.finditer(paragraph.rstrip())]


def _spans_of(paragraph: str, first_behind: str) -> list[tuple[int, int, bool]]:
    """The outermost stretches of a paragraph; `first_behind` is the first character of the next one."""
    doubles = _double_spans(paragraph, goes_on=first_behind == '"')
    singles = _single_spans(paragraph, goes_on=first_behind == "'")
    return _combined(_combined(doubles, singles), _corner_spans(paragraph))


def _combined(
    doubles: list[tuple[int, int, bool]], singles: list[tuple[int, int, bool]]
) -> list[tuple[int, int, bool]]:
    """Outermost stretches: a single one counts where it holds whole double ones or touches none."""
    kept: list[tuple[int, int, bool]] = []
    i = 0
    for single in singles:
        while i < len(doubles) and doubles[i][1] <= single[0]:
            kept.append(doubles[i])
            i += 1
        if i < len(doubles) and doubles[i][0] < single[0]:
            continue
        j = i
        while j < len(doubles) and doubles[j][0] < single[1]:
            j += 1
        if all(d[1] <= single[1] for d in doubles[i:j]):
            kept.append(single)
            i = j
    return kept + doubles[i:]


def find_quotations(text: str) -> list[Quotation]:
    """The outermost stretches of `text` in quotation marks, in order; [] where there are none.

    A quotation that is not closed ends with its paragraph (a line), and goes on when the next one opens with a mark.

    >>> text = '“It can’t last,” he said. “It won’t.'
    >>> [text[q.start:q.end] for q in find_quotations(text)]
    ['“It can’t last,”', '“It won’t.']
    """
    straight = straighten(text)
    paragraphs = [match for match in _PARAGRAPH.finditer(straight) if not match[0].isspace()]
    firsts = [match[0].lstrip()[0] for match in paragraphs]
    found: list[Quotation] = []
    for paragraph, first, first_behind in zip(paragraphs, firsts, [*firsts[1:], ""], strict=False):
        offset = paragraph.start()
        if found and not found[-1].closed and first in "\"'" and not straight[found[-1].end : offset].strip():
            found[-1] = replace(found[-1], continued=True)
        spans = _spans_of(paragraph[0], first_behind)
        found += [Quotation(offset + start, offset + end, closed) for start, end, closed in spans if end - start > 1]
    return found


def quotation_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of what `find_quotations` finds, marks included; [] where there are none.

    >>> quotation_spans('He said “no”. "Yes"')
    [(8, 12), (14, 19)]
    """
    return [(quotation.start, quotation.end) for quotation in find_quotations(text)]
