"""JSON: a list of articles, one article, an object with a list of articles inside, or one object a line."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

from newscorpus.load.limits import MAX_COLUMNS, MAX_JSON_DEPTH, MAX_KEYS
from newscorpus.load.printable import one_line
from newscorpus.load.setting_aside import SetAside
from newscorpus.load.tables.cells import is_named
from newscorpus.load.tables.columns import role_of
from newscorpus.load.tables.records import RawTable, Row

_TOKEN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_SPACE: Final = re.compile(r"[ \t\r\n]*+")
_LINE: Final = re.compile(r"[^\r\n]++")
_LIST_OF_OBJECTS: Final = re.compile(r"\[\s*+\{")
_OBJECTS_FOR_HEADINGS: Final = 100  # records whose fields are looked at; services send the same fields in each
_FIELDS_DEPTH: Final = 4  # data → attributes → body → value
_LISTS_DEPTH: Final = 3  # response → docs is 2
_TOO_WIDE: Final = f"An object in it has more than {MAX_KEYS:,} fields."


class _Repeated(dict[str, object]):
    """An object in which a field is given twice; the last is read."""


class _TooWide:
    """Stands where an object had more fields than MAX_KEYS."""


@dataclass(frozen=True, slots=True)
class _Broken:
    """Stands where the text stops being JSON."""

    reason: str
    detail: str


def _object(pairs: list[tuple[str, object]]) -> object:
    if len(pairs) > MAX_KEYS:
        return _TooWide()
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else _Repeated(fields)


# Numbers stay as written: every field is wanted as text, and numbers of 5,000 digits are refused by int().
_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=str, parse_float=str, parse_constant=lambda _: None, strict=False
)


def open_json(text: str) -> RawTable:
    """Return the articles of a JSON file as a table.

    Raises SetAside("damaged", "too_deep", "no_text" or "columns_unknown") when there are no objects to be read in it.
    """
    _refuse_depth(text)
    start = _after_space(text, 0)
    if text.startswith("[", start):
        return _table("json", partial(_members, text, start))
    try:
        value, end = _DECODER.raw_decode(text, start)
    except ValueError as error:
        inner = _LIST_OF_OBJECTS.search(text)
        if inner is None:
            raise SetAside("damaged", _where(error)) from error
        return _table("json", partial(_members, text, inner.start()))
    if _after_space(text, end) < len(text):
        return _table("json", partial(_one_after_another, text))
    return _table("json", lambda: iter(_articles_within(value)))


def open_json_lines(text: str) -> RawTable:
    """Return the articles of a file with one JSON object a line as a table; a broken line is one bad row."""
    return _table("jsonl", partial(_lines, text))


def _table(layout: str, values: Callable[[], Iterator[object]]) -> RawTable:
    """Return values as rows under the fields that the first of them have, in the order they are met in."""
    first = list(islice(values(), _OBJECTS_FOR_HEADINGS))
    fields = dict.fromkeys(key for value in first if isinstance(value, dict) for key in _flat(value))
    if not fields:
        broken = next((value for value in first if isinstance(value, _Broken)), None)
        if broken:
            raise SetAside("damaged" if broken.reason == "bad_record" else broken.reason, broken.detail)
        raise SetAside("no_text", "It holds no objects with named fields.")
    if len(fields) > MAX_COLUMNS:  # fields that are no role are nobody's columns
        fields = dict.fromkeys(key for key in fields if role_of(key))
    headings = tuple(fields)
    return RawTable(
        layout, headings, lambda _: (_row(record, value, headings) for record, value in enumerate(values()))
    )


def _row(record: int, value: object, headings: tuple[str, ...]) -> Row:
    if isinstance(value, dict):
        note = "a field is given twice; the last was read" if isinstance(value, _Repeated) else None
        flat = _flat(value)
        return Row(record, [flat.get(heading) for heading in headings], note=note)
    if isinstance(value, _Broken):
        return Row(record, reason=value.reason, detail=value.detail)
    detail = _TOO_WIDE if isinstance(value, _TooWide) else "It is not an object with named fields."
    return Row(record, reason="bad_record", detail=detail)


def _flat(fields: dict[str, object], path: str = "", depth: int = _FIELDS_DEPTH) -> dict[str, object]:
    """Return the fields of a record, those of objects inside it by their path (`fields.bodyText`).

    An object that stands for one value (`source: {name}`) stays one.
    """
    flat: dict[str, object] = {}
    for key, value in fields.items():
        is_value = role_of(key) is not None and is_named(value) and not _holds_text(value)
        if isinstance(value, dict) and depth > 1 and not is_value:
            flat |= _flat(value, f"{path}{key}.", depth - 1)
        else:
            flat[path + key] = value
    return flat


def _holds_text(value: object) -> bool:
    return isinstance(value, dict) and any(role_of(key) == "text" for key in value)


def _members(text: str, start: int) -> Iterator[object]:
    """Yield the members of the list that begins at `start`, one at a time; _Broken where it breaks off."""
    position = _after_space(text, start + 1)
    while not text.startswith("]", position):
        try:
            value, position = _DECODER.raw_decode(text, position)
        except ValueError as error:
            yield _Broken("damaged", f"{_where(error)} What stands before was read.")
            return
        yield value
        position = _after_space(text, position)
        if text.startswith(",", position):
            position = _after_space(text, position + 1)
        elif not text.startswith("]", position):
            yield _Broken("damaged", f"It breaks off at character {position:,}. What stands before was read.")
            return


def _one_after_another(text: str) -> Iterator[object]:
    position = _after_space(text, 0)
    while position < len(text):
        try:
            value, position = _DECODER.raw_decode(text, position)
        except ValueError as error:
            yield _Broken("damaged", f"{_where(error)} What stands before was read.")
            return
        yield value
        position = _after_space(text, position)


def _lines(text: str) -> Iterator[object]:
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            yield _line(line)


def _line(line: str) -> object:
    try:
        _refuse_depth(line)
        return _DECODER.decode(line)
    except SetAside as deep:
        return _Broken("bad_record", deep.detail or "")
    except ValueError as error:
        return _Broken("bad_record", _where(error))


def _articles_within(value: object) -> list[object]:
    """Return the articles in a whole file's value: itself, or the members of the one list of objects inside it."""
    if not isinstance(value, dict) or any(role_of(key) == "text" for key in value):
        return [value]
    lists = dict(_lists_of_objects(value, "", _LISTS_DEPTH))
    if not lists:
        return [value]
    texts = {name: members for name, members in lists.items() if any(_tells_text(member) for member in members)}
    lists = texts if len(texts) == 1 else lists
    if len(lists) > 1:
        names = ", ".join(one_line(name) for name in lists)
        raise SetAside("columns_unknown", f"It holds more than one list: {names}. Save the list of articles alone.")
    return next(iter(lists.values()))


def _tells_text(member: object) -> bool:
    return isinstance(member, dict) and any(role_of(key) == "text" for key in _flat(member))


def _lists_of_objects(fields: dict[str, object], path: str, depth: int) -> Iterator[tuple[str, list[object]]]:
    for key, value in fields.items():
        if isinstance(value, list) and any(isinstance(member, dict) for member in value):
            yield path + key, value
        elif isinstance(value, dict) and depth > 1:
            yield from _lists_of_objects(value, f"{path}{key}.", depth - 1)


def _refuse_depth(text: str) -> None:
    depth = 0
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "[{":
            depth += 1
            if depth > MAX_JSON_DEPTH:
                raise SetAside("too_deep", f"Its brackets are nested more than {MAX_JSON_DEPTH} deep.")
        elif sign in "]}":
            depth -= 1


def _after_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _where(error: ValueError) -> str:
    position = getattr(error, "pos", None)
    return "It is not JSON." if position is None else f"It stops being JSON at character {position + 1:,}."
