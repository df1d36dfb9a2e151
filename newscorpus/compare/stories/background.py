"""How common a word is in texts at large, language by language: what a pile of two articles cannot know of itself.

The frequencies are those of `wordfreq` (Speer 2022: news, encyclopaedias, subtitles, books, the web), in some forty
languages. They are read from the installed package, and nothing made from them is kept.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newscorpus.text.content_words import content_key, word_parts

WORDS_OF_AN_ARTICLE: Final = 300
"""Length of an imagined article: the share of articles that have a word follows from how often the word is used."""
SHARE_OF_A_SMALL_FIGURE: Final = 0.2
"""Share of articles taken to have a given figure of one or two digits, or a given year: they say hardly anything."""
SHARE_OF_A_FIGURE: Final = 0.003
"""Share taken to have any other given figure."""
SHARE_OF_A_PAIR: Final = 0.3
"""Two words of a name stand together in this share of the articles that have the rarer one."""
DIGITS_OF_A_SMALL_FIGURE: Final = 2
DIGITS_OF_A_YEAR: Final = 4
CENTURIES: Final = ("19", "20")
LANGUAGES_REMEMBERED: Final = 16
CODES: Final = {"no": "nb", "nn": "nb", "hr": "sh", "bs": "sh", "sr": "sh", "tl": "fil"}
"""Languages that go by another code in wordfreq: its Norwegian is Bokmål, and one list serves Croatian and Serbian."""


@dataclass(frozen=True, eq=False, slots=True)
class Background:
    """A language at large. `shares`: stem of a word -> share of articles that have it; a stem that is missing is rarer
    than one word in a million. `is_known` is False where nothing is known of the language."""

    shares: Mapping[str, float]
    is_known: bool

    def share_of_articles(self, feature: str) -> float:
        """Share of articles that have this feature: a stem, a figure, or two words of a name.

        >>> [Background({"ann": 0.5, "lee": 0.1}, True).share_of_articles(f) for f in ("ann", "ann lee", "17", "4120")]
        [0.5, 0.03, 0.2, 0.003]
        """
        if " " in feature:
            return SHARE_OF_A_PAIR * min(self.share_of_articles(part) for part in feature.split(" "))
        if not feature[0].isdigit():
            return self.shares.get(feature, 0.0)
        is_year = len(feature) == DIGITS_OF_A_YEAR and feature.startswith(CENTURIES)
        is_small = len(feature) <= DIGITS_OF_A_SMALL_FIGURE
        return SHARE_OF_A_SMALL_FIGURE if is_small or is_year else SHARE_OF_A_FIGURE


@lru_cache(maxsize=LANGUAGES_REMEMBERED)
def background(language: str) -> Background:
    """What is known of a language, by its code of ISO 639-1."""
    from wordfreq import available_languages, get_frequency_dict

    code = CODES.get(language, language)
    if code not in available_languages("small"):
        return Background({}, is_known=False)
    per_word: defaultdict[str, float] = defaultdict(float)
    for written, frequency in get_frequency_dict(code, "small").items():
        for word in word_parts(written):  # several where a script has no spaces: each character is a word
            if key := content_key(word.key):
                per_word[key] += frequency
    shares = {key: 1.0 - math.exp(-WORDS_OF_AN_ARTICLE * frequency) for key, frequency in per_word.items()}
    return Background(shares, is_known=True)
