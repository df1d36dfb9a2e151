"""What a story is called: the headline of the article nearest its middle."""

import re
from collections.abc import Sequence
from functools import reduce
from typing import Any, Final

from newscorpus.compare.stories.features import Vector, add
from newscorpus.text.content_words import word_parts
from newscorpus.text.sentences import as_long_as_a_headline, opening

UNNAMED: Final = "An event told by several"
TIE_DIGITS: Final = 9
_SEPARATOR: Final = re.compile(r"\s+[|·•»–—-]+\s+|\s*\|\s*|(?<=\w):\s+")


def label(articles: Sequence[dict[str, Any]], vectors: Sequence[Vector]) -> str:
    """The headline nearest the middle of a story, without its outlet's name; without any headline a first sentence.

    `articles` has title, source, text, in the order of their ids; `vectors` their features. UNNAMED where none has
    a headline or a text.
    """
    middle = reduce(add, vectors)
    weight = dict(zip(middle.ids.tolist(), middle.weights.tolist(), strict=True))

    def nearness(n: int) -> float:
        pairs = zip(vectors[n].ids.tolist(), vectors[n].weights.tolist(), strict=True)
        return round(float(sum(weight[feature] * own for feature, own in pairs)), TIE_DIGITS)

    nearest_first = sorted(range(len(articles)), key=lambda n: (-nearness(n), n))
    headlines = (_without_outlet(articles[n]["title"] or "", articles[n]["source"] or "") for n in nearest_first)
    openings = (opening(articles[n]["text"]) for n in nearest_first)
    return next((as_long_as_a_headline(name) for names in (headlines, openings) for name in names if name), UNNAMED)


def _without_outlet(headline: str, source: str) -> str:
    """The headline without the outlet's name before or behind it.

    >>> _without_outlet("Dam opened at night | The Harbor Ledger", "Harbor Ledger")
    'Dam opened at night'
    """
    outlet = _name_words(source)
    for separator in _SEPARATOR.finditer(headline):
        before, behind = headline[: separator.start()], headline[separator.end() :]
        if outlet and _name_words(before) == outlet:
            return _without_outlet(behind, source)
        if outlet and _name_words(behind) == outlet:
            return before.strip()
    return headline.strip()


def _name_words(name: str) -> list[str]:
    return [word.key for word in word_parts(name) if word.key != "the"]
