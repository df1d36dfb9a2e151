"""What befell those whom a figure counts: who died, was hurt, is missing or was arrested.

News counts people by what happened to them and says it in many words ("14 dead", "killing 14", "14 people have died").
Here these meet, so that two counts of one thing are compared although hardly a word is shared.
"""

from collections.abc import Sequence
from typing import Final, Literal

from newscorpus.text.content_words import Word

Fate = Literal["died", "were hurt", "are missing", "were arrested"]

_WORDS: Final[dict[Fate, str]] = {
    "died": "die died dies dying dead death deaths kill killed kills killing fatality fatalities perished",
    "were hurt": "hurt injured injuring injury injuries wounded wounding",
    "are missing": "missing unaccounted",
    "were arrested": "arrested arresting arrests detained detaining",
}
FATES: Final[dict[str, Fate]] = {word: fate for fate, words in _WORDS.items() for word in words.split()}

REACH_BEHIND: Final = 7
"""Words behind a figure in which it may be said ("14 people are known to have died")."""
_LINKS: Final = "at to was is stands stood reached reaches rose rises climbed toll number"
LINKS: Final = frozenset(_LINKS.split())
"""Words between what befell the counted and their number ("the death toll rose to 14")."""
PART: Final = frozenset(("of", "more", "other", "others", "another", "further", "additional"))
"""Beside a figure they say that it counts a part: "two of the dead", "three more people died"."""
PEOPLE: Final = frozenset(("people", "person", "persons", "victim", "victims", "lives", "souls"))


def fate(before: Sequence[Word], behind: Sequence[Word]) -> Fate | None:
    """What befell those whom a figure counts, by the words before it (its modifier left out) and those
    behind it.

    None where the words do not say, or where the figure counts a part of the dead or hurt.

    >>> from newscorpus.text.content_words import word_parts
    >>> fate(word_parts("killing"), word_parts("people on Monday")), fate([], word_parts("of the dead were children"))
    ('died', None)
    """
    if any(word.key in PART for word in (*before[-1:], *behind[:1])):
        return None
    said = next((word for word in reversed(before) if word.key not in LINKS), None)
    if said is not None and said.key in FATES:
        return FATES[said.key]
    return next((FATES[word.key] for word in behind if word.key in FATES), None)


def counted_people(what: Sequence[str]) -> str:
    """The word for those who are counted: "people" where nothing narrower is said.

    >>> counted_people(("persons", "died")), counted_people(("children",)), counted_people(("dead",))
    ('people', 'children', 'people')
    """
    return next(("people" if key in PEOPLE else key for key in what if key not in FATES), "people")
