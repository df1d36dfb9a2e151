"""Regular expressions of readers, on an engine that answers in time linear in the text: Google's RE2.

Python's own engine holds the interpreter for seconds, or for ever, on patterns such as (a+)+$.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, Final

import re2

from newscorpus.errors import SearchUnclear

MAX_MEMORY_BYTES: Final = 4 << 20  # of one compiled pattern and its states: half of RE2's own limit
MIN_LETTERS: Final = 3  # shorter runs stand in most articles
_QUANTIFIED: Final = re.compile(r"[*?]|\{")
_ATOM: Final = re.compile(
    r"""(?P<class> \[\^?\]? (?: \[:\^?\w+:\] | \\. | [^\]\\] )* \] )  # [a-z]
    | (?P<escape> \\. ) | (?P<count> \{[\d,]*\} ) | (?P<letter> [A-Za-z] ) | (?P<other> . )""",
    re.VERBOSE | re.DOTALL,
)
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


def letters_needed(pattern: str) -> str:
    """The longest run of plain letters that every fit of the pattern holds, capitals aside; "" where none is sure.

    >>> letters_needed(r"\breports? of (the|a)"), letters_needed("report|flood"), letters_needed("(report)?s")
    ('report', '', '')
    """
    runs, depth = [""], 0
    atoms = list(_ATOM.finditer(pattern))
    for atom, following in zip_longest(atoms, atoms[1:]):
        text, kind = atom[0], atom.lastgroup
        if (text == "|" and depth == 0) or text in ("\\Q", "\\x", "\\p", "\\P"):  # what follows is no plain letter
            return ""
        depth += (text == "(") - (text == ")")
        is_optional = following is not None and _QUANTIFIED.match(following[0]) is not None
        if kind == "letter" and depth == 0 and not is_optional:
            runs[-1] += text
        else:
            runs.append("")
    longest = max(runs, key=len)
    return longest if len(longest) >= MIN_LETTERS else ""


def _reason(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
