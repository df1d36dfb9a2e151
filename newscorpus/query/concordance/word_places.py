"""Where words stand, out of the index of the store: the forms that a typed word asks for, and the places of these."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.concordance.places import Flags, Places, no_places, together
from newscorpus.query.concordance.search_language import WILDCARDS
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Passages
from newscorpus.query.words.index import WHOSE_COUNTED, read_words
from newscorpus.tables.words import WHOSE
from newscorpus.text.word_forms import folded, form_of

MAX_FORMS: Final = 300  # of one word with * or ?: each is read from another place of the index
MAX_USES: Final = 3_000_000  # of one word with * or ?, 60 MB while they are sorted
COLUMNS: Final = ("form", "a", "starts", "positions", "whose")
IS_SHARED: Final = np.array([whose.endswith("_shared") for whose in WHOSE])


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the vocabulary that a word asks for, most used first, and what is known of them.

    `n_uses`: uses in the corpus of those looked up; `n_left_out`: forms that fit and are not looked up.
    """

    forms: tuple[str, ...]
    n_uses: int
    n_left_out: int = 0


def single_words(reader: Reader) -> pa.Table:
    """The single words of the vocabulary: form, folded, shown, n_uses, is_content."""
    columns = ["form", "folded", "shown", "n_uses", "is_content"]
    return reader.store.dataset("vocabulary").to_table(columns, filter=pc.field("n_tokens") == 1)


def forms_for(words: pa.Table, alternatives: Sequence[str], *, as_written: bool = False) -> Forms:
    """The forms among `single_words` of any of these words: spellings folded unless `as_written`, wildcards filled in.

    A word without wildcards has all its spellings; of a word with them the MAX_FORMS most used forms are taken, and
    fewer where these have more than MAX_USES uses.
    """
    wild = [word for word in alternatives if not WILDCARDS.isdisjoint(word)]
    plain = [form_of(word) for word in alternatives if WILDCARDS.isdisjoint(word)]
    if as_written:
        fits = pc.is_in(words["form"], pa.array(plain, pa.string()))
    else:
        fits = pc.is_in(words["folded"], pa.array([folded(form) for form in plain], pa.string()))
    asked = _most_used_first(words.filter(fits))
    if not wild:
        return Forms(tuple(asked["form"].to_pylist()), sum(asked["n_uses"].to_pylist()))
    pattern = "|".join(pattern_of(form_of(word)) for word in wild)
    fits_pattern = pc.match_substring_regex(words["form"], f"^(?:{pattern})$")
    if not as_written:
        fits_pattern = pc.or_(fits_pattern, pc.match_substring_regex(words["folded"], f"^(?:{pattern})$"))
    every = _most_used_first(words.filter(pc.or_(fits, fits_pattern)))
    n_uses = np.cumsum(every["n_uses"].to_numpy())
    n_taken = max(1, min(MAX_FORMS, int(np.searchsorted(n_uses, MAX_USES, side="right"))))
    taken = every.slice(0, n_taken)
    total = int(n_uses[taken.num_rows - 1]) if taken.num_rows else 0
    return Forms(tuple(taken["form"].to_pylist()), total, every.num_rows - taken.num_rows)


def pattern_of(word: str) -> str:
    """A word with wildcards as a regular expression, for an engine that takes linear time.

    >>> pattern_of("wom?n*")
    'wom.n.*'
    """
    return "".join({"*": ".*", "?": "."}.get(char) or _escaped(char) for char in word)


def places_of(reader: Reader, forms: Sequence[str], within: Flags) -> Places:
    """Where any of these forms stands in the articles with numbers that `within` flags."""
    found = [_places(rows, within) for rows in read_words(reader, COLUMNS, forms)]
    return together(found)


@dataclass(frozen=True, slots=True)
class Known:
    """What the vocabulary knows of a single word: its uses, and that it is no function word."""

    shown: str
    n_uses: int
    is_content: bool


def known_words(reader: Reader, forms: Sequence[str]) -> dict[str, Known]:
    """What is known of each of these forms; one that the corpus does not use is not there."""
    words = single_words(reader)
    rows = words.filter(pc.is_in(words["form"], pa.array(forms, pa.string())))
    return {row["form"]: Known(row["shown"], row["n_uses"], row["is_content"]) for row in rows.to_pylist()}


def n_uses_of(reader: Reader, forms: Sequence[str], within: Flags, passages: Passages) -> dict[str, int]:
    """How often each form is used in the articles flagged, in the passages that count; 0 stands for no use."""
    counted = [f"n_{WHOSE[number]}" for number in WHOSE_COUNTED[passages]]
    pieces = [pa.table({"form": pa.array(forms, pa.string()), "n": pa.array([0] * len(forms), pa.int64())})]
    for rows in read_words(reader, ("form", "a", *counted), forms):
        n_uses = sum(rows[name].to_numpy().astype(np.int64) for name in counted) * within[rows["a"].to_numpy()]
        pieces.append(pa.table({"form": rows["form"], "n": pa.array(n_uses)}))
    sums = pa.concat_tables(pieces).group_by("form").aggregate([("n", "sum")])
    return dict(zip(sums["form"].to_pylist(), sums["n_sum"].to_pylist(), strict=True))


def articles_with_letters(reader: Reader, letters: str, within: Flags) -> Flags:
    """Of the articles flagged those with a word that holds these letters, whatever its capitals and accents.

    All of them where that many words hold the letters that looking them up would not be worth while.
    """
    words = single_words(reader)
    bare = pc.utf8_normalize(words["form"], "NFD")  # an accent may stand apart from its letter in the text
    fits = words.filter(pc.match_substring_regex(bare, letters, ignore_case=True))
    if fits.num_rows > MAX_FORMS:
        return within
    flags = np.zeros(len(within), np.bool_)
    for rows in read_words(reader, ("form", "a"), fits["form"].to_pylist()):
        flags[rows["a"].to_numpy()] = True
    return flags & within


def _escaped(char: str) -> str:
    return char if char.isalnum() else rf"\x{{{ord(char):x}}}"


def _most_used_first(words: pa.Table) -> pa.Table:
    return words.sort_by([("n_uses", "descending"), ("form", "ascending")])


def _places(rows: pa.Table, within: Flags) -> Places:
    rows = rows.filter(pa.array(within[rows["a"].to_numpy()]))
    if not rows.num_rows:
        return no_places()
    n_uses = pc.list_value_length(rows["starts"]).to_numpy()
    starts, positions, whose = (pc.list_flatten(rows[name]).to_numpy() for name in COLUMNS[2:])
    a = np.repeat(rows["a"].to_numpy(), n_uses)
    return Places(a, positions, positions, starts, starts, IS_SHARED[whose])
