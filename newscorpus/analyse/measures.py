"""The measures of an article, or of some of its sentences as if they were all of it."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from newscorpus.analyse.quotations.rows import voice_measures
from newscorpus.analyse.readability import flesch_reading_ease, n_syllables
from newscorpus.analyse.tone.sentence_tone import article_tone, word_polarity
from newscorpus.text.language import surely_not_english
from newscorpus.text.quotation_marks import find_quotations
from newscorpus.text.words import n_words, word_spans

Row = dict[str, Any]
Spans = Sequence[tuple[int, int]]


class Found(NamedTuple):
    """The rows of an article in the tables of these names, in order of place; `quotes` may hold thoughts too."""

    sentences: Sequence[Row]
    stretches: Sequence[Row]
    mentions: Sequence[Row]
    quotes: Sequence[Row]


def measures_of(text: str, code: str, found: Found) -> Row:
    """What tables.MEASURED lists of a whole article whose language is `code`, but language, headline, opening."""
    whole = [(0, len(text))]
    return _measures(text, code, found, english=not surely_not_english(text)) | {
        "share_quoted": share_quoted(text, whole)
    }


def measures_within(text: str, code: str, found: Found, spans: Spans) -> Row | None:
    """The same of the sentences that begin within `spans` (in order, none overlapping); None when none does.

    A name, a stretch or an attribution counts where it begins. Characters are those of the sentences, a space between
    two.
    """
    part = Found(*([row for row in rows if _begins_within(row["start"], spans)] for rows in found))
    if not part.sentences:
        return None
    begun = {row["quote"] for row in _first_stretches(found.quotes) if _begins_within(row["start"], spans)}
    part = part._replace(quotes=[row for row in found.quotes if row["quote"] in begun])
    kept = [(row["start"], row["end"]) for row in part.sentences]
    words = " ".join(text[start:end] for start, end in kept)
    measures = _measures(words, code, part, english=not surely_not_english(text))
    return measures | {"share_quoted": share_quoted(text, kept)}


def share_quoted(text: str, within: Spans) -> float | None:
    """The share of the words of `text` in the spans `within` that stand inside quotation marks, 0 to 1.

    None without words there.

    >>> share_quoted("“We go,” he said.", [(0, 17)]), share_quoted("“We go,” he said.", [(9, 17)])
    (0.5, 0.0)
    """
    quoted = bytearray(len(text) + 1)
    for quotation in find_quotations(text):
        quoted[quotation.start : quotation.end] = b"\x01" * (quotation.end - quotation.start)
    words = [begin + at for begin, end in within for at, _ in word_spans(text[begin:end])]
    return sum(quoted[start] for start in words) / len(words) if words else None


def polarity_and_subjectivity(text: str, *, english: bool) -> tuple[float | None, float | None]:
    """TextBlob's two values of a text; None for both where its list has nothing to say."""
    return (word_polarity(text) if english else None) or (None, None)


def _measures(text: str, code: str, found: Found, *, english: bool) -> Row:
    polarity, subjectivity = polarity_and_subjectivity(text, english=english)
    attributions = {row["quote"] for row in found.quotes if row["is_speech"] and row["type"] != "fragment"}
    return {
        "n_characters": len(text),
        "n_words": n_words(text),
        "n_sentences": len(found.sentences),
        "polarity": polarity,
        "subjectivity": subjectivity,
        "tone": article_tone([row["tone"] for row in found.sentences]),
        "reading_ease": _reading_ease(text, len(found.sentences)) if code == "en" else None,
        "n_mentions": len(found.mentions),
        "n_quotes": len(attributions),
        **voice_measures(found.stretches),
    }


def _reading_ease(text: str, n_sentences: int) -> float | None:
    words = word_spans(text)
    return flesch_reading_ease(len(words), n_sentences, sum(n_syllables(text[start:end]) for start, end in words))


def _first_stretches(quotes: Sequence[Row]) -> Iterable[Row]:
    return {row["quote"]: row for row in reversed(quotes)}.values()


def _begins_within(place: int, spans: Spans) -> bool:
    return any(start <= place < end for start, end in spans)
