"""What the exports of all databases share: an article from its parts, and the vendor's count of its words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from newscorpus.load.printable import one_line
from newscorpus.load.tables.columns import Role
from newscorpus.text.words import n_words
from newscorpus.values import RawArticle, Rejected, Removal

MAX_WORDS_APART: Final = 0.05  # share of the vendor's count from which its count and ours are told to part
_WORDS_SAID: Final = re.compile(r"^\D{0,9}(\d{1,3}(?:[.,\s]\d{3})+|\d{1,7})\b")
_WEEKDAYS: Final = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|"
    "sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|"
    "sábado|domingo"
)
_WEEKDAY: Final = re.compile(rf",?\s{{0,9}}\b(?:{_WEEKDAYS})\b,?", re.IGNORECASE)
_DAY_OF_YEAR: Final = re.compile(
    r"^\s{0,99}(?:[^\W\d_]{3,10}\.?\s{1,9}\d{1,2},?\s{1,9}\d{4}"  # January 11, 2010
    r"|\d{1,2}(?:er)?\.?\s{1,9}[^\W\d_]{3,10}\.?,?\s{1,9}\d{4}"  # 11 January 2010, 1er janvier 2010, 11. Januar 2010
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)(?!\d)"
)
RULES: Final[dict[str, tuple[str, str]]] = {
    "caption": ("caption", "the export marks it as a graphic or a caption"),
    "credit": ("credit", "the export marks it as a credit"),
    "copyright": ("copyright", "the export marks it as a notice of rights"),
    "standfirst": ("other", "the export marks it as a highlight or an abstract"),
    "correction": ("other", "the export marks it as a correction printed later"),
    "indexing": ("other", "the database's indexing terms and dates"),
}
"""What an export sets apart -> kind of removal, and the rule in plain words."""

NO_RECORDS: Final = "It has marks of this database's exports, and no article could be told from another."


@dataclass(slots=True)
class Parts:
    """An article of an export as its layout gives it; `above` and `below` hold (key of RULES, text)."""

    paragraphs: list[str] = field(default_factory=list)
    fields: dict[Role, str] = field(default_factory=dict)
    above: list[tuple[str, str]] = field(default_factory=list)
    below: list[tuple[str, str]] = field(default_factory=list)
    length: str = ""  # as printed: "355 words"
    notes: list[str] = field(default_factory=list)


def article_of(parts: Parts, name: str, record: int, layout: str, note: str | None = None) -> RawArticle | Rejected:
    """Return the parts as an article, or rejected where they hold no text."""
    text = "\n\n".join(filter(None, (paragraph.strip() for paragraph in parts.paragraphs)))
    fields: dict[str, Any] = {role: " ".join(value.split()) for role, value in parts.fields.items() if value.strip()}
    if not text:
        return Rejected(name, record, layout, "no_text", one_line(fields["title"]) if fields.get("title") else None)
    if published := fields.get("published_at"):
        fields["published_at"] = without_weekday(published)
    notes = [note, *parts.notes, _words_apart(text, parts.length)]
    return RawArticle(
        file=name,
        record=record,
        layout=layout,
        markup="text",
        content=text,
        note="; ".join(filter(None, notes)) or None,
        above=_removals(parts.above),
        below=_removals(parts.below),
        is_parted=True,
        **fields,
    )


def begins_with_date(line: str) -> bool:
    """Whether a line begins with a day, a month and a year, after a weekday or without.

    >>> begins_with_date("Monday, January 11, 2010"), begins_with_date("11 January 2010"), begins_with_date("Page 2")
    (True, True, False)
    """
    return len(line) < 500 and _DAY_OF_YEAR.match(without_weekday(line)) is not None


def without_weekday(written: str) -> str:
    """Return a date as printed without the names of weekdays, so that a time behind one is read.

    >>> without_weekday("July 2, 2019 Tuesday 9:33 AM GMT")
    'July 2, 2019 9:33 AM GMT'
    """
    return " ".join(_WEEKDAY.sub(" ", written[:500]).split()).strip(" ,")


def without_by(byline: str) -> str:
    """Return a byline without the word in front of the names.

    >>> without_by("By A. Writer")
    'A. Writer'
    """
    return re.sub(r"^(?:by|von|par|por)\s{1,9}", "", byline.strip(), flags=re.IGNORECASE)


def fields_of(pairs: Mapping[Role, str | None]) -> dict[Role, str]:
    """Return the fields that hold something."""
    return {role: value for role, value in pairs.items() if value and value.strip()}


def words_said(length: str) -> int | None:
    """Return how many words a vendor says an article has.

    >>> words_said("1,238 words"), words_said("LONGUEUR: 70 mots"), words_said("")
    (1238, 70, None)
    """
    match = _WORDS_SAID.match(length.partition(":")[2] or length)
    return int(re.sub(r"\D", "", match[1])) if match else None


def _words_apart(text: str, length: str) -> str | None:
    said = words_said(length)
    if not said:
        return None
    counted = n_words(text)
    if abs(counted - said) <= MAX_WORDS_APART * said:
        return None
    return f"the database counts {said:,} words, {counted:,} were read"


def _removals(pieces: Iterable[tuple[str, str]]) -> tuple[Removal, ...]:
    return tuple(Removal(0, text.strip(), *RULES[key]) for key, text in pieces if text.strip())
