"""Overlap: whose words are these?"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, Literal, get_args
from urllib.parse import parse_qs

import pyarrow as pa
import streamlit as st

from components import link, session
from components.charts.overlap import Dot, least_width, overlap_grid, overlap_grid_alt, percent
from components.inert import UNTITLED, in_label, point_of, shortened
from components.number_format import count, counted
from components.widgets.corpus import opening
from components.widgets.shared.figure import figure, in_whole_percent, table_behind
from components.widgets.shared.scrolled import scrolled
from components.widgets.story.shared_text import shared_text
from components.wording.pages import NO_MATCH, base
from newscorpus.query.overlap.pairs import Overlap, agency_share, overlap
from newscorpus.query.sources.totals import headline_figures

QUESTION: Final = "Whose words are these? Agency copy, shared passages, independent texts"
By = Literal["sources", "articles"]
N_DRAWN: Final = 24  # of an axis: labels can still be read
N_PAIRS: Final = 300  # in the chooser; the table holds all
TITLE_LENGTH: Final = 44
TWO: Final = 2
WHOLE: Final = "This page is about shared passages themselves: here the whole of every article counts."
WHAT_A_PASSAGE_IS: Final = "A passage is a run of at least five words that both have, whatever the spelling."
NOTHING_SHARED: Final = "No two of these articles share a passage: every one is an independent text."
NO_DIRECTION: Final = (
    "Who had words first is said only where a credit or the times of publication prove it; likeness never does."
)
GROUPS: Final = (
    "Articles are one text when at least three fifths of the shorter one's words, quotations apart, stand in the other."
)
NO_AGENCY: Final = "None of these articles credits a news agency. Agency copy without a credit is not recognised."
share = st.column_config.NumberColumn
PAIR_COLUMNS: Final[dict[str, Any]] = {
    "source_a": "Source A",
    "title_a": st.column_config.TextColumn("Article A", width="medium"),
    "source_b": "Source B",
    "title_b": st.column_config.TextColumn("Article B", width="medium"),
    "reuse": "In words",
    "prose_share_a": share("of A, quotations apart", format="percent"),
    "prose_share_b": share("of B, quotations apart", format="percent"),
    "share_a": share("of A, all", format="percent"),
    "share_b": share("of B, all", format="percent"),
    "n_words": share("Words"),
    "longest_run": share("Longest run"),
    "direction": "Who from whom",
}
SOURCE_COLUMNS: Final[dict[str, Any]] = {
    "source_a": "Source",
    "source_b": "and source",
    "n_pairs": share("Pairs of articles"),
    "share": share("Most shared of a shorter text", format="percent"),
}
GROUP_COLUMNS: Final[dict[str, Any]] = {
    "group": share("Text"),
    "source": "Source",
    "title": st.column_config.TextColumn("Headline", width="large"),
    "day": st.column_config.DateColumn("Date", format="D MMM YYYY"),
    "agency": "Agency credited",
    "n_words": share("Words"),
}
AGENCY_COLUMNS: Final[dict[str, Any]] = {
    "source": "Source",
    "n_agency": share("Credited to an agency"),
    "n_articles": share("of articles"),
    "share_agency": share("Share", format="percent"),
    "agencies": st.column_config.ListColumn("Agencies"),
}


def show() -> None:
    """Draw the page."""
    view = opening.page("Overlap", QUESTION)
    if view.selection.passages != "all":
        st.caption(WHOLE)
        view = replace(view, selection=view.selection.without("passages"))
    if not session.ask(view, headline_figures).n_articles:
        st.info(NO_MATCH)
        return
    found = session.ask(view, overlap)
    st.text(_reading(found))
    if found.pairs.num_rows:
        _who_with_whom(found)
        _groups(found)
        st.subheader("The words themselves", anchor=False)
        shared_text(view, _pair(_between(found.pairs).to_pylist()))
    else:
        st.caption(f"{base(found.n_articles)} {WHAT_A_PASSAGE_IS}")
    _agencies(view)


def _reading(found: Overlap) -> str:
    said = f"{counted(found.n_articles, 'article')}, {counted(found.n_texts, 'independent text')}."
    if not found.pairs.num_rows:
        return f"{said} {NOTHING_SHARED}" if found.n_articles > 1 else said
    most = found.pairs.to_pylist()[0]
    prose = max(most["prose_share_a"], most["prose_share_b"])
    if found.n_articles == TWO and most["reuse"] == "independent wording":
        return (
            f"Two independent write-ups: they share {percent(max(most['share_a'], most['share_b']))} of the shorter "
            f"text, and {percent(prose)} when quotations are set apart."
        )
    return (
        f"{said} Most is shared by {most['source_a']} and {most['source_b']}: "
        f"{percent(prose)} of the shorter text, quotations apart ({most['reuse']})."
    )


def _who_with_whom(found: Overlap) -> None:
    by: By = st.segmented_control(
        "Beside each other", get_args(By), default="sources", required=True, key="by", bind="query-params"
    )
    if by == "sources":
        labels, dots = _source_dots(found.sources.to_pylist())
        title = "Words shared by each pair of sources"
    else:
        labels, dots = _article_dots(found.pairs.to_pylist())
        title = "Words shared by each pair of articles"
    drawn, alt = overlap_grid(labels, dots, title), overlap_grid_alt(labels, dots, title)
    with scrolled("overlap-wide", least_width(len(labels))):
        figure(f"overlap-{by}", drawn, alt, on_pick=_pick_sources if by == "sources" else _pick_articles)
    st.caption(
        f"Click a dot to see what its {by} share. A dot is as large as the share of the shorter text that stands in "
        "the other, quotations apart. "
        f"{WHAT_A_PASSAGE_IS} {base(found.n_articles)}" + _beyond(len(labels), found, by)
    )
    _between_chip()
    table_behind("overlap-pairs", _between(found.pairs), PAIR_COLUMNS, "pairs of articles that share a passage")
    table_behind("overlap-by-source", found.sources, SOURCE_COLUMNS, "pairs of sources that share a passage")


def _beyond(n_drawn: int, found: Overlap, by: By) -> str:
    pairs = found.pairs.to_pylist()
    names = {row[f"{'source' if by == 'sources' else 'article'}_{one}"] for row in pairs for one in ("a", "b")}
    left = len(names) - n_drawn
    return f" Left out of the picture: {count(left)} {by} that share less." if left > 0 else ""


def _source_dots(rows: list[dict[str, Any]]) -> tuple[dict[str, str], list[Dot]]:
    ordered = sorted(rows, key=lambda row: -row["share"])
    names = list(dict.fromkeys(row[f"source_{one}"] for row in ordered for one in ("a", "b")))[:N_DRAWN]
    dots = [
        Dot(
            *(row["source_b"], row["source_a"], row["share"], row["n_pairs"]),
            point_of(between=row["source_a"], other=row["source_b"]),
        )
        for row in rows
        if row["source_a"] in names and row["source_b"] in names
    ]
    return {name: name for name in names}, dots


def _article_dots(rows: list[dict[str, Any]]) -> tuple[dict[str, str], list[Dot]]:
    """The articles that share most (rows come so), a dot on both sides of the diagonal for each pair."""
    names = {row[f"article_{one}"]: _name(row, one) for row in rows for one in ("a", "b")}
    labels = dict(list(names.items())[:N_DRAWN])
    dots = []
    for row in rows:
        a, b = row["article_a"], row["article_b"]
        if a in labels and b in labels:
            most, picked = max(row["prose_share_a"], row["prose_share_b"]), point_of(pair=f"{a}-{b}")
            dots += [Dot(b, a, most, 1, picked), Dot(a, b, most, 1, picked)]
    return labels, dots


def _name(row: dict[str, Any], one: str) -> str:
    return f"{row[f'source_{one}']}: {row[f'title_{one}'] or UNTITLED}"


def _pick_articles(points: Sequence[Any]) -> None:
    for point in points[:1]:
        if picked := parse_qs(str(point.get("customdata") or "")).get("pair"):
            link.keep("pair", picked)


def _pick_sources(points: Sequence[Any]) -> None:
    """The callback of the grid of sources: a dot narrows the pairs of articles to its two; none picked opens them."""
    picked = parse_qs(str(points[0].get("customdata") or "")) if points else {}
    link.keep("between", [*picked.get("between", []), *picked.get("other", [])])


def _chosen_sources() -> tuple[str, ...]:
    """The two sources whose pairs of articles are looked at, in the order of the alphabet; () for all."""
    chosen = link.kept("between")
    return tuple(sorted(chosen)) if len(chosen) == TWO else ()


def _between(pairs: pa.Table) -> pa.Table:
    """The pairs of articles of the two sources chosen; all where none are, or where these share nothing."""
    chosen = _chosen_sources()
    sources = zip(pairs["source_a"].to_pylist(), pairs["source_b"].to_pylist(), strict=True)
    kept = pairs.filter(pa.array([tuple(sorted(pair)) == chosen for pair in sources], pa.bool_()))
    return kept if kept.num_rows else pairs


def _between_chip() -> None:
    if chosen := _chosen_sources():
        one, other = (in_label(source) for source in chosen)
        with st.container(horizontal=True, gap="small"):
            st.button(f"Between {one} and {other} ✕", key="between-chip", on_click=link.keep, args=("between", []))
            st.button(
                "Only these sources, on every page",
                key="between-everywhere",
                on_click=link.narrow,
                args=({"source": list(dict.fromkeys(chosen))},),
                type="tertiary",
            )


def _pair(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The pair picked in the chart or the list; the one that shares most before."""
    by_name = {f"{row['article_a']}-{row['article_b']}": row for row in rows}
    asked = next(iter(link.kept("pair")), "")
    options = list(dict.fromkeys([*([asked] if asked in by_name else []), *list(by_name)[:N_PAIRS]]))
    key = f"pair-chooser-{asked}-{'|'.join(_chosen_sources())}"
    chosen = st.selectbox(
        f"{counted(len(rows), 'pair')} of articles share a passage",
        options,
        format_func=lambda name: _pair_label(by_name[name]),
        key=key,
        on_change=lambda: link.keep("pair", [st.session_state[key]]),
    )
    return by_name[chosen]


