"""What is read of a sentence to tell its tone towards one target: the words around it, by place and without names.

The target is masked, and so are all other names: "Trump" or "Clinton" must not carry a tone of its own. What is left is
read three ways: runs of one to three words near the target (hashed), every word by where it stands (before or after,
near or far), and how VADER's word list values the words in windows on either side.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from vaderSentiment.vaderSentiment import NEGATE, SentimentIntensityAnalyzer

from newscorpus.analyse.tone.without_names import is_blank
from newscorpus.text.words import word_set

Item = tuple[str, int, int]
"""A sentence, and the offsets in it of the target's first character and of the one after its last."""

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

FARTHEST: Final = 1_000  # characters read on each side of the target; no sentence of prose reaches farther
LONGEST_WORD: Final = 40  # characters; longer runs of letters are no words
N_BUCKETS: Final = 1 << 16  # of hashed word runs: 200 kB of weights
SIGN_BIT: Final = 31  # of the hash: half of the runs that share a bucket count against the other half
LONGEST_RUN: Final = 3  # words
NEAR: Final = 8  # words on each side in which runs are read
BESIDE: Final = 4  # words on each side whose exact distance counts
POOLS: Final = {"sentence": None, "before6": 6, "after6": 6, "before2": 2, "after2": 2}  # None: all words
N_POOLS: Final = len(POOLS)
MIN_POOLED_WORDS: Final = 3  # a pool of one or two words counts no more than one of three
WINDOWS: Final = (3, 6, 10, None)  # words from the target outwards
DECAY: Final = 0.2  # the n-th word from the target counts 1 / (1 + DECAY n)
NEGATION_REACH: Final = 3  # words after a negation, as in VADER
NEGATED: Final = -0.74  # VADER's own factor
USUAL_WORDS: Final = 60  # of a long sentence, to bring its length to 0…1
HEADLINE_SHARE: Final = 0.6  # of words with a capital, from which capitals show no names

NAME: Final = "Xx"
TARGET: Final = "Tt"
TOKEN: Final = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
PRONOUNS: Final = word_set("he she they it i we you who him her them me us his hers its their my your our")
NEVER_NAMES: Final = word_set("i i'm i've i'll i'd")
SENTENCE_MARKS: Final = frozenset('.!?:"“')
QUOTATION_MARKS: Final = frozenset('"“”„«»')
SAYING: Final = word_set("said says told added")
NEGATIONS: Final = frozenset(NEGATE) | word_set("not no never nor without barely hardly lack lacks failed fails")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence cut at its target: the tokens `before` and `after` it, names masked, and the `target` (a pronoun's own
    form, NAME for all else)."""

    before: list[str]
    target: str
    after: list[str]


@dataclass(frozen=True, slots=True)
class Features:
    """The features of many items: one row of `numbers` an item; the hashed runs and the placed words one row a hit.

    `run_values` are signed, and as long as the item has runs they have length 1 together; `word_values` are shares of
    a pool's words.
    """

    run_items: Integers
    run_buckets: Integers
    run_values: Floats
    word_items: Integers
    word_hashes: Integers
    word_pools: Integers
    word_values: Floats
    numbers: Floats


@cache
def valences() -> dict[str, float]:
    """VADER's word list: word -> valence, -4 negative to 4 positive."""
    lexicon: dict[str, float] = SentimentIntensityAnalyzer().lexicon
    return lexicon


def word_hash(word: str) -> int:
    """A word's number, the same on every machine; 0 to 2**32 - 1."""
    return zlib.crc32(word.encode(errors="surrogatepass"))


