"""What a reader decided about a corpus: corrections that overlay its figures, and choices its next build follows.

Kept in one small file beside the store, newest last, so that each can be listed, taken back and exported.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, get_args

import pyarrow as pa
from filelock import FileLock

from newscorpus.compare.stories.moves import Move, own_story_id
from newscorpus.keep.corpus import Corpus
from newscorpus.query.quotations.attributions import SetRight
from newscorpus.query.quotations.verbs import VERB_CLASSES
from newscorpus.query.story.articles import StoryAt
from newscorpus.query.story.judgements import Act, Judged, Place
from newscorpus.store.write import write_text

CorrectedField = Literal["source", "published_at"]
Acts = Literal["corrections", "speakers", "verb_classes", "statements", "moves"]
MAX_SPEAKER_CHARACTERS: Final = 200  # a name, an office and an outlet; longer is pasted by mistake
MAX_LABEL_CHARACTERS: Final = 120  # of a story: a headline
CORRECTIONS: Final = pa.schema([("article_id", pa.string()), ("field", pa.string()), ("value", pa.string())])
"""The overlay that queries take: the last correction of each article and field. A null value means unknown."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One act of a reader: `field` of these articles is `value` (text; ISO date for published_at; None for unknown)."""

    article_ids: tuple[str, ...]
    field: CorrectedField
    value: str | None
    made_at: str


@dataclass(frozen=True, slots=True)
class SpeakerCorrection:
    """One act of a reader: these attributions (article_id, number) are `speaker`'s, by label; None for nobody."""

    places: tuple[tuple[str, int], ...]
    speaker: str | None
    made_at: str


@dataclass(frozen=True, slots=True)
class VerbChange:
    """One act of a reader: this reporting verb is of that class."""

    verb: str
    verb_class: str
    made_at: str


@dataclass(frozen=True, slots=True)
class StatementJudgement:
    """One act of a reader on two stretches (article_id, start, end) of a story: same, apart or merge, as in Judged."""

    act: Act
    place: Place
    other: Place
    made_at: str


