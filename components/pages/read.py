"""Read: one article, what was found in it, and what cleaning cut."""

from collections import defaultdict
from typing import Any, Final, Literal, get_args

import pyarrow as pa
import streamlit as st

from components import link, session
from components.inert import UNTITLED, in_label
from components.number_format import UNDEFINED, count, counted, day, measured
from components.widgets.checking.link import check_link
from components.widgets.corpus import opening
from components.widgets.shared.figure import table_behind
from components.widgets.shared.marked_text import (
    KIND_LETTERS,
    STYLE,
    Span,
    attribution_spans,
    marked,
    name_spans,
    pages_of,
    quoted_spans,
    shared_spans,
    tone_spans,
    voice_spans,
)
from components.widgets.story.moving import story_of_article
from components.wording.pages import NO_MATCH, WHOLE_TEXT, listed
from newscorpus.query.connection import Reader
from newscorpus.query.selection import PASSAGES, Passages, Selection
from newscorpus.query.sources.articles import Article, article, articles_list
from newscorpus.register.measures import MEASURES, shown_in
from newscorpus.register.voices import WHOSE_WORDS
from newscorpus.tables.kinds import KINDS_OF_REMOVAL

QUESTION: Final = "What does this article say, what was found in it, and what did cleaning cut?"
N_LISTED: Final = 300  # articles in the chooser; the list on Overview pages through all
N_CHARACTERS_PER_PAGE: Final = 12_000  # about 2,000 words: longer texts scroll without end and draw slowly
N_DIGITS_OF_A_PLACE: Final = 10  # no text is longer; numbers without end are a made-up link
Mark = Literal["Names", "Voices", "Attributions", "Sentence tone", "Quotation marks", "Shared passages"]


def show() -> None:
    """Draw the page."""
    view = opening.page("Read", QUESTION)
    article_id = _chosen(view)
    if article_id is None:
        st.info(NO_MATCH)
        return
    found = session.ask(view, _article, article_id)
    if found is None:
        st.warning("There is no such article in this corpus. Choose one above.")
        return
    _head(found)
    story_of_article(view, article_id, str(found.row["title"] or ""))
    text, beside = st.columns([5, 3], gap="large")
    with text:
        _text(found, view.selection.passages)
    with beside:
        _measures(found)
        _attributions(found)
        _removals(found.removals)


def _article(reader: Reader, selection: Selection, article_id: str) -> Article | None:
    return article(reader, article_id, selection.passages)


def _chosen(view: session.View) -> str | None:
    """The article of the link, or the first that fits the filters; chosen anew in the list."""
    answer = session.ask(view, articles_list, "source", N_LISTED)
    labels = {row["article_id"]: _label(row) for row in answer.table.to_pylist()}
    asked = next(iter(link.kept("article")), None)
    if asked is not None and asked not in labels:
        other = session.ask(view, _article, asked)
        labels = {asked: _label(other.row | {"source": other.row["source_label"]}) if other else asked} | labels
    if not labels:
        return None
    options = list(labels)
    position = options.index(asked) if asked in labels else 0
    label = f"{counted(answer.n_articles, 'article')} fit the filters"
    label += f"; the first {count(N_LISTED)} are listed" if answer.n_articles > N_LISTED else ""
    key = f"article-chooser-{asked}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _step("←", "The article before", options[position - 1] if position else None)
        chosen = st.selectbox(
            label, options, index=position, format_func=labels.__getitem__, key=key, on_change=_choose, args=(key,)
        )
        _step("→", "The next article", options[position + 1] if position + 1 < len(options) else None)
    return str(chosen)


def _step(arrow: str, words: str, article_id: str | None) -> None:
    st.button(
        arrow,
        help=words,
        disabled=article_id is None,
        on_click=_open,
        args=(article_id,),
    )


def _choose(key: str) -> None:
    _open(st.session_state[key])


def _open(article_id: str | None) -> None:
    link.keep("article", [article_id] if article_id else [])
    link.keep("at", [])


