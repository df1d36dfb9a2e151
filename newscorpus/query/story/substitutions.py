"""The same thing under other words: what stands in one telling where another word stands in the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

import pyarrow as pa
from rapidfuzz.fuzz import ratio

from newscorpus.compare.statements.clauses import SHORTEST_PAST, VERBS
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.judgements import Judged, Row
from newscorpus.query.story.matrix_rows import CLEAR
from newscorpus.query.story.statements import groups_of
from newscorpus.query.story.texts import StoryTexts, open_story
from newscorpus.query.story.wording import replaced
from newscorpus.text.content_words import Word, content_key, word_parts
from newscorpus.text.numbers import find_numbers
from newscorpus.text.quotation_marks import DOUBLE_MARKS
from newscorpus.text.word_forms import is_function_word

LONGEST: Final = 3  # words of a substitution: longer ones are two ways to build a sentence, not two words for a thing
MOST_APART: Final = 1  # words by which one is longer: more are left over from two sentences built differently
SPELT_ALIKE: Final = 80  # of 100 (rapidfuzz): two spellings or two forms of one word
TELLINGS_PAIRED: Final = 6  # texts of a statement: bounds the work in a story of hundreds of articles
N_SHOWN: Final = 200
INDEFINITE: Final = frozenset(("anybody", "everybody", "somebody"))  # like "nobody", which is a function word
ADDRESS: Final = frozenset(("http", "https", "www"))  # what differs between two addresses are no words for a thing
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
    read as changes of each other, and only content words or names with the same words before and behind. Neither a
    spelling nor a figure is a substitution.
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
    if any(word.key in ADDRESS for word in word_parts(here)):
        return
    for ours, theirs in replaced(here, there, LONGEST):
        if not _stand_for_each_other(ours, theirs) or _is_moved(ours, there) or _is_moved(theirs, here):
            continue
        keys = tuple(" ".join(content_key(word.key) for word in word_parts(text)) for text in (ours, theirs))
        turn = 1 if keys[0] < keys[1] else -1
        pair = (min(keys), max(keys))
        one = found.setdefault(pair, _Found((ours, theirs)[::turn], (here, there)[::turn]))  # type: ignore[arg-type]
        one.statements.add(name)
        for side, source in zip(one.sources, sources[::turn], strict=True):
            side.add(source)


def _stand_for_each_other(ours: str, theirs: str) -> bool:
    """Whether two stretches in one place are two words, or two names, for a thing and neither leftovers of another
    build of the sentence, figures, function words, nor one word spelt or shortened in two ways."""
    if PARTS_CLAUSES & {*ours, *theirs} or find_numbers(ours) or find_numbers(theirs):
        return False
    a, b = word_parts(ours), word_parts(theirs)
    is_plain = all(map(_names_something, (word.key for word in (*a, *b))))
    if not is_plain or abs(len(a) - len(b)) > MOST_APART or _are_spellings(a, b):
        return False
    return _is_name(ours, a) is _is_name(theirs, b) is not None and _have_like_forms(a, b)


def _names_something(key: str) -> bool:
    return bool(content_key(key)) and key.isalpha() and key not in INDEFINITE and not is_function_word(key)


def _are_spellings(a: Sequence[Word], b: Sequence[Word]) -> bool:
    one, other = (" ".join(word.key for word in found) for found in (a, b))
    return ratio(one, other) >= SPELT_ALIKE or one.startswith(other) or other.startswith(one)


def _is_moved(stretch: str, other: str) -> bool:
    """Whether a word of it stands elsewhere in the other wording: then nothing stands for it, it was moved."""
    return not {word.key for word in word_parts(stretch)}.isdisjoint(word.key for word in word_parts(other))


def _is_name(text: str, found: Sequence[Word]) -> bool | None:
    """Whether all words have capitals; None where only some have."""
    capitals = {text[word.start].isupper() for word in found}
    return capitals.pop() if len(capitals) == 1 else None


def _have_like_forms(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether the forms of the words let both play one part in a sentence: a past stands for a past."""
    has_adverb = [any(word.key.endswith("ly") for word in found) for found in (a, b)]
    return has_adverb[0] == has_adverb[1] and bool(_forms(a[-1].key) & _forms(b[-1].key))


def _forms(key: str) -> frozenset[str]:
    if key.endswith("ing"):
        return frozenset(("ing",))
    if key in VERBS:
        return frozenset(("past", "other"))  # "hurt", "set": a past or not
    return frozenset(("past" if key.endswith("ed") and len(key) >= SHORTEST_PAST else "other",))


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
