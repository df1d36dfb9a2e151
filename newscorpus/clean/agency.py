"""The news agency credited with a text, read from the text as it came, before anything is cut.

A credit is a dateline, a byline line, a line of its own at the head or the end, a closing mark ("— AFP", "/ Reuters"),
a copyright line, an agency's description of itself, or a desk line only one agency writes ("Reporting by …; Editing
by …"). An agency named in a sentence ("told AFP"), under a photograph, or as having contributed is no credit.
"""

import re
from typing import Final

# Short name -> (marks written in capitals or as a logo: matched as written; full names: matched in any case).
_AGENCIES: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "AFP": (("AFP",), ("Agence France-Presse", "Agence France Presse")),
    "AP": (("AP", "A.P."), ("Associated Press",)),
    "Reuters": (("Reuters", "REUTERS"), ("Thomson Reuters",)),
    "PA": (("PA", "PA Media"), ("Press Association", "PA News Agency")),
    "dpa": (("dpa", "DPA"), ("Deutsche Presse-Agentur",)),
    "UPI": (("UPI",), ("United Press International",)),
    "Bloomberg": (("Bloomberg",), ("Bloomberg News",)),
    "CP": (("CP",), ("Canadian Press",)),
    "AAP": (("AAP",), ("Australian Associated Press",)),
    "APP": (("APP",), ("Associated Press of Pakistan",)),
    "Xinhua": (("Xinhua", "XINHUA"), ("Xinhua News Agency",)),
    "CNS": (("CNS",), ("China News Service",)),
    "Kyodo": (("Kyodo", "KYODO"), ("Kyodo News",)),
    "Jiji": (("Jiji", "JIJI"), ("Jiji Press",)),
    "Yonhap": (("Yonhap", "YONHAP"), ("Yonhap News Agency", "Yonhap News")),
    "CNA": (("CNA",), ("Central News Agency",)),
    "ANI": (("ANI",), ("Asian News International",)),
    "PTI": (("PTI",), ("Press Trust of India",)),
    "IANS": (("IANS",), ("Indo-Asian News Service",)),
    "UNI": (("UNI",), ("United News of India",)),
    "Bernama": (("Bernama", "BERNAMA"), ()),
    "Antara": (("Antara", "ANTARA"), ("Antara News Agency",)),
    "TASS": (("TASS", "Tass", "ITAR-TASS"), ("TASS Russian News Agency",)),
    "Interfax": (("Interfax",), ("Interfax-Ukraine",)),
    "RIA Novosti": (("RIA",), ("RIA Novosti",)),
    "Ukrinform": (("Ukrinform",), ()),
    "Anadolu": (("Anadolu", "AA"), ("Anadolu Agency", "Anadolu Ajansı")),
    "WAM": (("WAM",), ("Emirates News Agency",)),
    "SPA": (("SPA",), ("Saudi Press Agency",)),
    "MENA": (("MENA",), ("Middle East News Agency",)),
    "IRNA": (("IRNA",), ("Islamic Republic News Agency",)),
    "KCNA": (("KCNA",), ("Korean Central News Agency",)),
    "NAN": (("NAN",), ("News Agency of Nigeria",)),
    "EFE": (("EFE", "Efe"), ("Agencia EFE",)),
    "Europa Press": ((), ("Europa Press",)),
    "Lusa": (("Lusa", "LUSA"), ("Agência Lusa",)),
    "ANSA": (("ANSA", "Ansa"), ("Agenzia ANSA",)),
    "Adnkronos": (("Adnkronos",), ()),
    "Belga": (("Belga", "BELGA"), ("Belga News Agency",)),
    "ANP": (("ANP",), ("Algemeen Nederlands Persbureau",)),
    "APA": (("APA",), ("Austria Press Agency", "Austria Presse Agentur")),
    "Keystone-ATS": (("ATS", "Keystone-ATS", "Keystone-SDA"), ()),
    "NTB": (("NTB",), ("Norsk Telegrambyrå",)),
    "Ritzau": (("Ritzau",), ()),
    "PAP": (("PAP",), ("Polish Press Agency",)),
    "CTK": (("CTK", "ČTK"), ("Czech News Agency",)),
    "MTI": (("MTI",), ("Hungarian News Agency",)),
    "Tanjug": (("Tanjug",), ()),
}
"""Agencies by the short name Parallax shows. Two letters alone are never looked for inside a sentence."""


