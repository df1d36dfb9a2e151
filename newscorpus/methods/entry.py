"""What is said of a number or a step: the one shape in which the page Methods shows everything."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from newscorpus.register.accuracy import ACCURACY, Accuracy

Group = Literal[
    "From files to articles",
    "Tone",
    "Length and reading ease",
    "Names",
    "Quotations and voices",
    "Words",
    "Stories and statements",
    "Shared text",
    "Comparing sources",
    "Checking by hand",
]
GROUPS: Final[tuple[Group, ...]] = get_args(Group)


@dataclass(frozen=True, slots=True)
class Entry:
    """A number or a step. `meaning` is for everybody, `formula` for those who will repeat it; "" is left out.

    `least`: from how many on it is shown. `references` are keys of REFERENCES. `accuracy_key`: where ACCURACY has it
    under another key.
    """

    key: str
    group: Group
    label: str
    meaning: str
    cannot_say: str
    formula: str = ""
    unit: str = ""
    direction: str = ""
    least: str = ""
    empty: str = ""
    source: str = ""
    references: tuple[str, ...] = ()
    accuracy_key: str = ""

    @property
    def accuracy(self) -> tuple[Accuracy, ...]:
        """What is known of how right it is; empty where it was not measured."""
        return ACCURACY.get(self.accuracy_key or self.key, ())