def _label(row: dict[str, Any]) -> str:
    return f"{row['source']} · {row['title'] or UNTITLED}"


def _head(found: Article) -> None:
    row = found.row
    st.header(in_label(str(row["title"] or UNTITLED)), divider="gray", anchor=False)
    basis = f" (read from: {row['source_basis']})" if row["source_basis"] else ""
    dated = f" (read from: {row['date_basis']})" if row["date_basis"] and row["published_at"] else ""
    lines = [f"Source: {row['source_label']}{basis}", f"Date: {day(row['published_at'])}{dated}"]  # type: ignore[arg-type]
    lines += [f"{label}: {row[key]}" for label, key in (("Agency", "agency"), ("By", "author")) if row[key]]
    lines += [] if row["headline"] else ["Headline: none; its first sentence stands in its place"]
    lines += [f"Address: {row['url']}"] if row["url"] else []
    lines.append(f"File: {row['file']}")
    st.text("\n".join(lines))


def _text(found: Article, passages: Passages) -> None:
    chosen: list[Mark] = st.segmented_control(
        "Mark in the text",
        get_args(Mark),
        selection_mode="multi",
        default=["Names"],
        key="marks",
        wrap=True,
    )
    _legend(chosen)
    pages = pages_of(found.text, N_CHARACTERS_PER_PAGE)
    asked = _asked_place(found)
    opened = next((n for n, (_, end) in enumerate(pages, start=1) if asked and asked.start < end), 1)
    key = f"page-of-{found.row['article_id']}-{opened}"
    number = st.pagination(len(pages), default=opened, key=key) if len(pages) > 1 else 1
    start, end = pages[number - 1]
    if not found.text:
        st.text("This article has no text.")
    spans = _spans(found, chosen)
    if passages != "all":
        st.caption(f"Counted here: {PASSAGES[passages]}. Sentences that do not count are pale.")
        spans += shared_spans(found.sentences.to_pylist(), "uncounted", shared=passages == "own")
    if asked:
        st.caption("You came for this place, framed in the text:")
        st.html(STYLE + marked(found.text, [asked], asked.start, asked.end))
        spans.append(asked)
    st.html(STYLE + marked(found.text, spans, start, end))
    _sentences(found)


def _asked_place(found: Article) -> Span | None:
    """The place the link asks for, where the text has it."""
    start, _, end = next(iter(link.kept("at")), "").partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(end) < N_DIGITS_OF_A_PLACE):
        return None
    return Span(int(start), int(end), "here") if int(start) < int(end) <= len(found.text) else None


def _sentences(found: Article) -> None:
    """The sentences behind the article's tone, each with the words that made it."""
    starts, ends = (found.sentences[name].to_pylist() for name in ("start", "end"))
    texts = [found.text[start:end] for start, end in zip(starts, ends, strict=True)]
    table = found.sentences.append_column("text", pa.array(texts, pa.string()))
    table_behind("sentence-tone", table, SENTENCE_COLUMNS, "tone sentence by sentence, and the words that made it")
    check_link("sentence", "read")


def _spans(found: Article, chosen: list[Mark]) -> list[Span]:
    spans: list[Span] = []
    if "Sentence tone" in chosen:
        spans += tone_spans(found.sentences.to_pylist())
    if "Voices" in chosen:
        spans += voice_spans(found.stretches.to_pylist())
    if "Attributions" in chosen:
        spans += attribution_spans(found.quotes.to_pylist())
    if "Quotation marks" in chosen:
        spans += quoted_spans(found.text)
    if "Shared passages" in chosen:
        spans += shared_spans(found.sentences.to_pylist())
    if "Names" in chosen:
        spans += name_spans(found.mentions.to_pylist())
    return spans


