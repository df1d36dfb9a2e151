"""The look of figures. Colours of marks come from .streamlit/config.toml, so they follow light and dark."""

from typing import Final

import plotly.graph_objects as go

ROW_HEIGHT: Final = 34  # pixels of a source's row: a finger's width
HEAD_HEIGHT: Final = 96  # title and axis
MIN_HEIGHT: Final = 220
CHARTS_CONFIG: Final = {"displaylogo": False, "showSendToCloud": False, "modeBarButtonsToRemove": ["autoScale2d"]}
LABEL_LENGTH: Final = 26  # characters of a label on an axis; the whole stands in the tooltip and in the table


INK: Final = {"light": "#40464D", "dark": "#C9CED4"}  # 9 : 1 and 11 : 1 on their grounds; Streamlit's grey is 3.7 : 1


def inked(figure: go.Figure, ground: str | None) -> go.Figure:
    """The figure with its words in a colour that reads well on a light or dark ground."""
    ink = INK["dark" if ground == "dark" else "light"]
    figure.update_layout(font_color=ink)
    for update in (figure.update_xaxes, figure.update_yaxes):
        update(tickfont_color=ink, title_font_color=ink)
    figure.update_traces(textfont_color=ink, selector=lambda trace: "textfont" in trace)
    figure.update_traces(marker_line_color=ink, selector={"marker.symbol": "line-ns"})
    figure.update_shapes(line_color=ink)
    return figure


def laid_out(figure: go.Figure, title: str, n_rows: int, row_height: int = ROW_HEIGHT) -> go.Figure:
    """The house layout: the title says what is shown, the height follows the rows, nothing moves on hover."""
    figure.update_layout(
        title={"text": title, "x": 0, "xanchor": "left", "font": {"size": 15}, "automargin": True, "yref": "container"},
        height=max(MIN_HEIGHT, HEAD_HEIGHT + row_height * n_rows),
        margin={"l": 8, "r": 12, "t": 48, "b": 8},
        hoverlabel={"align": "left"},
        showlegend=False,
        dragmode="pan",
    )
    figure.update_xaxes(automargin=True, zeroline=False, fixedrange=False)
    figure.update_yaxes(automargin=True, zeroline=False)
    return figure