def _pair_label(row: dict[str, Any]) -> str:
    a, b = (shortened(_name(row, one), TITLE_LENGTH) for one in ("a", "b"))
    return f"{percent(max(row['prose_share_a'], row['prose_share_b']))} · {a} ↔ {b}"


def _groups(found: Overlap) -> None:
    st.subheader("Groups of one text", anchor=False)
    n_groups = len(set(found.groups["group"].to_pylist()))
    if n_groups:
        st.text(
            f"{counted(found.groups.num_rows, 'article')} {'is' if found.groups.num_rows == 1 else 'are'} "
            f"{counted(n_groups, 'text')} in all."
        )
        _table("overlap-groups", found.groups, GROUP_COLUMNS, "Articles that are one text")
    else:
        st.text("No article here is a copy of another.")
    st.caption(f"n = {counted(found.n_articles, 'article')}. {GROUPS} {NO_DIRECTION}")


def _agencies(view: session.View) -> None:
    st.subheader("Agency copy by source", anchor=False)
    table = session.ask(view, agency_share)
    n_articles = sum(table["n_articles"].to_pylist())
    if not any(table["n_agency"].to_pylist()):
        st.text(NO_AGENCY)
    _table("agency-share", table, AGENCY_COLUMNS, "Articles credited to an agency, by source")
    st.caption(f"{base(n_articles)} An article counts when it credits an agency with its text.")


def _table(key: str, table: pa.Table, columns: dict[str, Any], alt: str) -> None:
    st.dataframe(
        in_whole_percent(table, columns),
        column_order=list(columns),
        column_config=columns,
        hide_index=True,
        placeholder="–",
        key=key,
        alt=alt,
    )


if __name__ == "__main__":
    show()
