"""What a reader judged of a story's statements, laid over what the build found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

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


def laid_over(groups: dict[str, list[Row]], judged: Iterable[Judged]) -> dict[str, list[Row]]:
    """The tellings by statement after the reader's acts, in their order. Acts on what is not there change nothing."""
    changed = {name: list(told) for name, told in groups.items()}
    for one in judged:
        home = _home(changed, one.place)
        if home is None:
            continue
        if one.act == "apart":
            parted = [telling for telling in changed[home] if _place(telling) == one.other]
            changed[home] = [telling for telling in changed[home] if telling not in parted]
            if parted and _home(changed, one.other) is None:
                name = "-".join(map(str, one.other))
                changed[name] = [{**parted[0], "match": "verbatim", "evidence": PARTED}]
        elif one.act == "same":
            alone = _home(changed, one.other)
            if alone not in (None, home) and len(changed[str(alone)]) == 1:
                del changed[str(alone)]
            changed[home] = _with(changed[home], one.other)
        elif (other := _home(changed, one.other)) not in (None, home):
            known = {_place(telling) for telling in changed[home]}
            changed[home] += [t for t in changed.pop(str(other)) if _place(t) not in known]
    return {name: told for name, told in changed.items() if told}


def _with(told: list[Row], other: Place) -> list[Row]:
    """The tellings with that of `other` among them for certain."""
    article, start, end = other
    kept = next((telling for telling in told if _place(telling) == other), None)
    if kept is None:
        new = {"article_id": article, "start": start, "end": end}
        return [*told, new | {"match": "reworded", "evidence": EVIDENCE}]
    match = "reworded" if kept["match"] == "possible" else kept["match"]
    return [t | {"match": match, "evidence": EVIDENCE} if t is kept else t for t in told]


def _home(groups: dict[str, list[Row]], place: Place) -> str | None:
    return next((name for name, told in groups.items() if any(_place(t) == place for t in told)), None)


def _place(telling: Row) -> Place:
    return telling["article_id"], telling["start"], telling["end"]
