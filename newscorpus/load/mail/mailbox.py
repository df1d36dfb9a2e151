"""Mails and folders of mails: one article a mail; newsletters and articles that were sent on."""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Final

from newscorpus.load.content import Content
from newscorpus.load.limits import MAX_ROWS
from newscorpus.load.mail.messages import field, n_attachments, parse, parts_of, text_of
from newscorpus.load.printable import one_line
from newscorpus.load.setting_aside import SetAside
from newscorpus.values import RawArticle, Rejected

_BEGINS: Final = re.compile(rb"^From \S+ [^\r\n]{10,80}\r?\n(?=[A-Za-z-]{1,60}:)", re.MULTILINE)
_OF_LISTS: Final = ("List-Id", "List-Unsubscribe", "List-Post")  # fields of mails that go to many
_QUOTED_FROM: Final = re.compile(rb"^>(>{0,9}From )", re.MULTILINE)  # how a folder writes a line that begins "From "


def read_mail(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield a mail as one article."""
    yield _article(content.data.lstrip(), content.name, 0, layout)


def read_mbox(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the mails of a folder, one article each."""
    starts = [match.end() for match in _BEGINS.finditer(content.data)]
    ends = [*[match.start() for match in _BEGINS.finditer(content.data)][1:], len(content.data)]
    for record, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if record >= MAX_ROWS:
            yield Rejected(content.name, record, layout, "too_many_records", f"Mails from {MAX_ROWS:,} on.")
            return
        yield _article(_QUOTED_FROM.sub(rb"\1", content.data[start:end]), content.name, record, layout)


def _article(data: bytes, name: str, record: int, layout: str) -> RawArticle | Rejected:
    try:
        message = parse(data)
        markup, text = _text(message)
    except SetAside as fault:
        return Rejected(name, record, layout, fault.reason, fault.detail)
    if not text.strip():
        return Rejected(name, record, layout, "no_text", field(message, "Subject"))
    sender, address = parseaddr(field(message, "From") or "")
    sender = sender.strip() or address
    is_newsletter = any(field(message, name) for name in _OF_LISTS)
    return RawArticle(
        file=name,
        record=record,
        layout=layout,
        markup="html" if markup == "html" else "text",
        content=text,
        source=sender if is_newsletter and sender else None,
        title=field(message, "Subject"),
        published_at=field(message, "Date"),
        note=_note(None if is_newsletter else sender, n_attachments(message)),
    )


def _note(sender: str | None, n_attached: int) -> str | None:
    """Who sent a mail that is no newsletter, for that tells neither outlet nor author; and what was not read."""
    attached = f"{n_attached:,} attached file{'s were' if n_attached > 1 else ' was'} not read" if n_attached else None
    return "; ".join(filter(None, (f"sent by {one_line(sender)}" if sender else None, attached))) or None


def _text(message: EmailMessage) -> tuple[str, str]:
    """The plain text of a mail where it has one, else its page."""
    for markup, kind in (("text", "text/plain"), ("html", "text/html")):
        texts = [text for part in parts_of(message, kind) if (text := text_of(part)).strip()]
        if texts:
            return markup, "\n\n".join(texts) if markup == "text" else texts[0]
    return "text", ""
