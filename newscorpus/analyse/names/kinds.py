"""What an article as a whole says of its names: who is a person, the one kind of a name, where it was passed over."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from newscorpus.analyse.names.evidence import CLEAR, evidence
from newscorpus.analyse.names.merging_rules import INSTITUTIONS
from newscorpus.analyse.names.spans import Span, kind_of_place_or_people
from newscorpus.text.countries import ALSO_PERSONS, COUNTRIES, PEOPLES
from newscorpus.text.titles import FIRST_NAMES, ORGANISATIONS_END_IN
from newscorpus.text.words import word_set

SHORTEST_PART: Final = 3  # letters of a surname that may be looked for alone; shorter ones are words too often
LONGEST_PERSON: Final = 4  # words of a person's name
KINDS_FOUND_AGAIN: Final = frozenset(("PERSON", "ORG", "PLACE", "GROUP"))
NEVER_ALONE: Final = word_set(
    # Words that begin with a capital for other reasons than being a name.
    """January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday The A An In On At By For From With And But Or If It He She We
    They You I His Her Its Their Our My This That These Those There Here When While After Before As So No Not
    All Some Many Such What Who Why How Will Can May Just Still Only Both New Old First Second Third One Two
    Three North South East West Northern Southern Eastern Western Chief State Junior Senior Jr Sr God House
    Street Road Park City Club County University College Bank Women Men Add Total"""
)
ALSO_ORGANISATIONS: Final = word_set(
    """line lines guard observatory panel inspectorate tribunal syndicate ministries coal oil energy mining petroleum
    resources media entertainment studios insurance telecom logistics railways"""
)
PLACES_END_IN: Final = word_set(
    """island islands archipelago road street avenue boulevard square airport valley peninsula mountain mountains river
    reservoir bay pass dam sea ocean strait gulf desert harbour harbor beach canyon canal bridge province reef skerry
    glacier lighthouse"""
)
"""Last words, in lower case, of names that are places where no given name stands first."""
PARTICLES: Final = word_set("de del della di da dos du la le van der den von ten ter bin ibn al el st san abu ben mac")

_NAME_WORD: Final = re.compile(r"[^\W\d_](?:[\w]|['.&-](?=\w))*")


def _bare(surface: str) -> str:
    return surface.casefold().replace(".", "")


def _person_parts(text: str, spans: Sequence[Span]) -> set[str]:
    """Surnames, and family names that stand first, of the full names of persons in the text.

    A country's name is no part unless it is a usual given name or surname; a people's is one as a surname ("Turk").
    """
    parts = set()
    for span in spans:
        words = text[span.start : span.end].split()
        if span.kind == "PERSON" and len(words) > 1:
            last = words[-1]
            parts.update(
                {word for word in (words[0], last) if not kind_of_place_or_people(word) or word in ALSO_PERSONS}
            )
            parts.update({last} & PEOPLES)
    return {part for part in parts - NEVER_ALONE if len(part) >= SHORTEST_PART and part[0].isupper()}


def _votes(text: str, spans: Sequence[Span]) -> dict[str, Counter[str]]:
    """Folded name -> kind -> votes: one an occurrence, more where the words around it say what it is."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        ballot = votes[_bare(text[span.start : span.end])]
        ballot[span.kind] += 1
        ballot.update(evidence(text, span))
    return votes


def _kind_by_its_words(surface: str, kind: str) -> str:
    """The kind of a name of several words, where its last or first word leaves no doubt."""
    words = surface.split()
    if len(words) == 1 or kind_of_place_or_people(surface) or kind not in ("PERSON", "ORG", "PLACE", "OTHER", "WORK"):
        return kind
    is_institution = words[0].lower() in INSTITUTIONS and words[1].lower() in ("of", "for")
    if is_institution or words[-1].lower().strip(".,") in ORGANISATIONS_END_IN | ALSO_ORGANISATIONS:
        return "ORG"
    if words[-1].lower() in PLACES_END_IN and words[0] not in FIRST_NAMES:
        return "PLACE"
    if (
        words[0] in FIRST_NAMES
        and len(words) <= LONGEST_PERSON
        and all(w[0].isupper() or w in PARTICLES for w in words)
    ):
        return "PERSON"
    return kind


def _settled(surface: str, span: Span, persons: set[str], ballot: Counter[str]) -> str:
    known = kind_of_place_or_people(surface)
    if surface in persons:
        return "PERSON"
    best = max(ballot.values())
    kind = span.kind if ballot[span.kind] == best else min(kind for kind, n in ballot.items() if n == best)
    if known == "GROUP" or surface in COUNTRIES:
        return kind if surface in ALSO_PERSONS and kind == "PERSON" else str(known)
    if known == "PLACE":
        return kind if kind in ("ORG", "PERSON") else known
    return kind


def with_settled_kinds(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans with one kind for each name of the text: parts of persons' names, then facts, then the majority."""
    spans = [span._replace(kind=_kind_by_its_words(text[span.start : span.end], span.kind)) for span in spans]
    votes = _votes(text, spans)
    persons = _person_parts(text, spans)
    settled = []
    for span in spans:
        surface = text[span.start : span.end]
        settled.append(span._replace(kind=_settled(surface, span, persons, votes[_bare(surface)])))
    return settled


def told_names(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """Surfaces whose kind the article tells, by a fact, by a word of the name or by the words around it.

    The kind of the others is the model's reading, and where articles differ these count for more.
    """
    found = set()
    for span in spans:
        surface = text[span.start : span.end]
        by_words = {_kind_by_its_words(surface, other) for other in ("PERSON", "ORG", "PLACE")}
        if by_words == {span.kind} or evidence(text, span)[span.kind] >= CLEAR:
            found.add(surface)
    return frozenset(found)


def _names_by_first_word(text: str, spans: Sequence[Span]) -> dict[str, dict[str, str]]:
    """First word -> name -> kind, of the names worth looking for again."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for span in spans:
        if span.kind in KINDS_FOUND_AGAIN:
            surface = text[span.start : span.end]
            known[surface.split()[0]].setdefault(surface, span.kind)
    for part in _person_parts(text, spans):
        known[part].setdefault(part, "PERSON")
    return known


def _fact(word: str) -> dict[str, str]:
    """A country or people that the word names by itself, whatever the model saw."""
    if word in ALSO_PERSONS or not (word in COUNTRIES or word in PEOPLES):
        return {}
    return {word: kind_of_place_or_people(word) or "PLACE"}


def found_again(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Names of the text where the model passed over them: whole names, surnames, countries and peoples.

    A single word that also stands in small letters in the text is left alone: it may be that word.
    """
    known = _names_by_first_word(text, spans)
    words = list(_NAME_WORD.finditer(text))
    in_small = {match[0] for match in words if match[0].islower()}
    taken = {place for span in spans for place in range(span.start, span.end)}
    for match in words:
        start, word = match.start(), match[0].removesuffix("'s")
        if start in taken or not word[0].isupper():
            continue
        here = known.get(word) or _fact(word)
        for surface in sorted(here, key=len, reverse=True):
            end = start + len(surface)
            whole = text.startswith(surface, start) and not text[end : end + 1].isalnum()
            if whole and not _too_common(surface, in_small) and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield Span(start, end, here[surface])
                break


def _too_common(surface: str, in_small: set[str]) -> bool:
    """Whether a single word proves too little to be looked for by itself."""
    return " " not in surface and (
        surface in NEVER_ALONE or surface.lower() in in_small or len(surface) < SHORTEST_PART
    )
