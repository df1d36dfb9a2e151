"""Captions, picture credits, bylines and dates: the short lines around and between an article's paragraphs."""

import re
from typing import Final

from newscorpus.clean.pasted.cues import MAX_CUE_LENGTH, Cue
from newscorpus.clean.pasted.lines import Line

MAX_CAPTION_WORDS: Final = 60
"""Words of the longest caption; agencies' captions tell when and where and run long."""
N_CREDIT_WORDS: Final = 6
"""Words up to which a line that names a picture house names nothing else."""
N_CREDIT_CHARACTERS: Final = 130
"""Characters of a line's end among which the bracket with the picture's credit is looked for."""
MAX_BYLINE_WORDS: Final = 18
"""Words of a byline with its office and date."""
MAX_STAMP_WORDS: Final = 16
"""Words of a line that gives the date of publication; a longer one tells what happened that day."""
MAX_OTHER_WORDS: Final = 2
"""Words of a date line that are neither date nor time nor a label: the place, the outlet."""

_PICTURE: Final = (
    r"(?:[Pp]hotos?|PHOTOS?|[Pp]hotograph(?:er|s)?|PHOTOGRAPH|[Ii]mages?|IMAGE|[Pp]ictures?|PICTURE|[Pp]ic|[Ff]oto|Bild"
    r"|[Ii]llustration|[Gg]raphic)"
)
_HOUSE: Final = (
    r"(?:AP(?:\sPhoto)?|AFP|REUTERS|Reuters|Getty(?:\sImages)?|GETTY|EPA(?:-EFE)?|EFE|Shutterstock|iStock(?:photo)?|Alamy"
    r"|Bloomberg|Flickr|Wikimedia(?:\sCommons)?|Rex(?:\sFeatures)?|PA(?:\sWire|\sImages)?|NASA|ESA|Anadolu|Xinhua|Unsplash"
    r"|Pixabay|Associated\sPress|ASSOCIATED\sPRESS|Facebook|Twitter|Instagram|YouTube)"
)
_SAYS_PICTURE: Final = re.compile(
    rf"(?:^|[\s.(\[]){_PICTURE}(?:\s(?:[Cc]redits?|[Cc]ourtesy(?:\sof)?|[Bb]y|©))?\s?:\s?\S"
    r"|(?:^|[\s(])(?:[Cc]redit|CREDIT)s?\s?:\s?\S"
    r"|\b(?:AP Photo|Getty Images|AFP via|REUTERS/\w|AFP/\w|/AFP\b|/Getty\b|Image copyright|Image caption|Media caption"
    r"|(?:Photo|Photograph|Picture) (?:by\b|courtesy)|via (?:Getty|AP|Reuters|Flickr|Wikimedia|AFP|Shutterstock)"
    r"|(?:[Ff]ile|FILE|[Hh]andout|[Ss]tock) (?:photo|PHOTO|image|picture))"
)
_ENDS_IN_CREDIT: Final = re.compile(rf"[(\[](?:[^()\[\]]{{0,60}}[\s/,:])?{_HOUSE}(?:[\s/,][^()\[\]]{{0,60}})?[)\]]\W?$")
_ONLY_CREDIT: Final = re.compile(
    rf"(?:\(|©|[Vv]ia|[Cc]ourtesy(?:\sof)?|/)?\s?(?:[\w.-]+(?:\s[\w.-]+){{0,3}}\s?[/,]\s?)?{_HOUSE}"
    r"(?:\s?/\s?[\w. -]{1,40})?\)?"
)

_NAME: Final = r"(?:[A-Z][\w.'’-]*|de|da|van|von|der|bin|al|la|le|el|and|&|for|of|in|the)"
_BYLINE: Final = re.compile(
    r"(?:[Bb]y|BY|(?:[Ww]ritten|[Pp]osted|[Rr]eported|[Ww]ords|[Ss]tory|[Tt]ext|[Rr]eporting) (?:by|BY)"
    r"|[Aa]uthor|Von|Par|Por|Di|Текст|Автор)\s?:?\s"
    rf"(?P<author>(?=[^\W\d_a-zа-я])[\w.'’-]+(?:,?\s(?!(?:[A-Z][a-z]{{2,5}})day\b){_NAME}){{0,11}})"
    r"(?:(?:,|\s[|·•/(-]|,?\s(?:on\s)?(?:[A-Z][a-z]{2,5}day\b|\d)).{0,80})?"
)
_OFFICE: Final = re.compile(r",\s[A-Z]{2,5}$")
_DATE: Final = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\.?(?:\s|-|\sde\s)[^\W\d_]{3,10}\.?,?(?:\s|-|\sde\s)(?:19|20)\d\d"
    r"|[^\W\d_]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    r"|(?:19|20)\d\d[./年-]\s?\d{1,2}[./月-]\s?\d{1,2}"
    r"|(?<![\d-])\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d)(?![\d-])"
)
_STAMP_WORDS: Final = re.compile(
    r"(?:published|updated?|post(?:ed)?|first|last|modified|created|date|on|at|um|[ap]m|[apmtz]|utc|gmt|[ecpm][sd]?t|ist"
    r"|bst|cest|hkt|sgt|ae[sd]t|msk|de|às|uhr|ago|hrs|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)",
    re.IGNORECASE,
)

_CAPTION: Final = Cue("caption", "photo caption", "unmistakable")
_CREDIT: Final = Cue("credit", "photo credit", "unmistakable")
_PAGE_CAPTION: Final = Cue("caption", "photo caption", "page")
_PAGE_CREDIT: Final = Cue("credit", "photo credit", "page")
_BYLINE_CUE: Final = Cue("byline", "byline", "clear")
_STAMP_CUE: Final = Cue("dateline", "date of publication", "clear")


def find_caption(line: Line) -> Cue | None:
    """Return the cue of a photo caption or a picture credit; None when the line is neither."""
    if len(line.text) > MAX_CUE_LENGTH or line.n_words > MAX_CAPTION_WORDS:
        return None
    if _SAYS_PICTURE.search(line.text):
        return _CREDIT if line.n_words <= N_CREDIT_WORDS else _CAPTION
    if line.n_words <= N_CREDIT_WORDS and _ONLY_CREDIT.fullmatch(line.text):
        return _PAGE_CREDIT
    return _PAGE_CAPTION if _ENDS_IN_CREDIT.search(line.text[-N_CREDIT_CHARACTERS:]) else None


def read_byline(line: Line) -> str | None:
    """Return the names a byline gives; None when the line is no byline."""
    is_sentence = line.ends_sentence and not line.text.endswith(".m.")
    if line.n_words > MAX_BYLINE_WORDS or len(line.text) > MAX_CUE_LENGTH or is_sentence or line.text.endswith(":"):
        return None
    found = _BYLINE.fullmatch(line.text)
    return _OFFICE.sub("", found["author"]).strip(" ,&") if found else None


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
    return sum(not _STAMP_WORDS.fullmatch(word) for word in words) <= MAX_OTHER_WORDS
