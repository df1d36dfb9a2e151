"""Every number and step there is, in the order of the page Methods. What is added to a list below appears there."""

from typing import Final

from newscorpus.methods.comparing import CHECKING, COMPARING
from newscorpus.methods.entry import GROUPS, Entry, Group
from newscorpus.methods.measures import MEASURE_ENTRIES, STEP_ENTRIES
from newscorpus.methods.references import REFERENCES, Reference
from newscorpus.methods.words import SHARED, WORDS

ENTRIES: Final[tuple[Entry, ...]] = (*STEP_ENTRIES, *MEASURE_ENTRIES, *WORDS, *SHARED, *COMPARING, *CHECKING)
BY_GROUP: Final[dict[Group, tuple[Entry, ...]]] = {
    group: tuple(entry for entry in ENTRIES if entry.group == group) for group in GROUPS
}
"""Group -> its entries."""


def found(search: str) -> tuple[Entry, ...]:
    """The entries that hold every word of `search`, whatever the case; all for an empty one.

    >>> [entry.key for entry in found("Cohen κ")]
    ['kappa']
    """
    words = search.lower().split()
    return tuple(entry for entry in ENTRIES if all(word in _text_of(entry) for word in words))


def cited_by(entries: tuple[Entry, ...]) -> tuple[Reference, ...]:
    """The works these entries name, in the order of the list of references."""
    keys = {key for entry in entries for key in entry.references}
    return tuple(work for key, work in REFERENCES.items() if key in keys)


def _text_of(entry: Entry) -> str:
    said = (entry.group, entry.label, entry.meaning, entry.formula, entry.unit, entry.cannot_say, entry.source)
    sets = (accuracy.data_set for accuracy in entry.accuracy)
    return " ".join((*said, *sets, *(REFERENCES[key].cited for key in entry.references))).lower()