def _either(names: list[str]) -> str:
    return "|".join(re.escape(n).replace(r"\ ", r"\s") for n in sorted(names, key=lambda n: (-len(n), n)))


_SHORT_NAME: Final = {
    name.casefold(): short for short, (marks, names) in _AGENCIES.items() for name in (*marks, *names)
}
MARKS: Final = _either([m for marks, _ in _AGENCIES.values() for m in marks])
_NAMES: Final = _either([n for _, names in _AGENCIES.values() for n in names])
AGENCY: Final = rf"(?:[Tt]he\s|THE\s)?(?P<agency>(?i:{_NAMES})|{MARKS})"
DASH: Final = r"(?:--?|[–—―])"

MAX_DATELINE_LENGTH: Final = 80
"""Characters before the bracket of a dateline: place, second place, day. Longer openings are sentences."""
MAX_CREDIT_LENGTH: Final = 120
"""Characters of a byline or credit line. Longer lines are sentences."""
N_EDGE_LINES: Final = 12
"""Lines at each end of a text where a line of its own can be a credit; in the middle it is a photograph's."""

_DATELINE: Final = re.compile(
    rf"(?:[^\W\d_][^()\n]{{0,{MAX_DATELINE_LENGTH}}})?\((?:[^()\n]{{0,20}}[/,]\s?)?{AGENCY}(?:[/,][^()\n]{{0,20}})?\)\s?{DASH}"
)
_DAY_DATELINE: Final = re.compile(
    rf"[^\W\d_][^()\n]{{1,{MAX_DATELINE_LENGTH}}}\s(?:[^\W\d_]{{3,9}}\.?\s\d{{1,2}}|\d{{1,2}}\.?\s[^\W\d_]{{3,9}}\.?)"
    rf"\s\({AGENCY}\)\s?:?\s(?=\W{{0,2}}[^\W\d_a-z])"
)
"""Behind a day the dash may be missing: "New Delhi, Mar 5 (PTI) The talks ended"."""
_AGENCY_FIRST_DATELINE: Final = re.compile(
    rf"[A-Z][A-Za-z .,'-]{{1,{MAX_DATELINE_LENGTH}}}[,/]\s?\w{{0,9}}\.?\s?\d{{0,2}},?\s?"
    rf"/?{AGENCY}/?\.?\s{{0,2}}{DASH}"
)
_ALONE: Final = re.compile(
    rf"\W{{0,3}}(?:(?:Source|SOURCE|Via|From|Credit|Agency|By|"
    rf"BY)\s?:?\s)?{AGENCY}(?:,\s[A-Z]\w{{2,20}})?\W{{0,3}}"
)
_BYLINE: Final = re.compile(
    rf"(?:By|BY|by)\s(?:[^\n.]{{1,{MAX_CREDIT_LENGTH}}}?(?:,|\||/|{DASH}|\bof|\bfor|"
    rf"\()\s{{0,2}})?{AGENCY}\)?(?:\W|$|\s(?:staff|Staff|writer|Writer))"
)
_AUTHOR_MARK: Final = re.compile(rf"(?:^|[,|/;(]|{DASH}|\b(?:by|of|for|and)\s|\s)\s?{AGENCY}(?:$|[\s,|/;)])")
_CLOSING_MARK: Final = re.compile(rf"[.!?”\"’')\]]\s{{0,3}}(?:{DASH}\s?|/\s?|\(|\[){AGENCY}[)\]/]?\.?$")
_COPYRIGHT: Final = re.compile(
    rf"(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)[\s©]{{0,3}}(?:\([Cc]\)\s)?(?:\d{{4}})?,?\s{{0,2}}(?:by\s)?{AGENCY}\b"
)
_SELF_DESCRIPTION: Final = re.compile(
    rf"(?:About\s)?{AGENCY}(?:\s\([^()]{{1,30}}\))?,?\s(?:is|are)\s(?:an?|the|one\sof|[A-Z][\w\s]{{2,30}}['’]s)\s"
    r"[^.\n]{0,120}?\b(?:news|press)\s?(?:agency|agencies|wire|organi[sz]ation|provider|service|cooperative)\b"
)
_REUTERS_DESK: Final = re.compile(
    r"\(?(?:(?:Additional\s)?[Rr]eporting|"
    r"[Ww]riting)\sby\s[^\n]{2,200}?[;.,]\s{0,2}(?:[Ww]riting[^\n;]{2,100}?;\s)?[Ee]diting\sby\s"
)
_PHOTOGRAPH: Final = re.compile(
    r"(?i)\b(?:photo(?:graph)?s?|image|picture|file|via|getty|handout|video|footage|pool)\b"
)
_CONTRIBUTION: Final = re.compile(r"(?i)\b(?:contributed|contributing|with files|additional)\b")


