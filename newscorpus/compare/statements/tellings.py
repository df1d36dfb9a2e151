"""The rows of a statement: how each article tells it, and the evidence in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from newscorpus.compare.statements.agreement import number_conflict
from newscorpus.compare.statements.clause_alignment import Aligned
from newscorpus.compare.statements.evidence import conflict_of_numbers, same_words, sentence_match, shared_content
from newscorpus.compare.statements.fact_groups import Group
from newscorpus.compare.statements.quote_alignment import Match, Speakers
from newscorpus.compare.statements.quote_groups import QuoteGroup
from newscorpus.compare.statements.units import Quotation, Sentence, speakers

Row = dict[str, Any]

REFERENCE: Final = "The wording the others are compared with."
COPY: Final = "Word for word the same."
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
    """A row for the fullest wording, with which the others are compared, and one for each other place the quotation is
    found."""
    fullest = telling.quotations[group.fullest]
    rows = [telling.row(fullest, "reference", REFERENCE)]
    for number, match in group.others:
        unit = telling.quotations[number]
        evidence = (
            f"{same_words(telling.written(unit), telling.written(fullest))}; {SPEAKERS[speakers(unit, fullest)]}."
        )
        rows.append(telling.row(unit, match, evidence))
    return rows


def fact_rows(telling: Telling, group: Group, aligned: Aligned) -> list[Row]:
    """A row for the wording the others are compared with and those that `beside_reference` gives."""
    return [
        telling.row(aligned.units[group.reference], "reference", REFERENCE),
        *beside_reference(telling, group, {aligned.units[group.reference].article}, aligned),
    ]


def beside_reference(telling: Telling, group: Group, present: set[int], aligned: Aligned) -> list[Row]:
    """A row for each telling compared with the reference, one for each copy of either in an article that has none yet
    (the articles `present` have one), and one for each telling that is only possible."""
    compared = aligned.units[group.reference]
    told = set(present)
    rows: list[Row] = []
    for number in group.members:
        rows.append(_compared_row(telling, aligned.units[number], compared, sure=True))
        told.add(aligned.units[number].article)
    for number in (group.reference, *group.members):
        for copy in _copies(telling, number, aligned):
            if copy.article not in told:
                told.add(copy.article)
                rows.append(_compared_row(telling, copy, compared, sure=True))
    return rows + [_compared_row(telling, aligned.units[n], compared, sure=False) for n in group.possible]


def _compared_row(telling: Telling, unit: Sentence, compared: Sentence, *, sure: bool) -> Row:
    match, evidence = _fact_match(telling, unit, compared, sure=sure)
    if match != "verbatim":
        shared = shared_content(telling.written(unit), unit.stems & compared.stems, telling.n_sentences_with)
        evidence += f"{shared}."
    return telling.row(unit, match, evidence)


def _copies(telling: Telling, number: int, aligned: Aligned) -> list[Sentence]:
    """The unit in the copies of its sentence: the same clause, where it is one."""
    home = aligned.home[number]
    clauses = telling.sentences[home].clauses
    copies = [telling.sentences[copy] for copy in telling.copies.get(home, ())]
    if number == home:
        return copies
    at = clauses.index(aligned.units[number])
    return [copy.clauses[at] for copy in copies if len(copy.clauses) == len(clauses)]


def _fact_match(telling: Telling, unit: Sentence, compared: Sentence, *, sure: bool) -> tuple[Match, str]:
    here, there = telling.written(unit), telling.written(compared)
    if not sure:
        return "possible", "Possibly the same. "
    if numbers := number_conflict(here, there):
        return "conflicts", f"{conflict_of_numbers(here, there, numbers)}. "
    match = sentence_match(unit.keys, compared.keys)
    if match == "verbatim":
        return match, COPY
    return match, "" if match == "reworded" else f"{same_words(here, there)}. "
