"""Lines inside an article's body that are not the article: what they say gives them away, wherever they stand."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from newscorpus.clean.identity import fold
from newscorpus.clean.page.containers import Cut
from newscorpus.clean.pasted.captions import find_byline, find_caption
from newscorpus.clean.pasted.cues import find_cue
from newscorpus.clean.pasted.lines import read_lines

LONGEST_LINE: Final = 320  # characters; a longer paragraph is prose even where it speaks of newsletters
SAME_HEADLINE: Final = 92  # of 100: a comma, a quotation mark or an article more
MAX_EXTRA: Final = 0.4  # of the title's length: lines that differ more are not compared, whatever they say
LONGEST_HEADING: Final = 60  # characters of a line that heads a list of other articles

_LINK_HEADING: Final = (
    r"(?:most (?:read|popular|viewed|shared)|top stories|trending(?: now)?|(?:more )?related(?: \w+)?"
    r"|read (?:more|next|also)|(?:you (?:may|might) (?:also|be) )\w+|don.t miss|up next|see (?:also|more)"
    r"|more (?:stories|news|from|on|in|by|to explore)|latest (?:news|stories)|recommended(?: for you)?|partner news"
    r"|also (?:read|on)|editor.?s.? picks?|from the archives?|leggi anche|lire aussi|à lire aussi|lesen sie auch"
    r"|mehr zum thema|lea (?:también|más)|le puede interesar|leia (?:também|mais)"
    r"|lees (?:ook|meer)|les også|läs (?:också|mer)|czytaj (?:też|także|więcej)|читайте также)"
)
_RULES: Final = (
    ("related", "points to another article", rf"\W*{_LINK_HEADING}\s*[:—–|>].*"),
    ("related", "heads a list of other articles", rf"\W*{_LINK_HEADING}\W*"),
    ("comments", "readers' comments", r"(?:\d+ )?(?:comments?|kommentare|commentaires|comentarios)\W*\d*\W*"),
    ("advertisement", "marks an advertisement", r"(?:story|article) continues (?:below|after).{0,40}"),
    (
        "promotion",
        "asks for a subscription",
        r".*\b(?:sign up|subscribe|signing up|register|get|join)\b.{0,80}\b(?:newsletters?|inbox|daily email"
        r"|email alerts?|mailing list|breaking news alerts?|youtube channel|podcast|app store|for free)\b.*",
    ),
    (
        "promotion",
        "asks for a click or a follower",
        r"(?:please )?(?:click|tap) (?:here|below|to) .*|.*\bby clicking here\W*|.*\bclick to tweet\W*"
        r"|subscribe to get .*",
    ),
    (
        "credit",
        "names who worked on the article",
        r"\W*(?:additional |further |writing and )?(?:reporting|editing|writing|compiled|edited|written|reported"
        r"|with reporting|translated) by\b.*"
        r"|.*\bcontributed (?:reporting )?to (?:this|the) (?:report|story|article|post)\b.{0,40}",
    ),
    ("credit", "initials of an agency's desk", r"[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}"),
    ("credit", "names the source", r"(?:sources?|quelle|fuente|fonte)\s*[:/]\s.{0,80}"),
    (
        "byline",
        "says how to reach the author",
        r"(?:follow|reach|contact|e-?mail|write to|tweet)\b.{0,120}(?:@|twitter\.com|\bon twitter).*"
        r"|\W*(?:e-?mail:? ?|twitter:? ?)?(?:@\w+|(?:https?://)?(?:www\.)?twitter\.com/\w+)\W*",
    ),
    (
        "copyright",
        "says who holds the rights",
        r"\W*(?:©|ⓒ|copyright\b).*"
        r"|this (?:copy is for your|material may not be|content is copyright).*"
        r"|distribution and use of this material.*",
    ),
    ("byline", "byline and date of publication", r"posted on .{4,40} by .{2,60}"),
    (
        "dateline",
        "date of publication",
        r"\W*(?:(?:first |originally |last )?(?:updated|published|posted|modified)|aktualisiert|veröffentlicht|publiée?"
        r"|mise? à jour|modifié|actualizado|publicado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt"
        r"|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|опубликовано|обновлено)\b.{0,60}\d.{0,30}",
    ),
    (
        "navigation",
        "share bar",
        r"(?:share|tweet|print|e-?mail|save|copy link|order reprints|print article|view comments|back to top|tags)\W*",
    ),
)
_COMPILED = tuple((Cut(kind, rule), re.compile(pattern, re.IGNORECASE)) for kind, rule, pattern in _RULES)
# Headings that stand behind an article only; "Up next" and "Don't miss" also stand inside one.
_HEADS_REST = re.compile(
    r"\W*(?:most (?:read|popular|viewed|shared)(?: \w+){0,4}|top stories|trending(?: now)?|partner news"
    r"|recommended(?: for you)?|(?:more )?related (?:articles|stories|posts|news|topics)|latest (?:news|stories)"
    r"|more (?:stories|news)|(?:\d+ )?comments?|leave a (?:reply|comment)|you (?:may|might) also like)\W*",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)  # the pages of one site share their furniture
def cut_of_line(line: str) -> Cut | None:
    """Why a line of an article's body is not the article; None when it is.

    >>> cut_of_line("Related: Five lakes to swim in").kind
    'related'
    >>> cut_of_line("The related bill was passed on Monday.") is None
    True
    """
    if not line or len(line) > LONGEST_LINE:
        return None
    line = line.replace("\n", " ")
    cues = [find_cue(line), *(find_caption(measured) for measured in read_lines(line)[:1] if measured.text == line)]
    cue = next((cue for cue in cues if cue and cue.strength != "page"), None)
    if cue:
        return Cut(cue.kind, cue.rule)
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
    if not title or abs(len(line) - len(title)) > MAX_EXTRA * len(title):
        return False
    folded = fold(line)
    return bool(folded) and fuzz.ratio(folded, fold(title)) >= SAME_HEADLINE


def is_byline(line: str) -> bool:
    """Whether a line says no more than who wrote and when: such lines stand above an article, lists hold them too."""
    return len(line) <= LONGEST_LINE and any(find_byline(measured) for measured in read_lines(line)[:1])
