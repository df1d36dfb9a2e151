"""A file that is one page or one text, and a text in which heads of articles repeat: parted there, never fused."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from newscorpus.load.content import Content
from newscorpus.load.encodings import mended_file
from newscorpus.load.printable import one_line
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.tables.columns import role_of
from newscorpus.load.text_files import text_article, without_head
from newscorpus.values import RawArticle, Rejected

# A line that parts: signs only, or nothing but a number between signs.
_RULE: Final = re.compile(r"^[ \t]{0,9}(?:[-=_*#~]{5,}|\f)[ \t]{0,9}$", re.MULTILINE)
_LABELLED: Final = re.compile(r"^([A-Za-z][A-Za-z _-]{0,29}):(?!//)[ \t]{0,9}\S", re.MULTILINE)
# A line that counts records, or ends one. "Article 5" also heads a part of a law, so that alone parts nothing.
_COUNTED: Final = re.compile(
    r"^[ \t]{0,9}(Record|Document|Item|Doc|Dokument|Article|Artikel)(?: no\.?| number)?[ :#]{1,3}(\d{1,6})"
    r"(?: ?(?:of|von|de|/) ?\d{1,6})?[ \t]{0,9}$",
    re.MULTILINE | re.IGNORECASE,
)
_ENDED: Final = re.compile(
    r"^[ \t]{0,9}End of (?:Record|Article|Story|File|Text)[ \t]{0,9}$", re.MULTILINE | re.IGNORECASE
)
_OF_LAWS: Final = frozenset({"article", "artikel"})
_LABEL_CHARACTERS: Final = 200  # of a line, in which its label must stand
_FEWEST: Final = 2  # heads or marks that make a file one of several articles


def read_page(content: Content, layout: str) -> Iterator[RawArticle]:
    """Yield a page, or a piece of one, as it stands: its markup is for cleaning to read."""
    page = mended_file(content.text, content.decoded.note)
    yield RawArticle(content.name, 0, layout, "html", page.text, note=page.note)


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield a text or a Markdown file as one article; a text as several where a head of labelled lines repeats."""
    yield from articles_in(content.text, content.name, layout, content.decoded.note)


def articles_in(text: str, name: str, layout: str, note: str | None = None) -> Iterator[RawArticle | Rejected]:
    """Yield a text as one article; as several where a line that counts or ends records, or a labelled head, repeats.

    Raises SetAside where lines that count records repeat and do not say where each begins.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pieces = [text] if layout == "markdown" else _counted_pieces(text) or _pieces(text)
    for record, piece in enumerate(pieces):
        yield replace(text_article(piece, name, layout, note), record=record)


def is_labelled(line: str) -> bool:
    """Whether a line begins with a label that heads of articles have, as "Source: The Echo" does."""
    match = _LABELLED.match(line)
    return match is not None and role_of(match[1]) is not None


def _pieces(text: str) -> list[str]:
    """The parts of a text that each begin with a head of at least two labelled lines, the same label first."""
    starts = [start for start in _heads(text) if without_head(text[start:]).fields]
    if len(starts) < _FEWEST or text[: starts[0]].strip():
        return [text]
    ends = [*starts[1:], len(text)]
    return [_RULE.sub("", text[start:end]).strip() for start, end in zip(starts, ends, strict=True)]


def _heads(text: str) -> list[int]:
    """Where a labelled line stands that begins a head: at the top, or behind an empty line or a rule."""
    found: list[tuple[int, str]] = []
    end_of_head = -1
    for match in _LABELLED.finditer(text):
        role = role_of(match[1])
        if role is None or role == "text":
            continue
        line_end = text.find("\n", match.start()) + 1 or len(text)
        if match.start() != end_of_head and _begins_piece(text, match.start()) and _next_is_labelled(text, line_end):
            found.append((match.start(), match[1]))
        end_of_head = line_end
    counts = Counter(label for _, label in found)
    first = found[0][1] if found else ""
    return [start for start, label in found if label == first] if counts[first] >= _FEWEST else []


def _begins_piece(text: str, start: int) -> bool:
    before = text[max(0, start - 100) : start]
    last = before.rstrip(" \t\n\f").rpartition("\n")[2]
    return not before.strip() or before.endswith("\n\n") or _RULE.fullmatch(last) is not None or "\f" in before[-2:]


def _next_is_labelled(text: str, start: int) -> bool:
    return is_labelled(text[start : start + _LABEL_CHARACTERS])


def _counted_pieces(text: str) -> list[str]:
    """The parts of a text that a line counts or ends each; none where no such line repeats.

    Raises SetAside where such lines repeat and do not part the whole text.
    """
    ends = [*_ENDED.finditer(text)]
    if len(ends) >= _FEWEST:
        starts = [0, *(match.end() for match in ends)]
        pieces = [
            text[start:end].strip() for start, end in zip(starts, [*(m.start() for m in ends), len(text)], strict=True)
        ]
        return [piece for piece in pieces if piece]
    counts = [*_COUNTED.finditer(text)]
    if len(counts) < _FEWEST:
        return []
    bounds = [*(match.start() for match in counts[1:]), len(text)]
    pieces = [text[match.end() : end].strip() for match, end in zip(counts, bounds, strict=True)]
    whole = not text[: counts[0].start()].strip() and _in_order([int(match[2]) for match in counts])
    if counts[0][1].casefold() in _OF_LAWS:
        return pieces if whole and all(without_head(piece).fields for piece in pieces) else []
    if whole:
        return pieces
    raise SetAside(
        "unsupported",
        f"The line “{one_line(counts[0][0].strip())}” and others like it part it into several articles, in a layout "
        "that is not known. Save each as a file, or all as a table.",
    )


def _in_order(numbers: list[int]) -> bool:
    return all(later == earlier + 1 for earlier, later in pairwise(numbers))