def _legend(chosen: list[Mark]) -> None:
    """What each mark means, drawn in the marks themselves."""
    kinds = " ".join(f'<span class="name {kind}">{word}</span>' for kind, word in KIND_LETTERS.items())
    said = {
        "Names": f"Names, underlined by kind: {kinds}",
        "Sentence tone": '<span class="up">▲ more favourable words</span> '
        '<span class="down">▼ more unfavourable</span>, twice when strong; no mark: neutral',
        "Voices": '<span class="voice-quoted">quoted</span> <span class="voice-reported">reported</span>; '
        "the rest is in the outlet's own voice",
        "Attributions": '<sup>1</sup><span class="told">what is told</span>, '
        '<sup>? 2</sup><span class="told-unsure">unsure</span>, by <span class="speaker">whom</span>: '
        "the numbers are those of the table; point at a line for speaker and verb",
        "Quotation marks": '<span class="quoted">in quotation marks</span>',
        "Shared passages": '<span class="shared">a sentence that another source has too, in at least half of its '
        "words</span>",
    }
    lines = [said[mark] for mark in chosen]
    if lines:
        st.html(f'{STYLE}<div class="marked" style="font-size:.85rem;max-width:none">{"<br>".join(lines)}</div>')


def _measures(found: Article) -> None:
    with st.grid(min_column_width=150):
        for measure in shown_in("article"):
            value = found.row[measure.key]
            shown = UNDEFINED if value is None else measured(float(str(value)), measure)
            st.metric(measure.label, shown, help=in_label(f"{measure.meaning} {measure.empty}"))
    st.caption(WHOLE_TEXT)


def _attributions(found: Article) -> None:
    """Who is made to say something here, with which verb, and how sure that is."""
    st.subheader("Who speaks here")
    voiced = [
        f"{WHOSE_WORDS[v][0]} {count(int(str(found.row[f'n_words_{v}'])))}" for v in ("own", "reported", "quoted")
    ]
    st.text(f"Words: {listed(voiced)}.")
    rows = {row["quote"]: row for row in found.quotes.to_pylist()}
    if not rows:
        st.text("No quotation was found.")
        return
    shown = [
        row | {"number": row["quote"] + 1, "verb": f"{row['verb']} ({row['verb_class']})" if row["verb"] else None}
        for row in sorted(rows.values(), key=lambda row: row["quote"])
    ]
    st.dataframe(
        [{name: row[name] for name in ATTRIBUTION_COLUMNS} for row in shown],
        column_config=ATTRIBUTION_COLUMNS,
        hide_index=True,
        placeholder="–",
        key="attributions",
        alt="Who is quoted in this article",
    )
    st.caption(
        "“Inferred”: the speaker was concluded from a pronoun, a role or the place. Set speakers right on Voices."
    )
    check_link("speaker", "read")


ATTRIBUTION_COLUMNS: Final[dict[str, Any]] = {
    "number": st.column_config.NumberColumn("No.", width=40),
    "speaker": st.column_config.TextColumn("Speaker", width=150),
    "verb": st.column_config.TextColumn("Verb", width=110),
    "type": "Type",
    "confidence": "How sure",
    "is_inferred": "Inferred",
    "n_words": st.column_config.NumberColumn("Words"),
}


def _removals(removals: pa.Table) -> None:
    """What cleaning cut, by kind: nothing disappears without being shown here."""
    st.subheader("What cleaning cut")
    by_kind: dict[str, list[str]] = defaultdict(list)
    for row in removals.to_pylist():
        by_kind[row["kind"]].append(f"{row['text']}\n→ {row['rule']}")
    if not by_kind:
        st.text("Nothing was cut.")
    for kind, texts in by_kind.items():
        st.markdown(f"**{KINDS_OF_REMOVAL.get(kind, kind)}** ({count(len(texts))})")
        with st.container(border=True):
            st.text("\n\n".join(texts))


SENTENCE_COLUMNS: Final = {
    "text": st.column_config.TextColumn("Sentence", width="large"),
    "voice": "Voice of most of it",
    "tone": st.column_config.NumberColumn(MEASURES["tone"].label, format="%.2f"),
    "tone_words": "Words that have a tone",
    "polarity": st.column_config.NumberColumn(MEASURES["polarity"].label, format="%.2f"),
    "polarity_words": "Words of TextBlob's list",
}

if __name__ == "__main__":
    show()
