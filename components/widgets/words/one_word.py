"""One word closely: how often each source uses it, and in which sentences."""

import html
from typing import Any, Final

import streamlit as st

from components import session
from components.inert import UNTITLED, in_label
from components.places import path_of
from components.widgets.shared.figure import table_behind
from components.widgets.shared.marked_text import STYLE, Span, marked
from components.widgets.shared.picks import read
from components.wording.keyness import said_of
from newscorpus.query.concordance.search_language import MAX_FIND_CHARACTERS, MAX_WORDS
from newscorpus.query.words.counts import Counting
from newscorpus.query.words.distinctive import Distinctive
from newscorpus.query.words.rates import word_rates
from newscorpus.query.words.sentences import N_EACH, forms_of, word_sentences

Row = dict[str, Any]

N_COLUMNS: Final = 2
N_SAID: Final = 3  # sentences about the word, of the sources that differ most
LOCAL_STYLE: Final = """<style>
.used .marked { font-size: .98rem; line-height: 1.5; max-width: none; }
.used .word { font-weight: 700; text-decoration: underline; text-underline-offset: .2em; }
.used .from { font-size: .82rem; opacity: .8; overflow-wrap: anywhere; }
</style>"""
RATE_COLUMNS: Final[dict[str, Any]] = {
    "source": st.column_config.TextColumn("Source"),
    "n_uses": st.column_config.NumberColumn("Times"),
    "per_thousand": st.column_config.NumberColumn("per 1,000 words", format="%.2f"),
    "low": st.column_config.NumberColumn("95 %: from", format="%.2f"),
    "high": st.column_config.NumberColumn("to", format="%.2f"),
    "n_articles": st.column_config.NumberColumn("In articles"),
    "n_articles_of_source": st.column_config.NumberColumn("of"),
    "n_stories": st.column_config.NumberColumn("In stories"),
    "n_stories_of_source": st.column_config.NumberColumn("of"),
}


def one_word_closely(view: session.View, counting: Counting, found: Distinctive, shown: str, reference: str) -> None:
    """Everything about one of the words found, by the way it is shown."""
    rows = [row for row in found.words.to_pylist() if row["shown"] == shown]
    if not rows:
        return
    st.subheader(in_label(f"‘{shown}’ in its sentences"), anchor=False)
    sources = {row["source"]: row for row in found.sources.to_pylist()}
    furthest = sorted(rows, key=lambda row: (not row["is_called"], -abs(row["log_odds"])))[:N_SAID]
    st.text("\n".join(said_of(row, sources[row["source"]], reference) for row in furthest))
    term = rows[0]["term"]
    rates = session.ask(view, word_rates, counting, (term,), selection=view.selection.without("sources"))
    table_behind("one-word", rates, RATE_COLUMNS, "how often each source uses it")
    _sentences(session.ask(view, word_sentences, counting, term).to_pylist())
    search = _search(session.ask(view, forms_of, counting, term), shown)
    if st.button("All its uses in the concordance →", key="to-concordance"):
        st.switch_page(path_of("concordance"), query_params={"find": search})


def _search(forms: list[str], shown: str) -> str:
    """What finds these forms: one word may stand for another, longer phrases are searched as they are shown."""
    alternatives = "|".join(forms[:MAX_WORDS])
    return alternatives if len(forms) > 1 and " " not in shown and len(alternatives) <= MAX_FIND_CHARACTERS else shown


def _sentences(rows: list[Row]) -> None:
    by_source: dict[str, list[Row]] = {}
    for row in rows:
        by_source.setdefault(row["source"], []).append(row)
    columns = st.columns(N_COLUMNS, gap="large")
    for number, (source, sentences) in enumerate(by_source.items()):
        with columns[number % N_COLUMNS]:
            st.markdown(f"**{in_label(source)}**")
            for row in sentences:
                _sentence(row)
    st.caption(f"The first use in each of up to {N_EACH} articles of a source, oldest first.")


def _sentence(row: Row) -> None:
    where = html.escape(row["title"] or UNTITLED)
    used = marked(row["text"], [Span(row["start"], row["end"], "word")])
    st.html(f'{STYLE}{LOCAL_STYLE}<div class="used">{used}<div class="from">{where}</div></div>')
    begins = row["sentence_start"]
    if st.button("Read", key=f"used-{row['article_id']}-{begins}", type="tertiary", help="The article, at this place"):
        read(row["article_id"], (begins + row["start"], begins + row["end"]))
