"""Mentions brought together into entities: one row a person, organisation or place, however it is written.

The rules are in `entity_rules`, the comparison of spellings in `entity_spelling`; here they are put to a table. Work is
done on distinct names, not on mentions, so that time grows with the vocabulary of names and not with their square.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.analyse.names.merging_rules import (
    INSTITUTIONS,
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
from newscorpus.analyse.names.peoples import one_people, plural_first
from newscorpus.analyse.names.spelling import folded, is_acronym, skeleton
from newscorpus.tables.catalogue import TABLES

N_HEX_DIGITS: Final = 16
LEAST_SHARE_OF_A_PERSON: Final = (
    0.2  # of a name's mentions; rarer among a place's or firm's they are slips of the model
)
MAJORITY: Final = 0.5
VOTES_OF_A_TOLD_KIND: Final = 4  # against one of the model's readings, which are right four times in five
SHARE_OF_A_FREQUENT_FORM: Final = 0.1  # of an entity's most frequent way of writing; a fuller form must reach it


class Form(NamedTuple):
    """A way of writing a name in an article, as often as it is written so there, and where first."""

    article_id: str
    surface: str
    kind: str
    n: int
    n_votes: int
    first: int

    @property
    def is_told(self) -> bool:
        """Whether the article tells its kind."""
        return self.n_votes > self.n


class Entity(NamedTuple):
    """What a name is merged under: its kind and its folded name."""

    kind: str
    name: str


class People(NamedTuple):
    """What the corpus knows of persons: each full name's merged name, who owns a surname, all surnames there are."""

    merged: Mapping[str, str]
    owners: Mapping[str, str]
    surnames: frozenset[str]


def _forms(mentions: pa.Table) -> list[Form]:
    """The distinct forms of every article, in an order that the order of rows does not change."""
    counted = mentions.group_by(["article_id", "surface", "kind"]).aggregate(
        [([], "count_all"), ("kind_is_told", "sum"), ("start", "min")]
    )
    texts = [_shared_strings(counted[name]) for name in ("article_id", "surface", "kind")]
    n_told = pc.multiply(pc.fill_null(counted["kind_is_told_sum"], 0), VOTES_OF_A_TOLD_KIND - 1)
    n_votes = pc.add(counted["count_all"], n_told.cast(pa.int64()))
    numbers = (counted["count_all"], n_votes, counted["start_min"])
    return sorted(map(Form, *texts, *(column.to_pylist() for column in numbers)))


def _shared_strings(column: pa.ChunkedArray) -> list[str]:
    """The values of a column, with one string object for equal values: a third of the memory of plain lists."""
    encoded = column.combine_chunks().dictionary_encode()
    values = encoded.dictionary.to_pylist()
    return [values[index] for index in encoded.indices.to_pylist()]


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
    for article in _articles(forms):
        alone = {folded(form.surface, "PERSON"): form.n for form in article if form.kind == "PERSON"}
        for form in article:
            first, _, last = folded(form.surface, form.kind).partition(" ")
            if form.kind != "PERSON" and last in alone:
                yield f"{first} {last}", alone[last]


def _articles(forms: Iterable[Form]) -> Iterator[list[Form]]:
    return (list(group) for _, group in groupby(forms, key=lambda form: form.article_id))


