"""What is said of a measure: the one shape of all entries of the register."""

from dataclasses import dataclass
from math import inf
from typing import Final, Literal

from newscorpus.register.accuracy import ACCURACY, Accuracy

Family = Literal["tone", "length", "names", "quotation", "reading"]
Place = Literal["sources", "spread of sources", "articles", "article", "filters"]
"""Where a measure is shown besides Methods and the downloads of articles, which hold them all.

sources: its median in the table of sources; spread of sources: also between which values half of a source's articles
lie; articles: in the list of articles; article: beside a text on Read; filters: a range to choose articles by, for
measures with a lowest and a highest value that `newscorpus.query.selection.Selection` has a field for, named by their
key.
"""
Undefined = Literal["no_words", "not_english", "voice_silent", "no_headline"]
"""Why an article has no value of a measure."""

COUNTED: Final = "n_"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of an article: the column of `articles` is its key.

    Every page, filter, download and sentence that has to do with measures is made from these entries.
    """

    key: str
    family: Family
    label: str
    unit: str
    meaning: str
    direction: str
    empty: str
    source: str
    cannot_say: str
    heading: str = ""
    """Over its column in a table; the label where none is given."""
    lowest: float | None = None
    highest: float | None = None
    decimals: int = 0
    signed: bool = False
    is_share: bool = False
    """Of 1: its differences are told in percentage points."""
    difference_unit: str = ""
    """Behind a difference in a sentence; "" where a bare number says it."""
    higher: str = ""
    """How articles differ that are higher in it: "are longer". Else it is said that they are higher in it."""
    is_compared: bool = False
    """Whether sources are compared on it."""
    shown_in: tuple[Place, ...] = ()
    orders: tuple[str, str] | None = None
    """What lists of articles call their order by it, lowest first and highest first; None where it gives none."""
    undefined: Undefined = "no_words"
    typical_error: float | None = None
    """By which share of its value it is typically off for one article; None where that was not measured."""
    second_opinion: str = ""
    """The key of another measure of the same thing; where the two part, no order of sources is told."""
    voice: str = ""
    """Whose words it is of, a key of WHOSE_WORDS; "" for the whole text."""
    formula: str = ""
    references: tuple[str, ...] = ()
    """Keys of newscorpus.methods.references.REFERENCES."""

    @property
    def accuracy(self) -> tuple[Accuracy, ...]:
        """What is known of how right it is; empty where it was not measured."""
        return ACCURACY.get(self.key, ())

    @property
    def span(self) -> tuple[float, float]:
        """The lowest and the highest value it can have; infinite where there is no such bound."""
        return (-inf if self.lowest is None else self.lowest, inf if self.highest is None else self.highest)

    @property
    def column_heading(self) -> str:
        """What stands over its column in a table."""
        return self.heading or self.label

    @property
    def median_key(self) -> str:
        """The column of its median in tables of sources; a median of a count is no count."""
        return f"{self.key.removeprefix(COUNTED)}_median"
