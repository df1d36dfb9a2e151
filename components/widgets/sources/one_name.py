"""One name looked at closely: the tone towards it, where it stands in articles, what stands beside it."""

from collections.abc import Sequence
from typing import Any, Final, Literal, get_args
from urllib.parse import parse_qsl

import streamlit as st

from components import link, session
from components.charts.towards import towards_bars, towards_bars_alt
from components.inert import UNTITLED, in_label
from components.number_format import count, counted, day
from components.widgets.checking.link import check_link
from components.widgets.shared.figure import figure, table_behind
from components.widgets.shared.marked_text import STYLE, Span, marked
from components.widgets.shared.picks import read
from components.wording.pages import listed
from newscorpus.query.names.one_name import N_MENTIONS_READ, labels_beside, prominence, sentences_towards, tone_towards
from newscorpus.register.procedures import STEPS

Look = Literal["Tone towards it", "Where in the article", "Words beside it"]
PARAMETER: Final = "towards"
N_SENTENCES: Final = 20
NAME_LENGTH: Final = 60
TOWARDS_LIMITS: Final = next(step.cannot_say for step in STEPS if step.key == "towards")
_number = st.column_config.NumberColumn
TONE_COLUMNS: Final[dict[str, Any]] = {
    "source": "Source",
    "favourable": _number("Favourable"),
    "neutral": _number("Neutral"),
    "unfavourable": _number("Unfavourable"),
    "not clear": _number("Not clear"),
    "n_asked": _number("in its own voice"),
    "n_mentions": _number("Mentions in all"),
}
PLACE_COLUMNS: Final[dict[str, Any]] = {
    "source": "Source",
    "n_articles": _number("Articles naming it"),
    "n_headline": _number("in the headline"),
    "n_lead": _number("first in the lead"),
    "n_first_third": _number("first in the first third"),
    "n_tail": _number("first later"),
}
BESIDE_COLUMNS: Final[dict[str, Any]] = {
    "words": st.column_config.TextColumn("Words", width="medium"),
    "side": "Before or after",
    "source": "Source",
    "n": _number("Times"),
}


def one_name_closely(view: session.View, label: str) -> None:
    """The three looks at a name; each with its base, its table and its limits."""
    st.subheader(in_label(f"How is {label} treated?", NAME_LENGTH), anchor=False)
    look: Look = st.segmented_control(
        "Look", get_args(Look), default=get_args(Look)[0], required=True, key="name_look", label_visibility="collapsed"
    )
    looks = {"Tone towards it": _tone, "Where in the article": _places, "Words beside it": _beside}
    looks[look](view, label)


def _tone(view: session.View, label: str) -> None:
    table = session.ask(view, tone_towards, label, selection=view.selection.without("names"))
    n_asked, n_all = (sum(table[name].to_pylist()) for name in ("n_asked", "n_mentions"))
    if not n_asked:
        st.text("Not asked: only persons and organisations named in an outlet's own voice have a tone towards them.")
        return
    n_clear = n_asked - sum(table["not clear"].to_pylist())
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.text(f"{count(n_clear)} of {counted(n_asked, 'mention')} have a clear tone, in the outlets' own voice.")
        figure("towards", towards_bars(table, label), towards_bars_alt(table, label), on_pick=_pick)
        st.caption(
            f"n = {counted(n_asked, 'mention')} in the outlets' own voice. Left out: "
            f"{counted(n_all - n_asked, 'mention')} reported or quoted. {TOWARDS_LIMITS}"
        )
        check_link("towards", "names")
        table_behind("towards", table, TONE_COLUMNS, "tone towards the name, by source")
    with right:
        _sentences(view, label)


def _pick(points: Sequence[Any]) -> None:
    picked = next((str(point.get("customdata") or "") for point in points), "")
    link.keep(PARAMETER, [picked] if picked else [])


def _sentences(view: session.View, label: str) -> None:
    """The sentences behind a piece of a bar."""
    picked = dict(parse_qsl(next(iter(link.kept(PARAMETER)), "")))
    source, towards = picked.get("source"), picked.get("towards")
    if not source or not towards:
        st.text("Click a piece of a bar for its sentences.")
        return
    st.markdown(f"**{in_label(source)}: {in_label(towards)}**")
    open_names = view.selection.without("names")
    found = session.ask(view, sentences_towards, label, source, towards, N_SENTENCES, selection=open_names)
    if not found:
        st.text("No sentence of this name fits. Click another piece.")
    for number, one in enumerate(found):
        with st.container(border=True):
            st.html(STYLE + marked(one.sentence, [Span(one.start, one.end, "speaker")]))
            if one.telling_words:
                st.text(f"Words that made it: {listed(one.telling_words)}")
            st.caption(f"{in_label(one.title or UNTITLED)}, {day(one.day)}")
            if st.button("Read the article", key=f"towards-{number}-{one.article_id}", type="tertiary"):
                read(one.article_id)


def _places(view: session.View, label: str) -> None:
    table = session.ask(view, prominence, label, selection=view.selection.without("names"))
    _table("prominence", table, PLACE_COLUMNS, "where the name stands, by source")
    st.caption(
        f"n = {counted(sum(table['n_articles'].to_pylist()), 'article')} that name it. Lead: the first two sentences; "
        "first third: by characters. The headline is counted beside the place in the text."
    )


def _beside(view: session.View, label: str) -> None:
    table = session.ask(view, labels_beside, label, selection=view.selection.without("names"))
    if not table.num_rows:
        st.text("No title, adjective or apposition stands directly beside this name.")
        return
    _table("beside", table, BESIDE_COLUMNS, "words beside the name, by source")
    st.caption(
        "Words directly before the name (titles, roles, adjectives), and what stands behind it between commas or in "
        f"brackets. Read by place alone, not by grammar, in the first {count(N_MENTIONS_READ)} mentions."
    )


def _table(key: str, table: Any, columns: dict[str, Any], title: str) -> None:  # noqa: ANN401 - an Arrow table
    shown = table.select(list(columns))
    st.dataframe(shown, column_config=columns, hide_index=True, key=f"{key}-shown", alt=title)
    table_behind(key, table, columns, title)
