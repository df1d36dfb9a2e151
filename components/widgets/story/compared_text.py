"""Wordings beside each other as HTML: what was cut is struck through and bracketed, what was added is underlined.

Text is escaped; nothing but <span>, <del>, <ins> and <div> is added.
"""

import html
from collections.abc import Iterable
from typing import Final

from newscorpus.query.story.wording import Piece

COMPARED_STYLE: Final = """<style>
.told { font-family: Georgia, 'Times New Roman', serif; font-size: 1.04rem; line-height: 1.7; max-width: 42rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.told .around { opacity: .72; font-size: .95rem; }
.told .unit { border-left: 3px solid #2B8CC4; padding-left: .6rem; margin: .35rem 0; display: block; }
.told ins { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em;
  background: rgba(0, 163, 122, .16); }
.told del { text-decoration: line-through; background: rgba(213, 94, 0, .14); }
.told .shared { border-bottom: 2px dotted; font-weight: 600; }
.told mark { background: rgba(213, 94, 0, .16); color: inherit; border: 1px solid #D55E00; border-radius: 3px;
  padding: 0 .2rem; font-weight: 700; }
</style>"""
LEGEND: Final = "<ins>underlined</ins>: only here · <del>[struck through, in brackets]</del>: in the other and not here"
LEGEND_OF_FIGURES: Final = "<mark>framed</mark>: the figures that differ"
LEGEND_OF_COMMON: Final = '<span class="shared">dotted</span>: content words both have'


def changed(pieces: Iterable[Piece]) -> str:
    """HTML of a wording as a change of another.

    >>> changed([Piece("same", "He"), Piece("cut", "<b>"), Piece("added", " no")])
    'He <del>[&lt;b&gt;]</del> <ins>no</ins>'
    """
    marked = {"same": "{}", "added": "<ins>{}</ins>", "cut": "<del>[{}]</del>"}
    shown = ""
    for piece in pieces:
        text = piece.text.strip()
        if text:
            parted = shown and (piece.text[:1].isspace() or piece.change == "cut" or shown.endswith("</del>"))
            shown += (" " if parted else "") + marked[piece.change].format(html.escape(text))
    return shown


def in_common(pieces: Iterable[Piece], place: tuple[int, int] = (0, 0)) -> str:
    """HTML of a wording with the words that the other has too, and framed what stands at `place` (start, end) in it.

    >>> in_common([Piece("same", "Two"), Piece("added", " died.")], (0, 3))
    '<mark>Two</mark> died.'
    """
    before, inside, behind, at = "", "", "", 0
    for piece in pieces:
        first, last = (min(max(offset - at, 0), len(piece.text)) for offset in place)
        before += _common(piece, piece.text[:first])
        inside += html.escape(piece.text[first:last])
        behind += _common(piece, piece.text[last:])
        at += len(piece.text)
    return before + (f"<mark>{inside}</mark>" if inside else "") + behind


def _common(piece: Piece, text: str) -> str:
    shown = html.escape(text)
    return f'<span class="shared">{shown}</span>' if text and piece.change == "same" else shown


def framed(text: str, start: int, end: int) -> str:
    """HTML of a text with one stretch of it framed.

    >>> framed("Two died.", 0, 3)
    '<mark>Two</mark> died.'
    """
    return f"{html.escape(text[:start])}<mark>{html.escape(text[start:end])}</mark>{html.escape(text[end:])}"


def told(before: str, unit: str, after: str) -> str:
    """HTML of a telling between the sentences around it. `unit` is HTML, the others are text."""
    around = [f'<span class="around">{html.escape(" ".join(text.split()))}</span>' for text in (before, after)]
    return f'{COMPARED_STYLE}<div class="told">{around[0]}<span class="unit">{unit}</span>{around[1]}</div>'


def legend(words: str) -> str:
    """HTML of one line that says what the marks mean. `words` is HTML of ours."""
    return f'{COMPARED_STYLE}<div class="told" style="font-size:.85rem">{words}</div>'
