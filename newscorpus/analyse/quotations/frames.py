"""The frame of a free-standing quotation: "…," said the minister; The minister added: "…"."""

from typing import Final

from newscorpus.analyse.quotations.grammar import Token, is_verb, own_subject, verb_at

LONGEST_FRAME: Final = 40  # tokens from a quotation to its verb; a longer way leads to another sentence
ENDS: Final = frozenset(".?!")


def _behind(doc: Token, at: int, stand_ins: frozenset[int]) -> list[Token]:
    """The tokens of the sentence behind the quotation whose stand-in is token `at`, up to the next quotation."""
    frame: list[Token] = []
    for token in doc[at + 1 : at + LONGEST_FRAME]:
        if token.i in stand_ins:
            break
        if token.text in ENDS and frame:
            break
        if token.text not in ',.?!…"-–—' or frame:
            frame.append(token)
    return frame


def _before(doc: Token, at: int, stand_ins: frozenset[int]) -> list[Token]:
    """The tokens of the sentence before that quotation, back to the quotation before it, in order."""
    frame: list[Token] = []
    for token in reversed(list(doc[max(0, at - LONGEST_FRAME) : at])):
        if token.i in stand_ins:
            break
        if token.text in ENDS and frame:
            break
        if token.text != '"':
            frame.append(token)
    return frame[::-1]


def _main_first(frame: list[Token]) -> list[Token]:
    """Verbs of a frame, those of describing clauses ("Roe, who chairs the panel, said") last."""
    verbs = [token for token in frame if is_verb(token)]
    return sorted(verbs, key=lambda token: token.dep_ in {"relcl", "acl", "amod", "aux", "auxpass"})


def _speaks(token: Token) -> bool:
    """Whether `token` is a verb of speech: thoughts are not given in quotation marks."""
    verb = verb_at(token)
    return verb is not None and verb.core


def _verb_behind(frame: list[Token]) -> Token | None:
    """The verb that closes the frame behind a quotation; one that is on no list when it stands right there."""
    verbs = _main_first(frame)
    for token in verbs:
        if _speaks(token):
            return token
    according = next((token for token in frame[:2] if token.text.lower() == "according"), None)
    if according is not None:
        return according
    for token in verbs:
        if own_subject(token) is not None and token.is_alpha and token.tag_ in {"VBD", "VBZ", "VBP"}:
            return token
    return None


def _verb_before(frame: list[Token]) -> Token | None:
    """The last reporting verb before a quotation, else behind a colon or comma the main verb."""
    for token in reversed(frame):
        if _speaks(token):
            return token
        if token.text.lower() == "according":
            return token
    return None


def verb_of_frame(doc: Token, at: int, stand_ins: frozenset[int]) -> Token | None:
    """The verb that brings the quotation whose stand-in is token `at`; None for a quotation without a frame.

    What opens right behind "said," or "said:" belongs to that verb; speech that closes with a comma to the verb behind.
    """
    before, behind = _before(doc, at, stand_ins), _behind(doc, at, stand_ins)
    early, late = _verb_before(before), _verb_behind(behind)
    brought = early is not None and bool(before) and (before[-1].text in ",:-–—" or before[-1].i - early.i <= 1)
    last = doc[at + 1].text if at + 1 < len(doc) else ""
    if brought:
        return early
    if late is not None and (last in {",", "?", "!", "…", "-", "–", "—", '"'} or not before):
        return late
    return early
