"""Mentions brought together into entities: one row a person, organisation or place, however it is written.

The rules are in `merging_rules`, the comparison of spellings in `spelling`; `resolving` puts them to a corpus. Here are
the tables before and after.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

import pyarrow as pa

from newscorpus.analyse.names.forms import Entity, Form, forms_of
from newscorpus.analyse.names.merging_rules import INSTITUTIONS, is_full
from newscorpus.analyse.names.peoples import plural_first
from newscorpus.analyse.names.resolving import resolved
from newscorpus.analyse.names.spelling import folded, is_acronym
from newscorpus.tables.catalogue import TABLES

N_HEX_DIGITS: Final = 16
SHARE_OF_A_FREQUENT_FORM: Final = 0.1  # of an entity's most frequent way of writing; a fuller form must reach it


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
    elif kind == "ORG":
        frequent = [s for s in frequent if any(s.startswith(f"{short} ") for short in frequent)] or frequent
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
    forms = forms_of(mentions)
    entity, inferred = resolved(forms)
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
