"""Plain text and Markdown: one article a file, with what is said of it at the top."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newscorpus.load.encodings import mended_file
from newscorpus.load.printable import one_line
from newscorpus.load.tables.cells import decoded
from newscorpus.load.tables.columns import Role, folded, role_of
from newscorpus.load.tables.written_dates import told
from newscorpus.values import RawArticle, Rejected

_LABEL: Final = re.compile(r"([^\W\d_][\w -]{0,29})[:：](?!//)(.*)", re.DOTALL)
# Labels of pasted texts beyond the headings of tables.
_MORE_LABELS: Final[dict[str, Role]] = {"by": "author", "website": "url", "address": "url"}
_FEWEST_LABELS: Final = 2  # one line like "Head: …" may be the article's own
_HEAD_LINES: Final = 40  # no head has more lines
_LABEL_CHARACTERS: Final = 2_000  # a longer line is a paragraph
_FENCE: Final = "---"
_FENCE_ENDS: Final = ("---", "...")
_LIST_ITEM: Final = re.compile(r"[ \t]{0,9}-[ \t]{1,9}(.*)")
_INLINE_CHARACTERS: Final = (
    10_000  # markdown-it is quadratic on brackets: 0.06 s for so many; longer blocks stay as written
)
_SHOWN_DATE: Final = 40  # characters of a date quoted in a note

# HTML inside Markdown is left as it stands, for cleaning to see.
_BLOCKS: Final = MarkdownIt("commonmark", {"html": False}).disable("inline")
_INLINE: Final = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True, slots=True)
class Headed:
    """A text, and the fields that stood at its top."""

    text: str
    fields: Mapping[Role, str] = field(default_factory=dict)


def text_article(text: str, name: str, layout: str, note: str | None = None) -> RawArticle | Rejected:
    """Return a text file as one article; `layout` is "text" or "markdown"."""
    mended = mended_file(text, note)
    note = mended.note
    text = decoded(mended.text.replace("\r\n", "\n").replace("\r", "\n"))
    headed = without_markdown(text) if layout == "markdown" else without_head(text)
    if not headed.text.strip():
        return Rejected(name, 0, layout, "no_text")
    fields: dict[Any, Any] = dict(headed.fields)
    written = fields.pop("published_at", None)
    iso = told(written, "unknown") if written else None
    notes = [note] if note else []
    if written and not iso:
        notes.append(f"the date {one_line(written, _SHOWN_DATE)!r} is left out: it does not prove which day is meant")
    return RawArticle(
        file=name,
        record=0,
        layout=layout,
        markup="text",
        content=headed.text,
        published_at=iso,
        note="; ".join(notes) or None,
        **fields,
    )


def without_head(text: str) -> Headed:
    r"""Return `text` without the labelled lines at its top, where at least two of them stand there.

    The head ends at the first line that is empty, is no label, or repeats one; `Text:` begins the text.

    >>> without_head("Source: The Echo\nTitle: Rain\n\nIt rained.")
    Headed(text='It rained.', fields={'source': 'The Echo', 'title': 'Rain'})
    """
    fields: dict[Role, str] = {}
    top = len(text) - len(text.lstrip())
    position = top
    for _ in range(_HEAD_LINES):
        end = text.find("\n", position) + 1 or len(text)
        label = _label(text[position:end]) if end - position <= _LABEL_CHARACTERS else None
        if label is None or label[0] in fields:
            break
        if label[0] == "text":
            position = re.compile("[:：]").search(text, position).end()  # type: ignore[union-attr]
            break
        fields[label[0]] = label[1]
        position = end
    if len(fields) < _FEWEST_LABELS:
        return Headed(text[top:].rstrip())
    return Headed(text[position:].strip(), {role: value for role, value in fields.items() if value})


def without_front_matter(text: str) -> Headed:
    r"""Return `text` without the block between lines of `---` at its top, where it names at least two fields.

    >>> without_front_matter("---\ntitle: \"Rain\"\nauthors:\n  - A. Writer\n  - B. Writer\n---\nIt rained.")
    Headed(text='It rained.', fields={'title': 'Rain', 'author': 'A. Writer, B. Writer'})
    """
    lines = text.lstrip().split("\n", _HEAD_LINES)
    if lines[0].rstrip() != _FENCE:
        return Headed(text)
    end = next((i for i, line in enumerate(lines[1:_HEAD_LINES], 1) if line.rstrip() in _FENCE_ENDS), None)
    fields = _front_matter(lines[1:end]) if end else {}
    if len(fields) < _FEWEST_LABELS:
        return Headed(text)
    return Headed("\n".join(lines[(end or 0) + 1 :]).strip(), fields)


def without_markdown(text: str) -> Headed:
    r"""Return a Markdown text as plain paragraphs; its front matter or labelled lines and its first heading as fields.

    Emphasis and links leave their words; pictures leave nothing.

    >>> without_markdown("# Rain\n\nIt *rained* in [Leeds](http://example.org).")
    Headed(text='It rained in Leeds.', fields={'title': 'Rain'})
    """
    headed = without_front_matter(text)
    if not headed.fields:
        headed = without_head(text)
    environment: dict[str, Any] = {}
    tokens = _BLOCKS.parse(headed.text, environment)
    fields = dict(headed.fields)
    paragraphs = list(filter(None, (_paragraph(token, environment) for token in tokens)))
    has_heading = len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    if has_heading and len(paragraphs) > 1 and fields.setdefault("title", paragraphs[0]) == paragraphs[0]:
        del paragraphs[0]
    return Headed("\n\n".join(paragraphs), fields)


def _label(line: str) -> tuple[Role, str] | None:
    match = _LABEL.fullmatch(line.strip())
    if match is None:
        return None
    role = _MORE_LABELS.get(folded(match[1])) or role_of(match[1])
    return (role, match[2].strip()) if role else None


def _front_matter(lines: Sequence[str]) -> dict[Role, str]:
    fields: dict[Role, str] = {}
    role: Role | None = None
    for line in lines:
        item = _LIST_ITEM.fullmatch(line)
        label = _label(line)
        if item and role:
            fields[role] = ", ".join(filter(None, (fields[role], _unquoted(item[1]))))
        elif label and label[0] != "text" and label[0] not in fields:
            role = label[0]
            values = label[1][1:-1].split(",") if label[1].startswith("[") and label[1].endswith("]") else [label[1]]
            fields[role] = ", ".join(map(_unquoted, values))
        else:
            role = None
    return {role: value for role, value in fields.items() if value}


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _paragraph(token: Token, environment: dict[str, Any]) -> str:
    """Return the words of a block of text or code; nothing for tokens that only open and close blocks."""
    if token.type != "inline":
        return token.content.strip()
    if len(token.content) > _INLINE_CHARACTERS:
        return token.content.strip()
    inline = _INLINE.parseInline(token.content, environment)
    return "".join(_words(child) for parsed in inline for child in parsed.children or ()).strip()


def _words(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return "" if token.type == "image" else token.content
