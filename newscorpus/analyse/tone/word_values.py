"""What the words of a sentence are worth by their likeness to those of VADER's list.

VADER's list values 5,500 common words. `word_values.csv` holds what words are worth by their likeness to those, the
listed ones too: the list read anew, without its single words' chances. docs/sentence_tone.md says how it was made.
"""

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from newscorpus.analyse.tone.target_features import NEGATED, NEGATION_REACH, NEGATIONS
from newscorpus.analyse.tone.without_names import is_blank
from newscorpus.text.content_words import STOP_WORDS

VALUES: Final = Path(__file__).with_name("word_values.csv")
MIN_CONTENT_WORDS: Final = (
    5  # a sentence of fewer words of content counts as one of five: one word is no sentence's tone
)


class WordValue(NamedTuple):
    """What a word is worth, about -2 unfavourable to 2 favourable, and whether by itself it shows a sentence to have a
    tone: its value is large, and the words most like it agree."""

    value: float
    tells: bool


@cache
def word_values() -> dict[str, WordValue]:
    """Word in small letters -> its value. Words that are not here are worth nothing."""
    with VALUES.open(encoding="utf-8", newline="") as file:
        return {row["word"]: WordValue(float(row["value"]), row["tells"] == "1") for row in csv.DictReader(file)}


def tells(word: str) -> bool:
    """Whether a word by itself shows that its sentence has a tone."""
    return word in word_values() and word_values()[word].tells


def is_dark(word: str) -> bool:
    """Whether it does, and the tone is unfavourable."""
    return tells(word) and word_values()[word].value < 0


def mean_word_value(words: Sequence[str]) -> float:
    """The mean value of the words of content of a sentence, turned round behind a negation; 0 where there are none.

    `words`: in order, in small letters, names blanked.

    >>> mean_word_value(["a", "massacre"]) < 0 < mean_word_value(["not", "a", "massacre"])
    True
    """
    values = list(_values_of_content(words))
    return sum(values) / max(len(values), MIN_CONTENT_WORDS)


def _values_of_content(words: Sequence[str]) -> Iterator[float]:
    known, negated_until = word_values(), -1
    for at, word in enumerate(words):
        if word not in STOP_WORDS and not is_blank(word):
            value = known[word].value if word in known else 0.0
            yield value * NEGATED if at <= negated_until else value
        if word in NEGATIONS or word.endswith("n't"):
            negated_until = at + NEGATION_REACH
