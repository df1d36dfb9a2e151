"""The wording that the tellings of a statement are compared with, found anew where it is no longer among them.

A build compares every telling with one. Where its article is not chosen, or a reader parted it from the others or made
two statements one, what the others are to each other has to be said again.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from newscorpus.compare.statements.agreement import number_conflict
from newscorpus.compare.statements.evidence import conflict_of_numbers, same_words, sentence_match
from newscorpus.compare.statements.tellings import COPY, REFERENCE
from newscorpus.text.content_words import word_parts

Telling = dict[str, Any]
Compare = Callable[[Telling, Telling], Telling]

DIFFERS: Final = "Another figure or speaker than in the wording compared with."


def compared(texts: Mapping[str, str], telling: Telling, reference: Telling) -> Telling:
    """The telling with how it relates to the reference: conflicts, verbatim, trimmed or reworded, and the evidence.

    `texts` are those of both articles. Only for tellings of one statement: nothing here says that they are.
    """
    here, there = (texts[one["article_id"]][one["start"] : one["end"]] for one in (telling, reference))
    if numbers := number_conflict(here, there):
        return telling | {"match": "conflicts", "evidence": f"{conflict_of_numbers(here, there, numbers)}."}
    match = sentence_match([word.key for word in word_parts(here)], [word.key for word in word_parts(there)])
    evidence = {"verbatim": COPY, "reworded": ""}.get(match, f"{same_words(here, there)}.")
    return telling | {"match": match, "evidence": evidence}


def referred(told: list[Telling], compare: Compare) -> list[Telling]:
    """The tellings with a reference: their own, else the fullest of those that conflict with none, the others compared
    with it. [] for none."""
    if not told or any(telling["match"] == "reference" for telling in told):
        return told
    new = min(told, key=lambda t: (t["match"] == "conflicts", t["start"] - t["end"], t["article_id"], t["start"]))

    def again(telling: Telling) -> Telling:
        found = compare(telling, new)
        still_differs = telling["match"] == "conflicts" != new["match"]
        return telling | {"evidence": DIFFERS} if still_differs and found["match"] != "conflicts" else found

    return [t | {"match": "reference", "evidence": REFERENCE} if t is new else again(t) for t in told]
