"""A stretch of an article with the sentences around it, to be judged or read by itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection

N_BEFORE: Final = 2  # sentences: who "he" is stands mostly in the last two
N_AFTER: Final = 1
MAX_AROUND_CHARACTERS: Final = 900  # on each side; text without full stops would fill the page
MAX_FOCUS_CHARACTERS: Final = 2_500  # a quotation over several paragraphs

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class InContext:
    """Text around a place: `focus` is the stretch itself (or its sentences), `marks` spans inside, all in `text`."""

    article_id: str
    source: str
    title: str | None
    day: date | None
    text: str
    focus: Span
    marks: tuple[Span, ...]


HEAD: Final = "SELECT source_label AS source, title, day FROM chosen"


def in_context(
    reader: Reader, _selection: Selection, place: tuple[str, int, int], marks: tuple[Span, ...] = ()
) -> InContext | None:
    """The stretch `place` between N_BEFORE sentences and N_AFTER; None where the store has no such article or place.

    With `marks` the focus is the whole sentences that hold the place.
    """
    article_id, start, end = place
    here = Selection(article_ids=(article_id,))
    known = ask(reader, here, HEAD).to_pylist()
    texts = _rows(reader, "texts", article_id, ["text"])
    if not known or not texts or not 0 <= start < end <= len(texts[0]["text"]):
        return None
    text = texts[0]["text"]
    sentences = sorted(_rows(reader, "sentences", article_id, ["start", "end"]), key=itemgetter("start"))
    first, last = _held_by(sentences, start, end)
    if marks and first < last:
        start, end = min(start, sentences[first]["start"]), max(end, sentences[last - 1]["end"])
    end = min(end, start + MAX_FOCUS_CHARACTERS)
    around = sentences[max(0, first - N_BEFORE) : last + N_AFTER]
    opens = max(min([start, *(row["start"] for row in around)]), start - MAX_AROUND_CHARACTERS)
    closes = min(max([end, *(row["end"] for row in around)]), end + MAX_AROUND_CHARACTERS)
    shown = tuple((max(a, opens) - opens, min(b, closes) - opens) for a, b in marks if a < closes and b > opens)
    return InContext(article_id, **known[0], text=text[opens:closes], focus=(start - opens, end - opens), marks=shown)


def _held_by(sentences: Sequence[dict[str, Any]], start: int, end: int) -> tuple[int, int]:
    """From which to before which sentence a stretch reaches."""
    first = bisect_right(sentences, start, key=itemgetter("end"))
    return first, max(first, bisect_left(sentences, end, key=itemgetter("start")))


def _rows(reader: Reader, table: str, article_id: str, columns: list[str]) -> list[dict[str, Any]]:
    found = reader.store.dataset(table).to_table(columns, filter=pc.field("article_id") == article_id)
    return found.to_pylist()  # type: ignore[no-any-return]


def written(
    reader: Reader, _selection: Selection, places: tuple[tuple[str, int, int], ...]
) -> dict[tuple[str, int, int], str]:
    """Place -> its text, for places the store has."""
    ids = list({article_id for article_id, _, _ in places})
    wanted = pc.field("article_id").isin(pa.array(ids, pa.string()))
    rows = reader.store.dataset("texts").to_table(["article_id", "text"], filter=wanted).to_pylist()
    texts = {row["article_id"]: row["text"] for row in rows}
    return {(a, start, end): texts[a][start:end] for a, start, end in places if a in texts}
