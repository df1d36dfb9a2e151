"""Whether two stretches of words are the same words, and how one was cut or changed.

Rules and limits follow pairs of quotations read by one person (6,950 quotations of PolNeAR): a run of four words proves
nothing; of quotations of eight words or more whose longest shared run is four fifths of the shorter, 52 of 53 were the
same quotation.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from rapidfuzz.distance import LCSseq

from newscorpus.text.content_words import content_key

Match = Literal["reference", "verbatim", "trimmed", "reworded", "possible", "conflicts"]
Speakers = Literal["same", "different", "unknown"]

CERTAIN_WORDS: Final = 8
FEWEST_WORDS: Final = 5
SHARED_SHARE: Final = 0.8
DIFFERENT_SHARE: Final = 0.5
"""Two quotations with less of their words in common, in order, are two quotations."""
LEAST_CONTENT_WORDS: Final = 3
LEAST_CONTENT_OF_A_WHOLE: Final = 2
"""Content words of a run that is the whole of a quotation of CERTAIN_WORDS, so that nothing in it was changed."""
LONGEST_COMPARED: Final = 400
"""Words compared of one stretch: bounds the work for a text that is one endless quotation."""


class SharedWords(NamedTuple):
    """What two stretches of words share: the longest run (where it begins in each, how long) and the common
    subsequence, in words."""

    run_a: int
    run_b: int
    run: int
    subsequence: int
    shorter: int


def shared_words(a: Sequence[str], b: Sequence[str]) -> SharedWords:
    """Compare two stretches by their words' keys; all 0 when one is empty.

    >>> shared_words("we cannot conduct talks now".split(), "cannot conduct talks".split())
    SharedWords(run_a=1, run_b=0, run=3, subsequence=3, shorter=3)
    """
    a, b = a[:LONGEST_COMPARED], b[:LONGEST_COMPARED]
    run = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    return SharedWords(run.a, run.b, run.size, int(LCSseq.similarity(a, b)), min(len(a), len(b)))


def different_quotations(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two quotations have different words, so that they must never be put together."""
    a, b = a[:LONGEST_COMPARED], b[:LONGEST_COMPARED]
    return bool(LCSseq.similarity(a, b) < DIFFERENT_SHARE * min(len(a), len(b)))


def quotation_match(a: Sequence[str], b: Sequence[str], speakers: Speakers) -> Match | None:
    """How two quotations, given as keys, tell the same words; None when they do not, or when it cannot be told.

    >>> long = "we will never sign a peace treaty of this kind".split()
    >>> quotation_match(long, long[:9], "unknown"), quotation_match(long, long, "different")
    ('trimmed', 'conflicts')
    """
    shared = shared_words(a, b)
    found = _same_words(list(a) == list(b), shared, speakers)
    n_content = sum(bool(content_key(key)) for key in a[shared.run_a :][: shared.run])
    is_whole = shared.run == shared.shorter >= CERTAIN_WORDS
    if found is None or n_content < (LEAST_CONTENT_OF_A_WHOLE if is_whole else LEAST_CONTENT_WORDS):
        return None
    return "conflicts" if speakers == "different" else found


def _same_words(equal: bool, shared: SharedWords, speakers: Speakers) -> Match | None:
    if shared.shorter < FEWEST_WORDS:
        return None
    one_run = shared.run >= SHARED_SHARE * shared.shorter
    if shared.shorter >= CERTAIN_WORDS:
        if equal:
            return "verbatim"
        if one_run:
            return "trimmed"
        changed = shared.subsequence >= SHARED_SHARE * shared.shorter and shared.run >= FEWEST_WORDS
        return "reworded" if changed and speakers == "same" else None
    whole = shared.run == shared.shorter
    if (speakers == "same" and one_run) or (speakers == "unknown" and whole and shared.run > FEWEST_WORDS):
        return "verbatim" if equal else "trimmed"
    return None
