"""The rules of merging put to a corpus: which entity every way of writing a name in an article belongs to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newscorpus.analyse.names.casing import is_common
from newscorpus.analyse.names.corpus_kinds import by_kind
from newscorpus.analyse.names.forms import Entity, Form, articles_of
from newscorpus.analyse.names.merging_rules import (
    begun,
    cut_at_and,
    fuller_name,
    headed,
    is_full,
    owners_of_surnames,
    same_persons,
    spelled_out,
    surnames_of,
)
from newscorpus.analyse.names.peoples import one_people
from newscorpus.analyse.names.spelling import folded, is_acronym, skeleton


class People(NamedTuple):
    """What the corpus knows of persons: each full name's merged name, who owns a surname, all surnames there are."""

    merged: Mapping[str, str]
    owners: Mapping[str, str]
    surnames: frozenset[str]


def _people(forms: Iterable[Form], entity: Mapping[Form, Entity]) -> People:
    """Rules 3 and 4 over the whole corpus."""
    n_mentions: Counter[str] = Counter()
    for form in forms:
        if _is_person(entity[form]):
            n_mentions[entity[form].name] += form.n
    merged = same_persons(n_mentions)
    owners = owners_of_surnames(
        {merged[entity[form].name] for form in article if _is_person(entity[form])} for article in articles_of(forms)
    )
    return People(merged, owners, frozenset(surname for name in merged for surname in surnames_of(name)))


def _in_article(article: list[Form], entity: dict[Form, Entity], people: People) -> None:
    """Rules 1 and 2: what the article itself says of its shorter names and acronyms, written into `entity`."""
    here = {entity[form] for form in article}
    full = {name: people.merged[name] for kind, name in here if kind == "PERSON" and name in people.merged}
    named_at = _first_places(article, entity, people.merged)
    organisations = [name for kind, name in here if kind == "ORG"]
    for form in article:
        kind, name = entity[form]
        found = None
        if kind == "PERSON":
            found = fuller_name(name, full) or people.merged.get(name)
            if found and found != people.owners.get(skeleton(name), found) and form.first < named_at.get(found, 0):
                found = None
        elif kind == "ORG" and is_acronym(form.surface):
            found = spelled_out(name, organisations)
        elif kind == "ORG" and not form.is_told and (person := fuller_name(name, _by_surname(full, name))):
            kind, found = "PERSON", person
        elif kind == "ORG" and not is_common(name):
            found = begun(name, organisations)
        if institution := headed(folded(form.surface, "ORG"), organisations):
            kind, found = "ORG", institution
        elif kind == "PERSON" and not found and not form.is_told and skeleton(name) not in people.surnames:
            kind, found = "ORG", begun(name, organisations)
        if found:
            entity[form] = Entity(kind, found)


def _by_surname(full: Mapping[str, str], name: str) -> dict[str, str]:
    """Those of the full names of an article that end in `name`, a single word."""
    return {one: merged for one, merged in full.items() if " " not in name and one.endswith(f" {name}")}


def _first_places(article: list[Form], entity: Mapping[Form, Entity], persons: Mapping[str, str]) -> dict[str, int]:
    """Full name of each person of the article -> where it stands first."""
    first: dict[str, int] = {}
    for form in article:
        person = persons.get(entity[form].name) if entity[form].kind == "PERSON" else None
        if person:
            first[person] = min(form.first, first.get(person, form.first))
    return first


def _acronyms(forms: Iterable[Form], entity: Mapping[Form, Entity]) -> dict[str, str]:
    """Rule 5: folded acronym -> what it stands for wherever it is spelt out; those of several meanings are left out."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        if entity[form].kind == "ORG" and is_acronym(form.surface):
            meanings[folded(form.surface, "ORG")].add(entity[form].name)
    return {acronym: spelt_out.pop() for acronym, names in meanings.items() if len(spelt_out := names - {acronym}) == 1}


def _owned(article: list[Form], entity: Mapping[Form, Entity], owners: Mapping[str, str]) -> Iterator[tuple[Form, str]]:
    """Rule 3: the bare surnames of an article that names nobody of them in full, each with the person it is led to."""
    full = {entity[form].name for form in article if _is_person(entity[form])}
    named = {surname for name in full for surname in surnames_of(name)}
    for form in article:
        kind, name = entity[form]
        words = name.split()
        if kind != "PERSON" or not words or is_full(name) or skeleton(words[-1]) in named:
            continue
        owner = owners.get(skeleton(words[-1]), "")
        if len(words) == 1 or owner.split()[-len(words) :] == words:
            yield form, owner


def _is_person(entity: Entity) -> bool:
    return entity.kind == "PERSON" and is_full(entity.name)


def _merge_peoples(entity: dict[Form, Entity]) -> None:
    """Rule 6, written into `entity`."""
    n_mentions: Counter[str] = Counter()
    for form, (kind, name) in entity.items():
        n_mentions[name] += form.n if kind == "GROUP" else 0
    peoples = one_people(+n_mentions)
    for form, (kind, name) in entity.items():
        if kind == "GROUP":
            entity[form] = Entity(kind, peoples[name])


def resolved(forms: list[Form]) -> tuple[dict[Form, Entity], set[Form]]:
    """The entity of each form, and the forms that other articles than their own lead to it."""
    entity = by_kind(forms)
    people = _people(forms, entity)
    for article in articles_of(forms):
        _in_article(article, entity, people)
    _merge_peoples(entity)
    inferred = set()
    for article in articles_of(forms):
        for form, owner in list(_owned(article, entity, people.owners)):
            if owner:
                entity[form] = Entity("PERSON", owner)
                inferred.add(form)
    longer = _acronyms(forms, entity) | cut_at_and({name for kind, name in entity.values() if kind == "ORG"})
    for form, (kind, name) in entity.items():
        if kind == "ORG" and name in longer:
            entity[form] = Entity(kind, longer[name])
            inferred.add(form)
    return entity, inferred
