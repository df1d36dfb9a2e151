"""What stands directly beside a name in a text, read by place alone: titles and adjectives, and appositions."""

import re
from typing import Final

from newscorpus.text.titles import SHORT_TITLES
from newscorpus.text.words import word_set

WINDOW: Final = 90  # characters on either side: longer than any title
N_WORDS_BEFORE: Final = 4
WORD_BEFORE: Final = re.compile(r"(?<!\w)([^\W\d_][\w’'.-]*) ?$")
APPOSITION: Final = re.compile(r"(?:, | \()([^,.;:()“”\"\n]{3,80})[,.)]")
STOPS: Final = word_set(
    # Where a title ends. Stop words are others: "first", "new" and "late" belong to it.
    """a an the and or but of to in on at by for from with as that than this these those his her its their our my
    said says say saying told tells tell added adds asked asks warned warns accused accuses called calls it he she
    they who which while when where whose is are was were be been has have had not no if after before because so
    between against about over under into through during without within near like per via then also did does do
    monday tuesday wednesday thursday friday saturday sunday yesterday today"""
)
OPENS_APPOSITION: Final = frozenset(("a", "an", "the", "his", "her", "its", "their", "our"))


def words_before(text: str, start: int) -> str:
    """The words directly before a place, back to the nearest small word or mark; "" where there is none.

    >>> words_before("On Monday union leader Dermot Quill spoke", 23)
    'union leader'
    """
    words: list[str] = []
    left = text[max(0, start - WINDOW) : start].rsplit("\n", 1)[-1]
    while len(words) < N_WORDS_BEFORE and (found := WORD_BEFORE.search(left)):
        word = found[1].lower()
        ends_sentence = word.endswith(".") and word.rstrip(".") not in SHORT_TITLES
        if word in STOPS or ends_sentence or word.endswith("ed"):
            break
        words.insert(0, found[1])
        left = left[: found.start()].rstrip(" ") + (" " if left[: found.start()].endswith(" ") else "")
    return " ".join(words)


def words_after(text: str, end: int) -> str:
    """An apposition right behind a place: between commas or in brackets, and no clause; "" where there is none.

    >>> words_after("Dermot Quill, president of the UDPT, spoke", 12), words_after("Dermot Quill, who spoke, left", 12)
    ('president of the UDPT', '')
    """
    found = APPOSITION.match(text[end : end + WINDOW])
    words = found[1].strip() if found else ""
    first = words.split()[0].lower() if words else ""
    is_clause = not first or first.endswith(("ing", "ed")) or not first[0].isalpha()
    is_clause = is_clause or (first in STOPS and first not in OPENS_APPOSITION)
    return "" if is_clause else words
