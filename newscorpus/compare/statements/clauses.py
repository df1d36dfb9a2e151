"""The clauses of a sentence, so that one that tells two things can stand beside two sentences.

Light on purpose: statements are made from stored tables, without a parser. A sentence is parted only where a word or
mark that links clauses stands and both sides say enough by themselves: too seldom rather than too often.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from newscorpus.text.content_words import Word, content_key, word_parts

FEWEST_CONTENT_WORDS: Final = 4
"""Content words of a clause: less says too little to be found again."""

_LINKS: Final = """
and but while whereas although though because since after before when where until unless if which who whom whose
"""
LINKS: Final = frozenset(_LINKS.split())
"""Words a clause begins with. "or" and "as" part phrases ("a million or more", "as a whole") more often than clauses;
"that" parts a statement from nothing but who makes it."""

_VERBS: Final = """
is are was were has have had will would can could may might must should shall do does did cannot been
said says told tells went goes came comes made makes took takes gave gives got gets became becomes began begins broke
built bought brought caught chose cut cost dealt drew drove fell felt fought found flew fled forbade forgot froze grew
held hit hurt kept knew laid led left lent let lost meant met paid put quit ran rang read rose saw sold sent set shook
shot showed shut sang sank sat slept spoke spent split spread stood stole struck swore swept swam taught tore thought
threw understood woke wore won withdrew wrote
"""
VERBS: Final = frozenset(_VERBS.split())
"""Auxiliaries and past forms that do not end in -ed."""
SHORTEST_PAST: Final = len("ended")
"""Shorter words in -ed are as often something else ("red", "need")."""

REACH_OF_BETWEEN: Final = 8
"""Words within which "between" claims the next "and"."""

_MARK: Final = re.compile(r"[;:—–]\s|\s[—–-]\s")
"""Marks between two words that part clauses by themselves."""


def clause_spans(sentence: str) -> list[tuple[int, int]]:
    """(start, end) of the clauses of a sentence, in order; one for a sentence of one clause, [] without words.

    >>> sentence = "The old bridge at Kelby fell on Monday, and the council closed the road to Port Marrow."
    >>> [sentence[start:end] for start, end in clause_spans(sentence)]
    ['The old bridge at Kelby fell on Monday', 'and the council closed the road to Port Marrow']
    """
    found = word_parts(sentence)
    keys = [word.key for word in found]
    links = [n for n in range(1, len(found)) if _may_begin(sentence, found, n)]
    n_content = [0, *accumulate(bool(content_key(word.key)) for word in found)]
    n_verbs = [0, *accumulate(_is_verb(word.key) for word in found)]

    def is_clause(first: int, behind: int) -> bool:
        return n_content[behind] - n_content[first] >= FEWEST_CONTENT_WORDS and n_verbs[behind] > n_verbs[first]

    starts = [0] if found else []
    for n, following in pairwise([*links, len(found)]):
        has_own_verb = n_verbs[following] > n_verbs[n]  # "and" before a second noun begins no clause
        if found[n].key == "and" and "between" in keys[max(starts[-1], n - REACH_OF_BETWEEN) : n]:
            continue
        if has_own_verb and is_clause(starts[-1], n) and is_clause(n, len(found)):
            starts.append(n)
    return [(found[first].start, found[behind - 1].end) for first, behind in pairwise([*starts, len(found)])]


def _may_begin(sentence: str, found: Sequence[Word], n: int) -> bool:
    between = sentence[found[n - 1].end : found[n].start]
    key = found[n].key
    return key in LINKS or bool(_MARK.search(between)) or ("," in between and key.endswith("ing"))


def _is_verb(key: str) -> bool:
    return key in VERBS or (len(key) >= SHORTEST_PAST and key.endswith("ed"))
