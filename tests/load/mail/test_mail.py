"""Mails, folders of mails, pages saved as a mail."""

from email.message import EmailMessage

from newscorpus.clean.article import clean_article


def mail(text="It rained.\n", *, page=None, attached=False, newsletter=True):
    message = EmailMessage()
    message["From"] = "The Écho <news@echo.example>"
    message["Subject"] = "Rain: what it means"
    message["Date"] = "Tue, 03 Mar 2020 08:00:00 +0100"
    message["Message-ID"] = "<1@echo.example>"
    if newsletter:
        message["List-Unsubscribe"] = "<mailto:leave@echo.example>"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    if attached:
        message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


def test_a_mail_is_an_article(read):
    (article,) = read("a.eml", mail("Es regnete: süß.\n", page="<p>Es regnete.</p>", attached=True))

    assert (article.layout, article.markup, article.content) == ("eml", "text", "Es regnete: süß.\n")
    assert (article.source, article.title) == ("The Écho", "Rain: what it means")
    assert clean_article(article).published_at.isoformat() == "2020-03-03T07:00:00+00:00"
    assert article.note == "1 attached file was not read"


def test_who_sent_a_mail_on_is_no_outlet(read):
    (article,) = read("a.eml", mail(newsletter=False, attached=True))

    assert (article.source, article.author) == (None, None)
    assert article.note == "sent by The Écho; 1 attached file was not read"


def test_a_mail_that_is_only_a_page_is_read_as_a_page(read):
    data = mail().replace(b'Content-Type: text/plain; charset="utf-8"', b"Content-Type: text/html; charset=nonsense")
    (article,) = read("a.txt", data.replace(b"It rained.", b"<p>It rained.</p>"))

    assert (article.markup, article.content.strip()) == ("html", "<p>It rained.</p>")


def test_a_folder_of_mails_is_parted_where_mails_begin(read):
    quoted = mail("It rained.\n\n>From here on it was dry.\n")
    folder = b"".join(
        b"From news@echo.example Tue Mar  3 08:00:00 2020\n" + part + b"\n" for part in (quoted, mail(" \n"), mail())
    )

    first, second, third = read("a.mbox", folder)

    assert first.content.split("\n\n")[1].strip() == "From here on it was dry."
    assert (second.record, second.reason) == (1, "no_text")
    assert (third.record, third.layout, third.content.strip()) == (2, "mbox", "It rained.")


def test_labelled_lines_of_a_pasted_text_are_no_mail(read):
    (article,) = read("a.txt", "From: The Echo\nDate: 3 March 2020\nSubject: Rain\n\nIt rained.")

    assert article.layout == "text"


SAVED = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://echo.example/rain\r\nSubject: Rain\r\n"
    b"Date: Tue, 3 Mar 2026 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b'<html><head><meta charset=3D"utf-8"></head><body><p>It rained, s=C3=BC=\r\n=C3=9F.</p></body></html>\r\n'
    b"--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--x--\r\n"
)


def test_a_saved_page_has_its_address_and_not_the_day_it_was_saved(read):
    (article,) = read("a.mhtml", SAVED)

    assert (article.layout, article.markup, article.url) == ("mhtml", "html", "https://echo.example/rain")
    assert "It rained, süß." in article.content
    assert article.published_at is None