@dataclass(frozen=True, slots=True)
class StoryMove:
    """One act of a reader: these articles tell another story. The fields are those of Move.

    `label` is that of the story as the reader saw it, None for none; `is_own`: the story is one a reader made.
    """

    article_ids: tuple[str, ...]
    story_id: str | None
    label: str | None
    is_own: bool
    beside: tuple[str, ...]
    made_at: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All a reader decided: corrections in the order they were made, column choices, copies let back in."""

    corrections: tuple[Correction, ...] = ()
    speakers: tuple[SpeakerCorrection, ...] = ()
    verb_classes: tuple[VerbChange, ...] = ()
    statements: tuple[StatementJudgement, ...] = ()
    moves: tuple[StoryMove, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    let_in: tuple[tuple[str, int], ...] = ()


def read_decisions(corpus: Corpus) -> Decisions:
    """The decisions kept for `corpus`; none where there is no file of them."""
    place = _place(corpus)
    return decisions_in(place) if place.is_file() else Decisions()


def decisions_in(file: Path) -> Decisions:
    """The decisions written in `file`: one kept beside a store, or the corrections that a reader downloaded.

    Raises OSError when it cannot be opened, ValueError when it is no JSON, KeyError when it is that of something else.
    """
    kept = json.loads(file.read_text("utf-8"))
    return Decisions(
        corrections=tuple(
            Correction(tuple(c["article_ids"]), c["field"], c["value"], c["made_at"]) for c in kept["corrections"]
        ),
        speakers=tuple(
            SpeakerCorrection(tuple((article, number) for article, number in c["places"]), c["speaker"], c["made_at"])
            for c in kept.get("speakers", ())
        ),
        verb_classes=tuple(VerbChange(**change) for change in kept.get("verb_classes", ())),
        statements=tuple(
            StatementJudgement(one["act"], tuple(one["place"]), tuple(one["other"]), one["made_at"])
            for one in kept.get("statements", ())
        ),
        moves=tuple(
            StoryMove(**{**one, "article_ids": tuple(one["article_ids"]), "beside": tuple(one["beside"])})
            for one in kept.get("moves", ())
        ),
        columns=dict(kept.get("columns", {})),
        let_in=tuple((name, record) for name, record in kept.get("let_in", ())),
    )


def correct(corpus: Corpus, article_ids: Sequence[str], column: CorrectedField, value: str | None) -> None:
    """Remember that `column` of these articles is `value`.

    Raises ValueError for a column that cannot be corrected or a date that is none: the page offers only good ones.
    """
    if column not in get_args(CorrectedField):
        raise ValueError(f"{column} cannot be corrected")
    if column == "published_at" and value is not None:
        value = datetime.fromisoformat(value).replace(tzinfo=UTC).isoformat()
    new = Correction(tuple(sorted(set(article_ids))), column, value, _now())
    with _changing(corpus):
        decisions = read_decisions(corpus)
        _keep(corpus, replace(decisions, corrections=(*decisions.corrections, new)))


def correct_speaker(corpus: Corpus, places: Sequence[tuple[str, int]], speaker: str | None) -> None:
    """Remember that these attributions (article_id, number) are `speaker`'s; None for nobody.

    Two speakers given the same name are one from then on. Raises ValueError for a name without a visible character.
    """
    name = None if speaker is None else " ".join(speaker.split())[:MAX_SPEAKER_CHARACTERS]
    if name == "":
        raise ValueError("a speaker needs a name")
    new = SpeakerCorrection(tuple(sorted(set(places))), name, _now())
    with _changing(corpus):
        decisions = read_decisions(corpus)
        _keep(corpus, replace(decisions, speakers=(*decisions.speakers, new)))


def change_verb_classes(corpus: Corpus, changes: Mapping[str, str]) -> None:
    """Remember the classes (one of VERB_CLASSES) of these verbs. Raises ValueError for a class that is none."""
    if unknown := set(changes.values()) - set(VERB_CLASSES):
        raise ValueError(f"{', '.join(sorted(unknown))}: no class of reporting verbs")
    made = tuple(VerbChange(verb, verb_class, _now()) for verb, verb_class in changes.items())
    with _changing(corpus):
        decisions = read_decisions(corpus)
        _keep(corpus, replace(decisions, verb_classes=(*decisions.verb_classes, *made)))


def judge_statement(corpus: Corpus, act: Act, place: Place, other: Place) -> None:
    """Remember what a reader judged of two stretches. Raises ValueError for an act that is none."""
    if act not in get_args(Act):
        raise ValueError(f"{act} is nothing that can be judged of a statement")
    new = StatementJudgement(act, place, other, _now())
    with _changing(corpus):
        decisions = read_decisions(corpus)
        _keep(corpus, replace(decisions, statements=(*decisions.statements, new)))


def move(corpus: Corpus, article_ids: Sequence[str], story: StoryAt | None) -> None:
    """Remember that these articles tell `story`; None: no event that others tell."""
    moved = tuple(sorted(set(article_ids)))
    new = StoryMove(moved, None, None, is_own=False, beside=(), made_at=_now())
    if story is not None:
        new = StoryMove(moved, story.story_id, story.label, story.is_own, story.articles, _now())
    with _changing(corpus):
        decisions = read_decisions(corpus)
        _keep(corpus, replace(decisions, moves=(*decisions.moves, new)))


def move_to_new(corpus: Corpus, article_ids: Sequence[str], label: str) -> None:
    """Remember that these articles tell a story of their own, called `label`. Raises ValueError without a name."""
    name = " ".join(label.split())[:MAX_LABEL_CHARACTERS]
    if not name:
        raise ValueError("a story needs a name")
    move(corpus, article_ids, StoryAt(own_story_id(article_ids, _now()), name, is_own=True))


def moves(decisions: Decisions) -> tuple[Move, ...]:
    """The moves as queries and builds take them, in the order they were made."""
    return tuple(
        Move(one.article_ids, one.story_id, one.label if one.is_own else None, one.beside) for one in decisions.moves
    )


def judged(decisions: Decisions) -> tuple[Judged, ...]:
    """The judgements of statements as queries take them, in the order they were made."""
    return tuple(Judged(one.act, one.place, one.other) for one in decisions.statements)


def take_back(corpus: Corpus, number: int, acts: Acts = "corrections") -> None:
    """Forget act `number`, counted from 0 in the order they were made. A number that is not there is ignored."""
    with _changing(corpus):
        decisions = read_decisions(corpus)
        left = tuple(act for n, act in enumerate(getattr(decisions, acts)) if n != number)
        _keep(corpus, replace(decisions, **{acts: left}))  # type: ignore[arg-type]


def choose_columns(corpus: Corpus, columns: dict[str, str]) -> None:
    """Remember which heading is which role, for the next build."""
    with _changing(corpus):
        _keep(corpus, replace(read_decisions(corpus), columns=columns))


def let_in(corpus: Corpus, places: Sequence[tuple[str, int]]) -> None:
    """Remember exactly these records (file, record) as copies that stay, for the next build."""
    with _changing(corpus):
        _keep(corpus, replace(read_decisions(corpus), let_in=tuple(sorted(set(places)))))


def overlay(decisions: Decisions) -> pa.Table:
    """The corrections as queries take them, one row an article and field, sorted: the later act wins."""
    last: dict[tuple[str, str], str | None] = {}
    for correction in decisions.corrections:
        for article in correction.article_ids:
            last[article, correction.field] = correction.value
    rows = [{"article_id": a, "field": f, "value": value} for (a, f), value in sorted(last.items())]
    return pa.Table.from_pylist(rows, CORRECTIONS)


def set_right(decisions: Decisions) -> SetRight:
    """The corrections of quotations as queries take them: the later act wins."""
    speakers = {place: act.speaker for act in decisions.speakers for place in act.places}
    return SetRight(
        tuple((article, number, speaker) for (article, number), speaker in sorted(speakers.items())),
        tuple(sorted({act.verb: act.verb_class for act in decisions.verb_classes}.items())),
    )


def write_choices(corpus: Corpus) -> Path:
    """Write the choices as `python -m newscorpus build --choices` reads them; returns the file."""
    decisions = read_decisions(corpus)
    place = corpus.folder / "choices.json"
    moved = [asdict(move) for move in moves(decisions)]
    write_text(place, json.dumps({"columns": decisions.columns, "let_in": decisions.let_in, "moves": moved}))
    return place


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _changing(corpus: Corpus) -> FileLock:
    corpus.folder.mkdir(parents=True, exist_ok=True)
    return FileLock(corpus.folder / "decisions.lock")  # two tabs of one reader


def _keep(corpus: Corpus, decisions: Decisions) -> None:
    write_text(_place(corpus), json.dumps(asdict(decisions), ensure_ascii=False, indent=1))


def _place(corpus: Corpus) -> Path:
    return corpus.folder / "decisions.json"
