"""What checking a method by hand is called, in one place."""

from collections.abc import Mapping
from typing import Final

from newscorpus.query.checking.agreement import ANOTHER, CANNOT_TELL, DIFFERENT, NAMED, NOT_SURE, SAME, SAME_NAME
from newscorpus.query.checking.sample import DESCRIBED, MIN_WORDS, NOBODY, Judgement
from newscorpus.query.checking.sample_statements import LEFT_APART
from newscorpus.register.measures import MEASURES

JUDGEMENTS: Final[Mapping[Judgement, str]] = {
    "sentence": "Tone of a sentence",
    "towards": "Tone towards a name",
    "speaker": "Who says it",
    "voice": "In whose voice",
    "statement": "Same statement",
}
QUESTIONS: Final[Mapping[Judgement, str]] = {
    "sentence": "How do the words of the framed sentence sound?",
    "towards": "How does the framed sentence speak of the name in bold?",
    "speaker": "Who says the underlined words?",
    "voice": "In whose voice is most of the framed sentence?",
    "statement": "Do the two framed stretches tell the same?",
}
GUIDES: Final[Mapping[Judgement, str]] = {
    "sentence": "Judge the words, not the news: bad news can be told in neutral words. Judge this sentence alone; the "
    "others only help to understand it.",
    "towards": "Judge how the sentence shows this person or organisation, not what happens to them.",
    "speaker": "Choose the name even where the text says he, she or the minister, if it shows who is meant.",
    "voice": "The outlet's own: it says so itself. Reported: somebody else says it, told without quotation marks. "
    "Quoted: it stands between quotation marks.",
    "statement": "With changes: the same thing told with other words, cut, or with another figure or speaker.",
}
WORDS: Final[Mapping[str, str]] = {
    "own": "the outlet's own",
    "same": "the same",
    "changed": "the same, with changes",
    "different": "not the same",
    DESCRIBED: "somebody without a name here",
    NOBODY: "nobody is named or described",
    CANNOT_TELL: "cannot tell",
    NOT_SURE: "possibly the same",
    LEFT_APART: "left apart",
    NAMED: "a name",
    SAME_NAME: "that name",
    ANOTHER: "another name",
    SAME: "the same",
    DIFFERENT: "not the same",
}
"""An answer -> its words; an answer that is not here says itself."""

METHOD_LABELS: Final[Mapping[str, str]] = {
    "tone": MEASURES["tone"].label,
    "polarity": f"{MEASURES['polarity'].label} (TextBlob)",
    "voice": "Voice of most of the sentence",
    "speaker": "Speaker found",
    "towards": "Tone towards the name",
    "statement": "Statements put together",
}
DRAWN: Final[Mapping[Judgement, str]] = {
    "sentence": f"at random from the sentences of {MIN_WORDS} words or more in the articles chosen",
    "voice": f"at random from the sentences of {MIN_WORDS} words or more in the articles chosen",
    "speaker": "at random from the quotations and reported speech found in the articles chosen, sure or not",
    "towards": "at random from the names for which a tone was found in the articles chosen, with more of the rare "
    "answers than chance would give",
    "statement": "at random from pairs within one story: put together, possibly the same, and left apart",
}
CANNOT_SAY: Final[Mapping[Judgement, str]] = {
    "sentence": "It says how often a word list sounds to you as it counts, sentence by sentence. It does not say that "
    "an article's mean is as wrong: errors of both kinds partly cancel, or add up.",
    "voice": "It is right or wrong of whole sentences; shares of words by voice are counted stretch by stretch. Speech "
    "that was not found shows here as “own”.",
    "speaker": "Only what was found is drawn: a quotation that was missed cannot be. Where nobody is named, it is not "
    "asked whether the description is the right one.",
    "towards": "The answers are mixed on purpose, so the share agreed on is that of this mix and not of your articles: "
    "read the table by rows. Names for which the tone was not clear are not drawn.",
    "statement": "The pairs are a mix made for checking, so the share agreed on is that of this mix: read the table by "
    "rows. A sentence left apart is shown with the nearest one only; the same may be told further off.",
}
"""What the agreement does not say, of each judgement."""

ONE_JUDGE: Final = (
    "It is agreement with you, one reader: people who judge alone often disagree with one another too. For a paper, "
    "let a second person judge the same sample."
)
BELOW_ALL: Final = "no better than chance"
BANDS: Final = (
    (0.0, BELOW_ALL),
    (0.2, "slight"),
    (0.4, "fair"),
    (0.6, "moderate"),
    (0.8, "substantial"),
    (1.0, "almost perfect"),
)
"""Upper end of kappa -> the word of Landis and Koch 1977 for it."""


def in_words(answer: str) -> str:
    """An answer as the page says it.

    >>> in_words("changed"), in_words("Ann Alder (person)")
    ('the same, with changes', 'Ann Alder (person)')
    """
    return WORDS.get(answer, answer)


def kappa_word(kappa: float) -> str:
    """How strong an agreement beyond chance is usually called.

    >>> kappa_word(-0.1), kappa_word(0.42), kappa_word(1.0)
    ('no better than chance', 'moderate', 'almost perfect')
    """
    return next((word for upper, word in BANDS if kappa <= upper), BANDS[-1][1])
