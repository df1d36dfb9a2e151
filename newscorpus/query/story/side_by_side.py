"""Two to four articles of a story beside each other: which sentence of one says what a sentence of another says."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.judgements import Judged, Row
from newscorpus.query.story.nearest import WordPlaces, nearest_among, word_places
from newscorpus.query.story.reference import compared, referred
from newscorpus.query.story.statements import UNCOUNTED, groups_of
from newscorpus.query.story.texts import StoryTexts, open_story

State = Literal["same", "reworded", "conflicts", "only here", "not counted", "not compared"]
FEWEST: Final = 2
MOST: Final = 4  # columns of text that can be read beside each other on a laptop


@dataclass(frozen=True, slots=True)
class Nearby:
    """The sentence of another column that is nearest to one that nothing was put beside, and the words both have."""

    source: str
    text: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence with what links it: the numbers of the links it stands in, and the state of these.

    `begins_paragraph` says that the text has an empty line before it. `nearest` is given where the sentence stands only
    here; None then says that no sentence of the others shares a content word with it.
    """

    text: str
    numbers: tuple[int, ...]
    state: State
    begins_paragraph: bool
    nearest: Nearby | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A statement that at least two of the articles tell: its number, how they tell it, and the wording compared
    with."""

    number: int
    state: State
    wording: str
    n_articles: int


@dataclass(frozen=True, slots=True)
class Parallel:
    """The articles as columns, in the order asked for, and the links between them in the order of first telling."""

    articles: tuple[Row, ...]
    columns: tuple[tuple[Stretch, ...], ...]
    links: tuple[Link, ...]


Place = tuple[str, int]
STATES: Final[tuple[State, ...]] = (
    "conflicts",
    "same",
    "reworded",
    "only here",
    "not counted",
    "not compared",
)
"""Which state a sentence shows that stands in several links."""


def parallel(
    reader: Reader, selection: Selection, story: str, article_ids: tuple[str, ...], judged: tuple[Judged, ...] = ()
) -> Parallel:
    """Articles of the story beside each other. Articles that are not in it are left out; at most MOST are shown."""
    opened = open_story(reader, selection, story, judged)
    known = {row["article_id"]: row for row in opened.articles}
    chosen = [article for article in dict.fromkeys(article_ids) if article in known][:MOST]
    groups = _shared_groups(opened, chosen)
    links, states_at = _numbered(opened, groups)
    index = word_places(opened, set(chosen))
    spoken = Counter(language for article, language in opened.language_of.items() if article in chosen)
    columns = []
    for article in chosen:
        nothing: State = "only here" if spoken[opened.language_of[article]] > 1 else "not compared"
        columns.append(_column(opened, article, states_at, index, nothing))
    return Parallel(tuple(known[article] for article in chosen), tuple(columns), tuple(links))


def _shared_groups(opened: StoryTexts, chosen: list[str]) -> list[list[Row]]:
    """The tellings of each statement that at least two of the articles tell, one of them the reference, in the order of
    the first article."""
    place = {article: n for n, article in enumerate(chosen)}
    groups = []
    for tellings in groups_of(opened).values():
        here = [t for t in tellings if t["article_id"] in place and t["match"] not in UNCOUNTED]
        if len({telling["article_id"] for telling in here}) >= FEWEST:
            here = referred(here, partial(compared, opened.texts))
            groups.append(sorted(here, key=lambda t: (place[t["article_id"]], t["start"])))
    return sorted(groups, key=lambda told: (place[told[0]["article_id"]], told[0]["start"]))


def _numbered(opened: StoryTexts, groups: list[list[Row]]) -> tuple[list[Link], dict[Place, dict[int, State]]]:
    """The links, and (article_id, sentence) -> the numbers of the links it stands in, with how."""
    links: list[Link] = []
    states_at: defaultdict[Place, dict[int, State]] = defaultdict(dict)
    for number, told in enumerate(groups, start=1):
        reference = next(telling for telling in told if telling["match"] == "reference")
        wording = opened.texts[reference["article_id"]][reference["start"] : reference["end"]]
        state = _state(told)
        links.append(Link(number, state, " ".join(wording.split()), len({t["article_id"] for t in told})))
        for telling in told:
            for row in opened.within(telling["article_id"], telling["start"], telling["end"]):
                states_at[telling["article_id"], row["sentence"]][number] = state
    return links, states_at


def _state(told: list[Row]) -> State:
    matches = {telling["match"] for telling in told}
    if "conflicts" in matches:
        return "conflicts"
    return "reworded" if "reworded" in matches else "same"


def _column(
    opened: StoryTexts, article: str, states_at: dict[Place, dict[int, State]], index: WordPlaces, nothing: State
) -> tuple[Stretch, ...]:
    """The sentences of an article; `nothing` is the state of one that counts and that no link holds."""
    text, end, found = opened.texts[article], 0, []
    for row in opened.sentences.get(article, []):
        states = states_at.get((article, row["sentence"]), {})
        state = min(states.values(), key=STATES.index, default=nothing if opened.counts(row) else "not counted")
        gap = text[end : row["start"]]
        near = _nearby(opened, row, index) if state == "only here" else None
        found.append(Stretch(text[row["start"] : row["end"]], tuple(sorted(states)), state, "\n" in gap, near))
        end = row["end"]
    return tuple(found)


def _nearby(opened: StoryTexts, row: Row, index: WordPlaces) -> Nearby | None:
    found = nearest_among(opened, row, index)
    if found is None:
        return None
    article = found.sentence["article_id"]
    text = opened.texts[article][found.sentence["start"] : found.sentence["end"]]
    return Nearby(opened.source_of[article], " ".join(text.split()), found.shared)
