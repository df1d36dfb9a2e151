"""The tone of one sentence towards one person or organisation named in it, with abstention.

A linear model: every word and word run near the target speaks for negative, neutral or positive, and the sums are
turned into probabilities. Its weights lie beside this module as plain numbers; `docs/target_tone.md` says how they were
learnt, how right they are, and what the model cannot see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

import numpy as np

from newscorpus.analyse.tone.target_features import (
    LONGEST_WORD,
    Features,
    Floats,
    Integers,
    Item,
    Surroundings,
    features,
    surroundings,
)
from newscorpus.analyse.tone.without_names import is_blank
from newscorpus.text.words import word_set, word_spans

ToneSign = Literal[-1, 0, 1]

WEIGHTS: Final = Path(__file__).with_name("target_tone_weights.npz")
SIGNS: Final[tuple[ToneSign, ...]] = (-1, 0, 1)
CLEAR_CONFIDENCE: Final = 0.7  # of the likeliest tone; from here on five answers in six are right (docs/target_tone.md)
BATCH: Final = 500  # targets scored at once: some 10 MB of numbers
MOST_WORDS_TRIED: Final = 60  # nearest the target, when the telling words are sought
MIN_EFFECT_LOG_ODDS: Final = 0.3  # of log-odds, below which a word tells nothing: the odds change by less than a third
GAP: Final = "_"  # stands for a word taken away, so that the others keep their places
SILENT: Final = word_set(
    # They shift the sums, but a reader learns nothing from being shown them.
    "a an the and or of to in on at by for with from as that this these those it its he she they his her him their "
    "them i you we is was are were be been being has have had do does did will would s who which what when where there"
)


@dataclass(frozen=True, slots=True)
class TargetTone:
    """The probabilities that a sentence is negative, neutral or positive towards its target; they sum to 1.

    `label` is the likeliest of -1, 0, 1, or None where that is not clear: its probability is below CLEAR_CONFIDENCE.
    """

    negative: float
    neutral: float
    positive: float
    label: ToneSign | None


NOT_CLEAR: Final = TargetTone(1 / 3, 1 / 3, 1 / 3, None)


@dataclass(frozen=True, slots=True)
class TellingWord:
    """A word of a sentence, its offsets there, and what it does to the tone towards the target.

    `effect` is how much the logarithm of the odds positive : negative falls when the word is taken away: above 0 it
    speaks well of the target, below 0 ill; 0.7 doubles the odds.
    """

    start: int
    end: int
    word: str
    effect: float


@dataclass(frozen=True, slots=True)
class _Weights:
    """One column a tone. `words` holds a block a pool for each row of word vectors; `hashes` leads to the rows."""

    runs: Floats
    hashes: Integers
    rows: Integers
    words: Floats
    numbers: Floats
    intercept: Floats


@cache
def _weights() -> _Weights:
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return _Weights(
            stored["run_weights"].astype(np.float32) * stored["run_scale"],
            stored["word_hashes"].astype(np.int64),
            stored["word_rows"].astype(np.int64),
            stored["word_weights"].astype(np.float32) * stored["word_scale"],
            stored["number_weights"].astype(np.float64),
            stored["intercept"].astype(np.float64),
        )


def _summed(items: Integers, scores: Floats, n_items: int) -> Floats:
    """The rows of `scores` added up by item."""
    return np.stack([np.bincount(items, column, n_items) for column in scores.T], axis=1)


def _scores(found: Features) -> Floats:
    """Log-odds (up to a constant) of the three tones, one row an item."""
    weights, n_items = _weights(), len(found.numbers)
    at = np.minimum(np.searchsorted(weights.hashes, found.word_hashes), len(weights.hashes) - 1)
    known = weights.hashes[at] == found.word_hashes
    of_words = weights.words[weights.rows[at], found.word_pools] * (found.word_values * known)[:, None]
    of_runs = weights.runs[found.run_buckets] * found.run_values[:, None]
    numbers: Floats = found.numbers @ weights.numbers + weights.intercept
    return numbers + _summed(found.word_items, of_words, n_items) + _summed(found.run_items, of_runs, n_items)


def _probabilities(found: Sequence[Surroundings]) -> Floats:
    """Probabilities of the three tones, one row a cut sentence."""
    scores = _scores(features(found))
    odds = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
    shares: Floats = odds / odds.sum(axis=1, keepdims=True)
    return shares


def _tone(shares: Floats) -> TargetTone:
    negative, neutral, positive = (float(share) for share in shares)
    likeliest = int(shares.argmax())
    return TargetTone(negative, neutral, positive, SIGNS[likeliest] if shares[likeliest] >= CLEAR_CONFIDENCE else None)


def _batch_tones(items: Sequence[Item]) -> list[TargetTone]:
    cut = [surroundings(item) for item in items]
    shares = iter(_probabilities([one for one in cut if one]))
    return [_tone(next(shares)) if one else NOT_CLEAR for one in cut]


def target_tones(items: Sequence[Item]) -> list[TargetTone]:
    """The tone towards each (sentence, start, end), in order; [] for none.

    Offsets that mark no letter or digit of their sentence, and so an empty sentence, give NOT_CLEAR. English only; what
    stands more than 1,000 characters from the target is not read.
    Source: learnt from NewsMTSC (Hamborg and Donnay 2021); macro F1 .68 by cross-validation, n = 8,231.

    >>> [tone.label for tone in target_tones([("Critics praised Ann Lee for her brilliant work.", 16, 23), ("", 0, 0)])]
    [1, None]
    """
    return [tone for at in range(0, len(items), BATCH) for tone in _batch_tones(items[at : at + BATCH])]


def target_tone(sentence: str, start: int, end: int) -> TargetTone:
    """The tone of `sentence` towards what stands from `start` to `end`: `target_tones` for one.

    >>> target_tone("Ann Lee was convicted of fraud and lied to the court.", 0, 7).label
    -1
    """
    return target_tones([(sentence, start, end)])[0]


def _distance(span: tuple[int, int], start: int, end: int) -> int:
    return start - span[1] if span[1] <= start else span[0] - end


def _without(item: Item, span: tuple[int, int]) -> Item:
    """The item with a gap for a word that is not the target's."""
    sentence, start, end = item
    shift = span[1] - span[0] - len(GAP) if span[1] <= start else 0
    return sentence[: span[0]] + GAP + sentence[span[1] :], start - shift, end - shift


