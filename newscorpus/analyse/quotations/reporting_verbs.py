"""The verbs that report what somebody said, their classes, and the forms they are met in.

The list is our own and lies beside this module as `reporting_verbs.csv`, where readers can see and edit it. Its classes
follow what research on attribution tells apart: G. Thompson and Y. Ye, "Evaluation in the reporting verbs used in
academic papers" (Applied Linguistics 12, 1991); M. Bednarek, "Evaluation in Media Discourse" (2006); S. Pareti, "PARC
3.0: a corpus of attribution relations" (LREC 2016); and the press's own stylebooks, which warn that "claim" doubts and
"admit" grants what "say" only reports.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast, get_args

VerbClass = Literal[
    "neutral", "stressing", "doubting", "granting", "hostile", "emotional", "approving", "denying", "hedged", "belief"
]
"""`belief` holds verbs of thought, wish and finding (think, want, show): recognised, but no speech."""

PATH: Final = Path(__file__).with_name("reporting_verbs.csv")
COLUMNS: Final = ("verb", "class", "core", "takes", "forms")
_VOWELS: Final = "aeiou"


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A reporting verb: its base form (with a particle: "point out"), its class, whether it reports speech (`core`).

    `takes` says what of its sentence is told: a `clause`, an `infinitive`, a `noun` (its object), or what a preposition
    brings (`of`, `about`, `for` …).
    """

    verb: str
    verb_class: VerbClass
    core: bool
    takes: frozenset[str]


def inflected(verb: str) -> Iterator[str]:
    """The regular forms of a base form, itself first.

    >>> list(inflected("deny")), list(inflected("state"))
    (['deny', 'denies', 'denied', 'denying'], ['state', 'states', 'stated', 'stating'])
    """
    yield verb
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    else:
        sibilant = verb.endswith(("s", "x", "z", "ch", "sh"))
        yield from (verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing")


def _rows() -> Iterator[dict[str, str]]:
    with PATH.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def reporting_verbs() -> dict[str, ReportingVerb]:
    """Base form -> verb, in the order of the list. Raises ValueError for a row whose class is none of VerbClass."""
    verbs = {}
    for row in _rows():
        if row["class"] not in get_args(VerbClass):
            raise ValueError(f"{PATH.name}: {row['verb']} has the class {row['class']!r}, which is none of {COLUMNS}")
        verb_class = cast(VerbClass, row["class"])
        verbs[row["verb"]] = ReportingVerb(
            row["verb"], verb_class, row["core"] == "yes", frozenset(row["takes"].split())
        )
    return verbs


@cache
def verb_forms() -> dict[str, str]:
    """Form -> first word of the base form: "said" -> "say", "points" -> "point"."""
    forms: dict[str, str] = {}
    for row in _rows():
        base = row["verb"].split()[0]
        for form in (*inflected(base), *row["forms"].split()):
            forms.setdefault(form, base)
    return forms


def reporting_verb(form: str, particle: str | None = None) -> ReportingVerb | None:
    """The verb that `form` (and its particle) is a form of, None when the list does not hold it.

    >>> reporting_verb("Said").verb, reporting_verb("pointed", "out").verb_class, reporting_verb("pointed")
    ('say', 'granting', None)
    """
    base = verb_forms().get(form.lower())
    if base is None:
        return None
    verbs = reporting_verbs()
    return verbs.get(f"{base} {particle.lower()}") or verbs.get(base) if particle else verbs.get(base)


def verb_class(verb: str) -> VerbClass | None:
    """The class of a base form, None when the list does not hold it."""
    known = reporting_verbs().get(verb)
    return known.verb_class if known else None
