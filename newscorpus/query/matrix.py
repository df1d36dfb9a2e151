"""Who tells what: the statements of one story, a row each, and how each source tells them, a cell each."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final, Literal

import pyarrow as pa

from newscorpus.compare.numbers import find_numbers
from newscorpus.compare.words import quotation_spans
from newscorpus.query.connection import Reader
from newscorpus.query.judged import Judged, Row
from newscorpus.query.reuse import n_independent
from newscorpus.query.selection import Selection
from newscorpus.query.statement_groups import TOLD, groups_of
from newscorpus.query.story_texts import StoryTexts, open_story

Match = Literal["verbatim", "trimmed", "reworded", "possible", "conflicts"]
SHOWN_FIRST: Final[tuple[Match, ...]] = ("conflicts", "verbatim", "trimmed", "reworded", "possible")
"""Which telling stands for a source that tells a statement in several articles."""
CLEAR: Final = TOLD - {"conflicts"}
LEAST_WORDS_CLEAR: Final = 8  # of the wording of a row: "The company denies this" says too little by itself
MOSTLY_QUOTED: Final = 0.5  # share of its characters in quotation marks from which a telling is a quotation
WORDING_CHARACTERS: Final = 320  # of a row; the whole sentence stands in the panel

ROWS: Final = pa.schema(
    [
        ("row", pa.string()),
        ("kind", pa.string()),
        ("wording", pa.string()),
        ("speaker", pa.string()),
        ("n_texts", pa.int32()),
        ("n_sources", pa.int32()),
        ("n_texts_without", pa.int32()),
        ("n_possible", pa.int32()),
        ("n_conflicts", pa.int32()),
        ("has_figures", pa.bool_()),
        ("place", pa.int32()),
    ]
)
CELLS: Final = pa.schema(
    [
        ("row", pa.string()),
        ("source", pa.string()),
        ("article_id", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("match", pa.string()),
        ("evidence", pa.string()),
        ("speaker", pa.string()),
        ("verb", pa.string()),
        ("n_tellings", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The statements of one story by source.

    `rows`: row (its id), kind (quotation or fact), wording (the shortest clear one), speaker, n_sources that tell it
    (possible ones not counted), n_texts (how many of these are independent: sources that have one text are one),
    n_texts_without (independent texts of other sources in which it was not found), n_possible (sources that only
    possibly tell it), n_conflicts, has_figures, place (order of first telling). `cells`: a row each telling source of
    each statement. `articles`: the story's chosen articles; `sources`: those telling most statements first; `n_texts`:
    independent texts among the articles; `waiting`: articles moved here that no build has compared, in nothing else.
    """

    rows: pa.Table
    cells: pa.Table
    articles: pa.Table
    sources: tuple[str, ...]
    n_texts: int
    waiting: tuple[Row, ...] = ()


def matrix(reader: Reader, selection: Selection, story: str, judged: tuple[Judged, ...] = ()) -> Matrix:
    """The statements of the story with that label, as far as its articles are chosen."""
    opened = open_story(reader, selection, story, judged)
    groups = groups_of(opened)
    order = {row["article_id"]: n for n, row in enumerate(opened.articles)}
    firsts = {name: min((order[t["article_id"]], t["start"]) for t in tellings) for name, tellings in groups.items()}
    by_place = sorted(groups, key=lambda name: (firsts[name], name))
    spans = {article: quotation_spans(text) for article, text in opened.texts.items()}
    texts_of = _texts_of_sources(opened)
    rows, cells = [], []
    for place, name in enumerate(by_place):
        told = [_with_speaker(telling, opened) for telling in groups[name]]
        rows.append(_row(name, told, opened, spans) | _spread(told, opened, texts_of) | {"place": place})
        cells += _cells(name, told, opened)
    counted = Counter(cell["source"] for cell in cells if cell["match"] in TOLD)
    sources = sorted({row["source"] for row in opened.articles}, key=lambda s: (-counted[s], s))
    columns = [name for name in opened.articles[0] if not name.endswith("story_id")] if opened.articles else []
    return Matrix(
        pa.Table.from_pylist(rows, ROWS),
        pa.Table.from_pylist(cells, CELLS),
        pa.Table.from_pylist([{name: row[name] for name in columns} for row in opened.articles]),
        tuple(sources),
        len(set(opened.text_of.values())),
        opened.waiting,
    )


