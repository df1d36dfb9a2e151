"""Statements: which sentences and quotations of a story's articles say the same, and how each article tells it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any, Final

import pyarrow as pa

from newscorpus.compare.statements.clause_alignment import Aligned, align
from newscorpus.compare.statements.fact_groups import Group, Used, group, with_possible
from newscorpus.compare.statements.quote_alignment import different_quotations
from newscorpus.compare.statements.quote_groups import QuoteGroup, group_quotations
from newscorpus.compare.statements.quoted_sentences import sentences_of, sentences_quoting
from newscorpus.compare.statements.tellings import Row, Telling, beside_reference, fact_rows, quotation_rows
from newscorpus.compare.statements.units import Quotation, Sentence, copies_of, read_quotations, read_sentences

UNKNOWN_LANGUAGE: Final = "und"
NONE: Final[frozenset[int]] = frozenset()

SCHEMA: Final = pa.schema(
    [
        pa.field(name, kind, nullable=False)
        for name, kind in (
            ("story_id", pa.string()),
            ("statement", pa.int32()),
            ("article_id", pa.string()),
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("match", pa.string()),
            ("evidence", pa.string()),
        )
    ]
)


def find_statements(
    articles: pa.Table, texts: pa.Table, sentences: pa.Table, quotes: pa.Table | None = None
) -> pa.Table:
    """One row for each article's telling of each statement, by story; articles in two languages are not compared.

    `articles` needs article_id, story_id, language, published_at; `sentences` article_id, start, end; `quotes`, which
    say who speaks, article_id, start, end, speaker, entity_id and perhaps quote and is_inferred. No sentence or clause
    is the wording of two statements; one that says two things may stand under two by its clauses. Of each statement one
    row is the reference, with which `match` and `evidence` compare the others. Statements are numbered from 0 within a
    story, in the order in which the earliest article tells them. Empty where no story has two articles.
    """
    body = dict(zip(texts["article_id"].to_pylist(), texts["text"].to_pylist(), strict=True))
    spans = _by_article(sentences.select(["article_id", "start", "end"]))
    said = _by_article(quotes) if quotes else {}
    stories: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in articles.select(["article_id", "story_id", "language", "published_at"]).to_pylist():
        if row["story_id"] is not None and row["article_id"] in body:
            stories[row["story_id"]].append(row)
    rows: list[Row] = []
    for story_id, members in sorted(stories.items()):
        numbers = count()
        for same_language in _languages(members):
            telling = _telling(same_language, body, spans, said)
            for statement in story_statements(telling):
                number = next(numbers)
                rows += [{"story_id": story_id, "statement": number, **row} for row in statement]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _by_article(table: pa.Table) -> dict[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in table.to_pylist():
        found[row["article_id"]].append(row)
    return {article_id: sorted(rows, key=lambda row: (row["start"], row["end"])) for article_id, rows in found.items()}


def _languages(members: Sequence[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """The members of a story by language; one whose language is unknown goes with the most."""
    known = Counter(row["language"] for row in members if row["language"] != UNKNOWN_LANGUAGE)
    usual = min(known, key=lambda language: (-known[language], language), default=UNKNOWN_LANGUAGE)
    found: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in members:
        found[usual if row["language"] == UNKNOWN_LANGUAGE else row["language"]].append(row)
    return [found[language] for language in sorted(found) if len(found[language]) > 1]


def _telling(
    members: Sequence[Mapping[str, Any]],
    body: Mapping[str, str],
    spans: Mapping[str, Sequence[Mapping[str, Any]]],
    said: Mapping[str, Sequence[Mapping[str, Any]]],
) -> Telling:
    def place(row: Mapping[str, Any]) -> tuple[bool, Any, str]:
        return row["published_at"] is None, row["published_at"] or 0, row["article_id"]

    ids = tuple(row["article_id"] for row in sorted(members, key=place))
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    for number, article_id in enumerate(ids):
        places = [(row["start"], row["end"]) for row in spans.get(article_id, ())]
        sentences += read_sentences(number, body[article_id], places)
        quotations += read_quotations(number, body[article_id], said.get(article_id, ()))
    copies = copies_of(sentences)
    spread = Counter(stem for number in copies for stem in sentences[number].stems)
    return Telling(ids, tuple(body[i] for i in ids), tuple(sentences), tuple(quotations), copies, spread)


def story_statements(telling: Telling) -> list[list[Row]]:
    """The statements of one story in one language, a list of rows a statement, in the order of first telling."""
    sentences = telling.sentences
    quoted = group_quotations(telling.quotations)
    forbidden = _forbidden(telling, quoted)
    copies = {n: tuple(c for c in found if not forbidden(n, c)) for n, found in telling.copies.items()}
    telling = replace(telling, copies=copies)
    quoting = [sentences_quoting(sentences, telling.quotations, one) for one in quoted]
    seeds = [one.seed for one in quoting if one.seed is not None]
    same_words = [pair for one in quoting for pair in one.pairs]
    aligned = align(sentences, list(copies), telling.n_sentences_with, same_words, forbidden)
    used = Used(aligned, [number for one in quoting for number in one.covered])
    groups = group(aligned, seeds, used, forbidden)
    groups += [Group(number) for number, others in copies.items() if others and used.is_free(number)]
    begun = [{sentences[n].article for n in seed.members} for seed in seeds]
    begun += [{aligned.units[one.reference].article} for one in groups[len(seeds) :]]
    told = [present | _articles(telling, one, aligned) for present, one in zip(begun, groups, strict=True)]
    whole = iter(list(zip(with_possible(groups, told, aligned, forbidden), begun, strict=True)))
    found = []
    for one, place in zip(quoted, quoting, strict=True):
        rows = quotation_rows(telling, one)
        found.append(rows + beside_reference(telling, *next(whole), aligned) if place.seed else rows)
    found += [fact_rows(telling, one, aligned) for one, _ in whole]
    order = {article_id: n for n, article_id in enumerate(telling.article_ids)}
    for rows in found:
        rows.sort(key=lambda row: (order[row["article_id"]], row["start"]))
    return sorted(found, key=lambda rows: [(order[row["article_id"]], row["start"], row["end"]) for row in rows])


def _articles(telling: Telling, one: Group, aligned: Aligned) -> set[int]:
    """The articles that tell a statement for sure, in their own words or in a copy."""
    homes = [aligned.home[number] for number in (one.reference, *one.members)]
    return {telling.sentences[n].article for home in homes for n in (home, *telling.copies.get(home, ()))}


def _forbidden(telling: Telling, quoted: Sequence[QuoteGroup]) -> Callable[[int, int], bool]:
    """A test for pairs of sentences that never stand under one statement of facts: quotations of different words, and
    quotations that are put together already."""
    places = [(sentence.article, sentence.start) for sentence in telling.sentences]
    aligned: defaultdict[int, set[int]] = defaultdict(set)
    for group_number, found in enumerate(quoted):
        for quotation in (telling.quotations[n] for n in (found.fullest, *(n for n, _ in found.others))):
            for sentence in sentences_of(quotation, places):
                aligned[sentence].add(group_number)

    @cache
    def forbidden(a: int, b: int) -> bool:
        one, two = telling.sentences[a], telling.sentences[b]
        if aligned.get(a, NONE) & aligned.get(b, NONE):
            return True
        return one.is_quotation and two.is_quotation and different_quotations(one.quoted, two.quoted)

    return forbidden
