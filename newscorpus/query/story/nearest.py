"""The sentence of a story that is nearest to a wording: the one that shares its rarest words."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from newscorpus.query.story.judgements import Row
from newscorpus.query.story.texts import StoryTexts
from newscorpus.text.content_words import content_key, word_parts

N_WORDS_SHOWN: Final = 8  # words in common that are named: the rarest


@dataclass(frozen=True, slots=True)
class Nearest:
    """A sentence (a row of `sentences`) and the content words it shares with the wording, the rarest first."""

    sentence: Row
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """Where each content word (its stem) of a story stands: the sentences of some articles, in the order of these, by
    number; and how rare it is among all sentences of the story."""

    sentences: tuple[Row, ...]
    places: dict[str, list[int]]
    rarity: dict[str, float]


def nearest_sentence(opened: StoryTexts, telling: Row, article_ids: Collection[str]) -> Nearest | None:
    """The sentence of these articles that shares the rarest words of the story with a telling (article_id, start, end).

    None where no sentence of them shares a content word with it. Rarity is counted in sentences of the story.
    """
    return nearest_among(opened, telling, word_places(opened, article_ids))


def word_places(opened: StoryTexts, article_ids: Collection[str]) -> WordPlaces:
    """The index in which `nearest_among` looks, for many wordings of one story."""
    n_with: Counter[str] = Counter()
    sentences: list[Row] = []
    places: defaultdict[str, list[int]] = defaultdict(list)
    for article in (row["article_id"] for row in opened.articles):
        for row in opened.sentences.get(article, []):
            keys = _contents(opened.texts[article][row["start"] : row["end"]]).keys()
            n_with.update(keys)
            if article in article_ids:
                for key in keys:
                    places[key].append(len(sentences))
                sentences.append(row)
    n_all = max(2, sum(map(len, opened.sentences.values())))
    return WordPlaces(tuple(sentences), dict(places), {key: math.log(n_all / n) for key, n in n_with.items()})


def nearest_among(opened: StoryTexts, telling: Row, index: WordPlaces) -> Nearest | None:
    """As `nearest_sentence`, in an index; sentences of the telling's own article are passed over."""
    text = opened.texts[telling["article_id"]]
    wanted = _contents(text[telling["start"] : telling["end"]])
    scores: defaultdict[int, float] = defaultdict(float)
    for key in wanted:
        for place in index.places.get(key, ()):
            scores[place] += index.rarity[key]
    theirs = {
        place: score
        for place, score in scores.items()
        if score > 0 and index.sentences[place]["article_id"] != telling["article_id"]
    }
    if not theirs:
        return None
    best = min(theirs, key=lambda place: (-theirs[place], place))
    both = [key for key in wanted if best in index.places.get(key, ())]
    both.sort(key=lambda key: (-index.rarity[key], key))
    return Nearest(index.sentences[best], tuple(wanted[key] for key in both[:N_WORDS_SHOWN]))


def _contents(text: str) -> dict[str, str]:
    """Stem of each content word -> the word as first written."""
    found: dict[str, str] = {}
    for word in word_parts(text):
        if key := content_key(word.key):
            found.setdefault(key, text[word.start : word.end])
    return found
