"""Who tells what: the statements of one story, a row each, and how each source tells them, a cell each."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

import pyarrow as pa

from newscorpus.compare.numbers import find_numbers
from newscorpus.compare.words import quotation_spans
from newscorpus.query.connection import Reader
from newscorpus.query.judged import Judged, Row, laid_over
from newscorpus.query.selection import Selection
from newscorpus.query.story_texts import StoryTexts, open_story

Match = Literal["verbatim", "trimmed", "reworded", "possible", "conflicts"]
SHOWN_FIRST: Final[tuple[Match, ...]] = ("conflicts", "verbatim", "trimmed", "reworded", "possible")
"""Which telling stands for a source that tells a statement in several articles."""
TOLD: Final = frozenset(SHOWN_FIRST) - {"possible"}
CLEAR: Final = TOLD - {"conflicts"}
LEAST_WORDS_ALONE: Final = 4  # of a sentence found in one article only: shorter ones are crossheads and exclamations
LEAST_WORDS_CLEAR: Final = 8  # of the wording of a row: "The company denies this" says too little by itself
MOSTLY_QUOTED: Final = 0.5  # share of its characters in quotation marks from which a telling is a quotation
WORDING_CHARACTERS: Final = 320  # of a row; the whole sentence stands in the panel

Narrowing = Literal[
    "all", "quotations", "facts", "with figures", "told by all", "by all but one", "by one source only", "conflicts"
]
Order = Literal["most told first", "by speaker", "as first told"]

ROWS: Final = pa.schema(
    [
        ("row", pa.string()),
        ("kind", pa.string()),
        ("wording", pa.string()),
        ("speaker", pa.string()),
        ("n_texts", pa.int32()),
        ("n_sources", pa.int32()),
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
ALONE: Final = "Not found in any other article."


@dataclass(frozen=True, slots=True)
class Matrix:
    """The statements of one story by source.

    `rows`: row (its id), kind (quotation or fact), wording (the shortest clear one), speaker, n_texts (independent
    texts that tell it, possible ones not counted), n_sources, n_possible (sources that only possibly do), n_conflicts,
    has_figures, place (order of first telling). `cells`: a row each telling source of each statement.
    `articles`: the story's chosen articles; `sources`: those telling most statements first.
    """

    rows: pa.Table
    cells: pa.Table
    articles: pa.Table
    sources: tuple[str, ...]
    n_texts: int


def matrix(reader: Reader, selection: Selection, story: str, judged: tuple[Judged, ...] = ()) -> Matrix:
    """The statements of the story with that label, as far as its articles are chosen."""
    opened = open_story(reader, selection, story, judged)
    groups = groups_of(opened)
    order = {row["article_id"]: n for n, row in enumerate(opened.articles)}
    firsts = {name: min((order[t["article_id"]], t["start"]) for t in tellings) for name, tellings in groups.items()}
    by_place = sorted(groups, key=lambda name: (firsts[name], name))
    spans = {article: quotation_spans(text) for article, text in opened.texts.items()}
    rows, cells = [], []
    for place, name in enumerate(by_place):
        told = [_with_speaker(telling, opened) for telling in groups[name]]
        rows.append(_row(name, told, opened, spans) | {"place": place})
        cells += _cells(name, told, opened)
    counted = Counter(cell["source"] for cell in cells if cell["match"] in TOLD)
    sources = sorted({row["source"] for row in opened.articles}, key=lambda s: (-counted[s], s))
    columns = [name for name in opened.articles[0] if name != "story_id"] if opened.articles else []
    articles = pa.Table.from_pylist([{name: row[name] for name in columns} for row in opened.articles])
    n_texts = len(set(opened.text_of.values()))
    return Matrix(
        pa.Table.from_pylist(rows, ROWS), pa.Table.from_pylist(cells, CELLS), articles, tuple(sources), n_texts
    )


def groups_of(opened: StoryTexts) -> dict[str, list[Row]]:
    """Row of the matrix -> its tellings."""
    groups = laid_over(_folded(opened.tellings) | _told_once(opened, opened.tellings), opened.judged)
    told = [telling for tellings in groups.values() for telling in tellings]
    return groups | _told_once(opened, told)


def _folded(tellings: Iterable[Row]) -> dict[str, list[Row]]:
    """Tellings by statement. The statements that are one sentence and what is possibly like it become one, and join
    the statement under which that sentence stands for certain, if there is one."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for telling in tellings:
        groups[str(telling["statement"])].append(telling)
    sure = {name: [t for t in told if t["match"] in TOLD] for name, told in groups.items()}
    home = {_span(t): name for name in reversed(groups) if len(sure[name]) > 1 for t in sure[name]}
    folded: dict[str, list[Row]] = {}
    for name in sorted(groups, key=lambda name: (len(sure[name]) == 1, int(name))):
        told = groups[name]
        if len(sure[name]) == 1:
            into = home.setdefault(_span(sure[name][0]), name)
            known = {_span(t) for t in folded.get(into, [])}
            told, name = [t for t in told if _span(t) not in known], into
        folded.setdefault(name, []).extend(told)
    return folded


