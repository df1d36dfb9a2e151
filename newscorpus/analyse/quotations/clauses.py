"""What is told in the reporter's own sentence: "she said the plan had failed", "according to police", "slammed it"."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from newscorpus.analyse.quotations.grammar import FINITE, SUBJECTS, Token, is_passive, is_verb, own_subject, verb_at
from newscorpus.analyse.quotations.reporting_verbs import ReportingVerb
from newscorpus.text.words import word_set

OF_THE_OBJECT: Final = frozenset({"dobj", "oprd", "xcomp", "ccomp", "attr", "acomp", "dative", "acl"})
OF_WHAT_IS_TOLD: Final = word_set("of for as about over with to from against")
"""Prepositions that go on with what is told ("accused X of Y"); others tell where and when it was told."""
GOING_ON: Final = frozenset({"because", "if", "unless", "so", "case", "that"})
"""Words that open a clause which goes on with what is told, not with the telling."""
GOES_ON_TO: Final = word_set("went going goes began begun continued continues continuing used came rushed moved")
DASHES: Final = frozenset({"–", "—", "--", "―"})
CONCEDING: Final = frozenset({"although", "though", "while"})
"""Words that open a clause, behind a comma, in which the reporter speaks again."""
COMMAS: Final = DASHES | {",", "-"}
WORDS_OF_TIME: Final = word_set("during after before since when while amid")
QUESTION_WORDS: Final = frozenset({"WRB", "WP", "WDT"})
MOST_VERBS: Final = 40  # reporting verbs read in a sentence; more stand in no prose, and each is held against all words
LONGEST_PARTED_SUBJECT: Final = 8  # tokens of "the ruling Labour Party –"
LONGEST_ADVERBIAL: Final = 4  # words between an interjected verb and its comma: "he said in a statement,"


def _subtree(token: Token) -> set[Token]:
    return set(token.subtree)


def _clause_content(verb: Token) -> set[Token] | None:
    """What a finite clause beside `verb` says, wherever it stands; None without one."""
    for child in verb.rights:
        if child.dep_ == "ccomp" and _is_whole(child):
            words = _without_next_report(child) | _going_on(verb, child) | _clause_above(verb, child)
            words |= _before_dash(verb, min(token.i for token in words))
            return words | _behind_colon(verb, max(token.i for token in words))
    for child in verb.rights:
        if child.dep_ == "advcl" and child.left_edge.i == verb.i + 1 and child.left_edge.tag_ in QUESTION_WORDS:
            return _subtree(child)
        if child.dep_ in {"prep", "npadvmod"} and (found := _that_clause(child)) is not None:
            return _subtree(found)
    for child in verb.lefts:
        if child.dep_ == "ccomp" and _is_whole(child) and _comma_behind(child):
            return _subtree(child)
    return _around(verb)


def _that_clause(adverbial: Token) -> Token | None:
    """A clause with "that" which the parser hung on a word of time or place: "said on Monday that it was over"."""
    for token in adverbial.subtree:
        if token.dep_ in {"relcl", "acl", "ccomp"} and token.left_edge.text.lower() == "that":
            own = own_subject(token)
            if own is not None and own.i != token.left_edge.i:
                return token
    return None


def _comma_behind(clause: Token) -> bool:
    """Whether a clause runs up to a comma (or stop), as told speech before its verb does, and not to a semicolon."""
    behind = clause.right_edge.i + 1
    return behind < len(clause.doc) and clause.doc[behind].text in {",", '"', "?", "!"}


def _without_next_report(clause: Token) -> set[Token]:
    """The words of a told clause without the next report hung on it: "said it failed, adding …", "and warned of …"."""
    words = _subtree(clause)
    for token in clause.subtree:
        if token.dep_ in {"advcl", "conj"} and token.i != clause.i and _starts_again(token, clause):
            words -= _subtree(token)
    return words


def _starts_again(token: Token, clause: Token) -> bool:
    """Whether the reporter speaks again with `token`, a verb hung on a told clause."""
    if token.dep_ == "conj":
        joined = token.tag_ == "VBD" and token.head.tag_ in {"VB", "VBN", "VBG"}
        return joined and own_subject(token) is None and verb_at(token) is not None
    if not _follows_comma(token, clause):
        return False
    marks = {child.text.lower() for child in token.children if child.dep_ == "mark"}
    return bool(marks & CONCEDING) or (token.tag_ == "VBG" and token.head.i == clause.i)


def _follows_comma(token: Token, clause: Token) -> bool:
    return bool(token.left_edge.i > clause.i and token.doc[token.left_edge.i - 1].text == ",")


def _going_on(verb: Token, clause: Token) -> set[Token]:
    """What the parser hung on the reporting verb though it goes on with the clause: ", because …", ", and it is …"."""
    words: set[Token] = set()
    for child in verb.rights:
        if child.i <= clause.i:
            continue
        marks = {c.text.lower() for c in child.children if c.dep_ == "mark"}
        joined = child.dep_ == "conj" and is_verb(child) and verb_at(child) is None and own_subject(child) is not None
        if (child.dep_ in {"advcl", "ccomp"} and marks & GOING_ON) or (joined and _goes_on_with_and(child)):
            words |= set(child.doc[child.left_edge.i - 1 : child.i]) | _subtree(child)
    return words


def _goes_on_with_and(clause: Token) -> bool:
    """Whether a clause joined by "and" goes on with what is told; behind a comma only with a pronoun ("and it …")."""
    first = clause.left_edge.i
    if clause.doc[first - 1].text.lower() != "and":
        return False
    own = own_subject(clause)
    return clause.doc[first - 2].text != "," or (own is not None and own.tag_ == "PRP")


def _before_dash(verb: Token, first: int) -> set[Token]:
    """The subject that an aside between dashes parts from its clause: "said the plan – an old one – will go on"."""
    between = verb.doc[verb.i + 1 : first]
    dashed = 1 < len(between) < LONGEST_PARTED_SUBJECT and between[-1].text in COMMAS - {","}
    return set(between) if dashed and not any(is_verb(token) for token in between) else set()


def _behind_colon(verb: Token, last: int) -> set[Token]:
    """What follows a colon at the end of a told clause: "notes that three things happened: prices rose …"."""
    doc = verb.doc
    if last + 1 < len(doc) and doc[last + 1].text == ":":
        return set(doc[last + 1 : verb.sent.end])
    return set()


def _clause_above(verb: Token, clause: Token) -> set[Token]:
    """The rest of a clause whose end the parser took for the main one: [Roe said it fell and its price] rose."""
    above = verb.head
    end = clause.right_edge.i
    if verb.dep_ not in {"ccomp", "csubj", "nsubj", "advcl"} or not is_verb(above) or above.i <= end:
        return set()
    between = verb.doc[end + 1 : above.i]
    if any(token.is_punct or token.dep_ in SUBJECTS for token in between):
        return set()
    return set(verb.doc[end + 1 : above.right_edge.i + 1])


def _is_whole(clause: Token) -> bool:
    """Whether a clause before its verb has a subject, as "crops wither, he noted" has."""
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in clause.children)


def _around(verb: Token) -> set[Token] | None:
    """The sentence around a verb set between commas with its subject: "the plan, he said, had failed"."""
    doc, own = verb.doc, own_subject(verb)
    if own is None or own.tag_ in {"WP", "WDT"} or verb.dep_ in {"relcl", "acl"} or verb.tag_ not in FINITE:
        return None
    first, last = min(own.left_edge.i, verb.i), max(own.right_edge.i, verb.i)
    while first > verb.sent.start and doc[first - 1].dep_ in {"advmod", "mark", "aux"}:
        first -= 1
    while last + 1 < verb.sent.end and last - verb.i < LONGEST_ADVERBIAL and doc[last + 1].text not in COMMAS:
        last += 1
    between = first > verb.sent.start and doc[first - 1].text in COMMAS and last + 1 < len(doc)
    if not between or doc[last + 1].text not in COMMAS | {"."}:
        return None
    return set(doc[verb.sent.start : first]) | set(doc[last + 1 : verb.sent.end])


def _infinitive_content(verb: Token) -> set[Token] | None:
    """What is asked or promised: "vowed to leave", "asked the crowd to leave"."""
    for child in verb.rights:
        if child.dep_ in {"xcomp", "ccomp"} and any(c.text.lower() == "to" for c in child.children if c.dep_ == "aux"):
            objects = [c for c in verb.rights if c.dep_ in {"dobj", "dative"} and c.i < child.i]
            return _subtree(child).union(*map(_subtree, objects))
    return None


def _object_content(verb: Token) -> set[Token] | None:
    """The object of `verb` and what is said of it: "called the plan a sham", "blasted him for leaving"."""
    objects = [
        child
        for child in verb.rights
        if child.dep_ in {"dobj", "oprd", "ccomp"} or (child.dep_ == "xcomp" and child.tag_ == "VBG")
    ]
    if not objects:
        return None
    content: set[Token] = set()
    for child in verb.rights:
        if child.dep_ == "cc" or child.dep_ == "conj":
            break
        if child.dep_ in OF_THE_OBJECT or (child.dep_ == "prep" and child.text.lower() in OF_WHAT_IS_TOLD):
            content |= _subtree(child)
    if not content:
        return None  # the objects stand behind an "and": they are another verb's
    first, last = min(token.i for token in content), max(token.i for token in content)
    return set(verb.doc[first : _aside(verb.doc, first, last)])


def _aside(doc: Token, first: int, last: int) -> int:
    """Where what the reporter adds behind a comma begins: "hailed the plan, which had failed"; else behind `last`."""
    seen = False  # behind "as" the judgement is complete, and what follows tells when it was made
    dashes = [token.i for token in doc[first + 1 : last + 1] if token.text in DASHES]
    for token in doc[first + 1 : last + 1]:
        if token.dep_ == "relcl" and doc[token.left_edge.i - 1].text in COMMAS and token.right_edge.i >= last - 1:
            return int(token.left_edge.i - 1)
        if dashes == [token.i] or (token.text.lower() in WORDS_OF_TIME and token.dep_ in {"prep", "mark"} and seen):
            return int(token.i)
        seen = seen or token.text.lower() == "as"
    return last + 1


def _is_purpose(verb: Token) -> bool:
    """Whether `verb` is an infinitive of what somebody should do, and no report: "a duty to disclose gifts"."""
    to = any(child.text.lower() == "to" and child.dep_ == "aux" for child in verb.children)
    return to and own_subject(verb) is None and verb.head.text.lower() not in GOES_ON_TO


def _asked_of(verb: Token, preposition: Token) -> set[Token]:
    """What somebody is called on to do, right behind the preposition's words: "called for the mayor to resign"."""
    end = preposition.right_edge.i
    asked = (c for c in verb.rights if c.dep_ in {"xcomp", "advcl", "ccomp"} and c.left_edge.i == end + 1)
    return set().union(*(_subtree(child) for child in asked if child.left_edge.text.lower() == "to"))


