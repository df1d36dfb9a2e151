"""What voices, quotations and reporting verbs are called, in one place."""

from typing import Final

from components.number_format import count, counted
from newscorpus.query.quotations.counts import NO_VERB, QuotationFigures
from newscorpus.query.quotations.verbs import VERB_CLASSES

VOICES: Final = {
    "own": "its own voice",
    "reported": "reported, without quotation marks",
    "quoted": "quoted",
}
TYPES: Final = {
    "direct": "direct: in the speaker's words",
    "mixed": "mixed: told, with some of the speaker's words",
    "indirect": "indirect: in the outlet's words",
}
CONFIDENCES: Final = {
    "clear": "clear: speaker and verb stand beside what is said",
    "likely": "likely: concluded from a pronoun, a role or the sentence before",
    "unsure": "unsure: may be wrong; read the sentence",
}
CLASSES: Final = {
    "neutral": "reports and takes no side: say, tell, add",
    "stressing": "underlines: stress, insist, urge, argue",
    "doubting": "keeps a distance: claim, allege, assert",
    "granting": "grants that it is true: admit, reveal, confirm",
    "hostile": "attacks or alarms: accuse, warn, slam",
    "emotional": "shows a feeling: lament, complain, fume",
    "approving": "agrees or praises: welcome, praise, agree",
    "denying": "rejects: deny, dismiss, decline",
    "hedged": "says it half: suggest, hint, indicate",
    NO_VERB: "a quotation that stands without a verb",
}
CLASS_ORDER: Final = (*VERB_CLASSES, NO_VERB)
NOT_AN_OUTLETS_STANCE: Final = (
    "A verb's class is what the word usually does, not what the writer meant: a warning of a storm is no attack. "
    "Read the sentences."
)
DESCRIPTIONS_ARE_NOT_ONE: Final = (
    "“Described” speakers have no name in the text; the same description in two articles need not be the same person."
)


def quotation_base(figures: QuotationFigures) -> str:
    """What a figure of quotations is made of.

    >>> quotation_base(QuotationFigures(3, 40, 2, 1, 1, 1, 2, 0))
    'n = 3 quotations in 2 articles. 1 with nobody named; 1 unsure; 2 with a speaker that was concluded, not written.'
    """
    said = f"n = {counted(figures.n_quotes, 'quotation')} in {counted(figures.n_articles, 'article')}."
    parts = (
        (figures.n_nobody, "with nobody named"),
        (figures.n_unsure, "unsure"),
        (figures.n_inferred, "with a speaker that was concluded, not written"),
        (figures.n_corrected, "corrected by you"),
    )
    notes = "; ".join(f"{count(n)} {words}" for n, words in parts if n)
    return f"{said} {notes}." if notes else said
