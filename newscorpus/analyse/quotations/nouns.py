"""What is told without a verb of speech: "his claim that it failed", "according to police"."""

from typing import Final

from newscorpus.analyse.quotations.grammar import Token, is_verb
from newscorpus.text.words import word_set

NOUNS_OF_SPEECH: Final = word_set(
    """claim allegation accusation assertion statement suggestion warning promise pledge vow argument contention
    announcement insistence admission acknowledgment acknowledgement complaint remark comment belief conclusion
    prediction call demand threat denial charge notion concern fear hope view assurance estimate finding opinion
    commitment report message rumor rumour confidence doubt suspicion"""
)
WITH_OF: Final = word_set("accusation allegation criticism description portrayal warning denial endorsement")


def _owner_of_noun(noun: Token) -> Token | None:
    """Whose a noun of speech is: "Roe's claim", "Roe claims" taken for nouns, "warnings from Roe"."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ == "compound" and child.tag_ == "NNP"):
            return child
        if child.dep_ == "prep" and child.text.lower() in {"by", "from"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def told_by_noun(noun: Token) -> tuple[set[Token], Token | None] | None:
    """What a noun of speech tells and its owner: "his claim that it failed" -> ({it failed}, his)."""
    if noun.text.lower().removesuffix("s") not in NOUNS_OF_SPEECH or noun.tag_[:2] != "NN":
        return None
    owner = _owner_of_noun(noun)
    for child in noun.rights:
        marks = {c.text.lower() for c in child.children if c.dep_ == "mark"}
        clause = child.dep_ in {"acl", "ccomp", "relcl"} and "that" in marks
        topic = child.dep_ == "prep" and child.text.lower() == "of" and owner is not None and owner.tag_[:3] != "PRP"
        if clause or (topic and noun.text.lower().removesuffix("s") in WITH_OF):
            return set(child.subtree) - ({child} if topic else set()), owner
    return None


def according_to(token: Token) -> tuple[set[Token], Token | None] | None:
    """What "according to X" vouches for, and X."""
    if token.text.lower() != "according":
        return None
    to = next((child for child in token.children if child.text.lower() == "to"), None)
    owner = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    head = token.head
    while not is_verb(head) and head.head.i != head.i:
        head = head.head
    told = set(head.subtree) - set(token.subtree)
    return (told, owner) if told and owner is not None else None
