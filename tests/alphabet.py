"""The alphabet corpus: eight articles small enough to count by hand, written as a finished store.

id   source        day          words  polarity  tone   names (mentions)                       text
a1   Abacus        2026-03-02     10     0.10     0.20   Ann Alder ×2, Bay ×1                   Ann Alder ...
a2   Abacus        2026-03-03     20     0.30     0.10   Ann Alder ×1
a3   Abacus        2026-03-09     30    -0.20    -0.40   Bay ×3
b1   Bugle         2026-03-02     40     0.00     0.00   Ann Alder ×1, Cade Union ×1
b2   Bugle         undated        50     0.50     0.60   –
c1   Courier       2026-03-04     60    -0.50    -0.30   Cade Union ×2
c2   Courier       2026-03-04      0    undefined         –  (no words)
u1   unknown       undated        70     0.20     0.30   Bay ×1

8 articles · 3 known sources, 1 article without · 280 words · 2 undated · 3 names · 12 mentions
Ann Alder (person): 4 mentions in 3 articles · Bay (place): 5 in 3 · Cade Union (organisation): 3 in 2

id   words own, reported, quoted   attributions: speaker, type, verb (class), how sure, words
a1    5  0  5   0 Ann Alder, direct, say (neutral), clear, 2 + 2 · 1 nobody, direct, no verb, unsure, 1
a2   17  3  0   0 Ann Alder, indirect, warn (hostile), likely and inferred, 3
a3   28  2  0   0 "The harbour master", indirect, say (neutral), clear, 2
b1   34  4  2   0 Cade Union, mixed, deny (denying), clear, 5 · 1 "the harbour master", indirect, say, clear, 1
                2 Ann Alder thinks: no speech
b2   50  0  0
c1   54  0  6   0 Cade Union, direct, say (neutral), clear, 6 · 1 a term in quotation marks: no speech
u1   70  0  0

7 attributions of speech with 22 words in 5 articles: 1 of nobody, 1 unsure, 1 inferred
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from newscorpus.steps.code_key import build_code
from newscorpus.store.write import writing
from newscorpus.tables.catalogue import TABLES, Table

NAMES = {"Ann Alder": "PERSON", "Bay": "PLACE", "Cade Union": "ORG"}
ROWS: list[tuple[str, str | None, str | None, int, float | None, float | None, dict[str, int]]] = [
    ("a1", "Abacus", "2026-03-02", 10, 0.1, 0.2, {"Ann Alder": 2, "Bay": 1}),
    ("a2", "Abacus", "2026-03-03", 20, 0.3, 0.1, {"Ann Alder": 1}),
    ("a3", "Abacus", "2026-03-09", 30, -0.2, -0.4, {"Bay": 3}),
    ("b1", "Bugle", "2026-03-02", 40, 0.0, 0.0, {"Ann Alder": 1, "Cade Union": 1}),
    ("b2", "Bugle", None, 50, 0.5, 0.6, {}),
    ("c1", "Courier", "2026-03-04", 60, -0.5, -0.3, {"Cade Union": 2}),
    ("c2", "Courier", "2026-03-04", 0, None, None, {}),
    ("u1", None, None, 70, 0.2, 0.3, {"Bay": 1}),
]
VOICES = {  # words own, reported, quoted; word polarity of the own ones, and their tone, which is the same
    "a1": (5, 0, 5, 0.2),
    "a2": (17, 3, 0, 0.1),
    "a3": (28, 2, 0, -0.1),
    "b1": (34, 4, 2, None),
    "b2": (50, 0, 0, None),
    "c1": (54, 0, 6, None),
    "c2": (0, 0, 0, None),
    "u1": (70, 0, 0, None),
}
MASTER = "he harbour master"
QUOTES: list[tuple[str, int, list[tuple[int, int]], str | None, str, tuple[str, str] | None, str]] = [
    # article, number, first and last of the article's own words that are told, speaker, type, verb, how sure
    ("a1", 0, [(0, 1), (3, 4)], "Ann Alder", "direct", ("say", "neutral"), "clear"),
    ("a1", 1, [(5, 5)], None, "direct", None, "unsure"),
    ("a2", 0, [(0, 2)], "Ann Alder", "indirect", ("warn", "hostile"), "likely"),
    ("a3", 0, [(0, 1)], f"T{MASTER}", "indirect", ("say", "neutral"), "clear"),
    ("b1", 0, [(0, 4)], "Cade Union", "mixed", ("deny", "denying"), "clear"),
    ("b1", 1, [(6, 6)], f"t{MASTER}", "indirect", ("say", "neutral"), "clear"),
    ("b1", 2, [(8, 8)], "Ann Alder", "indirect", ("think", "belief"), "clear"),
    ("c1", 0, [(0, 5)], "Cade Union", "direct", ("say", "neutral"), "clear"),
    ("c1", 1, [(7, 7)], None, "fragment", None, "unsure"),
]


def article_id(short: str) -> str:
    """The id of article `short`: its own letters, filled up to 16."""
    return short.ljust(16, "0")


def _entity_id(name: str) -> str:
    return name.encode().hex()[:16].ljust(16, "0")


def text_of(short: str, n_words: int, names: dict[str, int]) -> str:
    """Names first, each in its own sentence, then words that are the article's own letters."""
    sentences = [f"{name} spoke." for name, n in names.items() for _ in range(n)]
    return " ".join([*sentences, *(f"{short}word{i}" for i in range(n_words - len(sentences)))])


def article_row(short: str, **known: Any) -> dict[str, Any]:
    """A row of `articles` with every column: null or 0 where nothing is said."""
    row: dict[str, Any] = dict.fromkeys(TABLES["articles"].columns)
    row |= {"article_id": article_id(short), "language": "en", "file": f"{short}.txt", "record": 0, "n_characters": 0}
    return row | {"n_words": 0, "n_sentences": 0, "n_mentions": 0, "title": f"Title {short}"} | known