def _is_headline(tokens: Sequence[str]) -> bool:
    words = [token for token in tokens if token[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= HEADLINE_SHARE * max(len(words), LONGEST_RUN)


def _plain(token: str) -> str:
    if token in QUOTATION_MARKS:
        return '"'
    return "0" if token[0].isdigit() else token.lower().replace("’", "'")[:LONGEST_WORD]


def _masked(tokens: Sequence[str], *, opens: bool, names_show: bool) -> list[str]:
    """The tokens in small letters, runs of names as one NAME. `opens`: the first one may be the sentence's first."""
    masked: list[str] = []
    previous = "." if opens else ""
    for token in tokens:
        plain = _plain(token)
        shown = names_show and token[0].isupper() and previous not in SENTENCE_MARKS and plain not in NEVER_NAMES
        is_name = shown or is_blank(token)
        if not is_name:
            masked.append(plain)
        elif not masked or masked[-1] != NAME:
            masked.append(NAME)
        previous = token
    return masked


def surroundings(item: Item) -> Surroundings | None:
    """The sentence cut at the target; None where the offsets mark no letter or digit of the sentence.

    Names are the words that were blanked (`without_names`) and those with a capital inside the sentence.

    >>> surroundings(("The mayor of Oz praised Ann Lee.", 24, 31))
    Surroundings(before=['the', 'mayor', 'of', 'Xx', 'praised'], target='Xx', after=['.'])
    """
    sentence, start, end = item
    if not 0 <= start < end <= len(sentence) or not any(map(str.isalnum, sentence[start : min(end, start + FARTHEST)])):
        return None
    before = TOKEN.findall(sentence[max(0, start - FARTHEST) : start])
    after = TOKEN.findall(sentence[end : end + FARTHEST])
    names_show = not _is_headline([*before, *after])
    target = sentence[start:end].lower()
    return Surroundings(
        _masked(before, opens=True, names_show=names_show),
        target if target in PRONOUNS else NAME,
        _masked(after, opens=False, names_show=names_show),
    )


def _runs(tokens: Sequence[str]) -> Iterator[str]:
    for length in range(1, LONGEST_RUN + 1):
        for at in range(len(tokens) - length + 1):
            yield " ".join(tokens[at : at + length])


def _runs_near(found: Surroundings) -> set[str]:
    return {"n " + run for run in _runs([*found.before[-NEAR:], TARGET, *found.after[:NEAR]])}


def _runs_beside(found: Surroundings) -> set[str]:
    """The words beside the target with their distance, and the ways it is framed from both sides."""
    before, after = found.before, found.after
    beside = {f"-{n} {word}" for n, word in enumerate(reversed(before[-BESIDE:]), 1)}
    beside |= {f"+{n} {word}" for n, word in enumerate(after[:BESIDE], 1)}
    frames = ((3, 1), (3, 2), (3, 3), (2, 2), (1, 1))
    beside |= {f"{left}|{right} {' '.join([*before[-left:], TARGET, *after[:right]])}" for left, right in frames}
    return beside | {"t " + found.target}


def _hashed(runs: set[str]) -> Iterator[tuple[int, float]]:
    """Bucket and signed value of each run; the squares of the values sum to 1."""
    value = max(len(runs), 1) ** -0.5
    for run in sorted(runs):
        number = word_hash(run)
        yield number % N_BUCKETS, value if number >> SIGN_BIT else -value


def _pools(found: Surroundings) -> Iterator[list[str]]:
    before, after = found.before, found.after
    for name, size in POOLS.items():
        near = [*before, *after] if size is None else before[-size:] if name.startswith("before") else after[:size]
        yield [word for word in near if word != NAME and word[0].isalpha()]


def _word_valences(tokens: Sequence[str]) -> list[float]:
    """VADER's valence of each token, turned round after a negation."""
    known, values, negated_until = valences(), [], -1
    for at, token in enumerate(tokens):
        valence = known.get(token, 0.0)
        values.append(valence * NEGATED if valence and at <= negated_until else valence)
        if token in NEGATIONS or token.endswith("n't"):
            negated_until = at + NEGATION_REACH
    return values


def _valence_sums(outwards: Sequence[float]) -> Iterator[float]:
    """Praise and blame in each window, and with decay, of the valences from the target outwards."""
    for size in WINDOWS:
        yield sum(value for value in outwards[:size] if value > 0)
        yield sum(value for value in outwards[:size] if value < 0)
    decayed = [value / (1 + DECAY * at) for at, value in enumerate(outwards)]
    yield sum(value for value in decayed if value > 0)
    yield sum(value for value in decayed if value < 0)


def _numbers(found: Surroundings) -> list[float]:
    before, after = found.before, found.after
    beside = {*before[-LONGEST_RUN:], *after[:LONGEST_RUN]}
    n_marks = before.count('"')
    return [
        *_valence_sums(_word_valences(before)[::-1]),
        *_valence_sums(_word_valences(after)),
        float(n_marks % 2),
        float(n_marks > 0 or '"' in after),
        float(not before),
        len(before) / (len(before) + len(after) + 1),
        min(len(before) + len(after), USUAL_WORDS) / USUAL_WORDS,
        float(after[:2] == ["'", "s"]),
        float(not beside.isdisjoint(SAYING)),
    ]


N_NUMBERS: Final = len(_numbers(Surroundings([], NAME, [])))


def features(found: Sequence[Surroundings]) -> Features:
    """The features of each cut sentence; arrays without rows for none."""
    runs = [
        (at, bucket, value)
        for at, one in enumerate(found)
        for group in (_runs_near(one), _runs_beside(one))
        for bucket, value in _hashed(group)
    ]
    words = [
        (at, word_hash(word), pool, 1 / max(len(pooled), MIN_POOLED_WORDS))
        for at, one in enumerate(found)
        for pool, pooled in enumerate(_pools(one))
        for word in pooled
    ]
    run_items, run_buckets, run_values = zip(*runs, strict=True) if runs else ((), (), ())
    word_items, hashes, pools, word_values = zip(*words, strict=True) if words else ((), (), (), ())
    return Features(
        np.array(run_items, dtype=np.int64),
        np.array(run_buckets, dtype=np.int64),
        np.array(run_values, dtype=np.float64),
        np.array(word_items, dtype=np.int64),
        np.array(hashes, dtype=np.int64),
        np.array(pools, dtype=np.int64),
        np.array(word_values, dtype=np.float64),
        np.array([_numbers(one) for one in found], dtype=np.float64).reshape(len(found), N_NUMBERS),
    )
