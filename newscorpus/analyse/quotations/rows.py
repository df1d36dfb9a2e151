"""Attributions and voices as rows of tables, and what an article's voices amount to."""

from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import Any, Final, get_args

from newscorpus.analyse.quotations.values import Attribution, Span
from newscorpus.analyse.quotations.voices import Voice, VoicedSentence
from newscorpus.tables.catalogue import TOLD_BY_VOICE
from newscorpus.text.words import n_words

VOICES: Final[tuple[Voice, ...]] = get_args(Voice)


def quote_rows(text: str, attributions: Sequence[Attribution]) -> Iterator[dict[str, Any]]:
    """A row for each stretch of each attribution, as in the table `quotes` without article and entity."""
    for attribution in attributions:
        shown = attribution.speaker_span or (None, None)
        for start, end in attribution.spans:
            yield {
                "quote": attribution.number,
                "start": start,
                "end": end,
                "text": text[start:end],
                "n_words": n_words(text[start:end]),
                "type": attribution.type,
                "speaker": attribution.speaker,
                "is_inferred": attribution.speaker_inferred,
                "speaker_start": shown[0],
                "speaker_end": shown[1],
                "verb": attribution.verb,
                "verb_class": attribution.verb_class,
                "is_speech": attribution.core,
                "confidence": attribution.confidence,
            }


def stretch_rows(text: str, sentences: Sequence[VoicedSentence]) -> Iterator[dict[str, Any]]:
    """Each sentence cut where the voice changes: sentence, start, end, voice. Pieces without words are left out.

    >>> quoted = VoicedSentence(0, 16, "quoted", ((0, 8),), ())
    >>> [(row["voice"], row["start"], row["end"]) for row in stretch_rows('"We go," he said', [quoted])]
    [('quoted', 0, 8), ('own', 9, 16)]
    """
    for number, sentence in enumerate(sentences):
        for start, end, voice in _pieces(sentence):
            while start < end and text[start].isspace():
                start += 1
            if n_words(text[start:end]):
                yield {"sentence": number, "start": start, "end": end, "voice": voice}


def voice_measures(stretches: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Words, mean polarity and mean tone of an article by voice; None where a voice says nothing that has a tone."""
    measures: dict[str, Any] = {}
    for voice in VOICES:
        spoken = [row for row in stretches if row["voice"] == voice]
        measures[f"n_words_{voice}"] = sum(row["n_words"] for row in spoken)
        for name in TOLD_BY_VOICE:
            values = [row[name] for row in spoken if row[name] is not None]
            measures[f"{name}_{voice}"] = fmean(values) if values else None
    return measures


def _pieces(sentence: VoicedSentence) -> Iterator[tuple[int, int, Voice]]:
    """The sentence in order of place: stretches quoted and reported, and what lies between them."""
    voiced: list[tuple[Span, Voice]] = [(span, "quoted") for span in sentence.quoted]
    voiced += [(span, "reported") for span in sentence.reported]
    at = sentence.start
    for (start, end), voice in sorted(voiced):
        yield at, start, "own"
        yield start, end, voice
        at = end
    yield at, sentence.end, "own"
