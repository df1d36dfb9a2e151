"""What a reader answered when checking a method blind: kept beside the corpus, listed, taken back, exported."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pyarrow as pa
from filelock import FileLock

from newscorpus.keep.corpus import Corpus
from newscorpus.query.checking.sample import Item, Judgement, Place, name_of
from newscorpus.store.write import write_text

METHODS: Final = ("tone", "polarity", "voice", "speaker", "towards", "statement")
EXPORTED: Final = pa.schema(
    [
        *((name, pa.string()) for name in ("judgement", "your_answer", *(f"method_{name}" for name in METHODS))),
        *((name, pa.bool_()) for name in ("is_blind", "is_seen")),
        ("made_at", pa.string()),
        *(
            (f"{name}_{number}", kind)
            for number in (1, 2)
            for name, kind in (("article_id", pa.string()), ("start", pa.int32()), ("end", pa.int32()))
        ),
        *((f"text_{number}", pa.string()) for number in (1, 2)),
    ]
)
"""The columns of labels_table; a single place leaves those of the second empty."""

MAX_LABELS: Final = 5_000  # of one corpus; a hundred samples of fifty


@dataclass(frozen=True, slots=True)
class Label:
    """One item judged by a reader.

    `answer` is the reader's; None when it was taken back after the method's answer had been shown. `method`: what each
    method said at that moment. `is_blind`: the method's answer had not been shown when the reader answered; `is_seen`:
    it has been shown since.
    """

    judgement: Judgement
    places: tuple[Place, ...]
    answer: str | None
    method: tuple[tuple[str, str], ...]
    made_at: str
    is_blind: bool = True
    is_seen: bool = False

    @property
    def name(self) -> str:
        """The item as Item.name writes it."""
        return name_of(self.places)


def read_labels(corpus: Corpus) -> tuple[Label, ...]:
    """The labels kept for `corpus`, in the order the items were first judged; none where there is no file of them."""
    place = _place(corpus)
    if not place.is_file():
        return ()
    return tuple(
        Label(
            row["judgement"],
            tuple((article, start, end) for article, start, end in row["places"]),
            row["answer"],
            tuple((method, said) for method, said in row["method"]),
            row["made_at"],
            row["is_blind"],
            row["is_seen"],
        )
        for row in json.loads(place.read_text("utf-8"))
    )


def labels_of(labels: Sequence[Label], judgement: Judgement) -> dict[str, Label]:
    """Name of an item -> its label, of one kind of judgement; those taken back are among them, without an answer."""
    return {label.name: label for label in labels if label.judgement == judgement}


def keep_label(corpus: Corpus, judgement: Judgement, item: Item, answer: str) -> None:
    """Remember the reader's answer. A new answer for an item takes the place of the earlier one.

    An answer given after the method's was shown is kept and marked as not blind. Beyond MAX_LABELS nothing is added.
    """
    with _changing(corpus):
        labels = read_labels(corpus)
        earlier = labels_of(labels, judgement).get(item.name)
        was_seen = earlier is not None and earlier.is_seen
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        new = Label(judgement, item.places, answer, item.answers, moment, is_blind=not was_seen, is_seen=was_seen)
        if earlier is not None:
            _keep(corpus, [new if label is earlier else label for label in labels])
        elif len(labels) < MAX_LABELS:
            _keep(corpus, [*labels, new])


def take_back_label(corpus: Corpus, judgement: Judgement, name: str) -> None:
    """Forget the answer for an item; that the method's answer was shown is remembered. Ignored when there is none."""
    with _changing(corpus):
        kept = []
        for label in read_labels(corpus):
            if (label.judgement, label.name) != (judgement, name):
                kept.append(label)
            elif label.is_seen:
                kept.append(replace(label, answer=None))
        _keep(corpus, kept)


def mark_seen(corpus: Corpus, judgement: Judgement, names: Collection[str]) -> None:
    """Remember that the method's answers for these items were shown. Writes nothing when all were seen before."""

    def is_news(label: Label) -> bool:
        return label.judgement == judgement and label.name in names and not label.is_seen

    if not any(map(is_news, read_labels(corpus))):
        return
    with _changing(corpus):
        labels = read_labels(corpus)
        _keep(corpus, [replace(label, is_seen=True) if is_news(label) else label for label in labels])


def labels_table(labels: Sequence[Label], written: Mapping[Place, str]) -> pa.Table:
    """The answers as a table, one row an item, with the words judged (`written`) where the store still has them.

    What the method said stands only where it has been shown to the reader: a file opened too early must not tell.
    """
    rows = []
    for label in labels:
        places = [*label.places, ("", None, None)][:2]
        row = {f"{name}_{number}": value for number, place in enumerate(places, 1) for name, value in _cells(place)}
        texts = {f"text_{number}": written.get(place) for number, place in enumerate(label.places, 1)}
        said = {f"method_{method}": answer for method, answer in label.method if label.is_seen}
        known = {"judgement": label.judgement, "your_answer": label.answer, "made_at": label.made_at}
        rows.append({**known, "is_blind": label.is_blind, "is_seen": label.is_seen, **said, **row, **texts})
    return pa.Table.from_pylist(rows, EXPORTED)


def _cells(place: tuple[str, int | None, int | None]) -> tuple[tuple[str, str | int | None], ...]:
    return ("article_id", place[0] or None), ("start", place[1]), ("end", place[2])


def _changing(corpus: Corpus) -> FileLock:
    corpus.folder.mkdir(parents=True, exist_ok=True)
    return FileLock(corpus.folder / "labels.lock")  # two tabs of one reader


def _keep(corpus: Corpus, labels: Sequence[Label]) -> None:
    write_text(_place(corpus), json.dumps([asdict(label) for label in labels], ensure_ascii=False, indent=1))


def _place(corpus: Corpus) -> Path:
    return corpus.folder / "labels.json"
