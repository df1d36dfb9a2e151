"""Names in a text: persons, organisations, places, groups and the rest, with the offsets they stand at."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from spacy.tokens import Doc

from newscorpus.analyse.models import names_model
from newscorpus.analyse.names.acronyms import spelt_out_names
from newscorpus.analyse.names.borders import within_borders
from newscorpus.analyse.names.kinds import found_again, told_names, with_settled_kinds
from newscorpus.analyse.names.layouts import names_by_layout
from newscorpus.analyse.names.lines import Line, casing_of_text, lines_of
from newscorpus.analyse.names.spans import Span, tidied
from newscorpus.analyse.names.whole import made_whole, with_given_names

LINES_AT_ONCE: Final = 32  # as fast as larger batches, at a third of the memory

KIND_OF_LABEL: Final = {
    # The labels of OntoNotes 5. Its dates, times, numbers, money and ordinals name nothing and are left out.
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "GROUP",
    "EVENT": "EVENT",
    "WORK_OF_ART": "WORK",
    "LAW": "LAW",
    "PRODUCT": "OTHER",
    "LANGUAGE": "OTHER",
}


class Name(NamedTuple):
    """A name where it stands: `text[start:end] == surface`; `kind` is one of `kinds.KINDS_OF_NAME`.

    `kind_is_told` says whether the text tells the kind, or it is the model's reading.
    """

    start: int
    end: int
    surface: str
    kind: str
    kind_is_told: bool = False


def _prepared(line: Line) -> Doc:
    """The line as the model takes it, with the borders that no name goes across marked as sentence starts."""
    document = names_model().make_doc(line.text)
    token_starts = document.to_array("IDX")
    for border in line.borders:
        at = int(token_starts.searchsorted(border))  # a border may stand on the white space before a token
        if at < len(document):
            document[at].is_sent_start = True
    return document


def _by_model(line: Line, document: Doc) -> Iterable[Span]:
    for entity in document.ents:
        kind = KIND_OF_LABEL.get(entity.label_)
        if kind:
            yield from tidied(line.text, Span(entity.start_char, entity.end_char, kind))


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """The spans in the order of the text, where of two that overlap the one given first stays."""
    kept: dict[int, Span] = {}
    for span in spans:
        places = range(span.start, span.end)
        if span.end > span.start and not any(place in kept for place in places):
            kept.update(dict.fromkeys(places, span))
    return sorted(set(kept.values()))


def _ends_a_longer_person(span: Span, others: Sequence[Span]) -> bool:
    """Whether `span` is the rest of a fuller name: "F. Roe" of "John F. Roe"."""
    return any(o.kind == "PERSON" and o.start < span.start and span.end <= o.end for o in others)


def _names_of_lines(lines: Sequence[Line]) -> list[Span]:
    found = []
    model = names_model()
    for line, document in zip(lines, model.pipe(map(_prepared, lines), batch_size=LINES_AT_ONCE), strict=True):
        by_model = list(_by_model(line, document))
        by_layout = [span for span in names_by_layout(line.text) if not _ends_a_longer_person(span, by_model)]
        pieces = [*by_layout, *by_model]
        whole = [span for piece in pieces if (span := made_whole(line.quiet, piece)) != piece]
        here = without_overlaps([*spelt_out_names(line.quiet), *whole, *pieces])
        here = with_given_names(line.text, here)
        found += [Span(line.start + start, line.start + end, kind) for start, end, kind in here]
    return found


def _as_read(text: str, lines: Sequence[Line]) -> str:
    """The text with its lines made plain, and without shouting; every character in its place."""
    characters = list(text)
    for line in lines:
        characters[line.start : line.start + len(line.quiet)] = line.quiet
    return "".join(characters)


def find_names(text: str) -> list[Name]:
    """The names of `text` in order, none overlapping; [] where there are none.

    Forms of address, articles and possessives are no part of a name. A word that stands in the full name of a person
    elsewhere in the text is that person; a name has one kind in one text. For English text.

    >>> [(name.surface, name.kind) for name in find_names("Canada’s Jane Roe met Mr Doe in Oslo, Roe said.")]
    [('Canada', 'PLACE'), ('Jane Roe', 'PERSON'), ('Doe', 'PERSON'), ('Oslo', 'PLACE'), ('Roe', 'PERSON')]
    """
    casing = casing_of_text(text)
    lines = list(lines_of(text, casing))
    as_read = _as_read(text, lines)
    spans = with_settled_kinds(as_read, within_borders(as_read, _names_of_lines(lines), casing))
    spans = with_settled_kinds(as_read, without_overlaps([*spans, *found_again(as_read, spans)]))
    told = told_names(as_read, spans)
    return [Name(start, end, text[start:end], kind, as_read[start:end] in told) for start, end, kind in spans]
