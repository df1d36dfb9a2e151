"""Items drawn at random for a reader to judge blind: the same seed draws the same items of the same articles.

Items are ordered by a hash of the seed and their place, and the first are taken. So a sample of thirty holds the sample
of twenty, and a narrower choice of articles keeps the items it shares with a wider one.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import pyarrow as pa

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Columns, Reader
from newscorpus.query.selection import Selection

Judgement = Literal["sentence", "voice", "speaker", "towards", "statement"]
Place = tuple[str, int, int]
"""A stretch of an article: article_id, start, end."""
Span = tuple[int, int]

TONES: Final = ("favourable", "neutral", "unfavourable")
VOICES: Final = ("own", "reported", "quoted")
DESCRIBED: Final = "somebody without a name"
NOBODY: Final = "nobody"
NEUTRAL_BELOW: Final = 0.05  # a tenth of a step on the scale of readers from -4 to 4
MIN_WORDS: Final = 4  # of a sentence drawn: shorter ones are crossheads and exclamations
N_TO_DRAW: Final = (20, 30, 50)


@dataclass(frozen=True, slots=True)
class Item:
    """Something to judge: one place, or two that may tell the same; `marks` are spans in the first one's article.

    `answers`: what each method says of it, by the method's name. Never shown before the reader has answered.
    """

    places: tuple[Place, ...]
    marks: tuple[Span, ...]
    answers: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The item as one word, the same in every build that has it.

        >>> Item((("00aa", 3, 9), ("00bb", 0, 4)), (), ()).name
        '00aa-3-9_00bb-0-4'
        """
        return name_of(self.places)


@dataclass(frozen=True, slots=True)
class Stratum:
    """A kind of item drawn from on its own: its words, how many there are to draw from, how many were drawn."""

    words: str
    n: int
    n_drawn: int


@dataclass(frozen=True, slots=True)
class Sample:
    """Items drawn, in an order that tells nothing of what the methods say, and what they were drawn from."""

    items: tuple[Item, ...]
    strata: tuple[Stratum, ...]

    @property
    def n(self) -> int:
        """How many there were to draw from."""
        return sum(stratum.n for stratum in self.strata)


def name_of(places: Sequence[Place]) -> str:
    """Places as one word."""
    return "_".join("-".join(map(str, place)) for place in places)


# One pass over tables on disk; of each stratum only the first by hash are held.
DRAW: Final = """
    SELECT stratum, count(*) AS n, arg_min({{'places': {places}, 'marks': marks, 'answers': answers}},
        md5(concat_ws('|', $seed, {places})), {n_most}) AS drawn
    FROM population GROUP BY stratum ORDER BY stratum
"""
ONE_PLACE: Final = """[article_id, CAST(start AS VARCHAR), CAST("end" AS VARCHAR)]"""

# Answers are maps, marks lists of spans.
SENTENCES: Final = f""",
    population AS (
        SELECT 'sentences' AS stratum, article_id, start, "end", CAST([] AS INTEGER[][]) AS marks, MAP {{
            'tone': CASE WHEN tone >= {NEUTRAL_BELOW} THEN 'favourable' WHEN tone <= -{NEUTRAL_BELOW}
                THEN 'unfavourable' ELSE 'neutral' END,
            'polarity': CASE WHEN polarity > 0 THEN 'favourable' WHEN polarity < 0 THEN 'unfavourable'
                ELSE 'neutral' END}} AS answers
        FROM sentences_on_disk JOIN (SELECT article_id FROM chosen) USING (article_id)
        WHERE n_words >= {MIN_WORDS} AND tone IS NOT NULL AND polarity IS NOT NULL
    )
"""
VOICED: Final = f""",
    population AS (
        SELECT 'sentences' AS stratum, article_id, start, "end", CAST([] AS INTEGER[][]) AS marks,
            MAP {{'voice': voice}} AS answers
        FROM sentences_on_disk JOIN (SELECT article_id FROM chosen) USING (article_id) WHERE n_words >= {MIN_WORDS}
    )
"""
TOWARDS: Final = """,
    population AS (
        SELECT CASE towards WHEN 1 THEN 'favourable' WHEN 0 THEN 'neutral' ELSE 'unfavourable' END AS stratum,
            article_id, start, "end", [[start, "end"]] AS marks, MAP {'towards': stratum} AS answers
        FROM mentions_on_disk JOIN (SELECT article_id FROM chosen) USING (article_id) WHERE towards IS NOT NULL
    )
"""
# As the build found them: what a reader set right since is no answer of the method.
SPOKEN: Final = f""",
    population AS (
        SELECT 'quotations' AS stratum, article_id, min(start) AS start, max("end") AS "end",
            list([start, "end"] ORDER BY start) AS marks,
            MAP {{'speaker': coalesce(any_value(name_label), CASE WHEN count(speaker) > 0 THEN '{DESCRIBED}'
                ELSE '{NOBODY}' END)}} AS answers
        FROM quotes_on_disk JOIN (SELECT article_id FROM chosen) USING (article_id) LEFT JOIN names USING (entity_id)
        WHERE is_speech AND type <> 'fragment' GROUP BY article_id, quote
    )
"""
POPULATIONS: Final[Mapping[str, tuple[str, Columns]]] = {
    "sentence": (SENTENCES, {"sentences": ("article_id", "start", "end", "n_words", "tone", "polarity")}),
    "voice": (VOICED, {"sentences": ("article_id", "start", "end", "n_words", "voice")}),
    "towards": (TOWARDS, {"mentions": ("article_id", "start", "end", "towards")}),
    "speaker": (
        SPOKEN,
        {"quotes": ("article_id", "quote", "start", "end", "speaker", "entity_id", "is_speech", "type")},
    ),
}


