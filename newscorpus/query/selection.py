"""What a reader has chosen to look at: a frozen value that travels whole in the address of the page."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final, Literal

from newscorpus.register.measure import Measure
from newscorpus.register.measures import shown_in
from newscorpus.text.quotation_marks import DOUBLE_MARKS

UNKNOWN_SOURCE: Final = "unknown source"
MAX_SEARCH_CHARACTERS: Final = 200  # a sentence; longer searches are pasted by mistake and cost every reader time
MAX_CHOICES: Final = 500  # of one filter; a link made by hand cannot make a query without end
N_LARGEST_COUNT: Final = 2**31 - 1  # what the columns hold

Parameters = dict[str, list[str]]
Range = tuple[float, float]
Passages = Literal["all", "own", "shared"]
"""All sentences of an article; without those it shares with another source; only those."""
PASSAGES: Final[dict[Passages, str]] = {
    "all": "all text",
    "own": "without shared passages",
    "shared": "only shared passages",
}
"""What stands in a link and on the switch."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles chosen by what is known of them. An empty tuple, None or "" leaves that side open.

    `sources`, `stories` and `names` are labels as the columns source_label, story_label and name_label write them: all
    stand readable in a link. Within one field any value fits; across fields all must. A range leaves out articles
    without that value.

    All fields but the last choose whole articles: `words_from`, `polarity` and `names` are of their whole texts.
    `passages` says which sentences of these count: measures, names and quotations are then of those alone, and an
    article that has none of them is not there.
    """

    sources: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    words_from: int | None = None
    words_to: int | None = None
    tone: Range | None = None
    polarity: Range | None = None
    text: str = ""
    passages: Passages = "all"

    def without(self, *names: str) -> "Selection":
        """The same selection with these fields left open.

        >>> Selection(sources=("Vale Post",), text="dam").without("sources").chosen
        ('text',)
        """
        return replace(self, **{name: getattr(EVERYTHING, name) for name in names})

    @property
    def chosen(self) -> tuple[str, ...]:
        """The fields that narrow anything."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) != getattr(EVERYTHING, f.name))

    @property
    def ranges(self) -> tuple[tuple[Measure, Range], ...]:
        """The measures that articles are chosen by, each with its lowest and highest value."""
        given = ((measure, getattr(self, measure.key)) for measure in shown_in("filters"))
        return tuple((measure, bounds) for measure, bounds in given if bounds)


EVERYTHING: Final = Selection()


def to_parameters(selection: Selection) -> Parameters:
    """The selection as parameters of a link; what is left open is left out.

    >>> to_parameters(Selection(sources=("Vale Post",), polarity=(-1.0, 0.25), date_from=date(2026, 3, 1)))
    {'source': ['Vale Post'], 'from': ['2026-03-01'], 'polarity': ['-1', '0.25']}
    """
    values = {
        "source": list(selection.sources),
        "story": list(selection.stories),
        "name": list(selection.names),
        "language": list(selection.languages),
        "pick": list(selection.article_ids),
        "from": [selection.date_from.isoformat()] if selection.date_from else [],
        "to": [selection.date_to.isoformat()] if selection.date_to else [],
        "words_from": [] if selection.words_from is None else [str(selection.words_from)],
        "words_to": [] if selection.words_to is None else [str(selection.words_to)],
        **{measure.key: [_number(bound) for bound in bounds] for measure, bounds in selection.ranges},
        "q": [selection.text] if selection.text else [],
        "passages": [PASSAGES[selection.passages]] if selection.passages != "all" else [],
    }
    return {name: value for name, value in values.items() if value}


def from_parameters(parameters: Mapping[str, Iterable[str]]) -> Selection:
    """The selection a link asks for. What cannot be read is left open; nothing is raised, for anyone writes links.

    >>> from_parameters({"words_from": ["120"], "to": ["soon"]}).chosen
    ('words_from',)
    """
    given = {name: [value for value in values if value] for name, values in parameters.items()}

    def first(name: str) -> str:
        return next(iter(given.get(name, [])), "")

    return Selection(
        sources=_choices(given.get("source", [])),
        stories=_choices(given.get("story", [])),
        names=_choices(given.get("name", [])),
        languages=_choices(given.get("language", [])),
        article_ids=_choices(given.get("pick", [])),
        date_from=_date(first("from")),
        date_to=_date(first("to")),
        words_from=_count(first("words_from")),
        words_to=_count(first("words_to")),
        **{measure.key: _range(given.get(measure.key, []), measure.span) for measure in shown_in("filters")},
        text=clean_search(first("q")),
        passages=next((kind for kind, words in PASSAGES.items() if words == first("passages")), "all"),
    )


def clean_search(text: str) -> str:
    """A search as it is kept: one line, without space around it, cut at MAX_SEARCH_CHARACTERS."""
    return " ".join(text.split())[:MAX_SEARCH_CHARACTERS].rstrip()


def search_terms(text: str) -> tuple[str, ...]:
    """What must stand in an article: every word, and "words in quotation marks" as they stand together.

    >>> search_terms('dam "river board"')
    ('dam', 'river board')
    """
    terms: list[str] = []
    for position, piece in enumerate(text.translate(STRAIGHT_MARKS).split('"')):
        inside_marks = position % 2 == 1
        terms += [piece.strip()] if inside_marks else piece.split()
    return tuple(dict.fromkeys(term for term in terms if term))


STRAIGHT_MARKS: Final = str.maketrans(dict.fromkeys(DOUBLE_MARKS, '"'))


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else str(value)


def _choices(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))[:MAX_CHOICES]


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _count(value: str) -> int | None:
    try:
        number = int(value)
    except ValueError:
        return None
    return number if 0 <= number <= N_LARGEST_COUNT else None


def _range(values: list[str], widest: Range) -> Range | None:
    try:
        low, high = (float(value) for value in values)
    except ValueError:
        return None
    if not (math.isfinite(low) and math.isfinite(high) and widest[0] <= low <= high <= widest[1]):
        return None
    return None if (low, high) == widest else (low, high)
