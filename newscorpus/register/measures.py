"""Every measure once: what it is called, what it means, how right it is, what it cannot say, and where it is shown.

Pages, filters, sentences and downloads take it from here, and the Methods page is made of it: a measure added below,
with a column in newscorpus/tables/catalogue.py and a function in newscorpus/analyse, is everywhere.
"""

from typing import Final

from newscorpus.register.accuracy import ACCURACY
from newscorpus.register.measure import Measure, Place
from newscorpus.register.voices import in_each_voice

_MEASURES: Final = (
    Measure(
        "n_words",
        "length",
        "Length",
        "words",
        "Words of the article's text after captions, credits, menus and other furniture were cut.",
        "Higher: longer.",
        "0 for a text without words.",
        "counted by Parallax; hyphens and apostrophes inside a word do not part it, and a character of Chinese, "
        "Japanese, Thai, Lao, Khmer or Burmese counts as one",
        "A long article is not a thorough one.",
        lowest=0.0,
        heading="Words",
        difference_unit="words",
        higher="are longer",
        is_compared=True,
        shown_in=("sources", "articles", "article"),
        orders=("shortest", "longest"),
        typical_error=ACCURACY["n_words"][0].value,
        formula="number of words in the clean text",
    ),
    Measure(
        "n_sentences",
        "length",
        "Sentences",
        "sentences",
        "Sentences of the clean text; a line break always ends one.",
        "Higher: longer.",
        "0 for a text without words.",
        "rules of Parallax for news text",
        "Headings and list items count as sentences.",
        lowest=0.0,
        formula="number of sentences of the clean text",
    ),
    Measure(
        "tone",
        "tone",
        "Sentence tone",
        "from −1 to +1",
        "How favourable the article's sentences sound, on average: about what readers would say of each. Names are "
        "left out first: United Nations is no praise and a War Office no war. Then three things are weighed: VADER's "
        "score, by its word list and its rules for negation and emphasis; the mean value of all words by their "
        "likeness to those of that list; and how many words are plainly unfavourable.",
        "Above 0: sentences that sound favourable. Below 0: unfavourable. A sentence without a word that has a tone "
        "counts 0.",
        "Undefined for a text without words and for languages other than English.",
        "Parallax, on VADER: Hutto and Gilbert 2014, vaderSentiment 3.3; docs/sentence_tone.md",
        "It reads words, not sense: it does not know irony, what a quotation means, or toward whom a word is meant. "
        "Bad news sounds dark, however fair it is: it is no measure of an outlet's stance. One sentence is often "
        "read wrong; means of many are better. Where it and word polarity disagree on which source is higher, no "
        "order is told. Its weights were learnt from opinion articles of one newspaper.",
        lowest=-1.0,
        highest=1.0,
        decimals=2,
        signed=True,
        is_compared=True,
        shown_in=("sources", "spread of sources", "articles", "article", "filters"),
        orders=("lowest tone", "highest tone"),
        second_opinion="polarity",
        formula="mean over sentences of tanh(½ × (0.56 × VADER + 1.56 × mean value of the words of content − 0.28 × "
        "log(1 + plainly unfavourable words))); 0 for a sentence in which no word has a tone; a sentence is called "
        "neutral between −0.05 and +0.05",
        references=("hutto_2014", "strapparava_2007", "van_atteveldt_2021"),
    ),
    Measure(
        "polarity",
        "tone",
        "Word polarity",
        "from −1 to +1",
        "The mean of the values that TextBlob's word list gives to the words of the whole text, names among them: "
        "exactly TextBlob's figure, which is known under that name.",
        "Above 0: more words the list counts as favourable. Below 0: more it counts as unfavourable.",
        "Undefined for a text without words.",
        "TextBlob 0.20, pattern lexicon, `TextBlob(text).sentiment.polarity`",
        "It reads words, not sense: it does not know irony, what a quotation means, or toward whom a word is meant. "
        "It is no measure of an outlet's stance. An article about a flood uses dark words, however fair it is. "
        "Contractions do not negate: “isn't good” counts as good, “is not good” as bad. Names count: “Great Britain” "
        "is praise. It agrees with readers less than sentence tone does.",
        lowest=-1.0,
        highest=1.0,
        decimals=2,
        signed=True,
        is_compared=True,
        shown_in=("sources", "articles", "article", "filters"),
        orders=("lowest polarity", "highest polarity"),
        second_opinion="tone",
        formula="(Σ value of each listed word or phrase × its intensifiers, × −0.5 after a negation) / number of them",
        references=("de_smedt_2012", "strapparava_2007", "van_atteveldt_2021"),
    ),
    Measure(
        "subjectivity",
        "tone",
        "Subjectivity of words",
        "from 0 to 1",
        "The mean of TextBlob's values for how personal a word is, over the words of the whole text.",
        "Higher: more words the list counts as opinion.",
        "Undefined for a text without words.",
        "TextBlob 0.20, pattern lexicon",
        "It does not tell opinion pieces from reports; quoted opinions count like the outlet's own.",
        lowest=0.0,
        highest=1.0,
        decimals=2,
        is_compared=True,
        formula="(Σ subjectivity of each listed word or phrase) / number of them",
        references=("de_smedt_2012",),
    ),
    Measure(
        "reading_ease",
        "reading",
        "Reading ease",
        "Flesch points, about 0 to 100",
        "206.835 − 1.015 × words per sentence − 84.6 × syllables per word.",
        "Higher: easier. News reports lie mostly between 30 and 60.",
        "Undefined without words and for languages other than English.",
        "Flesch 1948",
        "It counts syllables and sentence lengths; it knows nothing of how clearly a thing is explained.",
        difference_unit="Flesch points",
        higher="are easier to read",
        is_compared=True,
        shown_in=("article",),
        undefined="not_english",
        formula="206.835 − 1.015 × words / sentences − 84.6 × syllables / words",
        references=("flesch_1948",),
    ),
    Measure(
        "n_mentions",
        "names",
        "Names",
        "names found",
        "Persons, organisations, places, groups and other names found in the text; each occurrence counts.",
        "Higher: more names.",
        "0 where none is found.",
        "spaCy's small English model, with rules of Parallax that merge spellings",
        "Names can be missed, given the wrong kind, or merged with another of the same surname.",
        lowest=0.0,
        shown_in=("articles",),
        formula="number of mentions; per 1,000 words = 1,000 × mentions / words",
    ),
    Measure(
        "share_quoted",
        "quotation",
        "In quotation marks",
        "share of words, 0 to 1",
        "The share of an article's words that stand between quotation marks.",
        "Higher: more of the text is other people's words.",
        "Undefined for a text without words.",
        "counted by Parallax on paired quotation marks",
        "Indirect speech is not counted, and titles of works in quotation marks are.",
        lowest=0.0,
        highest=1.0,
        decimals=2,
        is_share=True,
        higher="have a larger share in quotation marks",
        is_compared=True,
        shown_in=("article",),
        formula="words between quotation marks / words",
    ),
)

_VOICED: Final = tuple(voiced for measure in _MEASURES for voiced in in_each_voice(measure))

MEASURES: Final[dict[str, Measure]] = {measure.key: measure for measure in (*_MEASURES, *_VOICED)}
"""Key (a column of `articles`) -> measure."""

OF_WHOLE_TEXTS: Final = tuple(measure for measure in MEASURES.values() if not measure.voice)
COMPARED_OF_WHOLE_TEXTS: Final = tuple(measure for measure in OF_WHOLE_TEXTS if measure.is_compared)
"""The measures that a reader can choose among to compare sources; some can be told by voice as well."""


def shown_in(place: Place) -> tuple[Measure, ...]:
    """The measures shown in a place, in the order of the register.

    >>> [measure.key for measure in shown_in("filters")]
    ['tone', 'polarity']
    """
    return tuple(measure for measure in MEASURES.values() if place in measure.shown_in)


def compared(key: str) -> Measure:
    """The measure of that key, where sources are compared on it. Raises ValueError for any other key."""
    if key not in MEASURES or not MEASURES[key].is_compared:
        raise ValueError(f"{key}: not a measure that sources are compared on")
    return MEASURES[key]
