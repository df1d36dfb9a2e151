"""The people a text names: every way of writing one brought to the fullest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newscorpus.text.titles import GENDER_OF, end_of_titles
from newscorpus.text.words import word_set

SUFFIXES: Final = word_set("jr sr ii iii iv phd md")
N_CHARACTERS_OF_A_TITLE: Final = 14  # before a name: the longest title and its space
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_WORD: Final = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text: the fullest name, its words in small letters, and what the text shows of the person.

    `places` are those of the mentions, in no order; `gender` is what a title shows; `roles` are the roles the text
    gives ("ambassador"), `settings` the openings of the capitalised words beside them ("chin" of China, Chinese).
    """

    name: str
    words: tuple[str, ...]
    places: tuple[int, ...] = ()
    gender: str | None = None
    roles: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()


def bare_name(surface: str) -> str:
    """A name without its titles and possessive, spaces made single.

    >>> bare_name("Mr. Lee’s"), bare_name("Prime Minister Ana Roe")
    ('Lee', 'Ana Roe')
    """
    name = _POSSESSIVE.sub("", " ".join(surface.split()).strip("'’\" ,;:-–—"))
    return name[end_of_titles(name) :]


def name_words(surface: str) -> tuple[str, ...]:
    """The words of a bare name in small letters, suffixes left out."""
    words = [_POSSESSIVE.sub("", word).lower() for word in _WORD.findall(bare_name(surface))]
    return tuple(word for word in words if word not in SUFFIXES) or tuple(words)


def person_called(surface: str, people: Sequence[Person]) -> Person | None:
    """The one person that `surface` can mean: same words, surname, or (where surnames come first) first word.

    None when nobody, or more than one, is so called.
    """
    words = name_words(surface)
    if not words:
        return None
    exact = [p for p in people if p.words == words]
    if exact:
        return exact[0]
    n = len(words)
    surname = [p for p in people if p.words[-n:] == words]
    middle_left_out = [p for p in people if n > 1 and (p.words[0], p.words[-1]) == (words[0], words[-1])]
    surname_first = [p for p in people if p.words[:n] == words]
    found = surname or middle_left_out or surname_first
    return found[0] if len(found) == 1 else None


def gender_shown(text: str, start: int, surface: str) -> str | None:
    """The gender that a title before a name, or its first word, shows."""
    before = _WORD.findall(text[max(0, start - N_CHARACTERS_OF_A_TITLE) : start])[-1:]
    for word in [*before, *_WORD.findall(surface)[:1]]:
        if word.lower() in GENDER_OF:
            return GENDER_OF[word.lower()]
    return None
