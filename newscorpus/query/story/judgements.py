"""What a reader judged of a story's statements, laid over what the build found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

from newscorpus.query.story.reference import Compare, referred

Row = dict[str, Any]
Place = tuple[str, int, int]
Act = Literal["same", "apart", "merge"]
ACTS: Final[dict[Act, str]] = {
    "same": "The same statement",
    "apart": "Not the same statement",
    "merge": "Two statements made one",
}
EVIDENCE: Final = "Confirmed by the reader."
PARTED: Final = "Parted from another statement by the reader."


@dataclass(frozen=True, slots=True)
class Judged:
    """A reader's act on two stretches (article_id, start, end): `other` tells what `place` tells ("same"), does not
    ("apart"), or the statements of both are one ("merge")."""

    act: Act
    place: Place
    other: Place


def laid_over(groups: dict[str, list[Row]], judged: Iterable[Judged], compare: Compare) -> dict[str, list[Row]]:
    """The tellings by statement after the reader's acts, in their order. Acts on what is not there change nothing.

    Each statement keeps one reference; `compare` says how a telling that comes to a statement relates to it.
    """
    changed = {name: list(told) for name, told in groups.items()}
    for one in judged:
        home = _home(changed, one.place)
        if home is None:
            continue
        if one.act == "apart":
            parted = [telling for telling in changed[home] if _place(telling) == one.other]
            changed[home] = referred([telling for telling in changed[home] if telling not in parted], compare)
            if parted and _home(changed, one.other) is None:
                name = "-".join(map(str, one.other))
                changed[name] = [{**parted[0], "match": "reference", "evidence": PARTED}]
        elif one.act == "same":
            alone = _home(changed, one.other)
            if alone not in (None, home) and len(changed[str(alone)]) == 1:
                del changed[str(alone)]
            changed[home] = _with(changed[home], one.other, compare)
        elif (other := _home(changed, one.other)) not in (None, home):
            known = {_place(telling) for telling in changed[home]}
            reference = _reference(changed[home])
            more = [t for t in changed.pop(str(other)) if _place(t) not in known]
            changed[home] = [*changed[home], *(compare(telling, reference) for telling in more)]
    return {name: told for name, told in changed.items() if told}


def _with(told: list[Row], other: Place, compare: Compare) -> list[Row]:
    """The tellings with that of `other` among them."""
    if any(_place(telling) == other for telling in told):
        return [t | {"evidence": EVIDENCE} if _place(t) == other else t for t in told]
    article, start, end = other
    new = compare({"article_id": article, "start": start, "end": end}, _reference(told))
    return [*told, new | {"evidence": f"{EVIDENCE} {new['evidence']}".strip()}]


def _reference(told: list[Row]) -> Row:
    return next(telling for telling in told if telling["match"] == "reference")


def _home(groups: dict[str, list[Row]], place: Place) -> str | None:
    return next((name for name, told in groups.items() if any(_place(t) == place for t in told)), None)


def _place(telling: Row) -> Place:
    return telling["article_id"], telling["start"], telling["end"]
