"""Numbers of words and of text that is shared, as entries of the page Methods."""

from typing import Final

from newscorpus.compare.passages.copies import PARTLY_REUSED, SAME_COPY, SHARED_PASSAGES
from newscorpus.methods.entry import Entry
from newscorpus.statistics.keyness import (
    FEW_ARTICLES,
    MIN_ARTICLES,
    MIN_DEALS,
    MIN_STORIES,
    MIN_USES,
    N_DEALS,
    PRIOR_WORDS,
    WORDS_CUT,
)

WORDS: Final = (
    Entry(
        "keyness",
        "Words",
        "Words that set a source apart",
        "Words that one source uses more than the others, ranked by how much likelier they are there. One is called "
        "distinctive only when dealing the articles out at random hardly ever gives so large a difference in any word: "
        "what counts is in how many articles it stands, not how often in one.",
        "It shows that a word is used more, not why. A word can come from the stories a source chose, from an agency's "
        "text, or from whom it quotes: read the sentences. What is not called distinctive need not be alike: with "
        f"fewer than {FEW_ARTICLES} articles of a source even a word that stands in all of them can be missed. Where "
        "one outlet writes several times shorter, claims err more often than 5 in 100.",
        formula=f"ranked by z of the log-odds with an informative Dirichlet prior (the whole corpus, weight "
        f"{PRIOR_WORDS:g} words); called by its presence, 1 − (1 − c/L)ⁿ for n uses in an article of L words cut to c "
        f"({WORDS_CUT:g}, or what three in four articles of every source have), summed over articles, in standard "
        "deviations over all deals with the skew taken out (Wilson and Hilferty), when it is as far out as any word of "
        f"any source is in at most 5 of 100 of {N_DEALS:,} random deals ({MIN_DEALS} in large corpora) of whole "
        "articles, within stories where they are shared, copies of one text together (single-step max-T)",
        unit="standard errors; beside it uses per 1,000 words",
        direction="Above 0: this source uses it more.",
        least=f"{MIN_USES} uses in {MIN_ARTICLES} articles and {MIN_STORIES} stories",
        empty="With fewer, counts alone are shown.",
        references=("monroe_2008", "hurlbert_1971", "wilson_hilferty_1931", "westfall_1993", "lijffijt_2016"),
    ),
    Entry(
        "uses",
        "Words",
        "Uses of a word",
        "How often a word or phrase stands in the articles chosen, in how many of them, and every place of it in its "
        "sentence.",
        "The same letters can be another word. Many uses can be of one article: the number of articles stands beside.",
        formula="uses; per 1,000 words = 1,000 × uses / words",
        unit="uses, or uses per 1,000 words",
        least="1 use",
        empty="0 where it does not stand; undefined per 1,000 words without words.",
    ),
    Entry(
        "trend",
        "Words",
        "A word over time",
        "How often a word is used in each day, week or month, for each 1,000 words printed in it, by source.",
        "Articles without a date are left out. In a period with few words one article moves the line.",
        formula="1,000 × uses in the period / words in the period",
        unit="uses per 1,000 words",
        least="1 word in the period",
        empty="A period without words has no value, and no line is drawn through it.",
    ),
    Entry(
        "collocates",
        "Words",
        "Words beside a word",
        "Which words stand near it more often than their own frequency explains, ranked so that a pair keeps its place "
        "whatever the size of the corpus.",
        "Words stand together for many reasons: a fixed name, a topic, one much-quoted sentence. It is no judgement of "
        "tone.",
        formula="log-Dice = 14 + log₂(2 × uses together / (uses of one + uses of the other))",
        unit="up to 14; one less is half as close",
        direction="Higher: more often together than apart.",
        references=("rychly_2008",),
    ),
)

SHARED: Final = (
    Entry(
        "own_share",
        "Shared text",
        "Share of own words",
        "How much of what a source prints stands in sentences that no other source in the corpus has, in articles that "
        "no agency is credited with.",
        "It sees only the articles that are here: an agency's text printed by one source alone, without a credit, "
        "counts as its own.",
        formula="1 − words in shared sentences / words; a sentence is shared when at least half of its words stand in "
        "a passage, not a quotation, that another source has; all sentences of an article credited to an agency are",
        unit="share, 0 to 1",
        direction="Higher: more in words of its own.",
        least="1 article",
        empty="Undefined without words.",
    ),
    Entry(
        "reuse",
        "Shared text",
        "Share of one text in another",
        "How much of an article's prose, quotations left out, stands word for word in another article.",
        "It does not show who had it first, nor what was rewritten. The words for it are borders set by judgement.",
        formula="shared words outside quotations / words of the article; by the shorter of two: "
        f"{SAME_COPY:.0%} or more “same copy”, {PARTLY_REUSED:.0%} “partly reused”, {SHARED_PASSAGES:.0%} "
        "“shared passages”",
        unit="share, 0 to 1",
        direction="Higher: more of it is in the other.",
        least="2 articles that share a passage of five words",
        empty="0 where none is shared.",
    ),
    Entry(
        "independent_texts",
        "Shared text",
        "Independent texts",
        "How many texts there are when articles that are mostly the same copy count as one.",
        "A text rewritten sentence by sentence counts as independent; so do two reports of one briefing.",
        formula="groups of articles tied by shared prose, quotations left out, counted once each",
        unit="texts",
        least="1 article",
    ),
)