def _span(telling: Row) -> tuple[str, int, int]:
    return telling["article_id"], telling["start"], telling["end"]


def _told_once(opened: StoryTexts, tellings: Iterable[Row]) -> dict[str, list[Row]]:
    """The sentences that nothing in another article was put beside, each a statement of its own."""
    taken: defaultdict[str, set[int]] = defaultdict(set)
    for telling in tellings:
        inside = opened.within(telling["article_id"], telling["start"], telling["end"])
        taken[telling["article_id"]].update(row["sentence"] for row in inside)
    return {
        f"{article}-{row['sentence']}": [
            {"article_id": article, "start": row["start"], "end": row["end"], "match": "verbatim", "evidence": ALONE}
        ]
        for article, rows in opened.sentences.items()
        for row in rows
        if row["sentence"] not in taken[article] and row["n_words"] >= LEAST_WORDS_ALONE
    }


def _with_speaker(telling: Row, opened: StoryTexts) -> Row:
    quoted = opened.quoted_by(telling["article_id"], telling["start"], telling["end"]) or {}
    return telling | {"speaker": quoted.get("speaker"), "verb": quoted.get("verb")}


def _row(name: str, told: list[Row], opened: StoryTexts, spans: dict[str, list[tuple[int, int]]]) -> Row:
    source_of = opened.source_of
    sure = [telling for telling in told if telling["match"] in TOLD]
    clear = [telling for telling in told if telling["match"] in CLEAR] or told
    wording = _clearest([_written(telling, opened) for telling in clear])
    speakers = Counter(telling["speaker"] for telling in told if telling["speaker"])
    said = all(_is_quoted(telling, spans[telling["article_id"]]) for telling in sure)
    sources = {source_of[telling["article_id"]] for telling in sure}
    doubtful = {source_of[telling["article_id"]] for telling in told} - sources
    return {
        "row": name,
        "kind": "quotation" if said else "fact",
        "wording": wording[:WORDING_CHARACTERS],
        "speaker": min(speakers, key=lambda speaker: (-speakers[speaker], speaker)) if said and speakers else None,
        "n_texts": len({opened.text_of[telling["article_id"]] for telling in sure}),
        "n_sources": len(sources),
        "n_possible": len(doubtful),
        "n_conflicts": len({source_of[t["article_id"]] for t in told if t["match"] == "conflicts"}),
        "has_figures": bool(find_numbers(wording)),
    }


def _clearest(wordings: list[str]) -> str:
    """The shortest that says enough by itself; the longest where none does."""
    enough = [text for text in wordings if len(text.split()) >= LEAST_WORDS_CLEAR]
    return min(enough, key=lambda text: (len(text), text)) if enough else max(wordings, key=lambda t: (len(t), t))


def _is_quoted(telling: Row, spans: list[tuple[int, int]]) -> bool:
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


def narrowed(whole: Matrix, narrowing: Narrowing, order: Order = "most told first") -> list[dict[str, Any]]:
    """The rows that fit, in that order. Quotations go before facts that as many texts tell, a speaker's together."""
    n_all = len(whole.sources)
    rows = [row for row in whole.rows.to_pylist() if _fits(row, narrowing, n_all)]
    heard = Counter(row["speaker"] for row in rows if row["speaker"])
    return sorted(rows, key=lambda row: _sort_key(row, order, heard))


def _fits(row: Row, narrowing: Narrowing, n_all: int) -> bool:
    fitting: dict[Narrowing, bool] = {
        "all": True,
        "quotations": row["kind"] == "quotation",
        "facts": row["kind"] == "fact",
        "with figures": row["has_figures"],
        "told by all": row["n_sources"] == n_all > 1,
        "by all but one": row["n_sources"] == n_all - 1 > 0,
        "by one source only": row["n_sources"] == 1 and not row["n_possible"],
        "conflicts": row["n_conflicts"] > 0,
    }
    return fitting[narrowing]


def _sort_key(row: Row, order: Order, heard: Counter[str]) -> tuple[Any, ...]:
    speaker = row["speaker"] or ""
    said = (row["kind"] != "quotation", -heard[speaker], speaker)
    if order == "as first told":
        return (row["place"],)
    if order == "by speaker":
        return (*said, -row["n_texts"], row["place"])
    return (-row["n_texts"], -row["n_sources"], -row["n_possible"], *said, row["place"])


def not_found(rows: Iterable[Row], cells: Iterable[Row], sources: Iterable[str]) -> list[tuple[str, str]]:
    """The (row, source) pairs without a telling."""
    told = {(cell["row"], cell["source"]) for cell in cells}
    pairs = [(row["row"], source) for row in rows for source in sources]
    return [pair for pair in pairs if pair not in told]
