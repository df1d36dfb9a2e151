"""Where each name stands, and the tone of its sentence towards it where the outlet itself speaks."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, Final

from newscorpus.analyse.names.recognition import Name
from newscorpus.analyse.tone.target_tone import target_tones, telling_words

Row = dict[str, Any]

ASKED_OF: Final = frozenset({"PERSON", "ORG"})
"""Kinds of names that a sentence can be for or against, as far as labelled sentences tell."""

N_TELLING_WORDS: Final = 4  # the later ones move the tone little


def mention_rows(text: str, names: Sequence[Name], sentences: Sequence[Row], stretches: Sequence[Row]) -> list[Row]:
    """A row for each name: its place, its sentence and voice, and the tone towards it.

    `text`: with its names blanked, so that none has a tone of its own. The tone is asked of persons and organisations
    in the outlet's own voice alone. `towards` is None where it was not asked or is not clear, `towards_confidence`
    where it was not asked. Sentences and stretches are in order of place.
    """
    rows = []
    for name in names:
        sentence, stretch = _around(sentences, name.start), _around(stretches, name.start)
        row = name._asdict() | {"sentence": sentence and sentence["sentence"], "voice": stretch and stretch["voice"]}
        rows.append(row | {"towards": None, "towards_confidence": None, "towards_words": None})
    asked = [row for row in rows if row["kind"] in ASKED_OF and row["voice"] == "own" and row["sentence"] is not None]
    items = [_item(text, row, sentences) for row in asked]
    for row, item, tone in zip(asked, items, target_tones(items), strict=True):
        row["towards"] = tone.label
        row["towards_confidence"] = max(tone.negative, tone.neutral, tone.positive)
        if tone.label:
            spoke = (word.word for word in telling_words(*item) if word.effect * tone.label > 0)
            row["towards_words"] = list(islice(spoke, N_TELLING_WORDS))
    return rows


def _around(rows: Sequence[Row], place: int) -> Row | None:
    at = bisect_right(rows, place, key=itemgetter("start")) - 1
    return rows[at] if at >= 0 and rows[at]["end"] > place else None


def _item(text: str, mention: Row, sentences: Sequence[Row]) -> tuple[str, int, int]:
    sentence = sentences[mention["sentence"]]
    start, end = sentence["start"], sentence["end"]
    return text[start:end], mention["start"] - start, min(mention["end"], end) - start
