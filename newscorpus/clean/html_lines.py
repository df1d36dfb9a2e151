"""Lines inside an article's body that are not the article: what they say gives them away, wherever they stand."""

import re
from typing import Final

from rapidfuzz import fuzz

from newscorpus.clean.html_containers import Cut
from newscorpus.clean.identity import fold

LONGEST_LINE: Final = 320  # characters; a longer paragraph is prose even where it speaks of newsletters
SAME_HEADLINE: Final = 92  # of 100: a comma, a quotation mark or an article more
LONGEST_HEADING: Final = 60  # characters of a line that heads a list of other articles

_LINK_HEADING: Final = (
    r"(?:most (?:read|popular|viewed|shared)|top stories|trending(?: now)?|(?:more )?related(?: \w+)?|read (?:more|next|also)"
    r"|(?:you (?:may|might) (?:also|be) )\w+|don.t miss|up next|see (?:also|more)|more (?:stories|news|from|on|in|by|to explore)"
    r"|latest (?:news|stories)|recommended(?: for you)?|partner news|also (?:read|on)|editor.?s.? picks?|from the archives?"
    r"|leggi anche|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea (?:también|más)|le puede interesar|leia (?:também|mais)"
    r"|lees (?:ook|meer)|les også|läs (?:också|mer)|czytaj (?:też|także|więcej)|читайте также)"
)
_RULES: Final = (
    (Cut("related", "points to another article"), rf"\W*{_LINK_HEADING}\s*[:—–|>].*"),
    (Cut("related", "heads a list of other articles"), rf"\W*{_LINK_HEADING}\W*"),
    (Cut("comments", "readers' comments"), r"(?:\d+ )?(?:comments?|kommentare|commentaires|comentarios)\W*\d*\W*"),
    (Cut("comments", "readers' comments"), r"(?:leave|post|add) a (?:reply|comment)\b.*|comments (?:are )?closed.*"),
    (
        Cut("advertisement", "marks an advertisement"),
        r"\W*(?:advertisements?|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità|reklame?|advertentie"
        r"|(?:story|article) continues (?:below|after).*|continue reading(?: below)?)\W*",
    ),
    (
        Cut("promotion", "asks for a subscription"),
        r".*\b(?:sign up|subscribe|signing up|register|get|join)\b.{0,80}\b(?:newsletters?|inbox|daily email|email alerts?"
        r"|mailing list|breaking news alerts?|youtube channel|podcast|app store|for free)\b.*",
    ),
    (
        Cut("promotion", "asks for a click or a follower"),
        r"(?:please )?(?:click|tap) (?:here|below|to) .*|.*\bby clicking here\W*",
    ),
    (
        Cut("promotion", "asks for a click or a follower"),
        r"(?:follow|like|find|join) us (?:on|at)\b.*|click to tweet\W*",
    ),
    (
        Cut("promotion", "asks for a subscription"),
        r"discover more from .*|subscribe(?: (?:now|today|to .*))?\W*|download (?:the|our) .{0,40}\bapp\b.*",
    ),
    (
        Cut("donation", "asks for money"),
        r".*\b(?:donate (?:now|today|to)|make a donation|become a (?:member|patron|supporter)|support (?:our|independent|quality)"
        r" journalism|supporting our (?:team|journalism|work))\b.*",
    ),
    (
        Cut("byline", "names who worked on the article"),
        r"\W*(?:additional |further |writing and )?(?:reporting|editing|writing|compiled|edited|written|reported|with reporting|translated) by\b.*",
    ),
    (
        Cut("byline", "names who worked on the article"),
        r".*\bcontributed (?:reporting )?to (?:this|the) (?:report|story|article|post)\b.{0,40}",
    ),
    (
        Cut("byline", "says how to reach the author"),
        r"(?:follow|reach|contact|e-?mail|write to|tweet)\b.{0,120}(?:@|twitter\.com|\bon twitter).*",
    ),
    (
        Cut("byline", "says how to reach the author"),
        r"\W*(?:e-?mail:? ?|twitter:? ?)?(?:[\w.+-]+@[\w-]+\.[\w.]+|@\w+|(?:https?://)?(?:www\.)?twitter\.com/\w+)\W*",
    ),
    (
        Cut("copyright", "says who holds the rights"),
        r"\W*(?:©|ⓒ|copyright\b|\(c\) ?\d{4}).*|.*\ball rights reserved\b.*",
    ),
    (
        Cut("copyright", "says who holds the rights"),
        r"this (?:copy is for your|material may not be|content is copyright).*|distribution and use of this material.*",
    ),
    (
        Cut("credit", "credit of a picture or source"),
        r"(?:source|sources|quelle|fuente|fonte|photos?|images?|pictures?|foto|bild)(?: (?:credit|by|courtesy)[\w ]*)?\s*[:/]\s.{0,80}",
    ),
    (
        Cut("dateline", "date of publication"),
        r"\W*(?:(?:first |originally |last )?(?:updated|published|posted|modified)|aktualisiert|veröffentlicht|publié|actualizado)\b.{0,60}\d.{0,30}",
    ),
    (
        Cut("navigation", "list of topics"),
        r"(?:tags?|topics?|filed under|categories|category|posted in|keywords?|schlagwörter|etiquetas)\s*:.*|tags",
    ),
    (
        Cut("navigation", "share bar"),
        r"(?:share|tweet|print|e-?mail|save|copy link|facebook|twitter|whatsapp|linkedin|pinterest|reddit|order reprints"
        r"|print article|share this.*|share on .{0,20}|view comments|show comments|back to top)\W*",
    ),
)
_COMPILED = tuple((cut, re.compile(pattern, re.IGNORECASE)) for cut, pattern in _RULES)
# Headings that stand behind an article only; "Up next" and "Don't miss" also stand inside one.
_HEADS_REST = re.compile(
    r"\W*(?:most (?:read|popular|viewed|shared)(?: \w+){0,4}|top stories|trending(?: now)?|partner news|recommended(?: for you)?"
    r"|(?:more )?related (?:articles|stories|posts|news|topics)|latest (?:news|stories)|more (?:stories|news)"
    r"|(?:\d+ )?comments?|leave a (?:reply|comment)|you (?:may|might) also like)\W*",
    re.IGNORECASE,
)


def cut_of_line(line: str) -> Cut | None:
    """Why a line of an article's body is not the article; None when it is.

    >>> cut_of_line("Related: Five lakes to swim in").kind
    'related'
    >>> cut_of_line("The related bill was passed on Monday.") is None
    True
    """
    if len(line) > LONGEST_LINE:
        return None
    return next((cut for cut, pattern in _COMPILED if pattern.fullmatch(line)), None)


def heads_other_articles(line: str) -> bool:
    """Whether a line is a heading under which pages list other articles or readers' comments.

    >>> heads_other_articles("Most read in world news"), heads_other_articles("More than 100 read it")
    (True, False)
    """
    return len(line) <= LONGEST_HEADING and _HEADS_REST.fullmatch(line) is not None


def is_headline(line: str, title: str | None) -> bool:
    """Whether a line is the headline again; False where no title is known.

    >>> is_headline("Ferry strike ends after talks", "Ferry strike ends, after talks")
    True
    """
    if not title or len(line) > LONGEST_LINE:
        return False
    return fuzz.ratio(fold(line), fold(title)) >= SAME_HEADLINE
