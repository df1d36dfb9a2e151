"""The sentence of a story that is nearest to a wording: the one that shares its rarest words."""

import math
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from newscorpus.compare.words import content_key, words
from newscorpus.query.judged import Row
from newscorpus.query.story_texts import StoryTexts

N_WORDS_SHOWN: Final = 8  # words in common that are named: the rarest


@dataclass(frozen=True, slots=True)
class Nearest:
    """A sentence (a row of `sentences`) and the content words it shares with the wording, the rarest first."""

    sentence: Row
    shared: tuple[str, ...]


def nearest_sentence(opened: StoryTexts, telling: Row, article_ids: Collection[str]) -> Nearest | None:
    """The sentence of these articles that shares the rarest words of the story with a telling (article_id, start, end).

    None where no sentence of them shares a content word with it. Rarity is counted in sentences of the story.
    """
    text = opened.texts[telling["article_id"]]
    wanted = _contents(text[telling["start"] : telling["end"]])
    n_with = Counter(key for rows in opened.sentences.values() for row in rows for key in _keys(opened, row))
    n_all = max(2, sum(map(len, opened.sentences.values())))
    rarity = {key: math.log(n_all / n_with[key]) for key in wanted if n_with[key]}
    best: tuple[float, Row | None] = (0.0, None)
    for row in (
        row
        for a in opened.articles
        if a["article_id"] in article_ids
        for row in opened.sentences.get(a["article_id"], [])
    ):
        score = sum(rarity.get(key, 0.0) for key in _keys(opened, row))
        best = (score, row) if score > best[0] else best
    if best[1] is None:
        return None
    both = sorted(_keys(opened, best[1]) & rarity.keys(), key=lambda key: (-rarity[key], key))
    return Nearest(best[1], tuple(wanted[key] for key in both[:N_WORDS_SHOWN]))


def _contents(text: str) -> dict[str, str]:
    """Stem of each content word -> the word as first written."""
    found: dict[str, str] = {}
    for word in words(text):
        if key := content_key(word.key):
            found.setdefault(key, text[word.start : word.end])
    return found


def _keys(opened: StoryTexts, sentence: Row) -> frozenset[str]:
    text = opened.texts[sentence["article_id"]][sentence["start"] : sentence["end"]]
    return frozenset(_contents(text))
