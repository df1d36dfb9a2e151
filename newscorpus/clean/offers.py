"""Lines by which a page says that the rest of an article is for those who pay, and lines about its author."""

import re
from collections.abc import Sequence
from typing import Final

from newscorpus.values import Removal

RULE: Final = "offer behind a pay wall"
NOTE: Final = "only the beginning of the article: the page keeps the rest for subscribers"
PERHAPS: Final = "perhaps only the beginning of the article: the page says that it is for subscribers"
LEAST_WHOLE: Final = 200
"""Words of a text from which it can be a whole article with an offer below it."""
LONGEST_LINE: Final = 320
"""Characters of an offer's or an author's line; a longer one is prose."""
LONGEST_HEADING: Final = 60
"""Characters of a line right above a wall that heads the offer."""


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(phrases)})", re.IGNORECASE)


_READERS: Final = r"(?:subscribers?|(?:paying |premium |registered )?members|premium (?:users|readers)|subscriptions?)"
_WALL: Final = _any_of(
    r"(?:this|the) (?:premium )?(?:article|story|content|text|page) (?:is|was) (?:\w+ ){0,3}(?:for|to|by) .{0,40}\b"
    rf"{_READERS}\b.*",
    rf"(?:(?:only|exclusively|exclusive) )?(?:for|to) {_READERS}(?: only)?\W*",
    rf"{_READERS}[- ]only\b.{{0,60}}",
    r"(?:to|please) (?:continue|keep|finish|read|unlock|view)\b.{0,80}\b(?:subscri|log ?in|sign ?(?:in|up)|regist).*",
    r"(?:please )?(?:subscribe|log ?in|sign ?(?:in|up)|register|become a \w+)\b.{0,60}"
    r"\bto (?:continue|keep|read|unlock|access|view)\b.*",
    r"you(?:['’]ve| have) (?:reached|read|used) .{0,40}\b(?:free|limit)\b.*",
    r"(?:already|not yet) (?:a |an )?(?:subscriber|member|subscribed|registered)\b.*",
    r"(?:sie sind|du bist|sind sie|bist du|schon|bereits|noch kein)\W.{0,20}\b(?:abonnent|abo|registriert).{0,60}",
    r".{0,60}\b(?:nur|exklusiv) für (?:\w+[- ])?(?:abonnent\w*|abonnierende|mitglieder)\b.*",
    r"(?:weiterlesen|jetzt (?:lesen|weiterlesen|testen|abonnieren)) .{0,60}(?:abo|plus|\+|\d).{0,40}",
    r".{0,80}\bréservée?s? (?:à nos |aux )(?:abonnés|abonnées|membres)\b.*",
    r"(?:vous êtes )?déjà (?:un |une )?abonnée?s?\b.{0,60}",
    r".{0,60}\b(?:solo|exclusiv[oa]s?|sólo|apenas) (?:para|a) (?:los )?(?:suscriptores|assinantes|socios)\b.*",
    r"(?:ya|já) (?:eres|soy|es|é|sou) (?:suscriptor|assinante|socio).{0,60}",
    r".{0,60}\b(?:riservat\w|esclusiv\w) (?:agli|per gli|ai) abbonati\b.*",
    r"(?:sei )?già abbonat\w.{0,60}",
    r".{0,60}\b(?:alleen|exclusief) voor (?:abonnees|leden)\b.*",
    r"(?:al|reeds) abonnee\b.{0,60}",
    r".{0,60}\b(?:kun|bare|endast|bara) (?:for|för) (?:abonnenter|prenumeranter|medlemmer)\b.*",
    r"(?:allerede|redan|er du) (?:abonnent|prenumerant)\b.{0,60}",
    r".{0,60}\bтолько (?:для|по) (?:подписчик\w+|подписке)\b.*",
    r".{0,40}(?:有料会員|会員限定|付费(?:会员|订阅)|订阅后|訂閱後|구독자 전용).{0,60}",
)
_HEADING: Final = re.compile(
    r"\b(?:read|unlock|continue|subscri\w{0,8}|premium|plus|abo\w{0,10}|weiterlesen|lire|leer|ler|leggi|lees|läs|les)\b|\+",
    re.IGNORECASE,
)
_OFFER: Final = _any_of(
    r".*\b(?:cancel (?:any ?time|at any time)|jederzeit kündbar|sans engagement|cancela cuando quieras)\b.*",
    r".*\b(?:cancele quando quiser|disdici quando vuoi|opzeggen wanneer|avsluta när|opsig når som helst)\b.*",
)
_ROLE: Final = re.compile(
    r"\b(?:reporter|correspondent|journalist|columnist|editor|writer|author|contributor|critic|producer|photographer"
    r"|freelancer|redakteur(?:in)?|reporterin|korrespondent(?:in)?|journalistin|autor(?:in)?|journaliste|periodista"
    r"|jornalista|giornalista|redacteur|verslaggever)s?\b",
    re.IGNORECASE,
)
_BIO: Final = re.compile(
    r"\W*(?P<name>[Tt]he (?:writer|author)|[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]+|de|da|van|von|der|bin|al)){1,4}),? "
    r"(?:is|was|are|covers|writes|reports|ist|schreibt|est|es|é|è)\b",
)
_WAY_TO_REACH: Final = re.compile(
    r"@\w|\b(?:follow|contact|reach) (?:him|her|them)\b|\bcan be reached\b|\be-?mail\b|\bon (?:twitter|x)\b",
    re.IGNORECASE,
)


