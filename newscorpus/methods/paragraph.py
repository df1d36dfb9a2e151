"""A paragraph for a paper: how the corpus was made, what is chosen, what the figures are, with counts and versions."""

from collections.abc import Iterable, Iterator
from typing import Final

from newscorpus.methods.references import REFERENCES
from newscorpus.methods.settings import NAMED_IN_PAPERS, Settings
from newscorpus.query.selection import Passages, Selection

WHOSE: Final[dict[Passages, str]] = {
    "all": "All sentences of an article count, also those it shares with another source.",
    "own": "Sentences that an article shares with another source (half of their words in a common passage outside "
    "quotations) were left out of every figure.",
    "shared": "Only sentences that an article shares with another source (half of their words in a common passage "
    "outside quotations) count.",
}
LIMITS: Final = (
    "These figures describe words; agreement with readers on labelled news is given in the Methods page of Parallax "
    "for each of them, and none is a measure of an outlet's stance."
)


def paragraph(made: Settings) -> str:
    """The paragraph, ready to be pasted."""
    return " ".join((*_corpus(made), *_chosen(made), *_methods(made), LIMITS))


def selection_in_words(selection: Selection) -> str:
    """What is chosen, as a sentence lists it; "" when nothing narrows.

    >>> selection_in_words(Selection(sources=("Vale Post", "Bay News"), words_from=100, text="dam"))
    'source: Vale Post or Bay News; 100 words or more; text or headline holding: dam'
    """
    return "; ".join(_parts(selection))


def _parts(selection: Selection) -> Iterator[str]:
    many = (("source", "sources"), ("story", "stories"), ("naming", "names"), ("language", "languages"))
    for word, field in many:
        if values := getattr(selection, field):
            yield f"{word}: {' or '.join(values)}"
    if selection.article_ids:
        yield f"{_counted(len(selection.article_ids), 'article')} picked by hand"
    if selection.date_from:
        yield f"published from {selection.date_from.isoformat()}"
    if selection.date_to:
        yield f"published until {selection.date_to.isoformat()}"
    yield from _ranges(selection)
    if selection.text:
        yield f"text or headline holding: {selection.text}"


def _ranges(selection: Selection) -> Iterator[str]:
    if selection.words_from is not None:
        yield f"{selection.words_from:,} words or more"
    if selection.words_to is not None:
        yield f"{selection.words_to:,} words or fewer"
    for measure, (low, high) in selection.ranges:
        yield f"{measure.label.lower()} from {low:g} to {high:g}"


def _corpus(made: Settings) -> Iterator[str]:
    left = [f"{_counted(made.n_duplicates, 'record')} repeating an article already in"] if made.n_duplicates else []
    left += [f"{_counted(n, 'record')} set aside ({reason.rstrip('.')})" for reason, n in made.set_aside.items()]
    yield (
        f"The corpus was read with Parallax {made.version}: {_counted(made.n_records, 'record')} gave "
        f"{_counted(made.n_kept, 'article')}." + (f" Left out: {_listed(left)}." if left else "")
    )
    yield "Captions, credits, menus, notices and other furniture were cut from each text; each cut is kept to be read."


def _chosen(made: Settings) -> Iterator[str]:
    chosen, narrowed = made.chosen, selection_in_words(made.selection)
    yield f"Of these, the figures are of the articles chosen by: {narrowed}." if narrowed else "All articles were used."
    unknown = chosen.n_unknown_source
    dates = f"published {chosen.day_first} to {chosen.day_last}" if chosen.day_first else "none with a known date"
    undated = f" ({_counted(chosen.n_undated, 'article')} without a known date)" if chosen.n_undated else ""
    sources = _counted(chosen.n_sources, "source") + (f" and {unknown:,} of unknown source" if unknown else "")
    languages = _listed(f"{language} {n:,}" for language, n in made.languages.items()) or "none"
    yield (
        f"They are {_counted(chosen.n_articles, 'article')} of {sources}, {chosen.n_words:,} words, {dates}{undated}; "
        f"language: {languages}; {_counted(made.n_stories, 'story', 'stories')} told by several articles."
    )
    yield WHOSE[made.selection.passages]


def _methods(made: Settings) -> Iterator[str]:
    packages = _listed(f"{name} {made.packages[name]}" for name in NAMED_IN_PAPERS if name in made.packages)
    vader, cited = REFERENCES["hutto_2014"].cited, REFERENCES["de_smedt_2012"].cited
    yield (
        f"Names, sentences' grammar and attributions rest on spaCy; word polarity is TextBlob's, of the list of "
        f"{cited}; sentence tone is the mean over sentences, names left out, of a model that weighs VADER, {vader}, "
        "and what words are like those of its list."
    )
    yield f"Versions: {packages}." if packages else ""
    yield f"Fingerprint of the corpus: {made.fingerprint}."


def _counted(n: int, one: str, many: str | None = None) -> str:
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def _listed(parts: Iterable[str]) -> str:
    *head, last = [*parts] or [""]
    return f"{', '.join(head)} and {last}" if head else last
