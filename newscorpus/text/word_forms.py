"""The keys under which a word is counted: as written, with spelling folded, in its dictionary form."""

import runpy
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from newscorpus.text.spelling import CACHED_WORDS, LONGEST_WORD, fold
from newscorpus.text.words import STRAIGHT

THE_COUNTRY: Final = "US"  # keeps its capitals, for "us" is another word


def form_of(word: str) -> str:
    """The form a word is counted under: in lower case, with straight apostrophes and hyphens.

    >>> [form_of(word) for word in ("Isn’t", "Co‑operation", "U.S.", "US", "us")]
    ["isn't", 'co-operation', 'u.s.', 'US', 'us']
    """
    if word == THE_COUNTRY:
        return word
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.translate(STRAIGHT).lower())


def folded(form: str) -> str:
    """The key under which ways of spelling a form meet; the form itself where folding would leave nothing.

    >>> folded("co-operation") == folded("cooperation"), folded("kiev"), folded("US") == folded("u.s.")
    (True, 'kyiv', True)
    """
    return fold(form) or form


@lru_cache(maxsize=CACHED_WORDS)
def lemma(form: str) -> str:
    """The key under which the forms of an English word meet: its dictionary form, spelling folded.

    Without a look at the sentence, so that "left" is one word, whatever it means.

    >>> [lemma(form) for form in ("abuses", "organisations", "said", "china's", "u.s.")]
    ['abuse', 'organization', 'say', 'china', 'unitedstates']
    """
    if form == THE_COUNTRY or len(form) > LONGEST_WORD:  # a longer string is no word
        return folded(form)
    return folded(_dictionary_form(form.removesuffix("'s"))) or form


def _dictionary_form(word: str) -> str:
    from simplemma import lemmatize  # 40 MB with its English words, which only a build needs

    try:
        return str(lemmatize(word, lang="en")).lower()
    except ValueError:  # of what is left of a string of marks, nothing
        return word


@cache
def function_words() -> frozenset[str]:
    """spaCy's list of English words that every text is full of, read without loading spaCy itself (100 MB)."""
    spec = find_spec("spacy")
    assert spec is not None and spec.origin is not None, "spaCy is a requirement"
    names = runpy.run_path(str(Path(spec.origin).parent / "lang" / "en" / "stop_words.py"))
    return frozenset(word.translate(STRAIGHT) for word in names["STOP_WORDS"])


def is_function_word(form: str) -> bool:
    """Whether a form is a function word of English, by itself or shortened ("isn't", "they're").

    >>> [is_function_word(form) for form in ("the", "isn't", "won't", "deal", "china's", "US")]
    [True, True, True, False, False, False]
    """
    if form in function_words():
        return True
    head, apostrophe, _ = form.partition("'")
    if not apostrophe or len(form) > LONGEST_WORD:
        return False
    return head in function_words() or _dictionary_form(form) in function_words()
