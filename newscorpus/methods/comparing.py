"""Numbers of sources beside one another, and of a method beside a reader, as entries of the page Methods."""

from typing import Final

from newscorpus.methods.entry import Entry
from newscorpus.query.checking.agreement import MIN_ANSWERS_TO_CONCLUDE
from newscorpus.query.sources.table import MIN_ARTICLES_FOR_MEDIAN, MIN_ARTICLES_FOR_QUARTILES
from newscorpus.statistics.agreement import MIN_ANSWERS_FOR_INTERVAL
from newscorpus.statistics.rules import (
    MIN_ARTICLES_FOR_INTERVAL,
    MIN_SOURCES_FOR_SHRINKAGE,
    MIN_SOURCES_FOR_STANDING,
    MIN_STORIES_FOR_MEDIUM,
    MIN_STORIES_FOR_TEST,
    SMALL_SOURCE,
)

READING_STAYS: Final = "It carries every error of the measure itself: two sources misread alike show no difference."

COMPARING: Final = (
    Entry(
        "median",
        "Comparing sources",
        "Median",
        "Half of a source's articles lie below its median, half above. Half of them lie between the quartiles.",
        "It says nothing of single articles, and a source's articles may be about other events than another's.",
        formula="median; quartiles by linear interpolation",
        unit="that of the measure",
        least=f"{MIN_ARTICLES_FOR_MEDIAN} articles; for quartiles {MIN_ARTICLES_FOR_QUARTILES}",
        empty="Not shown below.",
    ),
    Entry(
        "median_interval",
        "Comparing sources",
        "Interval of the median",
        "Between which values the median of more articles like these would lie, 95 times in 100.",
        "It is for articles drawn like these. It does not cover other times, other topics or errors of reading.",
        formula="from the (k + 1)-th lowest to the (k + 1)-th highest value, k the largest with P(Binomial(n, ½) ≤ k) "
        "≤ .025",
        unit="that of the measure",
        least=f"{MIN_ARTICLES_FOR_INTERVAL} articles",
        references=("david_2003",),
    ),
    Entry(
        "difference",
        "Comparing sources",
        "Difference on shared stories",
        "How much higher one source is than another on the same story, as the median over the stories both tell, and "
        "in how many of them it is higher.",
        f"A story that only one of them tells says nothing here. {READING_STAYS}",
        formula="d = value of A − value of B in each shared story (the mean of a source's articles on it); mean, "
        "median and Student's interval of d over the stories",
        unit="that of the measure",
        direction="Above 0: the first source is higher.",
        least=f"1 shared story for the difference, {MIN_STORIES_FOR_TEST} for the interval",
        empty="Undefined where they share no story.",
        references=("student_1908",),
    ),
    Entry(
        "difference_test",
        "Comparing sources",
        "Whether a difference may be chance",
        "If there were no difference, each story could as well point the other way. A difference is claimed when no "
        "more than 5 in 100 such turnings give so large a one anywhere on the screen.",
        f"Below {MIN_STORIES_FOR_MEDIUM} shared stories only large differences can show: none claimed is not none "
        f"there. {READING_STAYS}",
        formula="sign-flip over stories, exact up to twelve of them and from two thousand flips beyond; statistic |Σ "
        "d|, standardised; p = share of flips in which the largest statistic of all pairs and measures on the screen "
        "is as large (single-step max-T), doubled where sources are tested among all others; the interval must leave "
        "out 0 as well",
        least=f"{MIN_STORIES_FOR_TEST} shared stories",
        empty="Not tested below.",
        references=("fisher_1935", "westfall_1993", "phipson_2010"),
    ),
    Entry(
        "standing",
        "Comparing sources",
        "A source among all others",
        "In how many of the stories that several sources tell one of them is above the median of all, or the highest. "
        "It is said to stand out when dealing the values of each story to its sources at random hardly ever gives as "
        "much for any source on any measure of the page.",
        "Of each measure one source at most is said to stand out. With three sources on six stories even one that is "
        f"highest in all of them can be missed. {READING_STAYS}",
        formula="Σ (rank − (k + 1)/2) / (k + 1) over stories that k sources tell in different texts, in standard "
        "deviations over all deals; p = share of 1,000 deals in which the largest of all sources and measures is as "
        "large (single-step max-T), doubled where pairs are tested beside it",
        least=f"{MIN_STORIES_FOR_TEST} stories that {MIN_SOURCES_FOR_STANDING} sources or more tell",
        empty="Not tested below.",
        references=("elteren_1960", "westfall_1993"),
    ),
    Entry(
        "shrinkage",
        "Comparing sources",
        "Place among the sources",
        "Before sources are put in an order, each median is pulled towards that of all, the more the fewer articles it "
        "rests on; else the highest and the lowest are mostly the smallest.",
        "The pulled value is for the order. It is not the source's own median, which is drawn beside it where a source "
        f"has fewer than {SMALL_SOURCE} articles.",
        formula="pulled = own + B × (mean of all − own), B = (k − 3)/(k − 1) × V/(V + A) for k sources, V the variance "
        "of the source's median, A that between sources",
        unit="that of the measure",
        least=f"{MIN_SOURCES_FOR_SHRINKAGE} sources",
        references=("james_1961", "efron_1975", "morris_1983"),
    ),
)

CHECKING: Final = (
    Entry(
        "agreement_share",
        "Checking by hand",
        "Share agreed on",
        "Of the items you judged without seeing what the method says, how many it says the same of.",
        "It is agreement with one reader. Where rare answers were drawn more often on purpose it is that of the mix; "
        "the table then says more.",
        formula="items agreed on / items judged, what could not be told left out; Wilson's interval",
        unit="share, 0 to 1",
        direction="Higher: you agree more often.",
        least=f"1 answer; conclusions from {MIN_ANSWERS_TO_CONCLUDE}",
        empty="Undefined without an answer.",
        references=("wilson_1927",),
    ),
    Entry(
        "kappa",
        "Checking by hand",
        "Agreement beyond chance (Cohen's κ)",
        "How far you and the method agree beyond what two would who answer at random as often each way as you both "
        "did.",
        "With one answer much more frequent than the others it is low however often you agree; read the table with it. "
        "For speakers every name is an answer of its own, so that chance agreement is near nothing.",
        formula="κ = (p_o − p_e) / (1 − p_e), p_o the share agreed on, p_e = Σ share of the answer with you × with the "
        "method; interval from the posterior of the table under a prior of one answer in all (Perks)",
        unit="−1 to 1",
        direction="1: always agreed. 0: no more than by chance.",
        least=f"1 answer; interval from {MIN_ANSWERS_FOR_INTERVAL}; a word for it from {MIN_ANSWERS_TO_CONCLUDE}",
        empty="Undefined when both give one and the same answer throughout.",
        references=("cohen_1960", "perks_1947", "landis_1977"),
    ),
    Entry(
        "corrected_share",
        "Checking by hand",
        "Share corrected by your answers",
        "How common an answer is among all sentences when what the method misses and what it finds in error are "
        "reckoned in, as your sample shows them.",
        "It takes the errors to be alike everywhere. With twenty answers the interval is often wider than any "
        "difference between sources.",
        formula="(share the method finds + specificity − 1) / (sensitivity + specificity − 1), between 0 and 1; "
        "interval of Lang and Reiczigel (2014)",
        unit="share, 0 to 1",
        direction="Higher: more common.",
        least=f"{MIN_ANSWERS_TO_CONCLUDE} answers",
        empty="Undefined where the method is no better than chance at an answer.",
        references=("rogan_1978",),
    ),
)
