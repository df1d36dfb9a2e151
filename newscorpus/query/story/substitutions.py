"""The same thing under other words: what stands in one telling where another word stands in the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

import pyarrow as pa

from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.judgements import Judged, Row
from newscorpus.query.story.matrix_rows import CLEAR
from newscorpus.query.story.statements import groups_of
from newscorpus.query.story.texts import StoryTexts, open_story
from newscorpus.query.story.wording import replaced
from newscorpus.text.content_words import content_key, word_parts
from newscorpus.text.quotation_marks import DOUBLE_MARKS

LONGEST: Final = 4  # words of a substitution: longer ones are two ways to build a sentence, not two words for a thing
TELLINGS_PAIRED: Final = 6  # texts of a statement: bounds the work in a story of hundreds of articles
N_SHOWN: Final = 200
PARTS_CLAUSES: Final = frozenset(",;:()–—") | frozenset(DOUBLE_MARKS)  # words on both sides of one are no expression

SCHEMA: Final = pa.schema(
    [
        ("words_a", pa.string()),
        ("words_b", pa.string()),
        ("n_statements", pa.int32()),
        ("sources_a", pa.list_(pa.string())),
        ("sources_b", pa.list_(pa.string())),
        ("example_a", pa.string()),
        ("example_b", pa.string()),
    ]
)


@dataclass(slots=True)
class _Found:
    """A pair of wordings while it is counted."""

    shown: tuple[str, str]
    examples: tuple[str, str]
    statements: set[str] = field(default_factory=set)
    sources: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))


def substitutions(reader: Reader, selection: Selection, story: str, judged: tuple[Judged, ...] = ()) -> pa.Table:
    """Words that stand for each other in aligned statements of a story, those of most statements first.

    A row a pair: words_a and words_b as first written, n_statements in which one stands where the other does, the
    sources on each side, and an example. Only statements told for certain, only between tellings close enough to be
    read as changes of each other, and only words with the same words before and behind. Spelling is no substitution.
    """
    opened = open_story(reader, selection, story, judged)
    found: dict[tuple[str, str], _Found] = {}
    for name, tellings in groups_of(opened).items():
        for a, b in _pairs(opened, tellings):
            _count(found, name, opened, a, b)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1].statements), item[0]))[:N_SHOWN]
    return pa.Table.from_pylist([_row(one) for _, one in ordered], SCHEMA)


def _pairs(opened: StoryTexts, tellings: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Tellings of two sources, one of each text, in the order of the alphabet of their sources."""
    of_text: dict[str, Row] = {}
    for telling in tellings:
        if telling["match"] in CLEAR:
            of_text.setdefault(opened.text_of[telling["article_id"]], telling)
    kept = sorted(of_text.values(), key=lambda t: (opened.source_of[t["article_id"]], t["article_id"]))
    for a, b in combinations(kept[:TELLINGS_PAIRED], 2):
        if opened.source_of[a["article_id"]] != opened.source_of[b["article_id"]]:
            yield a, b


def _count(found: dict[tuple[str, str], _Found], name: str, opened: StoryTexts, a: Row, b: Row) -> None:
    here, there = (opened.texts[t["article_id"]][t["start"] : t["end"]] for t in (a, b))
    sources = [opened.source_of[t["article_id"]] for t in (a, b)]
    for ours, theirs in replaced(here, there, LONGEST):
        keys = tuple(" ".join(key for w in word_parts(text) if (key := content_key(w.key))) for text in (ours, theirs))
        if not all(keys) or keys[0] == keys[1] or PARTS_CLAUSES & {*ours, *theirs}:
            continue
        turn = 1 if keys[0] < keys[1] else -1
        pair = (min(keys), max(keys))
        one = found.setdefault(pair, _Found((ours, theirs)[::turn], (here, there)[::turn]))  # type: ignore[arg-type]
        one.statements.add(name)
        for side, source in zip(one.sources, sources[::turn], strict=True):
            side.add(source)


def _row(one: _Found) -> Row:
    return {
        "words_a": one.shown[0],
        "words_b": one.shown[1],
        "n_statements": len(one.statements),
        "sources_a": sorted(one.sources[0]),
        "sources_b": sorted(one.sources[1]),
        "example_a": " ".join(one.examples[0].split()),
        "example_b": " ".join(one.examples[1].split()),
    }
