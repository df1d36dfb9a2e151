"""Measures of tone told by voice: the outlet's own voice, what it reports, what it quotes, and the headline."""

from dataclasses import replace
from typing import Final

from newscorpus.register.measure import Measure
from newscorpus.tables.catalogue import TOLD_BY_VOICE

WHOSE_WORDS: Final = {
    "own": ("own voice", "what the outlet says in its own voice"),
    "reported": ("reported", "what it tells of others' words without quotation marks"),
    "quoted": ("quoted", "what it quotes in others' own words"),
    "headline": ("headline", "the headline"),
}
"""Voice -> its label, and what of an article it is."""

MISREAD_VOICES: Final = (
    "Half of the indirect speech people find is not found and counts as the outlet's own words. An article has few "
    "stretches in one voice: a difference between two articles may rest on one sentence."
)
FEW_WORDS: Final = "A headline is a handful of words: one of them makes the figure."


def in_each_voice(measure: Measure) -> tuple[Measure, ...]:
    """A register's entry of the whole text as entries of each voice; none where it is not told by voice."""
    return tuple(_in_voice(measure, voice) for voice in WHOSE_WORDS) if measure.key in TOLD_BY_VOICE else ()


def key_in_voice(key: str, voice: str) -> str:
    """The key of a measure of the whole text as it is told of one voice; "" is the whole text.

    >>> key_in_voice("tone", "own"), key_in_voice("tone", ""), key_in_voice("n_words", "own")
    ('tone_own', 'tone', 'n_words')
    """
    return f"{key}_{voice}" if voice and key in TOLD_BY_VOICE else key


def _in_voice(measure: Measure, voice: str) -> Measure:
    label, what = WHOSE_WORDS[voice]
    is_headline = voice == "headline"
    how = "of the headline alone" if is_headline else "the mean over the stretches in this voice"
    return replace(
        measure,
        key=key_in_voice(measure.key, voice),
        voice=voice,
        second_opinion=key_in_voice(measure.second_opinion, voice),
        shown_in=(),
        orders=None,
        label=f"{measure.label} ({label})",
        meaning=f"{measure.label} of {what}: {how}.",
        formula=f"{measure.label} of the headline"
        if is_headline
        else f"mean over its stretches of {measure.label.lower()}",
        undefined="no_headline" if is_headline else "voice_silent",
        empty="Undefined without a headline." if is_headline else "Undefined without words in this voice.",
        cannot_say=f"{FEW_WORDS if is_headline else MISREAD_VOICES} For the rest as of the whole text.",
    )
