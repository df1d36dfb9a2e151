"""Web pages saved with their pictures (MHTML): the page, and the address it was saved from."""

from collections.abc import Iterator

from newscorpus.load.content import Content
from newscorpus.load.mail.messages import field, parse, parts_of, text_of
from newscorpus.load.setting_aside import SetAside
from newscorpus.values import RawArticle


def read(content: Content, layout: str) -> Iterator[RawArticle]:
    """Yield the page. The date of the file is when it was saved, so it is no date of publication."""
    message = parse(content.data.lstrip())
    page = next((part for part in parts_of(message, "text/html") if text_of(part).strip()), None)
    if page is None:
        raise SetAside("no_text")
    address = field(message, "Snapshot-Content-Location") or field(page, "Content-Location")
    url = address if address and address.startswith(("http://", "https://")) else None
    yield RawArticle(content.name, 0, layout, "html", text_of(page), url=url)
