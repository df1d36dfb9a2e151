"""Two to four articles of a story beside each other: which sentence of one says what a sentence of another says."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, Literal

from newscorpus.query.connection import Reader
from newscorpus.query.judged import Judged, Row
from newscorpus.query.selection import Selection
from newscorpus.query.statement_groups import TOLD, groups_of
from newscorpus.query.story_texts import StoryTexts, open_story

State = Literal["same", "reworded", "possible", "conflicts", "only here"]
FEWEST: Final = 2
MOST: Final = 4  # columns of text that can be read beside each other on a laptop


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence with what links it: the numbers of the links it stands in, those it stands in for certain, and the
    surest state of these.

    `begins_paragraph` says that the text has an empty line before it.
    """

    text: str
    numbers: tuple[int, ...]
    sure: tuple[int, ...]
    state: State
    begins_paragraph: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A statement that at least two of the articles tell: its number, how sure, and its shortest wording."""

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
STATES: Final[tuple[State, ...]] = ("conflicts", "same", "reworded", "possible", "only here")
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
    columns = tuple(_column(opened, article, states_at) for article in chosen)
    return Parallel(tuple(known[article] for article in chosen), columns, tuple(links))


def _shared_groups(opened: StoryTexts, chosen: list[str]) -> list[list[Row]]:
    """The tellings of each statement that at least two of the articles tell, in the order of the first article."""
    place = {article: n for n, article in enumerate(chosen)}
    groups = []
    for tellings in groups_of(opened).values():
        here = [telling for telling in tellings if telling["article_id"] in place]
        if len({telling["article_id"] for telling in here}) >= FEWEST and any(t["match"] in TOLD for t in here):
            groups.append(sorted(here, key=lambda t: (place[t["article_id"]], t["start"])))
    return sorted(groups, key=lambda told: (place[told[0]["article_id"]], told[0]["start"]))


def _numbered(opened: StoryTexts, groups: list[list[Row]]) -> tuple[list[Link], dict[Place, dict[int, State]]]:
    """The links, and (article_id, sentence) -> the numbers of the links it stands in, with how."""
    links: list[Link] = []
    states_at: defaultdict[Place, dict[int, State]] = defaultdict(dict)
    for number, told in enumerate(groups, start=1):
        wordings = [opened.texts[t["article_id"]][t["start"] : t["end"]] for t in told if t["match"] in TOLD]
        wording = " ".join(min(wordings, key=lambda text: (len(text), text)).split())
        state = _state(told)
        links.append(Link(number, state, wording, len({t["article_id"] for t in told})))
        for telling in told:
            for row in opened.within(telling["article_id"], telling["start"], telling["end"]):
                place = (telling["article_id"], row["sentence"])
                if telling["match"] in TOLD:
                    states_at[place][number] = state
                else:
                    states_at[place].setdefault(number, "possible")
    return links, states_at


def _state(told: list[Row]) -> State:
    matches = {telling["match"] for telling in told}
    if "conflicts" in matches:
        return "conflicts"
    if len({telling["article_id"] for telling in told if telling["match"] in TOLD}) < FEWEST:
        return "possible"
    return "reworded" if "reworded" in matches else "same"


def _column(opened: StoryTexts, article: str, states_at: dict[Place, dict[int, State]]) -> tuple[Stretch, ...]:
    text, end, found = opened.texts[article], 0, []
    nothing: State = "only here"
    for row in opened.sentences.get(article, []):
        states = states_at.get((article, row["sentence"]), {})
        sure = tuple(sorted(number for number, state in states.items() if state != "possible"))
        state = min(states.values(), key=STATES.index, default=nothing)
        gap = text[end : row["start"]]
        found.append(Stretch(text[row["start"] : row["end"]], tuple(sorted(states)), sure, state, "\n" in gap))
        end = row["end"]
    return tuple(found)
