"""Any raw article to a clean one: read by its markup, then told where it comes from and whose words it uses."""

from dataclasses import replace

from newscorpus.clean.agency import agency_named, find_agency
from newscorpus.clean.closing import closing_agency, cut_closing
from newscorpus.clean.outlet import Found, normalise_outlet, outlet_from_path, outlet_from_text, outlet_from_url
from newscorpus.clean.page.article import clean_html
from newscorpus.clean.page.author import without_byline
from newscorpus.clean.pasted.article import clean_text
from newscorpus.clean.pasted.dateline import cut_dateline
from newscorpus.clean.pasted.lines import tidy
from newscorpus.values import CleanArticle, RawArticle


def clean_article(raw: RawArticle) -> CleanArticle:
    """Return the article in `raw`, what was cut from it and why, and what could be proven of where it comes from.

    The outlet is the file's own, else the page's, else the address's, else what a phrase of the furniture names, else
    the folder's or the file's name; `source_basis` says which. The agency is read from the text as it came, for its
    only trace often stands in what is cut; an outlet that is an agency is credited with its own texts.
    `text` is "" when nothing is left.
    """
    if raw.markup == "html":
        article = clean_html(raw)
        agency = article.agency
        source, basis = article.source, article.source_basis
    else:
        article = clean_text(raw)
        agency = find_agency(tidy(raw.content), author=raw.author)
        source, basis = _outlet(raw, article) or (None, None)
    agency = agency or closing_agency(article.text) or _credited(raw) or (agency_named(source) if source else None)
    author = without_byline(raw.author) if raw.author else article.author
    cut = replace(cut_closing(cut_dateline(article)), author=author, source=source, source_basis=basis, agency=agency)
    return _with_what_stood_apart(raw, cut)


def _credited(raw: RawArticle) -> str | None:
    """The agency that a field of the file credits."""
    return next((name for cut in raw.above if cut.kind == "credit" and (name := agency_named(cut.text))), None)


def _with_what_stood_apart(raw: RawArticle, article: CleanArticle) -> CleanArticle:
    """The article with what its format had already taken out, above the text and below it."""
    below = (replace(removal, position=len(article.text)) for removal in raw.below)
    return replace(article, removals=(*raw.above, *article.removals, *below))


def _outlet(raw: RawArticle, article: CleanArticle) -> Found | None:
    if raw.source and raw.source.strip():
        name = normalise_outlet(raw.source)
        return name, f"the file, which prints “{raw.source}”" if raw.is_parted and name != raw.source else "the file"
    if article.source and article.source_basis:
        return article.source, article.source_basis
    return outlet_from_url(raw.url) or outlet_from_text(tidy(raw.content)) or outlet_from_path(raw.file)
