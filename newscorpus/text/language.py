"""The language a text is written in."""

from functools import cache, lru_cache
from typing import Final

from py3langid.langid import LanguageIdentifier, _load_identifier

UNTOLD: Final = "und"  # the code of ISO 639-2 for a language that cannot be told
N_CHARACTERS_READ: Final = 1000  # more text changes no answer, and the time grows with it
MIN_CONFIDENCE: Final = 0.15  # among 114 languages; below it stand names, figures and single words
SURE: Final = 0.9  # whole articles are told with .99 and more, headlines taken for another language with less than .7

N_TEXTS_REMEMBERED: Final = 8  # the two questions below are asked of one text, one after the other


@cache
def _identifier() -> LanguageIdentifier:
    identifier = _load_identifier(norm_probs=True)
    # Two-letter codes only: Egyptian Arabic and Wu are told as the languages they belong to.
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    return identifier


@lru_cache(maxsize=N_TEXTS_REMEMBERED)
def _most_likely(opening: str) -> tuple[str, float]:
    if not any(character.isalpha() for character in opening):
        return UNTOLD, 0.0
    code, confidence = _identifier().classify(" ".join(opening.split()))
    return (str(code), confidence) if confidence >= MIN_CONFIDENCE else (UNTOLD, confidence)


def language(text: str) -> str:
    """The two-letter code (ISO 639-1) of the language of `text`, or "und" when it is too short or has no language.

    Read from the opening of the text by py3langid. A headline alone is often too short: give it the body.

    >>> language("The council voted against the new bridge on Tuesday."), language("42 : 17")
    ('en', 'und')
    """
    return _most_likely(text[:N_CHARACTERS_READ])[0]


def surely_not_english(text: str) -> bool:
    """Whether `text` is so clearly in another language that English word lists and models have nothing to say of it.

    >>> surely_not_english("Der Gemeinderat stimmte am Dienstag gegen die neue Brücke."), surely_not_english("Bravo!")
    (True, False)
    """
    code, confidence = _most_likely(text[:N_CHARACTERS_READ])
    return code not in ("en", UNTOLD) and confidence >= SURE