def _seen_as(verb: Token) -> set[Token] | None:
    """What somebody sees something as: "regards the deal as dead"."""
    parts = [
        child for child in verb.rights if child.dep_ == "dobj" or (child.dep_ == "prep" and child.text.lower() == "as")
    ]
    if not any(child.dep_ == "prep" for child in parts) or not any(child.dep_ == "dobj" for child in parts):
        return None
    return set().union(*map(_subtree, parts))


def _prepositional_content(verb: Token, takes: frozenset[str]) -> set[Token] | None:
    for child in verb.rights:
        if child.dep_ in {"prep", "agent"} and child.text.lower() in takes:
            return (_subtree(child) - {child}) | _asked_of(verb, child)
    return None


def content(token: Token, verb: ReportingVerb) -> tuple[set[Token], str] | None:
    """The words that `verb` reports and the rule that found them; None when it reports nothing here."""
    found: set[Token] | None
    purpose = _is_purpose(token)
    if "clause" in verb.takes and (found := _clause_content(token)):
        return found, "clause"
    if purpose:
        return None
    if "infinitive" in verb.takes and not is_passive(token) and (found := _infinitive_content(token)):
        return found, "infinitive"
    if (
        " " in verb.verb
        and "noun" in verb.takes
        and (found := _prepositional_content(token, frozenset(verb.verb.split()[1:])))
    ):
        return found, "particle"
    if "noun" in verb.takes and not is_passive(token) and (found := _object_content(token)):
        return found, "noun"
    if "as" in verb.takes and "noun" not in verb.takes:
        found = _seen_as(token)
        return (found, "as") if found else None
    if found := _prepositional_content(token, verb.takes):
        return found, "preposition"
    return None


def reported(doc: Token) -> Iterator[tuple[Token, ReportingVerb, set[Token], str]]:
    """Every reporting verb of a parsed passage that reports something: (token, verb, words reported, rule)."""
    verbs = ((token, verb) for token in doc if (verb := verb_at(token)) is not None)
    for token, verb in islice(verbs, MOST_VERBS):
        found = content(token, verb)
        if found is not None:
            yield token, verb, found[0], found[1]
