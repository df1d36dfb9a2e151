"""Names made whole: what the model parted at a hyphen or a particle is joined again.

"Ursula von | der Tannen", "Hyun | -woo Castell", "Emil Sandoval | -Krog": the model marks pieces of such names, and
each piece alone is nobody.
"""

import re
from collections.abc import Sequence
from typing import Final

from newscorpus.analyse.names.casing import is_common, opens_sentence
from newscorpus.analyse.names.kinds import NEVER_ALONE
from newscorpus.analyse.names.spans import Span, kind_of_place_or_people
from newscorpus.text.titles import FIRST_NAMES, ROLES, TITLES
from newscorpus.text.words import word_set

_PARTICLE: Final = r"(?:de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|ten|zu|bin|ibn|al|el)"
_OPENS_SURNAME: Final = r"(?:de|del|della|di|da|dos|du|van|von|der|den|ter|zu|bin|ibn)"  # "al", "la" open other names
_WORD: Final = r"[^\W\d_a-z][^\W_]*(?:['-][^\W_]+)*"
_SURNAME_FOLLOWS: Final = re.compile(rf"(?:\s{_PARTICLE})+\s{_WORD}")
_SURNAME_GOES_ON: Final = re.compile(rf"(?:\s{_PARTICLE})*\s{_WORD}")
_ENDS_IN_PARTICLE: Final = re.compile(rf"\s{_PARTICLE}$")
_PARTICLES_BEFORE: Final = re.compile(rf"(?<![\w'-]){_OPENS_SURNAME}\s(?:{_PARTICLE}\s)*$", re.IGNORECASE)
_GIVEN_BEFORE: Final = re.compile(rf"(?<![\w'-])(?:(?P<name>{_WORD})\s|(?:[^\W\d_]\.\s?)+)$")
_NAME_BEFORE: Final = re.compile(r"(?<![\w'.-])(?P<name>[^\W\d_a-z][^\W\d_A-Z]{2,})\s$")
_WITH_GIVEN_NAMES: Final = frozenset(("PERSON", "ORG"))
_WIDTH_BEFORE: Final = 40  # characters looked at before a surname: longer than a given name and its particles
_REST_OF_DOUBLE_NAME: Final = re.compile(rf"-{_WORD}")
_WORDS_AFTER_HYPHEN: Final = word_set(
    # Behind a name and a hyphen they make an adjective: "US-run Gitmo".
    """led run held made born like style era wide type size only free aid bred trade rich owned bound class wing area
    watch right left in to and or"""
)
_SECOND_SYLLABLE: Final = re.compile(rf"-(?P<syllable>(?!\w*ed\b)[a-z]{{2,5}})(?P<surname>\s{_WORD})?(?![\w-])")


def _behind_syllable(line: str, span: Span) -> Span:
    """ "Hyun" of "Hyun-woo Castell", "Ban Ki" of "Ban Ki-moon"; not "UN" of "UN-led Castell"."""
    match = _SECOND_SYLLABLE.match(line, span.end)
    if not match or match["syllable"] in _WORDS_AFTER_HYPHEN:
        return span
    stands_alone = " " not in line[span.start : span.end]
    if stands_alone and not match["surname"]:
        return span
    return Span(span.start, match.end() if stands_alone else match.end("syllable"), "PERSON")


def _behind_particles(line: str, span: Span) -> Span:
    form = _SURNAME_GOES_ON if _ENDS_IN_PARTICLE.search(line[span.start : span.end]) else _SURNAME_FOLLOWS
    match = form.match(line, span.end)
    return span._replace(end=match.end()) if match else span


def _from_particles(line: str, span: Span) -> Span:
    """The span with the particles before its surname, and the given name before them."""
    left = max(0, span.start - _WIDTH_BEFORE)
    particles = _PARTICLES_BEFORE.search(line, left, span.start)
    if not particles:
        return span
    given = _GIVEN_BEFORE.search(line, left, particles.start())
    is_name = given and not (given["name"] and (kind_of_place_or_people(given["name"]) or is_common(given["name"])))
    is_name = is_name or (given and given["name"] in FIRST_NAMES)
    return span._replace(start=given.start() if given and is_name else particles.start())


def made_whole(line: str, span: Span) -> Span:
    """The whole name that `span` of `line` is a piece of; `span` itself where nothing was parted.

    >>> line = "Ursula von der Tannen met Hyun-woo Castell."
    >>> whole = made_whole(line, Span(0, 10, "PERSON"))
    >>> line[whole.start:whole.end]
    'Ursula von der Tannen'
    """
    span = _behind_syllable(line, span)
    if span.kind != "PERSON":
        return span
    if " " in line[span.start : span.end] and (match := _REST_OF_DOUBLE_NAME.match(line, span.end)):
        span = span._replace(end=match.end())
    return _from_particles(line, _behind_particles(line, span))


def with_given_names(line: str, spans: Sequence[Span]) -> list[Span]:
    """The spans in order, single words with the unmarked name directly before them: "Emeka" before "Thorsen".

    Only a word that is no common word, opens no sentence and belongs to no other name is taken along.
    """
    found: list[Span] = []
    end_of_last = 0
    for span in sorted(spans):
        given = _NAME_BEFORE.search(line, end_of_last, span.start) if span.kind in _WITH_GIVEN_NAMES else None
        if given and " " not in line[span.start : span.end] and _is_given_name(line, given):
            span = Span(given.start("name"), span.end, "PERSON")
        found.append(span)
        end_of_last = span.end
    return found


def _is_given_name(line: str, match: re.Match[str]) -> bool:
    word = match["name"]
    known = kind_of_place_or_people(word) or is_common(word) or word in NEVER_ALONE or word.lower() in TITLES | ROLES
    return not known and not opens_sentence(line, match.start("name"))
