"""Who the words that name a speaker stand for: "Mr Chen", "he", "the ambassador" as one person, where a text says so.

A name is looked up among the people the text names in full; a pronoun goes to the likeliest person before it; a role
to the one person the text gives that role. What cannot be told stays as the text has it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp
from typing import Final

from newscorpus.analyse.quotations.people import (
    Person,
    bare_name,
    gender_shown,
    name_words,
    person_called,
)
from newscorpus.analyse.quotations.roles import holder_of, roles_shown
from newscorpus.analyse.quotations.values import Attribution, Confidence, Finding, Names, Span, merged, overlaps
from newscorpus.text.quotation_marks import find_quotations
from newscorpus.text.titles import FEMALE, MALE, SHORT_TITLES
from newscorpus.text.words import word_set

PRONOUNS_OF_PERSONS: Final = {"he": MALE, "him": MALE, "his": MALE, "she": FEMALE, "her": FEMALE}
OTHER_PRONOUNS: Final = word_set("i we you they it who which that this us them me what their our its my whose")
LONGEST_REACH: Final = 2_000  # characters back to the person a pronoun stands for; news repeats the name sooner
HALF_FORGOTTEN: Final = 400.0  # characters after which a mention weighs a third (e-fold): two or three sentences
WEIGHT_OF_RECENCY: Final = 2.0
WEIGHT_OF_LAST_SPEAKER: Final = 1.5  # who spoke last mostly goes on speaking; read by hand on 45 pronouns of news text
WEIGHT_OF_SUBJECT: Final = 0.7  # names that open a sentence are its subject
MOST_MENTIONS: Final = 2_000  # of people in a text; a list of more names is no story, and each is held against each
WEIGHT_OF_GENDER: Final = 1.0  # a title that shows the pronoun's gender says more than a place in the sentence
_TITLE: Final = rf"(?:{'|'.join(sorted(title.capitalize() for title in SHORT_TITLES))})\.?\s+"
_OPENS_SENTENCE: Final = re.compile(rf"(?:^|[.?!\n][\"')]*\s*)(?:(?:But|And)\s+|{_TITLE})*$")
_WORD: Final = re.compile(r"[^\W_]+")
N_CHARACTERS_BEFORE: Final = 24  # enough to see whether a sentence opens before a name
_APPOSITION: Final = re.compile(rf",\s+(?:{_TITLE})?")


def _pronoun_person(
    text: str, at: int, gender: str, people: Sequence[Person], last_speaker: str | None
) -> Person | None:
    """The person that a pronoun at `at` most likely stands for; None when nobody was named shortly before."""
    best, best_score = None, 0.0
    for person in people:
        before = [start for start in person.places if at - LONGEST_REACH < start < at]
        if not before or person.gender not in (None, gender):
            continue
        place = max(before)
        score = WEIGHT_OF_RECENCY * exp((place - at) / HALF_FORGOTTEN)
        score += WEIGHT_OF_LAST_SPEAKER * (person.name == last_speaker)
        opening = text[max(0, place - N_CHARACTERS_BEFORE) : place]
        score += WEIGHT_OF_GENDER * (person.gender == gender)
        score += WEIGHT_OF_SUBJECT * bool(_OPENS_SENTENCE.search(opening))
        if score > best_score:
            best, best_score = person, score
    return best


def _name_at(names: Names, span: Span, head: int) -> tuple[str, str] | None:
    """(surface, kind) of the name that holds the head of a phrase, or that the phrase ends with."""
    for name in names:
        if name.start <= head < name.end:
            return name.surface, name.kind
    for name in names:
        if name.kind == "PERSON" and span[0] <= name.start and name.end == span[1]:
            return name.surface, name.kind
    return None


def _name_beside(text: str, names: Names, end: int) -> str | None:
    """The person set beside a role, between commas: "the mayor, Jane Roe, said"."""
    comma = _APPOSITION.match(text, end)
    if comma is None:
        return None
    beside = (n for n in names if n.kind == "PERSON" and comma.start() < n.start <= comma.end())
    return next((n.surface for n in beside if text[n.end : n.end + 1] == ","), None)


def _lowered(confidence: Confidence) -> Confidence:
    return "likely" if confidence == "clear" else confidence


def people_in(text: str, names: Names) -> list[Person]:
    """The people among `names`, surnames and first names given to the one full name they fit."""
    people: list[Person] = []
    by_word: dict[str, dict[int, None]] = {}  # first or last word of a name -> places in `people`, in order
    mentions = [n for n in names if n.kind == "PERSON" and name_words(n.surface)][:MOST_MENTIONS]
    for name in sorted(mentions, key=lambda n: (-len(name_words(n.surface)), n.start)):
        words = name_words(name.surface)
        alike = sorted({*by_word.get(words[0], ()), *by_word.get(words[-1], ())})
        known = person_called(name.surface, [people[k] for k in alike])
        person = known or Person(bare_name(name.surface), words)
        roles, settings = roles_shown(text, name)
        grown = replace(
            person,
            places=(*person.places, name.start),
            gender=person.gender or gender_shown(text, name.start, name.surface),
            roles=person.roles | roles,
            settings=person.settings | settings,
        )
        if known is None:
            for word in (words[0], words[-1]):
                by_word.setdefault(word, {})[len(people)] = None
            people.append(grown)
        else:
            people[next(k for k in alike if people[k] is known)] = grown
    surfaces = {name.start: name.surface for name in mentions}
    return [replace(person, name=_usual_name(person, surfaces)) for person in people]


def _usual_name(person: Person, surfaces: dict[int, str]) -> str:
    """The way a person is named in full most often, the longest of equals: nobody is called by an insult made once."""
    full = [bare_name(surfaces[k]) for k in person.places if len(name_words(surfaces[k])) > 1]
    if not full:
        return person.name
    counts = Counter(full)
    return max(counts, key=lambda name: (counts[name], len(name)))


@dataclass(frozen=True, slots=True)
class Cast:
    """A straightened text, its names, and the people they are; `told` holds those named outside quotation marks."""

    text: str
    names: Names
    people: tuple[Person, ...]
    told: tuple[Person, ...]


def cast_of(text: str, names: Names) -> Cast:
    """The people of a text. A pronoun outside quotation marks never means somebody named only inside them."""
    quoted = merged((q.start, q.end) for q in find_quotations(text))
    outside = [name for name in names if not overlaps(quoted, name.start, name.end)]
    return Cast(text, names, tuple(people_in(text, names)), tuple(people_in(text, outside)))


Resolution = tuple[str | None, bool, bool]
"""Name or description of a speaker, whether it is a name, whether it was concluded."""


def resolved(cast: Cast, span: Span, head: int, last_speaker: str | None) -> Resolution:
    """Who the phrase at `span` with its head at `head` stands for; (None, False, False) when nobody can be told."""
    found = _WORD.match(cast.text, head)
    word = found[0] if found else ""
    gender = PRONOUNS_OF_PERSONS.get(word.lower())
    if gender is not None and head == span[0]:
        person = _pronoun_person(cast.text, head, gender, cast.told, last_speaker)
        return (person.name, True, True) if person else (None, False, False)
    if word.lower() in OTHER_PRONOUNS:
        return None, False, False
    return _described(cast, span, head, word)


def _described(cast: Cast, span: Span, head: int, word: str) -> Resolution:
    found = _name_at(cast.names, span, head)
    known = person_called(found[0] if found else word, cast.people)
    if known is not None and (found[1] == "PERSON" if found else word[:1].isupper()):
        return known.name, True, False
    if found is not None:
        return bare_name(found[0]), True, False
    beside = _name_beside(cast.text, cast.names, span[1])
    if beside is not None:
        known = person_called(beside, cast.people)
        return (known.name if known else bare_name(beside)), True, False
    phrase = cast.text[slice(*span)]
    holder = holder_of(phrase, word, cast.people)
    if holder is not None:
        return holder.name, True, True
    return " ".join(phrase.split()) or None, False, False


def _attribution(number: int, finding: Finding, found: Resolution) -> Attribution:
    speaker, named, concluded = found
    doubtful = concluded or (speaker is None and finding.type != "fragment")
    return Attribution(
        number=number,
        spans=finding.spans,
        type=finding.type,
        speaker=speaker,
        speaker_span=finding.speaker_span,
        speaker_named=named,
        speaker_inferred=speaker is not None and (concluded or finding.inferred),
        verb=finding.verb,
        verb_class=finding.verb_class,
        core=finding.core,
        confidence=_lowered(finding.confidence) if doubtful else finding.confidence,
    )


def with_speakers(text: str, findings: Sequence[Finding], names: Names) -> list[Attribution]:
    """Attributions made of `findings`, numbered in their order, with the speakers resolved among `names`.

    A floating quotation takes the speaker of the speech it was given to.
    """
    cast = cast_of(text, names)
    last_speaker: str | None = None
    by_verb: dict[int, Resolution] = {}
    attributions = []
    for number, finding in enumerate(findings):
        found: Resolution = (None, False, False)
        if finding.inferred and finding.verb_start in by_verb:
            found = by_verb[finding.verb_start]
        elif finding.speaker_span is not None and finding.speaker_head is not None:
            found = resolved(cast, finding.speaker_span, finding.speaker_head, last_speaker)
        by_verb.setdefault(finding.verb_start, found)
        if finding.core and found[1]:
            last_speaker = found[0]
        attributions.append(_attribution(number, finding, found))
    return attributions
