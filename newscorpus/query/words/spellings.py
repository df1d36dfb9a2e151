"""Spelling is a choice: words that sources of the corpus write in more than one way, and who writes which."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.words.index import WHOSE_COUNTED, read_words
from newscorpus.tables.words import WHOSE

POSSESSIVE: Final = "'s"
N_WORDS: Final = 500  # with two spellings; a list for looking through
SPELLINGS: Final = pa.schema(
    [
        *(pa.field(name, pa.string()) for name in ("word", "spelling", "source")),
        *(pa.field(name, pa.int64()) for name in ("n_uses", "n_articles")),
    ]
)


@dataclass(frozen=True, slots=True)
class Variants:
    """`spellings`: a row for each word, spelling of it and source that uses it: word (the key under which spellings
    meet), spelling (as written most often), source, n_uses, n_articles. Words in most uses first, and only those that
    the articles chosen spell in two ways or more. `n_left_out` words with fewer uses are not in it.
    """

    spellings: pa.Table
    n_articles: int
    n_left_out: int


def variants(reader: Reader, selection: Selection) -> Variants:
    """Words that the articles chosen spell in more than one way, by source. A possessive is no other spelling."""
    forms = _forms(reader)
    chosen = ask(reader, selection, "SELECT a, source_label AS source FROM chosen ORDER BY a")
    number = {form: row for row, form in enumerate(forms["form"].to_pylist())}
    source_of = dict(zip(chosen["a"].to_pylist(), chosen["source"].to_pylist(), strict=True))
    columns = [f"n_{WHOSE[whose]}" for whose in WHOSE_COUNTED[selection.passages]]
    written = forms.select(["word", "spelling"]).to_pylist()
    uses: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    articles: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
    for batch in read_words(reader, ("form", "a", *columns), list(number)):
        rows = batch.filter(pc.is_in(batch["a"], chosen["a"].combine_chunks()))
        counts = np.sum([rows[name].to_numpy() for name in columns], axis=0)
        for form, a, n in zip(rows["form"].to_pylist(), rows["a"].to_pylist(), counts.tolist(), strict=True):
            if n:
                key = (written[number[form]]["word"], written[number[form]]["spelling"], source_of[a])
                uses[key] += n
                articles[key].add(a)
    return _answer(uses, {key: len(of) for key, of in articles.items()}, chosen.num_rows)


def _forms(reader: Reader) -> pa.Table:
    """The forms of words with several spellings: form, word, and the spelling as it is written most often."""
    wanted = ["form", "folded", "shown", "n_uses"]
    rows = reader.store.dataset("vocabulary").to_table(wanted, filter=pc.field("n_tokens") == 1)
    repeated = rows.group_by("folded").aggregate([("form", "count")])
    repeated = repeated.filter(pc.greater(repeated["form_count"], 1))
    rows = rows.filter(pc.is_in(rows["folded"], repeated["folded"].combine_chunks()))
    rows = rows.sort_by([("n_uses", "descending"), ("form", "ascending")])
    bare = [form.removesuffix(POSSESSIVE) for form in rows["form"].to_pylist()]
    shown: dict[str, str] = {}
    for form, as_written in zip(bare, rows["shown"].to_pylist(), strict=True):
        shown.setdefault(form, as_written.removesuffix(POSSESSIVE).removesuffix("’s"))
    kept = pa.table(
        {
            "form": rows["form"],
            "word": rows["folded"],
            "spelling": pa.array([shown[form] for form in bare], pa.string()),
        }
    )
    n_ways = kept.group_by("word").aggregate([("spelling", "count_distinct")])
    several = n_ways.filter(pc.greater(n_ways["spelling_count_distinct"], 1))["word"]
    return kept.filter(pc.is_in(kept["word"], several.combine_chunks()))


def _answer(uses: dict[tuple[str, str, str], int], n_articles: dict[tuple[str, str, str], int], n: int) -> Variants:
    ways: defaultdict[str, set[str]] = defaultdict(set)
    total: defaultdict[str, int] = defaultdict(int)
    for (word, spelling, _), count in uses.items():
        ways[word].add(spelling)
        total[word] += count
    several = sorted((word for word in ways if len(ways[word]) > 1), key=lambda word: (-total[word], word))
    place = {word: row for row, word in enumerate(several[:N_WORDS])}
    rows: list[dict[str, Any]] = [
        {"word": w, "spelling": s, "source": source, "n_uses": count, "n_articles": n_articles[w, s, source]}
        for (w, s, source), count in uses.items()
        if w in place
    ]
    rows.sort(key=lambda row: (place[row["word"]], -row["n_uses"], row["spelling"], row["source"]))
    return Variants(pa.Table.from_pylist(rows, SPELLINGS), n, max(0, len(several) - N_WORDS))
