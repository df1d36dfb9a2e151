"""A statement of a story in figures: how it is told, by whom, and how each source tells it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Final, Literal

from newscorpus.compare.statements.figure_words import find_figures
from newscorpus.query.overlap.reuse import n_independent
from newscorpus.query.story.judgements import Row
from newscorpus.query.story.statements import TOLD, UNCOUNTED, reference_of
from newscorpus.query.story.texts import StoryTexts
from newscorpus.text.quotation_marks import quotation_spans

Match = Literal["conflicts", "reference", "verbatim", "trimmed", "reworded", "in shared", "in own", "other language"]
"""How a source tells a statement; "reference": in the wording that the others are compared with; "in shared" and "in
own": in passages that do not count; "other language": its articles were not compared with those that tell it."""
SHOWN_FIRST: Final[tuple[Match, ...]] = (
    *("conflicts", "reference", "verbatim", "trimmed", "reworded"),
    *("in shared", "in own", "other language"),
)
"""Which telling stands for a source that tells a statement in several articles."""
CLEAR: Final = TOLD - {"conflicts"}
MOSTLY_QUOTED: Final = 0.5  # share of its characters in quotation marks from which a telling is a quotation
WORDING_CHARACTERS: Final = 320  # of a row; the whole sentence stands in the panel


@dataclass(frozen=True, slots=True)
class Known:
    """What is asked of every telling of a story, looked up once.

    By article: `source_of`, `language_of`, and `marks`, the stretches between quotation marks. By source: `texts_of`
    and `languages`, those its articles have.
    """

    opened: StoryTexts
    source_of: dict[str, str]
    language_of: dict[str, str]
    marks: dict[str, list[tuple[int, int]]]
    texts_of: dict[str, set[str]]
    languages: dict[str, set[str]]


def look_up(opened: StoryTexts) -> Known:
    """What `row_of` and `cells_of` need to know of a story."""
    texts_of: defaultdict[str, set[str]] = defaultdict(set)
    languages: defaultdict[str, set[str]] = defaultdict(set)
    language_of = opened.language_of
    for row in opened.articles:
        texts_of[row["source"]].add(opened.text_of[row["article_id"]])
        languages[row["source"]].add(language_of[row["article_id"]])
    marks = {article: quotation_spans(text) for article, text in opened.texts.items()}
    return Known(opened, opened.source_of, language_of, marks, dict(texts_of), dict(languages))


def row_of(told: Sequence[Row], known: Known) -> Row:
    """A row of Matrix.rows, without its name and place."""
    counted = [telling for telling in told if telling["match"] not in UNCOUNTED]
    sure = [telling for telling in counted if telling["match"] in TOLD]
    reference = reference_of(told)
    wording = _written(reference, known.opened)
    speakers = Counter(speaker for telling in counted if (speaker := _said(telling, known.opened)["speaker"]))
    most_often = min(speakers, key=lambda speaker: (-speakers[speaker], speaker), default=None)
    said = all(_is_quoted(telling, known) for telling in sure)
    return {
        "kind": "quotation" if said else "fact",
        "wording": shorten(wording, WORDING_CHARACTERS, placeholder=" …"),
        "source": known.source_of[reference["article_id"]],
        "speaker": (_said(reference, known.opened)["speaker"] or most_often) if said else None,
        "has_figures": bool(find_figures(wording)),
        **_spread(told, known),
    }


def _spread(told: Sequence[Row], known: Known) -> Row:
    """How widely a statement is told, in sources and in independent texts. Of a source that tells it in passages that
    do not count, or writes in another language, nothing is said."""
    by_match: defaultdict[str, set[str]] = defaultdict(set)
    telling: defaultdict[str, set[str]] = defaultdict(set)
    for one in told:
        source = known.source_of[one["article_id"]]
        by_match[one["match"]].add(source)
        if one["match"] in TOLD:
            telling[source].add(known.opened.text_of[one["article_id"]])
    texts = set().union(*telling.values())
    silent = {*telling, *_in_other_language(told, known)}.union(*(by_match[match] for match in UNCOUNTED))
    without = {source: has - texts for source, has in known.texts_of.items() if source not in silent}
    return {
        "n_sources": len(telling),
        "n_texts": n_independent(telling),
        "n_texts_without": n_independent(without),
        "n_uncounted": len(set().union(*(by_match[match] for match in UNCOUNTED)) - telling.keys()),
        "n_conflicts": len(by_match["conflicts"]),
    }


def _in_other_language(told: Sequence[Row], known: Known) -> list[str]:
    spoken = {known.language_of[telling["article_id"]] for telling in told}
    return sorted(source for source, languages in known.languages.items() if not languages & spoken)


def _is_quoted(telling: Row, known: Known) -> bool:
    if telling.get("is_quotation"):
        return True
    start, end = telling["start"], telling["end"]
    marks = known.marks[telling["article_id"]]
    quoted = sum(max(0, min(end, closed) - max(start, opened)) for opened, closed in marks)
    return bool(quoted >= MOSTLY_QUOTED * (end - start))


def _said(telling: Row, opened: StoryTexts) -> Row:
    quoted = opened.quoted_by(telling["article_id"], telling["start"], telling["end"]) or {}
    return {"speaker": quoted.get("speaker"), "verb": quoted.get("verb")}


def _written(telling: Row, opened: StoryTexts) -> str:
    return " ".join(opened.texts[telling["article_id"]][telling["start"] : telling["end"]].split())


CELL: Final = ("article_id", "start", "end", "match", "evidence")


def cells_of(told: Sequence[Row], known: Known) -> list[Row]:
    """The rows of Matrix.cells of one statement, without its name: one a source that tells it, and one a source whose
    articles are in another language."""
    by_source: defaultdict[str, list[Row]] = defaultdict(list)
    for telling in told:
        by_source[known.source_of[telling["article_id"]]].append(telling)
    cells = []
    for source, tellings in sorted(by_source.items()):
        best = min(tellings, key=lambda t: (SHOWN_FIRST.index(t["match"]), t["article_id"], t["start"]))
        kept = {column: best[column] for column in CELL} | _said(best, known.opened)
        cells.append(kept | {"source": source, "n_tellings": len(tellings)})
    others = [{"source": source, "match": "other language"} for source in _in_other_language(told, known)]
    return [*cells, *others]
