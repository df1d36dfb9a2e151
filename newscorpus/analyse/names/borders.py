"""Words at the borders of names that are no part of them, told by what the article writes elsewhere."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from newscorpus.analyse.names.casing import Casing, is_common, is_given_name, is_no_name, opens_sentence
from newscorpus.analyse.names.spans import Span
from newscorpus.text.titles import ORGANISATIONS_END_IN, ROLES, TITLES, end_of_titles
from newscorpus.text.words import word_set

NEVER_FIRST: Final = word_set(
    """from by per via with for and but or if when while as is are was were did does do has have had not now then here
    there why how what who where yet also after before since until to in on at about against meanwhile says said
    beyond among"""
)
"""Words that open no name of a person or place, whatever their capital."""
FULL_NAME: Final = 2  # words
SHORTEST_WORD: Final = 6  # letters; given names that are words as well (Rush, Donna) are shorter
_OFFICE_OF: Final = re.compile(r"(?:secretary|minister) (?:of|for)\s$", re.IGNORECASE)
_WIDTH_OF_OFFICE: Final = 16  # characters
_NO_KIND_OF_A_TITLED_NAME: Final = frozenset(("WORK", "OTHER", "EVENT", "LAW"))


def _without_first(text: str, span: Span) -> Span:
    return span._replace(start=span.start + len(text[span.start : span.end].split(" ", 1)[0]) + 1)


def _from_its_name(text: str, span: Span, alone: Counter[str]) -> Span:
    """The span without function words, and without common words before a person: "Derelict Roe", "Crooked Jane Roe".

    Before a single surname a common word could be a rare given name: it is left out where it opens a sentence, once in
    the article, and the article has the surname by itself more often.
    """
    while len(words := text[span.start : span.end].split(" ")) >= FULL_NAME and span.kind in ("PERSON", "PLACE"):
        first = words[0]
        is_long = len(words) > FULL_NAME and span.kind == "PERSON"
        is_once = span.kind == "PERSON" and opens_sentence(text, span.start) and text.count(" ".join(words)) == 1
        is_before_surname = is_once and alone[words[-1]] >= FULL_NAME
        is_word = len(first) >= SHORTEST_WORD and first[1:].islower() and is_common(first) and not is_given_name(first)
        if first.lower() not in NEVER_FIRST and not (is_word and (is_long or is_before_surname)):
            break
        if not words[1][:1].isupper():
            break
        span = _without_first(text, span)
    return span


def _titled(text: str, span: Span) -> Span:
    """ "Mayor Jane Roe" read as the name of a work: the person."""
    surface = text[span.start : span.end]
    at = end_of_titles(surface)
    rest = surface[at:].split()
    is_person = span.kind in _NO_KIND_OF_A_TITLED_NAME and at > 0 and len(rest) >= FULL_NAME
    if is_person and rest[-1].lower() not in ORGANISATIONS_END_IN and not is_common(rest[0]):
        return Span(span.start + at, span.end, "PERSON")
    return span


def _without_title_of_next(text: str, span: Span, starts: frozenset[int]) -> Span:
    """ "Oslo Mayor" before "Jane Roe": the title is hers, and the name is Oslo."""
    words = text[span.start : span.end].split(" ")
    if len(words) >= FULL_NAME and span.end + 1 in starts and words[-1].lower() in TITLES | ROLES:
        return span._replace(end=span.end - len(words[-1]) - 1)
    return span


def _is_word_of_sentence(text: str, span: Span, casing: Casing) -> bool:
    """Whether a single word has its capital from opening a sentence: the article has it in small letters elsewhere."""
    surface = text[span.start : span.end]
    in_small = surface.lower() in casing.small and is_no_name(surface, casing)
    return in_small and surface.isalpha() and not surface.isupper() and opens_sentence(text, span.start)


def _is_portfolio(text: str, span: Span) -> bool:
    """ "State" of "Secretary of State": part of an office, and nobody's name."""
    before = text[max(0, span.start - _WIDTH_OF_OFFICE) : span.start]
    return span.kind == "ORG" and is_common(text[span.start : span.end]) and _OFFICE_OF.search(before) is not None


def _parted(text: str, span: Span, kinds: Mapping[str, str]) -> list[Span]:
    """ "Oslo and Port Said", "Oslo to Port Said": two names, where the article has them by themselves.

    Of names joined by "and" both must stand elsewhere, since many an organisation has an "and" of its own.
    """
    surface = text[span.start : span.end]
    for joint, least in ((" and ", 2), (" to ", 1)):
        left, _, right = surface.partition(joint)
        if right[:1].isupper() and (left in kinds) + (right in kinds) >= least:
            middle = span.start + len(left)
            kind = kinds.get(left) or kinds[right]
            return [Span(span.start, middle, kind), Span(middle + len(joint), span.end, kinds.get(right, kind))]
    return [span]


def within_borders(text: str, spans: Sequence[Span], casing: Casing) -> list[Span]:
    """The spans without words that are no part of the name; those that are only such words are left out."""
    alone = Counter(text[span.start : span.end] for span in spans if span.kind == "PERSON")
    starts = frozenset(span.start for span in spans if span.kind == "PERSON")
    cut: Iterable[Span] = (_without_title_of_next(text, span, starts) for span in spans)
    cut = [_from_its_name(text, _titled(text, span), alone) for span in cut]
    kinds = {text[span.start : span.end]: span.kind for span in cut}
    cut = [part for span in cut for part in _parted(text, span, kinds)]
    return [s for s in cut if not _is_word_of_sentence(text, s, casing) and not _is_portfolio(text, s)]
