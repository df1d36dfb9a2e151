"""ProQuest, NewsBank, Gale and wiso: invented articles in the layouts as they are described."""

RULE = "_" * 60
PROQUEST = f"""{RULE}

Rain in May

Publication title: The Echo; Lakeside

Publication date: May 2, 2010

Author: Writer, Ann

Full text: It rained all day.

Author: nobody, said the wall. Location: here.

Credit: Reuters

Publication title: The Echo; Lakeside

ProQuest document ID: 12345

Copyright: Lakeside Press May 2, 2010

{RULE}

Sun

Publication title: The Echo

Full text: Not available.

ProQuest document ID: 12346

{RULE}

Contact us at http://echo.example  Copyright ProQuest LLC. All rights reserved.
"""


def test_proquest_as_text(read):
    first, second = read("a.txt", PROQUEST)

    assert (first.layout, first.title, first.source) == ("proquest text", "Rain in May", "The Echo; Lakeside")
    assert first.content == "It rained all day.\n\nAuthor: nobody, said the wall. Location: here."
    assert (first.author, first.published_at) == ("Writer, Ann", "May 2, 2010")
    assert [r.kind for r in first.below] == ["credit", "other", "copyright"]
    assert (second.record, second.content) == (1, "Not available.")


def test_proquest_as_a_page(read):
    head = '<span class="titleAuthorETC">Writer, Ann. The Echo; Lakeside [Lakeside] 02 May 2010: 4.</span>'
    one = f'<p class="documentTitle">Rain</p>{head}<text><p>It rained.</p><p>It stopped.</p></text>'
    first, second = read("a.html", f"<html><body>{one}{one.replace('Rain', 'Sun')}</body></html>")

    assert (first.title, first.source, first.author) == ("Rain", "The Echo", "Writer, Ann")
    assert (first.published_at, first.content) == ("02 May 2010", "It rained.\n\nIt stopped.")
    assert (second.record, second.title) == (1, "Sun")


NEWSBANK = """Title: Rain
Paper: Echo, The (Lakeside)
Date: May 2, 2010
Section: News
Author: ANN WRITER
Article Text:

It rained all day.

Caption: a wet wall
Record Number: 0F1A2B3C4D5E
Copyright (c) 2010 Lakeside Press

Title: Sun
Paper: Echo, The (Lakeside)
Date: May 3, 2010
Article Text:

It was dry.

Record Number: 0F1A2B3C4D5F
Copyright (c) 2010 Lakeside Press
"""


def test_newsbank(read):
    first, second = read("a.txt", NEWSBANK)

    assert (first.title, first.source, first.author) == ("Rain", "Echo, The (Lakeside)", "ANN WRITER")
    assert (first.content, second.content) == ("It rained all day.", "It was dry.")
    assert (second.record, second.published_at) == (1, "May 3, 2010")
    assert [r.kind for r in first.below] == ["caption", "other"]


GALE = """Title: {title}
Author(s): Ann Writer
Publication Title: The Echo
Date: May 2, 2010
Full Text:

It {verb} all day.

Nobody asked.

Copyright: Lakeside Press
Gale Document Number: GALE|A22543210{n}

"""


def test_gale(read):
    first, second = read(
        "a.txt", GALE.format(title="Rain", verb="rained", n=1) + GALE.format(title="Sun", verb="shone", n=2)
    )

    assert (first.title, first.source, first.author) == ("Rain", "The Echo", "Ann Writer")
    assert (first.content, second.content) == (
        "It rained all day.\n\nNobody asked.",
        "It shone all day.\n\nNobody asked.",
    )
    assert [r.kind for r in second.below] == ["copyright", "other"]


WISO = """{title}

Es {verb} den ganzen Tag.

Niemand fragte.

Quelle: Echo am Abend vom 02.05.2010, S. 4
Ressort: Politik
Dokumentnummer: ECHO-20100502-{n}
Dauerhafte Adresse des Dokuments: https://archiv.example/{n}
Alle Rechte vorbehalten: (c) Seeverlag

"""


def test_wiso(read):
    first, second = read(
        "a.txt", WISO.format(title="Regen", verb="regnete", n=1) + WISO.format(title="Sonne", verb="schien", n=2)
    )

    assert (first.title, first.source, first.section) == ("Regen", "Echo am Abend", "Politik")
    assert (first.content, first.published_at) == ("Es regnete den ganzen Tag.\n\nNiemand fragte.", "2010-05-02")
    assert (second.record, second.title, second.url) == (1, "Sonne", "https://archiv.example/2")
