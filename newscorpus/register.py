"""Every measure once: what it is called, what it means, how right it is, and what it cannot say.

Pages take their labels from here and the Methods page is made of it, so that one measure has one name everywhere.
"""

from dataclasses import dataclass
from typing import Final, Literal

Family = Literal["tone", "length", "names", "quotation", "reading"]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often a measure is right: `value` on `n` things of `data_set`, in the words of `meaning`."""

    value: float
    n: int
    data_set: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of an article: the column of `articles` is its key."""

    key: str
    family: Family
    label: str
    unit: str
    meaning: str
    direction: str
    empty: str
    source: str
    cannot_say: str
    accuracy: tuple[Accuracy, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    decimals: int = 0
    signed: bool = False


_MEASURES: Final = (
    Measure(
        "polarity",
        "tone",
        "Word polarity",
        "from −1 to +1",
        "The mean of the values that TextBlob's word list gives to the words of the whole text.",
        "Above 0: more words the list counts as favourable. Below 0: more it counts as unfavourable.",
        "Undefined for a text without words.",
        "TextBlob 0.20, pattern lexicon, `TextBlob(text).sentiment.polarity`",
        "It reads words, not sense: it does not know irony, what a quotation means, or toward whom a word is meant. "
        "It is no measure of an outlet's stance. An article about a flood uses dark words, however fair it is.",
        lowest=-1.0,
        highest=1.0,
        decimals=2,
        signed=True,
    ),
    Measure(
        "tone",
        "tone",
        "Sentence tone",
        "from −1 to +1",
        "The mean over the article's sentences of VADER's compound score, a second word list with rules for negation "
        "and emphasis. Sentences are scored one by one because the score of a whole text runs to −1 or +1.",
        "Above 0: sentences the list counts as favourable. Below 0: unfavourable.",
        "Undefined for a text without words.",
        "VADER: Hutto and Gilbert 2014, vaderSentiment 3.3",
        "Made for short posts, not for news. Where it disagrees with word polarity, trust neither: read the sentences.",
        lowest=-1.0,
        highest=1.0,
        decimals=2,
        signed=True,
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
    ),
    Measure(
        "n_words",
        "length",
        "Length",
        "words",
        "Words of the article's text after captions, credits, menus and other furniture were cut.",
        "Higher: longer.",
        "0 for a text without words.",
        "counted by Parallax; a word is a run of letters or digits",
        "A long article is not a thorough one.",
        lowest=0.0,
    ),
    Measure(
        "n_sentences",
        "length",
        "Sentences",
        "sentences",
        "Sentences of the clean text; a line break always ends one.",
        "Higher: longer.",
        "0 for a text without words.",
        "nupunkt, with rules of Parallax for news text",
        "Headings and list items count as sentences.",
        lowest=0.0,
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
    ),
)

MEASURES: Final[dict[str, Measure]] = {measure.key: measure for measure in _MEASURES}
"""Key (a column of `articles`) -> measure."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step before measuring that every figure rests on, with how right it is where that was measured."""

    key: str
    label: str
    meaning: str
    cannot_say: str
    accuracy: tuple[Accuracy, ...] = ()


STEPS: Final = (
    Step(
        "extraction",
        "Text of a web page",
        "The article's own text is taken out of the page; menus, scripts, related links and notices stay behind.",
        "Captions sometimes stay in, and a paragraph set apart from the rest is sometimes lost.",
    ),
    Step(
        "pasted",
        "Text that was copied and pasted",
        "Lines are read as caption, credit, newsletter, donation, share bar, copyright line or article. Where a source "
        "has at least five articles, lines that repeat across them are cut as well. Read shows all that was cut.",
        "A short line of the article that looks like a caption can be cut.",
    ),
    Step(
        "source",
        "Source",
        "The outlet is read from the page's own description, its footer, or the column, file or folder it came in.",
        'What cannot be proven stays "unknown source". Nothing is guessed from the style of the text.',
    ),
    Step(
        "dates",
        "Date",
        "The date of publication is read from the page's own description, its address or a dated line.",
        "Never the date of the file. Dates are in universal time, so a late article can count for the next day.",
    ),
    Step(
        "agency",
        "News agency",
        "A credit line, a dateline or the agency's description of itself names the agency whose text it is.",
        "Agency text without a credit is not recognised.",
    ),
    Step(
        "duplicates",
        "Copies",
        "The same article met twice is counted once; Corpus lists the copies.",
        "Two outlets printing the same agency text are two articles.",
    ),
    Step(
        "entities",
        "Names",
        "Names are found by spaCy's small English model. Titles, possessives, surnames, acronyms and common second "
        "spellings are merged into one name; Names shows which spellings were merged.",
        "The model knows English. Rare surnames and names from other languages are missed more often.",
    ),
    Step(
        "language",
        "Language",
        "The language is told from the text of the article.",
        "Short texts are harder to tell. Tone, names and reading ease are made for English.",
    ),
)
