"""The shape of every answer: a table, and the base of its figures."""

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from newscorpus.register.measure import Undefined

Reason = Literal[Undefined, "undated", "beyond_top", "too_many_to_draw", "source_beyond_top", "in_no_story"]
"""Why something chosen is not in a figure."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many of the things a figure counts are not in it, and why."""

    n: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Answer:
    """A table that answers one question, and what stands behind it.

    `n_articles` counts the articles the figures are made of; `left_out` what was chosen and is not in them.
    """

    table: pa.Table
    n_articles: int
    left_out: tuple[LeftOut, ...] = ()


def left_out(**counts: int) -> tuple[LeftOut, ...]:
    """The reasons that apply at all.

    >>> left_out(undated=2, no_words=0)
    (LeftOut(n=2, reason='undated'),)
    """
    return tuple(LeftOut(n, reason) for reason, n in counts.items() if n)  # type: ignore[arg-type]
