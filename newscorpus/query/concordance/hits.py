"""Finding in the texts: every place that a search asks for, in the articles chosen."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from newscorpus.query.chosen import ask
from newscorpus.query.concordance.matching import Slot, articles_of, evaluated, slots_of
from newscorpus.query.concordance.places import Flags, Numbers, Places
from newscorpus.query.concordance.regular_expressions import compiled, letters_needed
from newscorpus.query.concordance.scanning import as_written, fitting
from newscorpus.query.concordance.search_language import Expression, parse
from newscorpus.query.concordance.word_places import Forms, articles_with_letters, forms_for, places_of, single_words
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Passages, Selection
from newscorpus.text.words import WORD

N_FOUND_KEPT: Final = 4  # answers of one reader: a page asks for hits, places, trend and collocates of the same search
BITS_OF_AN_OFFSET: Final = 31
MAX_PLACES_KEPT: Final = 200_000  # of one answer, 4 MB; more are found again
SHARED_SENTENCES: Final = """
    SELECT a, start, "end" FROM sentences_on_disk JOIN articles USING (article_id) WHERE shared ORDER BY a, start
"""


@dataclass(frozen=True, slots=True)
class Find:
    """What is searched for, as typed; with `as_written`, capitals and spelling count."""

    text: str
    as_written: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Every place found, of the passages that count.

    `ends`: offset behind each place of an expression; None for words, where the last word ends.
    `searched`: flags the numbers of the articles that were searched; `n_chosen` counts those that should have been.
    `looked_up`: the words of each slot with the forms they stand for.
    """

    places: Places
    ends: Numbers | None
    searched: Flags
    n_chosen: int
    looked_up: tuple[tuple[Slot, Forms], ...] = ()

    @property
    def n_searched(self) -> int:
        """Articles that were searched."""
        return int(self.searched.sum())

    def end_of(self, number: int, text: str) -> int:
        """Offset behind place `number`, in its text."""
        if self.ends is not None:
            return int(self.ends[number])
        last_start = int(self.places.last_start[number])
        word = WORD.match(text, last_start)
        return word.end() if word else last_start


def find(reader: Reader, selection: Selection, wanted: Find) -> Found:
    """Every place in the articles chosen that `wanted` asks for. Raises SearchUnclear where it cannot be read.

    Small answers to the last questions are remembered.
    """
    key = (selection, wanted)
    with reader.lock:
        kept = reader.found.get(key)
    if kept is not None:
        known: Found = kept
        return known
    found = _counted(reader, _found(reader, selection, wanted), selection.passages)
    if len(found.places) <= MAX_PLACES_KEPT:
        with reader.lock:
            while len(reader.found) >= N_FOUND_KEPT:
                reader.found.pop(next(iter(reader.found)))
            reader.found[key] = found
    return found


def _found(reader: Reader, selection: Selection, wanted: Find) -> Found:
    query = parse(wanted.text)
    chosen = ask(reader, selection, "SELECT a FROM chosen")["a"].to_numpy()
    n_articles = reader.rows("SELECT count(*) AS n FROM articles")["n"][0].as_py()
    within = np.zeros(n_articles + 1, np.bool_)
    within[chosen] = True
    if isinstance(query, Expression):
        expression = compiled(query.pattern, as_written=wanted.as_written)
        needed = letters_needed(query.pattern)
        candidates = articles_with_letters(reader, needed, within) if needed else within
        places, ends, read = fitting(reader, expression, candidates)
        return Found(places, ends, within & (read | ~candidates), len(chosen))
    words = single_words(reader)
    forms = {slot: forms_for(words, slot, as_written=wanted.as_written) for slot in dict.fromkeys(slots_of(query))}
    n_uses = {slot: known.n_uses for slot, known in forms.items()}

    def indexed(slot: Slot, articles: Flags) -> Places:
        return places_of(reader, forms[slot].forms, articles)

    places = evaluated(query, indexed, n_uses, within)
    if wanted.as_written:
        candidates = articles_of(places, within)
        kept, read = as_written(reader, {slot: indexed(slot, candidates) for slot in forms}, candidates)
        places = evaluated(query, lambda slot, _articles: kept[slot], n_uses, within)
        within = within & (read | ~candidates)
    return Found(places, None, within, len(chosen), tuple(forms.items()))


def _counted(reader: Reader, found: Found, passages: Passages) -> Found:
    """Without the places that begin in sentences that do not count."""
    if passages == "all" or not len(found.places):
        return found
    places = found.places
    shared = places.shared if found.ends is None else _in_shared_sentences(reader, places)
    counts = shared if passages == "shared" else ~shared
    ends = None if found.ends is None else found.ends[counts]
    return replace(found, places=places.where(counts), ends=ends)


def _in_shared_sentences(reader: Reader, places: Places) -> Flags:
    """Whether each place begins in a sentence that another source has too."""
    rows = reader.rows(SHARED_SENTENCES, on_disk={"sentences": ("article_id", "start", "end", "shared")})
    a, start, end = (rows[name].to_numpy().astype(np.int64) for name in ("a", "start", "end"))
    keys = (a << BITS_OF_AN_OFFSET) | start
    sentence = np.searchsorted(keys, (places.a.astype(np.int64) << BITS_OF_AN_OFFSET) | places.start, side="right") - 1
    inside: Flags = (sentence >= 0) & (np.append(a, -1)[sentence] == places.a)
    inside &= np.append(end, 0)[sentence] > places.start
    return inside