def articles() -> list[dict[str, Any]]:
    """The eight rows of `articles`."""
    rows = []
    for short, source, day, n_words, polarity, tone, names in ROWS:
        moment = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC) if day else None
        text = text_of(short, n_words, names)
        own, reported, quoted, polarity_own = VOICES[short]
        rows.append(
            article_row(
                short,
                source=source,
                published_at=moment,
                n_words=n_words,
                polarity=polarity,
                tone=tone,
                n_characters=len(text),
                n_sentences=sum(names.values()) + 1,
                n_mentions=sum(names.values()),
                agency="AFP" if short == "b1" else None,
                n_words_own=own,
                n_words_reported=reported,
                n_words_quoted=quoted,
                n_quotes=sum(quote[0] == short and is_speech(quote) for quote in QUOTES),
                polarity_own=polarity_own,
                tone_own=polarity_own,
            )
        )
    return rows


def _found_in(short: str, n_words: int, names: dict[str, int]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The mentions and the sentences of one article."""
    mentions, sentences, position = [], [], 0
    for name, n in names.items():
        for _ in range(n):
            here = {"article_id": article_id(short), "start": position}
            mentions.append(
                here
                | {"end": position + len(name), "surface": name, "kind": NAMES[name], "entity_id": _entity_id(name)}
            )
            sentences.append(here | {"end": position + len(f"{name} spoke."), "n_words": 2, "tone": 0.5})
            position += len(f"{name} spoke. ")
    end = len(text_of(short, n_words, names))
    if position < end:
        sentences.append({"article_id": article_id(short), "start": position, "end": end, "n_words": 1, "tone": -0.5})
    return mentions, [row | {"sentence": number} for number, row in enumerate(sentences)]


def is_speech(quote: tuple[Any, ...]) -> bool:
    """Whether an attribution of QUOTES is speech: thoughts and terms in quotation marks are none."""
    return quote[4] != "fragment" and quote[5] != ("think", "belief")


def quotes() -> list[dict[str, Any]]:
    """The rows of `quotes`: one a stretch."""
    texts = {short: text_of(short, n_words, names) for short, _, _, n_words, _, _, names in ROWS}
    rows = []
    for quote in QUOTES:
        short, number, stretches, speaker, kind, verb, confidence = quote
        told = {
            "article_id": article_id(short),
            "quote": number,
            "type": kind,
            "speaker": speaker,
            "entity_id": _entity_id(speaker) if speaker in NAMES else None,
            "is_inferred": confidence == "likely",
            "verb": verb and verb[0],
            "verb_class": verb and verb[1],
            "is_speech": is_speech(quote),
            "confidence": confidence,
        }
        for first, last in stretches:
            start = texts[short].index(f"{short}word{first}")
            end = texts[short].index(f"{short}word{last}") + len(f"{short}word{last}")
            place = {"start": start, "end": end, "text": texts[short][start:end], "n_words": last - first + 1}
            rows.append(told | place)
    return rows


def stretches() -> list[dict[str, Any]]:
    """The rows of `stretches` that are quoted or reported."""
    voiced = [row | {"voice": "quoted" if row["type"] == "direct" else "reported"} for row in quotes()]
    return [row for row in voiced if row["is_speech"]]


def tables() -> dict[str, list[dict[str, Any]]]:
    """Every table of the alphabet corpus as rows."""
    found = [_found_in(short, n_words, names) for short, _, _, n_words, _, _, names in ROWS]
    receipt = {"record": 0, "layout": "plain text", "reason": None, "detail": None}
    return {
        "articles": articles(),
        "texts": [
            {"article_id": article_id(short), "text": text_of(short, n_words, names)}
            for short, _, _, n_words, _, _, names in ROWS
        ],
        "mentions": [row for mentions, _ in found for row in mentions],
        "sentences": [row for _, sentences in found for row in sentences],
        "entities": [
            {"entity_id": _entity_id(name), "name": name, "kind": kind, "aliases": [name]}
            for name, kind in NAMES.items()
        ],
        "quotes": quotes(),
        "stretches": stretches(),
        "removals": [
            {
                "article_id": article_id("a1"),
                "position": 0,
                "text": "Photo: A. Alder",
                "kind": "credit",
                "rule": "Photo:",
            }
        ],
        "receipts": [
            receipt | {"file": f"{short}.txt", "outcome": "kept", "article_id": article_id(short)} for short, *_ in ROWS
        ],
    }


NOTHING_SAID = {pa.string(): "-", pa.int32(): 0, pa.bool_(): False}
"""What stands in a column that may not be null and that a test says nothing of, by type."""


def _with_keys(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    needed = {name: NOTHING_SAID.get(column.type) for name, column in table.columns.items() if not column.nullable}
    return needed | {name: value for name, value in row.items() if value is not None or name not in needed}


def write_store(place: Path, rows: dict[str, list[dict[str, Any]]] | None = None) -> Path:
    """Write these rows, or the alphabet corpus, as a finished store at `place`."""
    rows = tables() if rows is None else rows
    n_kept = len(rows["articles"])
    build = {"built_at": datetime(2026, 3, 10, tzinfo=UTC), "version": "0", "n_records": n_kept, "n_kept": n_kept}
    rows = rows | {"build": [build | {"fingerprint": "f" * 16, "n_rejected": 0, "n_duplicates": 0}]}
    with writing(place) as writer:
        for name, table in TABLES.items():
            filled = [_with_keys(table, row) for row in rows.get(name, [])]
            writer.add(name, pa.Table.from_pylist(filled, schema=table.schema))
        writer.finish(key="alphabet", made_by=build_code())
    return place
