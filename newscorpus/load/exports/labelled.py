"""Exports whose records are labelled blocks ("Title: …"), each vendor with its own closed list of labels."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newscorpus.load.exports.article import NO_RECORDS, Parts, article_of, without_by
from newscorpus.load.tables.columns import Role
from newscorpus.load.xml import one_spaced
from newscorpus.values import RawArticle, Rejected

_LABEL: Final = re.compile(r"^([A-Z][^\n:]{1,40}): ?", re.MULTILINE)
_ROLES: Final = frozenset({"title", "source", "published_at", "author", "url", "language", "section"})


@dataclass(frozen=True, slots=True)
class Labels:
    """A vendor's layout: label, in lower case -> a role, "text", "length" or a key of article.RULES.

    `behind_text` are the labels that may end the text; none else does, for a paragraph may begin like a label.
    `untitled_top`: what stands above the first label is the title.
    """

    meanings: Mapping[str, str]
    behind_text: frozenset[str]
    untitled_top: bool = False


def articles_of_records(
    records: Sequence[str], labels: Labels, name: str, layout: str, note: str | None = None
) -> Iterator[RawArticle | Rejected]:
    """Yield an article for each record that holds a label of the vendor's."""
    if not records:
        yield Rejected(name, 0, layout, "no_text", NO_RECORDS)
    for record, text in enumerate(records):
        yield article_of(_parts(text, labels), name, record, layout, note)


def _parts(text: str, labels: Labels) -> Parts:
    parts = Parts()
    found = list(_found(text, labels))
    top = text[: found[0].start()] if found else text
    if labels.untitled_top and one_spaced(top):
        parts.fields["title"] = one_spaced(top)
    elif not found:
        parts.paragraphs = _blocks(top)
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        _take(labels.meanings[match[1].lower()], text[match.end() : end], parts, match[1])
    return parts


def _found(text: str, labels: Labels) -> Iterator[re.Match[str]]:
    in_text, seen = False, set[str]()
    for match in _LABEL.finditer(text):
        label = match[1].lower()
        if label not in labels.meanings or label in seen or (in_text and label not in labels.behind_text):
            continue
        seen.add(label)
        in_text = labels.meanings[label] == "text"
        yield match


def _take(meaning: str, value: str, parts: Parts, label: str) -> None:
    if meaning == "text":
        parts.paragraphs = _blocks(value)
    elif meaning == "length":
        parts.length = one_spaced(value)
    elif meaning in _ROLES:
        role: Role = meaning  # type: ignore[assignment]
        said = one_spaced(value)
        if said and (role not in parts.fields or role == "title"):
            parts.fields[role] = without_by(said).rstrip(";") if role == "author" else said
    elif one_spaced(value):
        parts.below.append((meaning, f"{label}: {one_spaced(value)}"))


def _blocks(text: str) -> list[str]:
    return [one_spaced(block) for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
