"""The borders of a name: what the model took along too much is cut off, what it ran together is parted."""

import re
from typing import Final, NamedTuple

from newscorpus.text.countries import CAPITALS, COUNTRIES, PEOPLES, STATES
from newscorpus.text.titles import end_of_titles
from newscorpus.text.words import word_set

KEEP_THE: Final = word_set("Hague Gambia")  # "The Hague" is the city's whole name
KEEP_POSSESSIVE: Final = word_set(
    "Moody's McDonald's Lloyd's Sotheby's Christie's Sainsbury's Lord's Macy's Levi's Wendy's"
)

LONGEST_NAME: Final = 120  # characters; what the model marks beyond it is no name

_BEFORE: Final = re.compile(r"[^\w$#@]*(?:\d[\w.,:=]*[\s=-]+)*")
_DETERMINER: Final = re.compile(r"(?:the|an?|this|its|his|her|their|our)\s+", re.IGNORECASE)
_AFTER: Final = re.compile(r"[^\w).!?]+$|(?<![^\W_])[.!?]+$|[!?]$")
_LAST_STOP: Final = re.compile(r"(?<=\w\w)[.!?]$")  # "Roe Corp." at the end of a line has the stop of the sentence
_POSSESSIVE: Final = re.compile(r"'s?$")
_SMALL_TAIL: Final = re.compile(r"\s+(?!(?:al|el|bin|ben|de|da|la|le|van|von)\b)[a-z]\S*$")
_FIGURES_TAIL: Final = re.compile(r"[\s,(]+[-+]?\d\S*$")
_INNER_POSSESSIVE: Final = re.compile(r"'s?\s+(?=\S)")


class Span(NamedTuple):
    """A candidate: offsets into the line it stands in, and its kind."""

    start: int
    end: int
    kind: str


def _trimmed_left(line: str, span: Span) -> Span:
    start = _BEFORE.match(line, span.start, span.end).end()  # type: ignore[union-attr]  # matches everywhere
    determiner = _DETERMINER.match(line, start, span.end)
    if determiner and line[determiner.end() : span.end] not in KEEP_THE:
        start = determiner.end()
    if span.kind == "PERSON":
        start += end_of_titles(line[start : span.end])
    return span._replace(start=min(start, span.end))


def _trimmed_right(line: str, span: Span) -> Span:
    surface, before = line[span.start : span.end], ""
    if not any(map(str.isalnum, line[span.end :])):
        surface = _LAST_STOP.sub("", surface)
    while surface != before:
        before = surface
        surface = _AFTER.sub("", surface)
        if surface.rsplit(" ", 1)[-1] not in KEEP_POSSESSIVE:
            surface = _POSSESSIVE.sub("", surface)
        surface = _SMALL_TAIL.sub("", surface)
        if span.kind in ("PERSON", "PLACE"):
            surface = _FIGURES_TAIL.sub("", surface)
    return span._replace(end=span.start + len(surface))


def kind_of_place_or_people(surface: str) -> str | None:
    """PLACE for a country, state or capital, GROUP for a people, None for anything else."""
    if surface in COUNTRIES or surface in STATES or surface in CAPITALS:
        return "PLACE"
    return "GROUP" if surface in PEOPLES else None


def _parted(line: str, span: Span) -> list[Span]:
    """ "Austria's Jane Roe" is a place and a person; "Kenyan Jane Roe" a people and a person."""
    surface = line[span.start : span.end]
    for match in _INNER_POSSESSIVE.finditer(surface):
        owner = kind_of_place_or_people(surface[: match.start()])
        if span.kind == "PERSON" or owner:
            left = Span(span.start, span.start + match.start(), owner or span.kind)
            return [left, *_parted(line, span._replace(start=span.start + match.end()))]
    first, _, rest = surface.partition(" ")
    if span.kind == "PERSON" and " " in rest.strip() and first in PEOPLES:
        return [Span(span.start, span.start + len(first), "GROUP"), span._replace(start=span.end - len(rest))]
    return [span]


def tidied(line: str, span: Span) -> list[Span]:
    """The names that `span` of `line` holds, without articles, titles, possessives, figures and stops; [] for none."""
    found: list[Span] = []
    if span.end - span.start > LONGEST_NAME:
        return found
    for part in _parted(line, _trimmed_right(line, span)):
        cut = _trimmed_right(line, _trimmed_left(line, part))
        surface = line[cut.start : cut.end]
        if any(map(str.isalpha, surface)) and not (surface.islower() and surface.isascii()):
            found.append(cut._replace(kind=kind_of_place_or_people(surface) or cut.kind))
    return found
