"""The address of the page: filters are widgets bound to it, and a selection is read from their state.

A widget's key is the name of its parameter. `source`, `story`, `name`, `language`, `from`, `to`, `words_from`,
`words_to`, the measures of RANGES, `q` and `passages` are bound by Streamlit; `pick`, `article`, `at` and `corpus` have
no widget and are kept here.
"""

from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import parse_qsl

import streamlit as st

from newscorpus.query.selection import PASSAGES, Selection, from_parameters
from newscorpus.register.measures import shown_in

MANY: Final = ("source", "story", "name", "language")
SINGLE: Final = ("from", "to", "words_from", "words_to", "q", "passages")
RANGES: Final = {measure.key: measure.span for measure in shown_in("filters")}
"""Measures articles are chosen by -> their widest range."""
FIELD_OF: Final = {
    "source": "sources",
    "story": "stories",
    "name": "names",
    "language": "languages",
    "pick": "article_ids",
    "from": "date_from",
    "to": "date_to",
    "words_from": "words_from",
    "words_to": "words_to",
    **{name: name for name in RANGES},
    "q": "text",
    "passages": "passages",
}
"""Parameter -> the field of Selection it fills."""


def current_selection() -> Selection:
    """What is chosen now. Drawn filters come before; values a browser invented are dropped."""
    state = st.session_state
    parameters: dict[str, list[str]] = {name: [str(value) for value in state.get(name) or ()] for name in MANY}
    parameters |= {name: [] if state.get(name) in (None, "") else [str(state[name])] for name in SINGLE}
    parameters |= {name: [str(bound) for bound in state.get(name) or ()] for name in RANGES}
    parameters["pick"] = list(kept("pick"))
    return from_parameters(parameters)


def kept(name: str) -> tuple[str, ...]:
    """An unbound parameter. Streamlit drops these from the address on a change of page; this puts them back."""
    given = st.query_params.get_all(name)
    if given:
        st.session_state[_memory(name)] = given
    elif remembered := st.session_state.get(_memory(name)):
        st.query_params[name] = remembered
    return tuple(st.session_state.get(_memory(name), ()))


def keep(name: str, values: Iterable[str]) -> None:
    """Set an unbound parameter, or take it away."""
    chosen = list(values)
    st.session_state[_memory(name)] = chosen
    if chosen:
        st.query_params[name] = chosen
    elif name in st.query_params:
        del st.query_params[name]


def narrow(parameters: dict[str, list[str]]) -> None:
    """Set filters to these values. Only in a callback: a widget's state can be set before it is drawn."""
    for name, values in parameters.items():
        if name == "pick":
            keep(name, values)
        else:
            st.session_state[name] = _as_state(name, values)


def widen(name: str, value: str | None = None) -> None:
    """Take one value of a filter away, or all of it. Only in a callback."""
    if value is not None and name in MANY:
        narrow({name: [kept_value for kept_value in st.session_state.get(name, []) if kept_value != value]})
    elif value is not None and name == "pick":
        keep(name, [kept_value for kept_value in kept(name) if kept_value != value])
    else:
        narrow({name: []})


def widen_all() -> None:
    """Take every filter away. Only in a callback."""
    for name in FIELD_OF:
        widen(name)


def parameters_of(points: Iterable[Any]) -> dict[str, list[str]]:
    """The filters that picked marks stand for; marks without are ignored.

    >>> parameters_of([{"customdata": "name=Bay+%28place%29&source=Abacus"}, {"customdata": "source=Abacus"}, {}])
    {'name': ['Bay (place)'], 'source': ['Abacus']}
    """
    found: dict[str, list[str]] = {}
    for point in points:
        for name, value in parse_qsl(str(point.get("customdata") or "")):
            if name in FIELD_OF and value not in found.setdefault(name, []):
                found[name].append(value)
    return found


def _as_state(name: str, values: list[str]) -> Any:  # noqa: ANN401 - each widget has a type of its own
    chosen = from_parameters({name: values})
    if name in MANY:
        return values
    if name == "passages":
        return PASSAGES[chosen.passages]
    if name in RANGES:
        return getattr(chosen, name) or RANGES[name]
    return getattr(chosen, FIELD_OF[name])


def _memory(name: str) -> str:
    return f"kept_{name}"
