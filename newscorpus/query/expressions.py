"""Regular expressions of readers, on an engine that answers in time linear in the text: Google's RE2.

Python's own engine holds the interpreter for seconds, or for ever, on patterns such as (a+)+$.
"""

from collections.abc import Iterator
from typing import Any, Final

import re2

from newscorpus.errors import SearchUnclear

MAX_MEMORY_BYTES: Final = 4 << 20  # of one compiled pattern and its states: half of RE2's own limit
MAX_STEPS: Final = 2_000  # of a compiled pattern: larger ones took seconds for a million characters


def compiled(pattern: str, *, as_written: bool = False) -> Any:  # noqa: ANN401 - the engine has no types
    """The pattern ready to be asked; capitals do not matter unless `as_written`.

    Raises SearchUnclear for a pattern that cannot be read, is too large, or fits where nothing stands.
    """
    options = re2.Options()
    options.max_mem = MAX_MEMORY_BYTES
    options.log_errors = False
    options.case_sensitive = as_written
    try:
        found = re2.compile(pattern, options)
    except (re2.error, UnicodeEncodeError) as error:
        raise SearchUnclear(
            f"The regular expression /{pattern}/ cannot be read: {_reason(error)}. Mend it, or search for words: "
            "without the slashes, * stands for any letters."
        ) from error
    if found.programsize > MAX_STEPS:
        raise SearchUnclear(
            f"The regular expression /{pattern}/ is too large to be searched for. Take smaller numbers in {{ }}."
        )
    if found.search("") is not None:
        raise SearchUnclear(
            f"The regular expression /{pattern}/ also fits where nothing stands, so it would be found everywhere. "
            "Take away the * or ? behind what must be there, or write + for *."
        )
    return found


def stretches(expression: Any, text: str) -> Iterator[tuple[int, int]]:  # noqa: ANN401 - the engine has no types
    """Offsets (start, end) of what fits in `text`, in order, without overlap; places where nothing fits are no hits.

    One hit is found in time linear in the text. All of them together may not be: who asks minds the clock.

    >>> list(stretches(compiled("colou?rs?"), "Colours and color"))
    [(0, 7), (12, 17)]
    """
    return (match.span() for match in expression.finditer(text) if match.end() > match.start())


def _reason(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
