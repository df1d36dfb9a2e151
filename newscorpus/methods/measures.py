"""The measures of articles and the steps before them, as entries of the page Methods."""

from typing import Final

from newscorpus.methods.entry import Entry, Group
from newscorpus.query.sources.table import MIN_ARTICLES_FOR_MEDIAN, MIN_ARTICLES_FOR_QUARTILES
from newscorpus.register.measure import Family, Measure
from newscorpus.register.measures import MEASURES
from newscorpus.register.procedures import STEPS
from newscorpus.statistics.rules import MIN_ARTICLES_FOR_INTERVAL, MIN_STORIES_FOR_TEST

GROUP_OF_FAMILY: Final[dict[Family, Group]] = {
    "tone": "Tone",
    "length": "Length and reading ease",
    "reading": "Length and reading ease",
    "names": "Names",
    "quotation": "Quotations and voices",
}
GROUP_OF_STEP: Final[dict[str, Group]] = {
    "entities": "Names",
    "quotations": "Quotations and voices",
    "speakers": "Quotations and voices",
    "verbs": "Quotations and voices",
    "voices": "Quotations and voices",
    "towards": "Tone",
    "stories": "Stories and statements",
    "statements": "Stories and statements",
    "overlaps": "Shared text",
}
"""Step -> its group; any other belongs to the way from files to articles."""

SHOWN_FROM: Final = (
    f"One article. Of a source: its median from {MIN_ARTICLES_FOR_MEDIAN} articles on, its quartiles "
    f"from {MIN_ARTICLES_FOR_QUARTILES}, an interval from {MIN_ARTICLES_FOR_INTERVAL}. Two sources are tested from "
    f"{MIN_STORIES_FOR_TEST} shared stories on."
)


def entry_of(measure: Measure) -> Entry:
    """A measure of articles as an entry."""
    return Entry(
        measure.key,
        GROUP_OF_FAMILY[measure.family],
        measure.label,
        measure.meaning,
        measure.cannot_say,
        formula=measure.formula,
        unit=measure.unit,
        direction=measure.direction,
        least=SHOWN_FROM,
        empty=measure.empty,
        source=measure.source,
        references=measure.references,
    )


MEASURE_ENTRIES: Final = tuple(map(entry_of, MEASURES.values()))
STEP_ENTRIES: Final = tuple(
    Entry(
        step.key,
        GROUP_OF_STEP.get(step.key, "From files to articles"),
        step.label,
        step.meaning,
        step.cannot_say,
        formula=step.formula,
        references=step.references,
    )
    for step in STEPS
)