def agency_named(name: str | None) -> str | None:
    """Return the short name when `name` is an agency's and nothing else; None otherwise.

    >>> agency_named("Agence France-Presse"), agency_named("The Associated Press"), agency_named("The Guardian")
    ('AFP', 'AP', None)
    """
    folded = re.sub(r"\s+", " ", name or "").strip(" .").casefold().removeprefix("the ")
    if folded in {"aa", "spa", "mena", "uni", "nan", "pap", "app", "ria"} and (name or "").strip() != folded.upper():
        return None
    return _SHORT_NAME.get(folded)


def short_name(match: re.Match[str]) -> str | None:
    """Return the short name of the agency that one of a match's groups holds."""
    named = next((name for name in match.groups() if name and agency_named(name)), "")
    return _SHORT_NAME.get(re.sub(r"\s", " ", named).casefold())


def _short(match: re.Match[str] | None) -> str | None:
    return _SHORT_NAME[re.sub(r"\s", " ", match["agency"]).casefold()] if match else None


def _in_line(line: str, *, at_edge: bool) -> str | None:
    """The agency one line credits; `at_edge` when the line stands near the head or the end of the text."""
    found = (
        _short(_DATELINE.match(line)) or _short(_DAY_DATELINE.match(line)) or _short(_AGENCY_FIRST_DATELINE.match(line))
    )
    if found:
        return found
    if not at_edge or _PHOTOGRAPH.search(line[:MAX_CREDIT_LENGTH]):
        return None
    if _REUTERS_DESK.match(line):
        return "Reuters"
    if found := _short(_SELF_DESCRIPTION.match(line)) or _short(_COPYRIGHT.search(line[: 2 * MAX_CREDIT_LENGTH])):
        return found
    if len(line) > MAX_CREDIT_LENGTH or _CONTRIBUTION.search(line):
        return None
    return _short(_ALONE.fullmatch(line)) or _short(_BYLINE.match(line))


def describes_agency(line: str) -> bool:
    """Whether a line is an agency's description of itself, as stands below articles taken over from it.

    >>> describes_agency("AFP is a global news agency delivering fast coverage.")
    True
    """
    return _SELF_DESCRIPTION.match(line) is not None


def _closing(lines: list[str]) -> str | None:
    """The agency marked behind the last words of one of the last lines: "… he said. — AFP"."""
    for line in reversed(lines[-N_EDGE_LINES:]):
        if not _PHOTOGRAPH.search(line[-MAX_CREDIT_LENGTH:]) and (
            found := _short(_CLOSING_MARK.search(line[-MAX_CREDIT_LENGTH:]))
        ):
            return found
    return None


def find_agency(text: str, *, author: str | None = None) -> str | None:
    """Return the short name of the news agency credited with `text`; None when none is.

    `author` is the byline the file gave, and is believed first. Read this before cleaning: the credit often
    stands only in lines that cleaning cuts.

    >>> find_agency("GENEVA (AFP) — Talks ended on Friday without a deal.")
    'AFP'
    >>> find_agency("The minister told AFP that talks had ended.") is None
    True
    """
    if author and (found := _short(_AUTHOR_MARK.search(author[:MAX_CREDIT_LENGTH]))):
        return found
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines):
        at_edge = number < N_EDGE_LINES or number >= len(lines) - N_EDGE_LINES
        if found := _in_line(line, at_edge=at_edge):
            return found
    return _closing(lines)
