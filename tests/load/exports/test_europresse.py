"""Europresse: invented articles in its two forms."""

NEW = """<article><header><span class="DocPublicationName">L'Écho, no. 5968</span>
<span class="DocHeader">Communication, mardi 14 mars 2006, p. 16</span><div><p>MEDIAS</p></div>
<div class="titreArticle"><p class="titreArticleVisu">Il pleut</p></div><div>Anne Plume</div></header>
<section><div class="DocText"><div class='docOcurrContainer'><p>Il a <mark>pl</mark>u.</p>
<p>Puis <b>plus</b> rien.</p></div></div></section>
<aside><p><b>Illustration(s) :</b></p><p>Un mur.</p></aside>
<footer><small>© 2006 Presse</small><p>Numéro de document : news·{day}·LM·0q1503</p></footer></article>"""
OLD = """<table><tr><td><span class="DocPublicationName">L'Écho</span><br><span class="DocHeader">Politique, </span>
<span class="DocHeader">jeudi </span><span class="DocHeader">5 octobre 2013</span><br><br>
<span class="TitreArticleVisu">Il <span style="color:red">fait</span> beau</span><br><br>{author}
Une phrase.<font style="font-weight:bold;"> Sa suite.</font><p></p>Fin.<p></p><b><i>© 2013 Presse.</i></b><p></p>
Numéro de document : news·20131005·PO·2040</td></tr></table>"""


def test_the_form_with_article_elements(read):
    first, second = read(
        "a.html", f"<html><body>{NEW.format(day='20060314')}{NEW.format(day='20060315')}</body></html>"
    )

    assert (first.layout, first.source, first.title) == ("europresse html", "L'Écho", "Il pleut")
    assert (first.content, first.author, first.section) == (
        "Il a plu.\n\nPuis plus rien.",
        "Anne Plume",
        "Communication",
    )
    assert (first.published_at, first.note) == ("14 mars 2006", None)
    assert [r.kind for r in first.below] == ["caption", "copyright", "other"]
    assert second.note == "the document's number says 2006-03-15; the printed date is kept"


def test_the_older_form_with_a_table_an_article(read):
    page = f"<html><body>{OLD.format(author='Anne Plume<br><p></p>')}{OLD.format(author='')}</body></html>"
    first, second = read("a.html", page)

    assert (first.source, first.title, first.author) == ("L'Écho", "Il fait beau", "Anne Plume")
    assert first.content == second.content == "Une phrase. Sa suite.\n\nFin."
    assert (second.author, second.section, second.published_at) == (None, "Politique", "5 octobre 2013")
    assert [r.kind for r in second.below] == ["copyright", "other"]
