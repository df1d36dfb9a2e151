"""Two word lists' opinion of how positive a text sounds: TextBlob's polarity and VADER's tone."""

import re
from collections.abc import Sequence
from functools import cache
from statistics import fmean
from typing import Final

from textblob.en import sentiment as textblob_sentiment
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from newscorpus.text.words import WORD

LONGEST_CHUNK: Final = (
    500  # characters without white space; TextBlob's time grows with their square, and no word is longer
)
LONGEST_SENTENCE: Final = 2_000  # characters; VADER's time grows with their square, and no sentence of prose is longer
PLAIN_MARKS: Final = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "—": " - ",
        "–": " - ",
    }
)
POSSESSIVE: Final = re.compile(r"(?<=\w)'s\b")  # the word list knows "war", not "war's"


def _without_endless_chunks(text: str) -> str:
    """`text` itself, unless a stretch without white space is longer than any word."""
    if all(len(chunk) <= LONGEST_CHUNK for chunk in text.split()):
        return text
    return " ".join(chunk[:LONGEST_CHUNK] for chunk in text.split())


def word_polarity(text: str) -> tuple[float, float] | None:
    """TextBlob's polarity (-1 negative to 1 positive) and subjectivity (0 to 1) of `text`; None without words.

    The mean over the words of TextBlob's list that stand in the text, exactly as `TextBlob(text).sentiment` gives it; 0
    when none of its words does. Contractions do not negate ("isn't good" counts as good), and "not" carries over a full
    stop: properties of TextBlob that are kept, for the figure is known under its name.

    >>> word_polarity("a good day"), word_polarity("…")
    ((0.7, 0.6000000000000001), None)
    """
    if not WORD.search(text):
        return None
    polarity, subjectivity = textblob_sentiment(_without_endless_chunks(text))
    return float(polarity), float(subjectivity)


@cache
def _vader() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def _scored_pieces(sentence: str) -> list[str]:
    """The sentence whole or, where it is longer than sentences are, in pieces."""
    plain = POSSESSIVE.sub("", sentence.translate(PLAIN_MARKS))
    return [plain[at : at + LONGEST_SENTENCE] for at in range(0, len(plain), LONGEST_SENTENCE)]


def sentence_tone(sentence: str) -> float | None:
    """VADER's compound score of a sentence, -1 negative to 1 positive; None without words.

    Typographic and straight quotation marks give the same score.
    Source: Hutto and Gilbert (2014), doi 10.1609/icwsm.v8i1.14550.

    >>> sentence_tone("A good day.") == sentence_tone("A “good” day."), sentence_tone("!")
    (True, None)
    """
    if not WORD.search(sentence):
        return None
    return fmean(_vader().polarity_scores(piece)["compound"] for piece in _scored_pieces(sentence))


def valued_words(sentence: str) -> tuple[list[str], list[str]]:
    """The words of a sentence that TextBlob's list and VADER's list give a value other than 0, in order, as written.

    They are what the two scores are made of, before negations and intensifiers around them are reckoned in.

    >>> valued_words("A good day for the killer.")
    (['good'], ['good', 'killer'])
    """
    words = [match[0] for match in WORD.finditer(POSSESSIVE.sub("", sentence.translate(PLAIN_MARKS)))]
    listed = [word for word in words if _textblob_value(word.lower())]
    return listed, [word for word in words if _vader().lexicon.get(word.lower())]


def _textblob_value(word: str) -> float:
    known = textblob_sentiment.get(word)
    return float(known[None][0]) if known else 0.0


def article_tone(tones: Sequence[float | None]) -> float | None:
    """The mean of the sentences' tones, -1 to 1; None when no sentence has one.

    VADER's score of a whole article runs to -1 or 1 whatever it says, so sentences are scored and averaged.
    """
    known = [tone for tone in tones if tone is not None]
    return fmean(known) if known else None
