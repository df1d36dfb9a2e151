"""Mails: which part of one holds the text, and in which charset it is."""

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from typing import Final

from newscorpus.load.encodings import decode, whole_characters
from newscorpus.load.setting_aside import SetAside

_DAMAGE: Final = (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError)
MAX_PARTS: Final = 1_000  # of one mail; a page saved with its pictures has some hundred


def parse(data: bytes) -> EmailMessage:
    """Return a mail. Raises SetAside("damaged") where it cannot be parsed."""
    try:
        message = message_from_bytes(data, policy=policy.default)
    except _DAMAGE as error:
        raise SetAside("damaged") from error
    return message


def field(message: EmailMessage, name: str) -> str | None:
    """Return a field of a mail on one line; None where it is absent or cannot be read."""
    try:
        value = str(message.get(name, ""))
    except _DAMAGE:
        return None
    return " ".join(whole_characters(value).split()) or None


def parts_of(message: EmailMessage, kind: str) -> list[EmailMessage]:
    """Return the parts of a content type that are no attachments, in order."""
    found = []
    try:
        for number, part in enumerate(message.walk()):
            if number >= MAX_PARTS:
                break
            if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                found.append(part)
    except _DAMAGE as error:
        raise SetAside("damaged") from error
    return found


def n_attachments(message: EmailMessage) -> int:
    """Return how many files are attached."""
    try:
        return sum(part.get_content_disposition() == "attachment" for part in message.walk())
    except _DAMAGE:
        return 0


def text_of(part: EmailMessage) -> str:
    """Return the text of a part: in its declared charset, else as any file is decoded. Raises SetAside."""
    try:
        data = part.get_payload(decode=True)
        charset = part.get_content_charset()
    except _DAMAGE as error:
        raise SetAside("damaged") from error
    if not isinstance(data, bytes):
        return ""
    try:
        if charset:
            return whole_characters(data.decode(charset))
    except (UnicodeError, LookupError, ValueError):
        pass
    return decode(data).text if data.strip() else ""
