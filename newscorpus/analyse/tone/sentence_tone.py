"""How favourable a text sounds: TextBlob's word polarity, and the tone of sentences.

Sentence tone weighs three readings of a sentence's words, names left out: VADER's, by its list and its rules; the mean
value of all words by their likeness to those of VADER's list; and how many are plainly unfavourable.
docs/sentence_tone.md says how the weights were learnt, how right it is, and what it cannot say.
"""

import math
import re
from collections.abc import Callable, Sequence
from functools import cache
from statistics import fmean
from typing import Final

from textblob.en import sentiment as textblob_sentiment
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from newscorpus.analyse.tone.without_names import BLANK, NAME_RUN
from newscorpus.analyse.tone.word_values import is_dark, mean_word_value, tells
from newscorpus.text.words import WORD

WEIGHTS: Final = (0.56, 1.56, -0.28)
"""What the three readings weigh, on the scale of readers from -4 to 4: benchmarks/train_sentence_tone.py."""

HALF: Final = 0.5  # of the readers' scale goes into tanh: most tones lie where it is nearly straight
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


def pieces(sentence: str) -> list[str]:
    """A sentence with plain marks and each blanked name as one word; in pieces where it is longer than any is."""
    plain = NAME_RUN.sub(BLANK, POSSESSIVE.sub("", sentence.translate(PLAIN_MARKS)))
    return [plain[at : at + LONGEST_SENTENCE] for at in range(0, len(plain), LONGEST_SENTENCE)]


def readings(piece: str) -> tuple[float, float, float]:
    """What is read of a sentence; all 0 where no word has a tone by itself.

    VADER's compound score, -1 to 1; the mean value of the words of content; log(1 + n) of the n words that have an
    unfavourable tone by themselves, for each further one adds less.
    """
    words = [match[0].lower() for match in WORD.finditer(piece)]
    if not any(map(_has_tone, words)):
        return 0.0, 0.0, 0.0
    n_dark = sum(is_dark(word) for word in words)
    return _vader().polarity_scores(piece)["compound"], mean_word_value(words), math.log1p(n_dark)


def _has_tone(word: str) -> bool:
    return bool(_vader().lexicon.get(word)) or tells(word)


def sentence_tone(sentence: str) -> float | None:
    """How favourable a sentence sounds, -1 to 1; 0 where no word has a tone, None without words.

    `sentence`: with its names blanked (`without_names`). About what readers would give it on a scale from -4 to 4,
    pressed into -1 to 1. Typographic and straight quotation marks give the same tone.

    >>> sentence_tone("A good day.") == sentence_tone("A “good” day."), sentence_tone("!")
    (True, None)
    """
    if not WORD.search(sentence):
        return None
    return fmean(tone_of(readings(piece)) for piece in pieces(sentence))


def tone_of(read: Sequence[float], weights: Sequence[float] = WEIGHTS) -> float:
    """The tone that readings amount to, -1 to 1; 0 where all of them are."""
    return math.tanh(HALF * sum(weight * value for weight, value in zip(weights, read, strict=True)))


def valued_words(sentence: str, blanked: str) -> tuple[list[str], list[str]]:
    """The words of a sentence that TextBlob's list values, and those that give it a tone, in order, as written.

    They are what the two scores are made of, before negations and intensifiers around them are reckoned in. `blanked`:
    the sentence with its names blanked, which have no tone.

    >>> valued_words("A good day for the killer.", "A good day for the killer.")
    (['good'], ['good', 'killer'])
    """
    return _words_that(sentence, _textblob_value), _words_that(blanked, _has_tone)


def _words_that(sentence: str, count: Callable[[str], object]) -> list[str]:
    words = (match[0] for match in WORD.finditer(POSSESSIVE.sub("", sentence.translate(PLAIN_MARKS))))
    return [word for word in words if count(word.lower())]


def _textblob_value(word: str) -> float:
    known = textblob_sentiment.get(word)
    return float(known[None][0]) if known else 0.0


def article_tone(tones: Sequence[float | None]) -> float | None:
    """The mean of the sentences' tones, -1 to 1; None when no sentence has one.

    VADER's score of a whole article runs to -1 or 1 whatever it says, so sentences are scored and averaged.
    """
    known = [tone for tone in tones if tone is not None]
    return fmean(known) if known else None
