"""Why two stretches stand under one statement, in words a reader can check."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from newscorpus.compare.statements.quote_alignment import Match, shared_words
from newscorpus.text.content_words import Word, content_key, word_parts, words
from newscorpus.text.numbers import Number

SHOWN_WORDS: Final = 6
SHOWN_CUT_WORDS: Final = 14
LEAST_CONTENT_OF_A_TRIM: Final = 5
TRIM_SHARE: Final = 0.8
TRIM_WORDS: Final = 8


def sentence_match(a: Sequence[str], b: Sequence[str]) -> Match:
    """How two sentences said to be the same, given as keys, relate: word for word, one cut from the other, or other
    words."""
    if list(a) == list(b):
        return "verbatim"
    whole = shared_words(a, b)
    content = shared_words([k for k in a if content_key(k)], [k for k in b if content_key(k)])
    in_one_piece = whole.shorter >= TRIM_WORDS and whole.run >= TRIM_SHARE * whole.shorter
    cut = content.shorter >= LEAST_CONTENT_OF_A_TRIM and content.subsequence >= TRIM_SHARE * content.shorter
    return "trimmed" if in_one_piece or cut else "reworded"


def same_words(here: str, reference: str) -> str:
    """The longest run both have, and what either has besides it.

    >>> same_words("nothing has changed here", "We know nothing has changed here")
    'These 4 words in a row in both: “nothing has changed here”; the other adds “We know”'
    """
    a, b = words(here), words(reference)
    shared = shared_words([w.key for w in a], [w.key for w in b])
    if not shared.run:
        return "No words in a row in both"
    run = _text(here, a[shared.run_a : shared.run_a + shared.run])
    parts = [f"These {shared.run} words in a row in both: “{run}”"]
    for text, found, at, who in ((here, a, shared.run_a, "here also"), (reference, b, shared.run_b, "the other adds")):
        more = [_text(text, stretch) for stretch in (found[:at], found[at + shared.run :]) if stretch]
        if more:
            parts.append(f"{who} " + " … ".join(f"“{stretch}”" for stretch in more))
    return "; ".join(parts)


def _text(text: str, stretch: Sequence[Word]) -> str:
    shown = stretch[:SHOWN_CUT_WORDS]
    return text[shown[0].start : shown[-1].end] + (" …" if len(stretch) > len(shown) else "")


def shared_content(here: str, stems: Iterable[str], n_sentences_with: Mapping[str, int]) -> str:
    """The words and figures both sentences have, rarest in the story first, as written here."""
    written: dict[str, str] = {}
    for word in word_parts(here):
        if key := content_key(word.key):
            written.setdefault(key, here[word.start : word.end])
    alone = (stem for stem in stems if " " not in stem)  # a figure is shown once, not again with what it counts
    rarest = sorted(alone, key=lambda stem: (n_sentences_with.get(stem, 0), stem))
    shown = [written.get(stem) or _figure(stem) for stem in rarest if stem in written or stem[0] == "#"]
    return "Shared: " + ", ".join(shown[:SHOWN_WORDS]) if shown else "No rare word in both"


def _figure(stem: str) -> str:
    return f"the figure {float(stem[1:]):,.10g}"


def conflict_of_numbers(here: str, reference: str, numbers: tuple[Number, Number]) -> str:
    """Both figures as written, with what they count."""
    ours, theirs = numbers
    return f"“{_counted(here, ours)}” here, “{_counted(reference, theirs)}” in the wording compared with"


def _counted(text: str, number: Number) -> str:
    behind = [w for w in word_parts(text) if w.start >= number.end][: len(number.what)]
    return text[number.start : behind[-1].end if behind else number.end]