def note_on(text: str, removals: Sequence[Removal], *, n_words: int, is_for_subscribers: bool = False) -> str | None:
    """Return the note on a clean text that is only a beginning, or perhaps one; None for any other.

    It is one where an offer was cut behind its end and it is short, for whole articles have offers below them too.
    Where the page says that it is for subscribers, one of the two is enough for "perhaps".
    """
    has_offer = any(cut.rule == RULE and cut.position >= len(text) for cut in removals)
    is_short = n_words < LEAST_WHOLE
    if has_offer and is_short:
        return NOTE
    return PERHAPS if is_for_subscribers and (has_offer or is_short) else None


def is_wall(line: str) -> bool:
    """Whether a line says that the article goes on for those who pay or log in.

    >>> is_wall("This article is for subscribers only."), is_wall("The council is for the plan.")
    (True, False)
    """
    return len(line) <= LONGEST_LINE and _WALL.fullmatch(line) is not None


def is_offer(line: str) -> bool:
    """Whether a line is a wall, or offers a subscription that can be cancelled.

    >>> is_offer("Get three months for only 9 crowns. Cancel any time.")
    True
    """
    return is_wall(line) or (len(line) <= LONGEST_LINE and _OFFER.fullmatch(line) is not None)


def wall_at_end(lines: Sequence[str]) -> int | None:
    """Return the number of the line from which an offer closes a text: a wall, and nothing long below it; else None.

    >>> wall_at_end(["The council voted on Monday.", "Already a subscriber? Log in", "Three months for 9 crowns."])
    1
    """
    for number, line in enumerate(lines):
        if is_wall(line) and all(len(below) <= LONGEST_LINE / 2 for below in lines[number + 1 :]):
            return number - (number > 1 and _heads_offer(lines[number - 1]))
    return None


def _heads_offer(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and _HEADING.search(line) is not None


def is_about_author(line: str, author: str | None, *, in_italics: bool = False) -> bool:
    """Whether a line tells who the author is: a name, what they are, and that the line is no part of the report.

    That shows where it gives a way to reach them, stands in italics, or names the article's author.

    >>> is_about_author("Ana Vidal is a reporter at the Courier. Follow her on X @anavidal.", None)
    True
    >>> is_about_author("Ana Vidal is a reporter who was held for two days.", None)
    False
    """
    if len(line) > LONGEST_LINE:
        return False
    found = _BIO.match(line)
    if not found or not _ROLE.search(line):
        return False
    is_author = author is not None and found["name"] in author
    return in_italics or is_author or _WAY_TO_REACH.search(line) is not None