def _is_silent(word: str) -> bool:
    return word.lower() in SILENT or is_blank(word)


def telling_words(sentence: str, start: int, end: int) -> list[TellingWord]:
    """The words that made the tone towards a target, the strongest first; [] where none tells or there is no target.

    Each of the 60 words nearest the target is taken away in turn and the sentence is scored again. Articles,
    pronouns and the like are left out.

    >>> [(word.word, word.effect < 0) for word in telling_words("Ann Lee was convicted of fraud.", 0, 7)][:2]
    [('fraud', True), ('convicted', True)]
    """
    item = (sentence, start, end)
    whole = surroundings(item)
    if whole is None:
        return []
    spans = [
        span
        for span in word_spans(sentence)
        if (span[1] <= start or span[0] >= end) and not _is_silent(sentence[slice(*span)])
    ]
    nearest = sorted(spans, key=lambda span: _distance(span, start, end))[:MOST_WORDS_TRIED]
    tried = [one for one in (surroundings(_without(item, span)) for span in nearest) if one]
    scores = _scores(features([whole, *tried]))
    balance = scores[:, SIGNS.index(1)] - scores[:, SIGNS.index(-1)]
    telling = [
        TellingWord(*span, sentence[slice(*span)][:LONGEST_WORD], float(balance[0] - without))
        for span, without in zip(nearest, balance[1:], strict=True)
        if abs(balance[0] - without) >= MIN_EFFECT_LOG_ODDS
    ]
    return sorted(telling, key=lambda word: (-abs(word.effect), word.start))
