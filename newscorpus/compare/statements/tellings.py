"""The rows of a statement: how each article tells it, and the evidence in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from newscorpus.compare.statements.agreement import number_conflict
from newscorpus.compare.statements.evidence import conflict_of_numbers, same_words, sentence_match, shared_content
from newscorpus.compare.statements.fact_groups import UNSCORED, Group
from newscorpus.compare.statements.quote_alignment import Match, Speakers
from newscorpus.compare.statements.quote_groups import QuoteGroup
from newscorpus.compare.statements.units import Quotation, Sentence, speakers

Row = dict[str, Any]

REFERENCE: Final = "The wording the others are compared with."
COPY: Final = "Word for word the wording the others are compared with."
SPEAKERS: Final[dict[Speakers, str]] = {
    "same": "same speaker",
    "different": "another speaker",
    "unknown": "the speaker is not known in both",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """The articles of one story in one language, the earliest first, their texts and their units.

    `copies` are as units.copies_of gives them; `n_sentences_with` says how many sentences, without copies, have a stem.
    """

    article_ids: tuple[str, ...]
    texts: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    copies: Mapping[int, tuple[int, ...]]
    n_sentences_with: Mapping[str, int]

    def written(self, unit: Sentence | Quotation) -> str:
        """The unit as its article writes it."""
        return self.texts[unit.article][unit.start : unit.end]

    def row(self, unit: Sentence | Quotation, match: Match, evidence: str) -> Row:
        """A row of the table of statements, without its story and number."""
        article_id = self.article_ids[unit.article]
        return {"article_id": article_id, "start": unit.start, "end": unit.end, "match": match, "evidence": evidence}


def quotation_rows(telling: Telling, group: QuoteGroup) -> list[Row]:
    """A row for the fullest wording and one for each other place the quotation is found."""
    fullest = telling.quotations[group.fullest]
    rows = [telling.row(fullest, "reference", REFERENCE)]
    for number, match in group.others:
        unit = telling.quotations[number]
        evidence = (
            f"{same_words(telling.written(unit), telling.written(fullest))}; {SPEAKERS[speakers(unit, fullest)]}."
        )
        rows.append(telling.row(unit, match, evidence))
    return rows


def fact_rows(
    telling: Telling,
    group: Group,
    scores: Mapping[tuple[int, int], float],
    parts: Mapping[tuple[int, int], tuple[Sentence, Sentence]],
) -> list[Row]:
    """A row for the sentence most like all others, one for each of these, and one for each copy of either in another
    article. Where only a clause of a sentence is like the others (`parts`), the row is of that clause."""
    reference = _most_like_all(group.members, scores)
    others = [number for number in (*group.members, *group.possible) if number != reference]
    told = {number: _told_by(reference, number, telling, parts) for number in others}
    compared = _reference(telling.sentences[reference], [here for here, _ in told.values()])
    rows = [telling.row(compared, "reference", REFERENCE)]
    copied = [telling.row(unit, "verbatim", COPY) for unit in _copies(telling, reference, compared)]
    for number, (_, unit) in told.items():
        match, evidence = _fact_match(telling, unit, compared, likely=number in group.members)
        shared = shared_content(telling.written(unit), unit.stems & compared.stems, telling.n_sentences_with)
        rows.append(telling.row(unit, match, f"{evidence}{shared}."))
        copied += [telling.row(copy, match, f"{evidence}{shared}.") for copy in _copies(telling, number, unit)]
    return rows + _one_an_article(copied, {row["article_id"] for row in rows})


def _copies(telling: Telling, number: int, unit: Sentence) -> list[Sentence]:
    """The stretch `unit` of a sentence in the copies of that sentence."""
    clauses = telling.sentences[number].clauses
    copies = [telling.sentences[copy] for copy in telling.copies[number]]
    if unit not in clauses:
        return copies
    at = clauses.index(unit)
    return [copy.clauses[at] if len(copy.clauses) == len(clauses) else copy for copy in copies]


def _one_an_article(rows: list[Row], present: set[str]) -> list[Row]:
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["article_id"], row)
    return [row for article_id, row in first.items() if article_id not in present]


def _told_by(
    a: int, b: int, telling: Telling, parts: Mapping[tuple[int, int], tuple[Sentence, Sentence]]
) -> tuple[Sentence, Sentence]:
    """The stretches by which two sentences say the same: their clauses, or both as wholes."""
    one, other = parts.get((min(a, b), max(a, b)), (telling.sentences[min(a, b)], telling.sentences[max(a, b)]))
    return (one, other) if a < b else (other, one)


def _reference(sentence: Sentence, told: Sequence[Sentence]) -> Sentence:
    """The clause that all others are like, or the sentence where they are like different parts of it."""
    parts = set(told)
    return parts.pop() if len(parts) == 1 else sentence


def _most_like_all(members: Sequence[int], scores: Mapping[tuple[int, int], float]) -> int:
    def total(number: int) -> float:
        pairs = [(min(number, other), max(number, other)) for other in members if other != number]
        return sum(scores.get(pair, UNSCORED) for pair in pairs)

    return min(members, key=lambda number: (-round(total(number), 6), number))


def _fact_match(telling: Telling, unit: Sentence, compared: Sentence, *, likely: bool) -> tuple[Match, str]:
    here, there = telling.written(unit), telling.written(compared)
    if not likely:
        return "possible", "Possibly the same. "
    if numbers := number_conflict(unit.numbers, compared.numbers):
        return "conflicts", f"{conflict_of_numbers(here, there, numbers)}. "
    match = sentence_match(unit.keys, compared.keys)
    return match, "" if match == "reworded" else f"{same_words(here, there)}. "
