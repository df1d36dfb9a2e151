"""Captions, picture credits, bylines and dates: the short lines around and between an article's paragraphs."""

import re
from typing import Final

from newscorpus.clean.line_cues import MAX_CUE_LENGTH, Cue
from newscorpus.clean.lines import Line

_PICTURE: Final = r"(?:[Pp]hotos?|PHOTOS?|[Pp]hotograph(?:er|s)?|PHOTOGRAPH|[Ii]mages?|IMAGE|[Pp]ictures?|PICTURE|[Pp]ic|[Ff]oto|Bild|[Ii]llustration|[Gg]raphic)"
_HOUSE: Final = (
    r"(?:AP(?:\sPhoto)?|AFP|REUTERS|Reuters|Getty(?:\sImages)?|GETTY|EPA(?:-EFE)?|EFE|Shutterstock|iStock(?:photo)?|Alamy|Bloomberg|Flickr|"
    r"Wikimedia(?:\sCommons)?|Rex(?:\sFeatures)?|PA(?:\sWire|\sImages)?|NASA|Anadolu|Xinhua|Unsplash|Pixabay|Associated\sPress|ASSOCIATED\sPRESS|Facebook|Twitter|Instagram|YouTube|ESA)"
)
_SAYS_PICTURE: Final = re.compile(
    rf"(?:^|[\s.(\[]){_PICTURE}(?:\s(?:[Cc]redits?|[Cc]ourtesy(?:\sof)?|[Bb]y|©))?\s?:\s?\S|"
    rf"(?:^|[\s(])(?:[Cc]redit|CREDIT|[Ss]ource image)s?\s?:\s?\S|"
    rf"\b(?:AP Photo|Getty Images|AFP via|via (?:Getty|AP|Reuters|Flickr|Wikimedia|AFP|Shutterstock)|(?:[Ff]ile|FILE|[Hh]andout|[Ss]tock) (?:photo|PHOTO|image|picture)|REUTERS/\w|AFP/\w|/AFP\b|/Getty\b|Image copyright|Image caption|Media caption|Photo by\b|Photograph by\b|Picture by\b|Photo courtesy)"
)
_ENDS_IN_CREDIT: Final = re.compile(rf"[(\[](?:[^()\[\]]{{0,60}}[\s/,:])?{_HOUSE}(?:[\s/,][^()\[\]]{{0,60}})?[)\]]\W?$")
_ONLY_CREDIT: Final = re.compile(rf"(?:\(|©|[Vv]ia|[Cc]ourtesy(?:\sof)?|/)?\s?(?:[\w.-]+(?:\s[\w.-]+){{0,3}}\s?[/,]\s?)?{_HOUSE}(?:\s?/\s?[\w. -]{{1,40}})?\)?")
_STARTS_WITH_SIGN: Final = re.compile(r"©\s?[^\W\d]")
MAX_CAPTION_WORDS: Final = 60
"""Words of the longest caption; agencies' captions tell when and where and run long."""
_CAPTION: Final = Cue("caption", "photo caption", "unmistakable")
_CREDIT: Final = Cue("credit", "photo credit", "unmistakable")
_PAGE_CAPTION: Final = Cue("caption", "photo caption", "page")
_PAGE_CREDIT: Final = Cue("credit", "photo credit", "page")
N_CREDIT_WORDS: Final = 6
"""Words up to which a line that names a picture house names nothing else."""

_NAME: Final = r"(?:[A-Z][\w.'’-]*|[A-Z]+|de|da|van|von|der|bin|al|la|le|el|and|AND|&|for|of|in|the)"
_BYLINE: Final = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ritten by|[Pp]osted by|[Rr]eported by|[Aa]uthor|[Tt]ext|Von|Par|Por|Di|Текст|Автор)\s?:?\s(?P<author>[^\W\d_][\w.'’-]*(?:,?\s{_NAME}){{0,11}})(?P<rest>(?:,|\s[|·•/(-]|\s(?:on\s)?(?:[A-Z][a-z]+day|\d)).{{0,80}})?"
)
_DATE: Final = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\.?(?:\s|-|\sde\s)[^\W\d_]{3,10}\.?,?(?:\s|-|\sde\s)(?:19|20)\d\d|[^\W\d_]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    r"|(?:19|20)\d\d[./年-]\s?\d{1,2}[./月-]\s?\d{1,2}|(?<![\d-])\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d)(?![\d-])"
)
_STAMP_WORDS: Final = frozenset(
    "published updated update posted first last modified created date on at um am pm a m p utc gmt est edt et pst pdt pt cst cdt ct mst ist bst cet cest "
    "hkt sgt aest aedt amt msk t z de às a uhr mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday ago hrs".split()
)
MAX_OTHER_WORDS: Final = 2
"""Words of a date line that are neither date nor time nor a label: the place, the outlet."""
MAX_STAMP_WORDS: Final = 16
"""Words of a line that gives the date of publication; a longer one tells what happened that day."""
_BYLINE_CUE: Final = Cue("byline", "byline", "clear")
_STAMP_CUE: Final = Cue("dateline", "date of publication", "clear")
MAX_BYLINE_WORDS: Final = 18
"""Words of a byline with its office and date."""


def find_caption(line: Line) -> Cue | None:
    """Return the cue of a photo caption or a picture credit; None when the line is neither."""
    if len(line.text) > MAX_CUE_LENGTH or line.n_words > MAX_CAPTION_WORDS:
        return None
    if _SAYS_PICTURE.search(line.text):
        return _CREDIT if line.n_words <= N_CREDIT_WORDS else _CAPTION
    if line.n_words <= N_CREDIT_WORDS and (_ONLY_CREDIT.fullmatch(line.text) or _STARTS_WITH_SIGN.match(line.text)):
        return _PAGE_CREDIT
    return _PAGE_CAPTION if _ENDS_IN_CREDIT.search(line.text[-130:]) else None


def read_byline(line: Line) -> str | None:
    """Return the name a byline gives; None when the line is no byline."""
    if line.n_words > MAX_BYLINE_WORDS or (line.ends_sentence and not line.text.endswith(".m.")) or line.text.endswith(":"):
        return None
    found = _BYLINE.fullmatch(line.text)
    return found["author"].strip(" ,&") if found else None


def find_byline(line: Line) -> Cue | None:
    """Return the cue of a byline or of a line that only gives the date of publication; None when it is neither."""
    if read_byline(line):
        return _BYLINE_CUE
    return _STAMP_CUE if _is_stamp(line) else None


def _is_stamp(line: Line) -> bool:
    """Whether a line gives a date and little else."""
    if line.n_words > MAX_STAMP_WORDS or len(line.text) > MAX_CUE_LENGTH or not _DATE.search(line.text):
        return False
    words = re.findall(r"[^\W\d_]+", _DATE.sub(" ", line.text))
    return sum(w.lower() not in _STAMP_WORDS for w in words) <= MAX_OTHER_WORDS
