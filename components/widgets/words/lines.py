"""Lines of a concordance: what was found in the middle, what stands before and behind it, and a link to the place.

A table for screen readers; on a phone each line becomes a sentence with the hit in bold.
"""

import html
from typing import Any, Final
from urllib.parse import urlencode

import pyarrow as pa
import streamlit as st

from components import link
from components.inert import UNTITLED, shortened
from components.number_format import span_of_days

TITLE_LENGTH: Final = 60
KEPT_IN_LINKS: Final = (*link.FIELD_OF, "corpus")
STYLE: Final = """<style>
.kwic { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: .95rem; line-height: 1.5; }
.kwic th { font-size: .8rem; font-weight: 600; text-align: left; border-bottom: 1px solid; padding: .2rem .3rem; }
.kwic td { border-bottom: 1px solid rgba(128, 128, 128, .3); padding: .25rem .3rem; vertical-align: top; }
.kwic .before, .kwic th.before { text-align: right; }
.kwic th.node { text-align: center; }
.kwic td.before div { display: flex; justify-content: flex-end; overflow: hidden; white-space: nowrap; }
.kwic td.behind div { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.kwic td.node { text-align: center; overflow-wrap: anywhere; }
.kwic td.node a { font-weight: 700; color: inherit; text-decoration: underline; text-underline-offset: .2em; }
.kwic td.from { font-size: .82rem; overflow-wrap: anywhere; }
.kwic td.from div { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.kwic col.node { width: 15%; } .kwic col.from { width: 24%; }
@media (max-width: 640px) {
  .kwic thead { position: absolute; left: -999rem; }
  .kwic, .kwic tbody, .kwic tr, .kwic td.from { display: block; }
  .kwic tr { border-bottom: 1px solid rgba(128, 128, 128, .3); padding: .4rem 0; }
  .kwic td.before, .kwic td.node, .kwic td.behind, .kwic td.before div, .kwic td.behind div { display: inline;
    white-space: normal; border: 0; padding: 0; }
  .kwic td.from { border: 0; padding: 0; }
  .kwic td.node a { padding: .3rem 0; }
}
</style>"""
HEAD: Final = """<table class="kwic"><colgroup><col><col class="node"><col><col class="from"></colgroup><thead><tr>
<th class="before" scope="col">Before</th><th class="node" scope="col">Found</th><th scope="col">Behind</th>
<th scope="col">Source, date, headline</th></tr></thead><tbody>"""


def lines(table: pa.Table) -> None:
    """Draw lines as query.concordance.lines gives them. A click on what was found opens Read at the place."""
    kept = {name: values for name in KEPT_IN_LINKS if (values := st.query_params.get_all(name))}
    st.html(STYLE + lines_html(table, kept))


def lines_html(table: pa.Table, kept: dict[str, list[str]]) -> str:
    """The lines as HTML: text of files escaped, links to the page Read with the parameters `kept`."""
    rows = "".join(_line(row, kept) for row in table.to_pylist())
    return f"{HEAD}{rows}</tbody></table>"


def _line(row: dict[str, Any], kept: dict[str, list[str]]) -> str:
    place = {"article": row["article_id"], "at": f"{row['start']}-{row['end']}"}
    href = html.escape(f"read?{urlencode(kept | place, doseq=True)}")
    title = shortened(row["title"] or UNTITLED, TITLE_LENGTH)
    when = span_of_days(row["day"], row["day"]) if row["day"] else "date unknown"
    where = f"<div>{html.escape(row['source'])} · {when}</div><div>{html.escape(title)}</div>"
    return (
        f'<tr><td class="before"><div><span>{html.escape(row["left"])}</span></div></td>'
        f'<td class="node"><a href="{href}">{html.escape(row["node"])}</a></td>'
        f'<td class="behind"><div>{html.escape(row["right"])}</div></td><td class="from">{where}</td></tr>\n'
    )
