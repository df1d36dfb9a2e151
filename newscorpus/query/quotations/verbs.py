"""The list of reporting verbs, read as the plain file it is, so that readers can see it."""

import csv
from functools import cache
from pathlib import Path
from typing import Final

LIST: Final = Path(__file__).parents[2] / "analyse" / "quotations" / "reporting_verbs.csv"
VERB_CLASSES: Final = (
    *("neutral", "stressing", "doubting", "granting", "hostile"),
    *("emotional", "approving", "denying", "hedged"),
)
"""The classes of verbs of speech, in the order of figures."""


@cache
def listed_verbs() -> dict[str, str]:
    """Verb of speech -> its class in our own list, in the order of the list. Verbs of thought are not here."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return {row["verb"]: row["class"] for row in csv.DictReader(file) if row["class"] in VERB_CLASSES}