def _people(forms: Iterable[Form], entity: Mapping[Form, Entity]) -> People:
    """Rules 3 and 4 over the whole corpus."""
    n_mentions: Counter[str] = Counter()
    for form in forms:
        if _is_person(entity[form]):
            n_mentions[entity[form].name] += form.n
    merged = same_persons(n_mentions)
    owners = owners_of_surnames(
        {merged[entity[form].name] for form in article if _is_person(entity[form])} for article in _articles(forms)
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
        if institution := headed(folded(form.surface, "ORG"), organisations):
            kind, found = "ORG", institution
        elif kind == "PERSON" and not found and not form.is_told and skeleton(name) not in people.surnames:
            kind, found = "ORG", begun(name, organisations)
        if found:
            entity[form] = Entity(kind, found)


def _by_surname(full: Mapping[str, str], name: str) -> dict[str, str]:
    """Those of the full names of an article that end in `name`, a single word."""
    return {one: merged for one, merged in full.items() if " " not in name and one.endswith(f" {name}")}


def _first_places(
    article: list[Form], entity: Mapping[Form, Entity], persons: Mapping[str, str]
) -> dict[str, int]:
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


def _by_kind(forms: Iterable[Form]) -> dict[Form, Entity]:
    kinds = _settled_kinds(forms)
    entity = {}
    for form in forms:
        name = folded(form.surface, form.kind)
        kind = kinds[name, form.kind]
        entity[form] = Entity(kind, name if kind == form.kind else folded(form.surface, kind))
    return entity


def _merge_peoples(entity: dict[Form, Entity]) -> None:
    """Rule 6, written into `entity`."""
    n_mentions: Counter[str] = Counter()
    for form, (kind, name) in entity.items():
        n_mentions[name] += form.n if kind == "GROUP" else 0
    peoples = one_people(+n_mentions)
    for form, (kind, name) in entity.items():
        if kind == "GROUP":
            entity[form] = Entity(kind, peoples[name])


def _resolved(forms: list[Form]) -> tuple[dict[Form, Entity], set[Form]]:
    """The entity of each form, and the forms that other articles than their own lead to it."""
    entity = _by_kind(forms)
    people = _people(forms, entity)
    for article in _articles(forms):
        _in_article(article, entity, people)
    _merge_peoples(entity)
    inferred = set()
    for article in _articles(forms):
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


def _one_name_each(entity: dict[Form, Entity]) -> None:
    """Entities that would be shown under one name and kind become one, for a page tells names apart by these alone."""
    while True:
        surfaces = _surfaces(entity)
        by_shown: dict[tuple[str, str], list[Entity]] = defaultdict(list)
        for merged, counts in surfaces.items():
            by_shown[merged.kind, _shown_name(merged.kind, counts)].append(merged)
        led = {e: max(alike, key=lambda e: (surfaces[e].total(), e)) for alike in by_shown.values() for e in alike}
        if len(set(led.values())) == len(surfaces):
            return
        for form, merged in entity.items():
            entity[form] = led[merged]


def _surfaces(entity: Mapping[Form, Entity]) -> dict[Entity, Counter[str]]:
    surfaces: dict[Entity, Counter[str]] = defaultdict(Counter)
    for form, merged in entity.items():
        surfaces[merged][form.surface] += form.n
    return surfaces


def _shown_name(kind: str, surfaces: Counter[str]) -> str:
    """The fullest of the frequent ways of writing; of a person always a full name where one is written, of an
    organisation never what it is by itself ("Observatory") where more is written.

    What is set in capitals, as headlines are, is shown only when it is an acronym or nothing else was written.
    """
    most = max(surfaces.values())
    frequent = [s for s in surfaces if surfaces[s] >= SHARE_OF_A_FREQUENT_FORM * most and not is_acronym(s)]
    if kind == "PERSON":
        frequent = [s for s in surfaces if is_full(folded(s, kind))] or frequent
    elif kind == "ORG" and any(folded(s, kind) in INSTITUTIONS for s in frequent):
        frequent = [s for s in surfaces if not is_acronym(s) and folded(s, kind) not in INSTITUTIONS]
    elif kind == "GROUP":
        frequent = plural_first(frequent)
    quiet = [surface for surface in frequent if not surface.isupper()] or frequent
    return min(quiet or surfaces, key=lambda surface: (-surfaces[surface], -len(surface), surface))


def entity_id(kind: str, name: str) -> str:
    """The key of an entity: 16 hexadecimal digits of a hash of its kind and folded name, the same on every machine."""
    return hashlib.sha256(f"{kind}\n{name}".encode(errors="surrogatepass")).hexdigest()[:N_HEX_DIGITS]


def _entities_table(surfaces: Mapping[Entity, Counter[str]]) -> pa.Table:
    by_id = sorted((entity_id(*entity), entity, counts) for entity, counts in surfaces.items())
    rows = [
        {
            "entity_id": key,
            "name": _shown_name(entity.kind, counts),
            "kind": entity.kind,
            "aliases": sorted(counts, key=lambda surface: (-counts[surface], surface)),
        }
        for key, entity, counts in by_id
    ]
    return pa.Table.from_pylist(rows, TABLES["entities"].schema)


def merge_names(mentions: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Give every mention its entity: (mentions with `entity_id`, entities), with columns as in tables.TABLES.

    `mentions` has the columns article_id, start, end, surface, kind and any others of that table; its rows keep their
    order and every other value but `kind`, which becomes the entity's. No two entities have one name and kind. The same
    mentions give the same entities in whatever order they come. An empty table gives two empty tables.
    """
    forms = _forms(mentions)
    entity, inferred = _resolved(forms)
    _one_name_each(entity)
    surfaces = _surfaces(entity)
    ids = {merged: entity_id(*merged) for merged in surfaces}
    keys = pa.table(
        {
            "article_id": pa.array((form.article_id for form in forms), pa.string()),
            "surface": pa.array((form.surface for form in forms), pa.string()),
            "kind": pa.array((form.kind for form in forms), pa.string()),
            "entity_id": pa.array((ids[entity[form]] for form in forms), pa.string()),
            "settled_kind": pa.array((entity[form].kind for form in forms), pa.string()),
            "is_inferred": pa.array((form in inferred for form in forms), pa.bool_()),
        }
    )
    del forms, entity, inferred
    rows = mentions.select(["article_id", "surface", "kind"]).append_column(
        "row", pa.array(range(len(mentions)), pa.int64())
    )
    joined = rows.join(keys, ["article_id", "surface", "kind"]).sort_by("row")
    columns = {name: mentions[name] for name in mentions.column_names}
    columns |= {name: joined[name] for name in ("entity_id", "is_inferred")} | {"kind": joined["settled_kind"]}
    schema = pa.schema([field for field in TABLES["mentions"].schema if field.name in columns])
    columns = {name: columns[name] for name in schema.names}
    return pa.table(columns, schema), _entities_table(surfaces)
