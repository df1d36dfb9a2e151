"""How right each measure is on labelled news: the one place where these figures stand, and what they were measured on.

All are of the development half of each set. The method was looked at and tuned there: expect a little less elsewhere.
None of the labelled texts is part of this project. docs/accuracy.md says how the figures were made.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often a measure is right: `value` on `n` things of `data_set`, in the words of `meaning`."""

    value: float
    n: int
    data_set: str
    meaning: str


_PAGES: Final = "pages of news and blogs of 2019, scrapinghub article-extraction-benchmark"
_CONLL: Final = "names in 216 Reuters articles of 1996, CoNLL-2003"
_NYT: Final = "opinion articles of the New York Times, each sentence scored by twenty readers, Hutto and Gilbert 2014"
_NYT_SENTENCES: Final = "sentences of opinion articles of the New York Times, scored by twenty readers"
_HEADLINES: Final = "headlines scored by six readers, SemEval-2007 task 14"
_DATES: Final = "news pages of 2020, adbar/htmldate"
_POLNEAR: Final = "attributions in 84 articles of seven US outlets, 2015-16, PolNeAR"
_NEWSMTSC: Final = "targets in sentences of US political news, NewsMTSC, cross-validated"
_LEIPZIG: Final = "single sentences in seven languages, Leipzig corpora"
_SUPERPAL: Final = "pairs of sentences aligned by people on 4 stories, SuperPAL over Multi-News"

ACCURACY: Final[dict[str, tuple[Accuracy, ...]]] = {
    "extraction": (
        Accuracy(0.980, 60, _PAGES, "Article text out of a web page: F1 of word runs"),
        Accuracy(0.90, 72, "web pages, adbar/trafilatura", "Headline right"),
        Accuracy(0.81, 57, "web pages that name an author, adbar/trafilatura", "Author right where one is named"),
        Accuracy(0.93, 15, "web pages that name no author, adbar/trafilatura", "No author where none is named"),
    ),
    "pasted": (Accuracy(0.93, 60, f"the whole visible text of {_PAGES}", "Article text out of it: F1 of word runs"),),
    "dates": (
        Accuracy(0.91, 97, _DATES, "Day of publication right"),
        Accuracy(0.93, 68, "web pages, adbar/trafilatura", "Day of publication right"),
    ),
    "language": (
        Accuracy(0.991, 700, _LEIPZIG, "Language right"),
        Accuracy(0.0, 600, f"{_LEIPZIG}, not English", "Taken for English"),
    ),
    "entities": (
        Accuracy(0.82, 5942, _CONLL, "Name found with its exact place and kind: F1"),
        Accuracy(0.87, 1842, f"{_CONLL}, persons", "Person found with its exact place: F1"),
        Accuracy(0.69, 1341, f"{_CONLL}, organisations", "Organisation found with its exact place: F1"),
        Accuracy(0.88, 1837, f"{_CONLL}, places", "Place found with its exact place: F1"),
    ),
    "n_words": (
        Accuracy(
            0.037, 60, _PAGES, "Length of an article on a web page: half of the pages are further off, as a share"
        ),
    ),
    "n_mentions": (
        Accuracy(1.35, 216, "Reuters articles of 1996, CoNLL-2003", "Persons counted in an article, mean difference"),
        Accuracy(2.30, 216, "Reuters articles of 1996, CoNLL-2003", "Organisations counted, mean difference"),
        Accuracy(1.32, 216, "Reuters articles of 1996, CoNLL-2003", "Places counted, mean difference"),
    ),
    "polarity": (
        Accuracy(0.41, 249, _NYT, "Agreement with readers, r, articles"),
        Accuracy(0.30, 2523, _NYT_SENTENCES, "Agreement with readers, r, sentences"),
        Accuracy(0.25, 250, _HEADLINES, "Agreement with readers, r, headlines"),
    ),
    "tone": (
        Accuracy(0.71, 249, f"{_NYT}; none that it learnt from", "Agreement with readers, r, articles (VADER .62)"),
        Accuracy(0.60, 25, f"{_NYT}; none that it learnt from", "The same within 25 articles: lower one time in ten"),
        Accuracy(0.82, 25, f"{_NYT}; none that it learnt from", "The same within 25 articles: higher one time in ten"),
        Accuracy(
            0.57,
            2568,
            f"{_NYT_SENTENCES}; none that it learnt from",
            "Agreement with readers, r, sentences (VADER .49)",
        ),
        Accuracy(0.67, 250, _HEADLINES, "Agreement with readers, r, headlines (VADER .62)"),
        Accuracy(
            0.55,
            400,
            "sentences of US political news, NewsMTSC",
            "Favourable, neutral or not towards a target: macro F1",
        ),
    ),
    "quotations": (
        Accuracy(0.934, 403, f"direct {_POLNEAR}", "Direct quotations found: F1 (people among themselves .98)"),
        Accuracy(0.84, 218, f"partly quoted {_POLNEAR}", "Partly quoted speech found: F1 (people .92)"),
        Accuracy(0.85, 812, f"indirect {_POLNEAR}", "Indirect speech found: precision"),
        Accuracy(0.50, 1571, f"indirect {_POLNEAR}", "Indirect speech found: recall (thoughts count as speech there)"),
    ),
    "speakers": (Accuracy(0.93, 1033, f"named speakers of {_POLNEAR}", "Speaker right (people .96)"),),
    "verbs": (Accuracy(0.96, 1285, _POLNEAR, "Reporting verb right where one is given (people .97)"),),
    "towards": (
        Accuracy(0.68, 8231, _NEWSMTSC, "Favourable, neutral or unfavourable: macro F1 when it must answer"),
        Accuracy(0.84, 8231, _NEWSMTSC, "Right where it is sure enough to answer, which is 45 times in 100"),
    ),
    "stories": (
        Accuracy(0.93, 300, "openings of three outlets' articles on 100 events, AllSides", "Same event: B-cubed F1"),
        Accuracy(0.96, 197, "articles on 16 look-alike events, ECB+", "Same event: B-cubed F1"),
        Accuracy(
            0.004,
            280,
            "20 piles in which no two articles tell one event, from AllSides, ECB+ and New York Times opinion",
            "Articles put into a story all the same, mean share",
        ),
    ),
    "statements": (
        Accuracy(0.98, 54, _SUPERPAL, "Verbatim, trimmed or reworded: precision (recall .30 of 175)"),
        Accuracy(0.60, 162, _SUPERPAL, "With those marked possible: precision (recall .56 of 175)"),
    ),
}
"""Key of a measure or step of the register -> what is known of it. A key that is not here was not measured."""
