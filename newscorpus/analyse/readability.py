"""How hard a text is to read: Flesch's reading ease, for English."""

import re
from functools import lru_cache
from typing import Final

# Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32(3), 221-233.
FLESCH_CONSTANT: Final = 206.835
FLESCH_PER_WORD_OF_A_SENTENCE: Final = 1.015
FLESCH_PER_SYLLABLE_OF_A_WORD: Final = 84.6

N_WORDS_REMEMBERED: Final = 65_536  # news repeats its words; about 10 MB

_VOWELS: Final = re.compile(r"[aeiouy]+")
_NOT_A_LETTER: Final = re.compile(r"[^a-z]+")
_SILENT: Final = re.compile(
    # The e of "make", "makes", "asked", "safely", "statement"; heard in "table", "wanted", "changes", "he".
    r"(?<=[aeiouy][^aeiouy])e(?=s?$|ly$|ment|ful|less|ness)(?<![cgszx]e(?=s$))"
    r"|(?<=[^aeiouy])e$(?<![^aeiourl]le)(?<!^.e)(?<!^..e)|(?<=[^aeioutd])e(?=d$)(?<![^aeiourl]le)"
    r"|(?<=[^aeioucgszx])e(?=s$)(?<![^aeiourl]le)(?<!she)(?<!che)"
)
_APART: Final = re.compile(
    # Neighbouring vowels spoken as two: "di-al", "ra-di-o", "cre-ate", "sci-ence", "du-al", "go-ing"; "ra-cis-m".
    r"i(?=a)(?<![tcs]i)|i(?=[ou])(?<![tcsgx]i)|i(?=ent|enc|et)(?<![tcs]i)|e(?=o(?!p)|ate|ati|ing)|u(?=al|ate|ity|ous)(?<![qg]u)|[oy](?=ing)|s(?=ms?$)"
)


@lru_cache(maxsize=N_WORDS_REMEMBERED)
def n_syllables(word: str) -> int:
    """The syllables of an English word, at least 1, by its spelling: groups of vowels, silent endings off.

    >>> [n_syllables(word) for word in ("make", "table", "wanted", "asked", "nation", "radio", "government")]
    [1, 2, 2, 1, 2, 3, 3]
    """
    letters = _NOT_A_LETTER.sub("", word.lower())
    heard = _SILENT.sub("", letters)
    return max(1, len(_VOWELS.findall(heard)) + len(_APART.findall(heard)))


def flesch_reading_ease(n_words: int, n_sentences: int, n_syllables: int) -> float | None:
    """Flesch's reading ease of an English text: higher is easier, plain news about 40 to 70; no fixed bounds.

    None without words or sentences. Source: Flesch (1948).

    >>> round(flesch_reading_ease(100, 5, 150), 1)  # 206.835 - 1.015 * 20 - 84.6 * 1.5
    59.6
    """
    if not n_words or not n_sentences:
        return None
    return (
        FLESCH_CONSTANT
        - FLESCH_PER_WORD_OF_A_SENTENCE * n_words / n_sentences
        - FLESCH_PER_SYLLABLE_OF_A_WORD * n_syllables / n_words
    )
