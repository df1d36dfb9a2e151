"""The closed lists of kinds: of names, and of what cleaning cuts."""

from typing import Final

KIND_WORDS: Final = {
    "PERSON": "person",
    "ORG": "organisation",
    "PLACE": "place",
    "GROUP": "group",
    "EVENT": "event",
    "WORK": "work",
    "LAW": "law",
    "OTHER": "other",
}
"""Kind of name -> the word readers and links see."""
KINDS_OF_NAME: Final = tuple(KIND_WORDS)
KINDS_OF_REMOVAL: Final = {
    "caption": "Photo caption",
    "credit": "Photo or agency credit",
    "byline": "Byline",
    "dateline": "Dateline",
    "headline": "Headline repeated in the text",
    "promotion": "Newsletter or subscription line",
    "donation": "Donation appeal",
    "related": "Links to other articles",
    "navigation": "Menu or share bar",
    "copyright": "Copyright line",
    "script": "Script or code",
    "advertisement": "Advertisement",
    "agency_note": "Agency's description of itself",
    "comments": "Readers' comments",
    "repeated": "Line repeated across this source's articles",
    "other": "Not part of the article",
}
