"""In whose voice a text speaks: the outlet's own, reported, or quoted; sentence by sentence and within sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from newscorpus.analyse.quotations.values import Attribution, Span, inside, merged, overlaps
from newscorpus.text.quotation_marks import find_quotations
from newscorpus.text.words import n_words

Voice = Literal["own", "reported", "quoted"]
MIN_WORDS_QUOTED: Final = 4  # fewer words in marks that nobody is made to say are a term or a title of the outlet's own


@dataclass(frozen=True, slots=True)
class VoicedSentence:
    """A sentence's voice, and its stretches that are quoted and reported, in order, none overlapping.

    `voice` is that of most of its letters and digits; in a tie the voice further from the outlet's.
    """

    start: int
    end: int
    voice: Voice
    quoted: tuple[Span, ...]
    reported: tuple[Span, ...]


def _without(spans: Sequence[Span], cut: Sequence[Span]) -> list[Span]:
    """What of `spans` lies outside `cut`; both ordered and without overlaps."""
    left: list[Span] = []
    at = 0
    for start, end in spans:
        while at < len(cut) and cut[at][1] <= start:
            at += 1
        place, k = start, at
        while k < len(cut) and cut[k][0] < end:
            if cut[k][0] > place:
                left.append((place, cut[k][0]))
            place = max(place, cut[k][1])
            k += 1
        if place < end:
            left.append((place, end))
    return left


def quoted_and_reported(text: str, attributions: Sequence[Attribution]) -> tuple[list[Span], list[Span]]:
    """The stretches of a text in somebody's own words, marks included, and those told in the reporter's words.

    Thoughts and findings (`core` False) are no speech and stay the outlet's. Short terms in marks that nobody is made
    to say stay the outlet's too.
    """
    told = merged(span for a in attributions if a.core and a.type != "fragment" for span in a.spans)
    direct = [span for a in attributions if a.core and a.type == "direct" for span in a.spans]
    marks = [(q.start, q.end) for q in find_quotations(text)]
    quoted = [
        (start, end)
        for start, end in marks
        if n_words(text[start:end]) >= MIN_WORDS_QUOTED or overlaps(told, start, end)
    ]
    in_own_words = merged([*quoted, *direct])
    return in_own_words, _without(told, in_own_words)


def _weight(text: str, spans: Iterable[Span]) -> int:
    return sum(character.isalnum() for start, end in spans for character in text[start:end])


def voices(text: str, sentences: Sequence[Span], attributions: Sequence[Attribution]) -> list[VoicedSentence]:
    """The voice of each of `sentences` (spans of `text`), in their order; [] for a text without sentences.

    >>> voices("It rained.", [(0, 10)], [])
    [VoicedSentence(start=0, end=10, voice='own', quoted=(), reported=())]
    """
    quoted, reported = quoted_and_reported(text, attributions)
    voiced = []
    for start, end in sentences:
        stretches = tuple(inside(quoted, start, end)), tuple(inside(reported, start, end))
        weights = [_weight(text, spans) for spans in stretches]
        own = _weight(text, [(start, end)]) - sum(weights)
        voice: Voice = "own"
        if weights[0] and weights[0] >= max(own, weights[1]):
            voice = "quoted"
        elif weights[1] and weights[1] >= own:
            voice = "reported"
        voiced.append(VoicedSentence(start, end, voice, *stretches))
    return voiced
