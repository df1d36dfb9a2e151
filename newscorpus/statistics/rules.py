"""Which numbers bear which claim: every minimum of the statistics, once, with its reason and its source.

What each rule does at small numbers was simulated: benchmarks/statistics_simulations.py, figures in docs/statistics.md.
"""

from dataclasses import dataclass
from typing import Final

CONFIDENCE: Final = 0.95  # of every interval
FALSE_ALARM: Final = 0.05  # share of screens that may claim anything where there is nothing
MIN_ARTICLES_FOR_INTERVAL: Final = 6  # of one source; from six values on, the outermost two enclose the median 95 %
MIN_STORIES_FOR_TEST: Final = 6  # shared; if all of five go one way, chance does the same one time in sixteen
MIN_SOURCES_FOR_STANDING: Final = 3  # in a story; of two sources the comparison of pairs says all
MIN_STORIES_FOR_MEDIUM: Final = (
    10  # shared; below, a difference of one standard deviation is missed more often than not
)
MIN_SOURCES_FOR_SHRINKAGE: Final = 4  # with three, the pull towards their mean is zero
SMALL_SOURCE: Final = 20  # articles; below, a source's place among others is mostly chance


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the statistics: from which number on it holds, what it says in plain words, where it comes from."""

    name: str
    minimum: int
    says: str
    reference: str


RULES: Final = (
    Rule(
        "One story describes itself",
        2,
        "Within one story nothing is estimated: the articles are all there are. Counts and shares, no interval, no "
        "test.",
        "Two doubts are kept apart: whether a text was read right, and whether other stories would show the same.",
    ),
    Rule(
        "Interval of a source's median",
        MIN_ARTICLES_FOR_INTERVAL,
        "From this many articles on, a line shows where the median of more articles like these would lie, 95 times in "
        "100. It runs from one article to another and asks nothing of how the values are spread.",
        "Order statistics of the median: David and Nagaraja, Order Statistics, 3rd edition 2003, section 7.1",
    ),
    Rule(
        "Differences are taken within a story",
        1,
        "Two sources are compared on the stories both tell: the value of one minus that of the other, story by story. "
        "Several articles of a source on a story count by their mean. A story that one of them does not tell is "
        "missing, not zero.",
        "Matched pairs: the story is the unit, for articles on one story are not independent of one another",
    ),
    Rule(
        "Test on shared stories",
        MIN_STORIES_FOR_TEST,
        "Were there no difference, it would point either way in each story with equal chance. All ways the signs could "
        "have fallen are looked through (beyond twelve stories, two thousand of them). Below this many shared stories "
        "no result could be told from chance, and none is claimed.",
        "Exact sign-flip test: Fisher, The Design of Experiments, 1935, section 21; Phipson and Smyth 2010",
    ),
    Rule(
        "Everything on the screen counts",
        MIN_STORIES_FOR_TEST,
        "The more pairs and measures are looked at, the likelier one of them stands out by chance. A difference is "
        "claimed when it is larger than the largest of all of them would be by chance, 95 times in 100.",
        "Single-step max-T: Westfall and Young, Resampling-Based Multiple Testing, 1993",
    ),
    Rule(
        "One source among all",
        MIN_STORIES_FOR_TEST,
        f"In a story that {MIN_SOURCES_FOR_STANDING} sources or more tell, being the highest is one chance in as many. "
        "Places within such stories are added up and held against dealing the values of each story to its sources at "
        "random. Of each measure one source at most is said to stand out. Where pairs are tested beside it, both pay "
        "double, so that together they err on one screen in twenty at most.",
        "Van Elteren, Bulletin of the International Statistical Institute 37, 1960; single-step max-T as above",
    ),
    Rule(
        "Few stories show large differences only",
        MIN_STORIES_FOR_MEDIUM,
        "Below this many shared stories, with the measures of a page tested together, a difference of one standard "
        "deviation is missed more often than not. That none is claimed then says little.",
        "Simulated: docs/statistics.md",
    ),
    Rule(
        "Interval of a difference",
        MIN_STORIES_FOR_TEST,
        "From this many shared stories on, the mean difference is given with Student's interval over the stories. The "
        "bootstrap covers less at nearly every number of stories up to forty.",
        "Student 1908; simulated against the percentile and the BCa bootstrap: docs/statistics.md",
    ),
    Rule(
        "Small sources are pulled towards the others",
        MIN_SOURCES_FOR_SHRINKAGE,
        f"Highest and lowest are most often sources with few articles, by chance alone. From this many sources on, "
        f"places are given after each median is pulled towards that of all, the more the fewer articles it has. Both "
        f"are drawn where a source has fewer than {SMALL_SOURCE} articles.",
        "James and Stein 1961; Efron and Morris 1975; Morris 1983",
    ),
)
"""The rules in the order a reader meets them."""