def _with_speaker(telling: Row, opened: StoryTexts) -> Row:
    quoted = opened.quoted_by(telling["article_id"], telling["start"], telling["end"]) or {}
    return telling | {"speaker": quoted.get("speaker"), "verb": quoted.get("verb")}


def _row(name: str, told: list[Row], opened: StoryTexts, spans: dict[str, list[tuple[int, int]]]) -> Row:
    sure = [telling for telling in told if telling["match"] in TOLD]
    clear = [telling for telling in told if telling["match"] in CLEAR] or told
    wording = _clearest([_written(telling, opened) for telling in clear])
    speakers = Counter(telling["speaker"] for telling in told if telling["speaker"])
    said = all(_is_quoted(telling, spans[telling["article_id"]]) for telling in sure)
    return {
        "row": name,
        "kind": "quotation" if said else "fact",
        "wording": wording[:WORDING_CHARACTERS],
        "speaker": min(speakers, key=lambda speaker: (-speakers[speaker], speaker)) if said and speakers else None,
        "has_figures": bool(find_numbers(wording)),
    }


def _texts_of_sources(opened: StoryTexts) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in opened.articles:
        found[row["source"]].add(opened.text_of[row["article_id"]])
    return found


def _spread(told: list[Row], opened: StoryTexts, texts_of: dict[str, set[str]]) -> Row:
    """How widely a statement is told, in sources and in independent texts."""
    telling: defaultdict[str, set[str]] = defaultdict(set)
    for one in told:
        if one["match"] in TOLD:
            telling[opened.source_of[one["article_id"]]].add(opened.text_of[one["article_id"]])
    texts = set().union(*telling.values())
    without = {source: has - texts for source, has in texts_of.items() if source not in telling}
    return {
        "n_sources": len(telling),
        "n_texts": n_independent(telling),
        "n_texts_without": n_independent(without),
        "n_possible": len({opened.source_of[t["article_id"]] for t in told} - telling.keys()),
        "n_conflicts": len({opened.source_of[t["article_id"]] for t in told if t["match"] == "conflicts"}),
    }


def _clearest(wordings: list[str]) -> str:
    """The shortest that says enough by itself; the longest where none does."""
    enough = [text for text in wordings if len(text.split()) >= LEAST_WORDS_CLEAR]
    return min(enough, key=lambda text: (len(text), text)) if enough else max(wordings, key=lambda t: (len(t), t))


def _is_quoted(telling: Row, spans: list[tuple[int, int]]) -> bool:
    if telling.get("is_quotation"):
        return True
    start, end = telling["start"], telling["end"]
    quoted = sum(max(0, min(end, closed) - max(start, opened)) for opened, closed in spans)
    return bool(quoted >= MOSTLY_QUOTED * (end - start))


def _written(telling: Row, opened: StoryTexts) -> str:
    return " ".join(opened.texts[telling["article_id"]][telling["start"] : telling["end"]].split())


def _cells(name: str, told: list[Row], opened: StoryTexts) -> list[Row]:
    by_source: defaultdict[str, list[Row]] = defaultdict(list)
    for telling in told:
        by_source[opened.source_of[telling["article_id"]]].append(telling)
    cells = []
    for source, tellings in sorted(by_source.items()):
        best = min(tellings, key=lambda t: (SHOWN_FIRST.index(t["match"]), t["article_id"], t["start"]))
        kept = {column: best[column] for column in CELLS.names if column in best}
        cells.append(kept | {"row": name, "source": source, "n_tellings": len(tellings)})
    return cells
