"""The one kind of a name over the corpus: what texts tell before what the model reads, and the majority."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from newscorpus.analyse.names.forms import Entity, Form, articles_of
from newscorpus.analyse.names.merging_rules import is_full
from newscorpus.analyse.names.spelling import folded

LEAST_SHARE_OF_A_PERSON: Final = (
    0.2  # of a name's mentions; rarer among a place's or firm's they are slips of the model
)
MAJORITY: Final = 0.5


def _settled_kinds(forms: Iterable[Form]) -> dict[tuple[str, str], str]:
    """(folded name, kind) -> the kind it counts as: the majority.

    A single word can be a person's surname and a place or firm as well: there persons stand apart where they are more
    than slips of the model. A given name and a surname together are one or the other.
    """
    ballots: dict[str, Counter[str]] = defaultdict(Counter)
    surnames = set()
    for form in forms:
        name = folded(form.surface, form.kind)
        ballots[name][form.kind] += form.n_votes
        if form.kind == "PERSON" and is_full(name):
            surnames.add(name.split()[-1])
    for name, n in _votes_of_surnames(forms):
        ballots[name]["PERSON"] += n
    settled = {}
    for name, ballot in ballots.items():
        persons, total = ballot["PERSON"], ballot.total()
        others = Counter({kind: n for kind, n in ballot.items() if kind != "PERSON"})
        kind = max(sorted(others), key=others.__getitem__) if others else "PERSON"
        is_known = is_full(name) or name in surnames
        if persons >= (MAJORITY if is_known else 1 - LEAST_SHARE_OF_A_PERSON) * total:
            kind = "PERSON"
        for given in ballot:
            least = LEAST_SHARE_OF_A_PERSON if name in surnames else MAJORITY
            apart = given == "PERSON" and persons >= least * total and not is_full(name)
            settled[name, given] = "PERSON" if apart else kind
    return settled


def _votes_of_surnames(forms: Iterable[Form]) -> Iterator[tuple[str, int]]:
    """Names of two words read as no person, and how often the second alone is read as one in the same article.

    Longer ones are left: the last word of "National Health Council" alone is now and then taken for a person.
    """
    for article in articles_of(forms):
        alone = {folded(form.surface, "PERSON"): form.n for form in article if form.kind == "PERSON"}
        for form in article:
            first, _, last = folded(form.surface, form.kind).partition(" ")
            if form.kind != "PERSON" and last in alone:
                yield f"{first} {last}", alone[last]


def by_kind(forms: Iterable[Form]) -> dict[Form, Entity]:
    """Every form with its folded name and the kind that name has over the corpus, before anything is merged."""
    kinds = _settled_kinds(forms)
    entity = {}
    for form in forms:
        name = folded(form.surface, form.kind)
        kind = kinds[name, form.kind]
        entity[form] = Entity(kind, name if kind == form.kind else folded(form.surface, kind))
    return entity