def draw(reader: Reader, selection: Selection, judgement: Judgement, seed: int, n_most: int) -> Sample:
    """At most `n_most` items of one kind from the articles chosen. Raises KeyError for a kind not in POPULATIONS.

    sentence, voice: sentences of MIN_WORDS or more. speaker: attributions of speech. towards: names that the method
    found a tone towards, as many of each tone as there are, for nearly all are neutral.
    """
    population, columns = POPULATIONS[judgement]
    question = population + DRAW.format(places=ONE_PLACE, n_most=int(n_most))
    rows = ask(reader, selection, question, {"seed": f"{judgement}|{seed}"}, columns).to_pylist()
    found = {row["stratum"]: (row["n"], [item_of(drawn) for drawn in row["drawn"]]) for row in rows}
    return mixed(found, dict.fromkeys(found, 1), seed, n_most)


def said_of_all(reader: Reader, selection: Selection, judgement: Judgement, method: str) -> dict[str, int]:
    """What a method says of all there is to draw from: answer -> how many. Raises KeyError as `draw` does."""
    population, columns = POPULATIONS[judgement]
    question = f"{population} SELECT answers[$method] AS answer, count(*) AS n FROM population GROUP BY answer"
    rows = ask(reader, selection, question, {"method": method}, columns)
    return dict(zip(rows["answer"].to_pylist(), rows["n"].to_pylist(), strict=True))


def item_of(drawn: Mapping[str, Any]) -> Item:
    """An item as DRAW gives it."""
    parts = iter(drawn["places"])
    places = tuple(
        (article_id, int(start), int(end)) for article_id, start, end in zip(parts, parts, parts, strict=True)
    )
    return Item(places, tuple((start, end) for start, end in drawn["marks"]), tuple(sorted(drawn["answers"])))


def mixed(
    found: Mapping[str, tuple[int, Sequence[Item]]], weights: Mapping[str, int], seed: int, n_most: int
) -> Sample:
    """Items of all strata (words -> how many there are, the first of them) by weight, where there are so many."""
    n_of = quotas({words: len(items) for words, (_, items) in found.items()}, weights, n_most)
    items = [item for words, (_, first) in found.items() for item in first[: n_of[words]]]
    strata = tuple(Stratum(words, n, n_of[words]) for words, (n, _) in found.items())
    # A second hash: by the first alone, items of a small stratum would come late and give themselves away.
    return Sample(tuple(sorted(items, key=lambda item: hash_of(f"order|{seed}|{item.name}"))), strata)


def quotas(available: Mapping[str, int], weights: Mapping[str, int], n_most: int) -> dict[str, int]:
    """How many of each stratum: by weight, one after the other, until `n_most` or nothing is left.

    >>> quotas({"same": 9, "other": 1}, {"same": 1, "other": 1}, 4)
    {'same': 3, 'other': 1}
    """
    given = dict.fromkeys(available, 0)
    for _ in range(min(n_most, sum(available.values()))):
        open_ones = [words for words in available if given[words] < available[words]]
        given[min(open_ones, key=lambda words: (given[words] + 1) / weights[words])] += 1
    return given


def hash_of(text: str) -> str:
    """A hash by which things stand in an order that has nothing to do with them."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


NAMED: Final = """
    SELECT DISTINCT name_label FROM article_names JOIN names USING (e)
    WHERE a IN (SELECT a FROM chosen) AND kind IN ('PERSON', 'ORG', 'GROUP', 'PLACE')
"""


def speakers_to_choose(reader: Reader, _selection: Selection, item: Item) -> tuple[str, ...]:
    """Who may be said to speak: every person, organisation, group and place named in the article, by alphabet.

    The method's answer is among them, at the place of its letters, and nothing marks it.
    """
    here = Selection(article_ids=(item.places[0][0],))
    table: pa.Table = ask(reader, here, NAMED)
    answers = {answer for _, answer in item.answers} - {DESCRIBED, NOBODY}
    return tuple(sorted({*table["name_label"].to_pylist(), *answers}, key=lambda label: (label.casefold(), label)))
