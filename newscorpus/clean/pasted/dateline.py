"""The dateline in front of an article's first sentence, "GENEVA (AFP) —": read, then cut, for it tells of the article.

Left where it stood, its city and its agency would count as names that the article speaks of.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from newscorpus.clean.agency import agency_named
from newscorpus.clean.outlet import is_known_outlet
from newscorpus.clean.pasted.captions import find_caption
from newscorpus.clean.pasted.cues import Cue, find_cue
from newscorpus.clean.pasted.lines import read_lines
from newscorpus.values import CleanArticle, Removal

N_OPENING_LINES: Final = 3
"""Lines of a text among which the first sentence is looked for: a headline and a summary may stand above it."""
MAX_PLACE_WORDS: Final = 5
"""Words of the longest place, "Ho Chi Minh City" with one to spare."""
MAX_PLACES: Final = 3
"""Parts of a place: city, province, country."""
MIN_CAPITALS: Final = 3
"""Letters of a place in capitals that no agency stands behind: "A —" and "Q —" open answers and questions."""

_IN_BRACKETS: Final = re.compile(
    r"(?P<before>[^()\n]{0,80})\((?P<agency>[^()\n]{2,40})\)\s{0,2}(?P<mark>--?|[–—―_:])?\s"
)
_BEHIND_PLACE: Final = re.compile(r"(?P<before>[^()\n–—―]{2,80}?)\s(?P<mark>--?|[–—―])\s")
_DAY: Final = re.compile(
    r"(?:[^\W\d_]{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?|(?:19|20)\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?:\s(?:19|20)\d\d)?"
)
_IN_SQUARE_BRACKETS: Final = re.compile(r"\s?\[[^\[\]]{2,30}\]")
_SMALL_WORDS: Final = frozenset("al am an and da de del der di do du el la le les of sur the upon von".split())  # noqa: SIM905
_LABELS: Final = frozenset(
    "analysis breaking comment correction editorial exclusive explainer factbox feature interview live note opinion "  # noqa: SIM905
    "photos poll profile results review summary timeline update updated video watch wrapup".split()
)
"""What also stands in capitals before a dash at the head of a text."""
_OPENS_SENTENCE: Final = re.compile(r"[“\"‘'«„(\[]{0,2}[^\W_]")

_CUT: Final = Cue("dateline", "dateline in front of the first sentence", "unmistakable")


class Dateline(NamedTuple):
    """The place as it is written, None where only an agency stands; and the offset at which the sentence begins."""

    place: str | None
    end: int


def find_dateline(line: str) -> Dateline | None:
    """Return the dateline that a line opens with; None when it opens with none.

    It is one when a known agency or outlet stands in brackets before a dash (behind a day the dash may be missing), or
    when a place in capitals stands before a dash; before a hyphen it needs a day or a country too.

    >>> find_dateline("GENEVA (AFP) — Talks ended."), find_dateline("Talks ended in GENEVA — again.")
    (Dateline(place='GENEVA', end=15), None)
    """
    if found := _IN_BRACKETS.match(line):
        place, has_day = _read_place(found["before"])
        is_credit = any(_is_credited(name) for name in re.split(r"\s?[/,|&]\s?|\sand\s", found["agency"]))
        is_place = place is not None and (is_credit or _in_capitals(place))
        is_proven = is_place and (found["mark"] not in (None, ":") or (is_credit and has_day))
        if is_proven or (is_credit and not found["before"].strip() and found["mark"]):
            return _if_sentence_follows(line, place, found.end())
    if found := _BEHIND_PLACE.match(line):
        place, has_day = _read_place(found["before"])
        is_sure = found["mark"] != "-" or has_day or (place is not None and "," in place)
        if place and is_sure and _in_capitals(place) and place.lower() not in _LABELS:
            return _if_sentence_follows(line, place, found.end())
    return None


def cut_dateline(article: CleanArticle) -> CleanArticle:
    """Return `article` with its dateline read into `dateline` and cut from the text; itself when it has none.

    The line must go on as a sentence that stays by itself. Where several lines of a text open with a dateline it is a
    roundup, whose datelines are part of what it tells.
    """
    found = list(_datelines(article.text))
    if len(found) != 1:
        return article
    number, start, dateline = found[0]
    if number >= N_OPENING_LINES:
        return article
    article = replace(article, dateline=dateline.place)
    end = start + dateline.end
    return _without(article, start, end) if _stays_by_itself(article.text[end:]) else article


def _datelines(text: str) -> Iterator[tuple[int, int, Dateline]]:
    """The number and the offset of each line that opens with a dateline, and the dateline."""
    start = number = 0
    for line in text.split("\n"):
        if dateline := find_dateline(line):
            yield number, start, dateline
        start += len(line) + 1
        number += bool(line)


def _if_sentence_follows(line: str, place: str | None, end: int) -> Dateline | None:
    opening = _OPENS_SENTENCE.match(line, end)
    return Dateline(place, end) if opening and not opening[0][-1].islower() else None


def _read_place(before: str) -> tuple[str | None, bool]:
    """The place in what stands before an agency or a dash, None when that is no place; and whether it names a day."""
    parts = [part.strip() for part in _IN_SQUARE_BRACKETS.sub("", before).split(",")]
    without_day = [part for part in parts if not _DAY.fullmatch(part) and not agency_named(part)]
    is_place = 0 < len(without_day) <= MAX_PLACES and all(_is_name(part) for part in without_day)
    return ", ".join(without_day) if is_place else None, len(without_day) < len(parts)


def _is_name(part: str) -> bool:
    words = part.split()
    small = [word in _SMALL_WORDS for word in words]
    is_written_so = all(word[0].isupper() or is_small for word, is_small in zip(words, small, strict=True))
    return 0 < len(words) <= MAX_PLACE_WORDS and is_written_so and not all(small) and part[-1] not in "!?:;\"”’'"


def _in_capitals(place: str) -> bool:
    city = place.split(",")[0]
    return city.isupper() and sum(character.isalpha() for character in city) >= MIN_CAPITALS


def _is_credited(name: str) -> bool:
    return agency_named(name.strip()) is not None or is_known_outlet(name)


def _stays_by_itself(rest: str) -> bool:
    """Whether the line that follows a dateline is prose and says nothing of itself as furniture."""
    line = read_lines(rest[: rest.find("\n")] if "\n" in rest else rest)[0]
    says_otherwise = find_cue(line.text) or find_caption(line) or find_dateline(line.text)
    return line.is_prose and line.ends_sentence and not says_otherwise


def _without(article: CleanArticle, start: int, end: int) -> CleanArticle:
    """The article without a stretch of its text, which is listed in its removals."""
    cut = Removal(start, article.text[start:end].strip(), _CUT.kind, _CUT.rule)
    above = [removal for removal in article.removals if removal.position <= start]
    below = [
        replace(removal, position=max(start, removal.position - (end - start)))
        for removal in article.removals[len(above) :]
    ]
    return replace(article, text=article.text[:start] + article.text[end:], removals=(*above, cut, *below))
