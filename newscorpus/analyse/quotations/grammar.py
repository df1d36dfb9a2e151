"""What a parsed sentence says of a reporting verb: who its subject is, how surely, and what it tells.

The relations are those of spaCy's English models (ClearNLP labels: nsubj, ccomp, relcl …).
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

from newscorpus.analyse.quotations.reporting_verbs import ReportingVerb, reporting_verb

Token = Any  # spacy.tokens.Token
Route = Literal["own", "shared", "conjoined", "across", "relative", "agent", "none"]
"""How a verb came to its subject: its own; shared with the verb it hangs on ("said it, adding …"); that of the verb it
is joined to ("smiled and said"); the same across a relative clause, where the true subject may be another; the noun
that a relative clause describes; the agent of a passive."""

SUBJECTS: Final = frozenset({"nsubj", "csubj", "expl"})
HELD_BY_A_VERB: Final = frozenset({"xcomp", "advcl", "conj", "pcomp", "ccomp", "dep", "parataxis"})
DESCRIBING: Final = frozenset({"relcl", "acl"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
N_STEPS_UP: Final = 4  # "began by trying to say": verbs between a verb and the one that has its subject
FAR: Final = 20  # tokens between subject and verb from which the parser is not trusted
PARTICLES: Final = frozenset({"prt", "prep", "advmod"})
WITHOUT_CONTENT: Final = frozenset({"punct", "cc", "mark", "prep"})


def is_verb(token: Token) -> bool:
    """Whether the tagger took `token` for a form of a verb."""
    return bool(token.tag_[:2] == "VB")


def verb_at(token: Token) -> ReportingVerb | None:
    """The reporting verb that `token` is, with its particle ("pointed out"), None for any other word."""
    if not is_verb(token) or (reporting_verb(token.text) is None and not _has_particle(token)):
        return None
    for child in token.rights:
        if child.dep_ == "prt" or (child.dep_ in PARTICLES and child.i == token.i + 1):
            verb = reporting_verb(token.text, child.text)
            if verb is not None and " " in verb.verb:
                return verb
    return reporting_verb(token.text)


def _has_particle(token: Token) -> bool:
    return any(child.dep_ in PARTICLES for child in token.rights)


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on `verb` itself; of a passive the agent ("was described by X")."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    return None


def agent(verb: Token) -> Token | None:
    """Who did what a passive tells of: "described by X"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    """Whether `verb` is passive: with a passive subject or auxiliary, or a bare participle behind its noun."""
    if any(child.dep_ in {"nsubjpass", "auxpass", "agent"} for child in verb.children):
        return True
    return bool(verb.dep_ == "acl" and verb.tag_ == "VBN")


def _clause_between(verb: Token, above: Token) -> bool:
    """Whether a relative clause ends right before `verb`, so that "and warned" may go on with it, not with `above`."""
    return any(
        token.dep_ == "relcl" and above.i < token.i < verb.i and token.right_edge.i >= verb.i - FAR
        for token in verb.doc[above.i : verb.i]
    )


def subject(verb: Token) -> tuple[Token | None, Route]:
    """The subject of `verb` and the way to it; (None, "none") when the sentence does not show one."""
    if is_passive(verb):
        by = agent(verb)
        return by, "agent" if by is not None else "none"
    token: Token = verb
    route: Route = "own"
    for _ in range(N_STEPS_UP):
        own = own_subject(token)
        if own is not None and not (own.tag_ in {"WP", "WDT"} and token.dep_ == "relcl"):
            return own, route
        if own is not None or token.dep_ in DESCRIBING:
            return token.head, "relative"
        if token.dep_ not in HELD_BY_A_VERB or token.head.i == token.i:
            break
        token, route = _step_up(token, route)
    return _noun_beside(verb)


def _noun_beside(verb: Token) -> tuple[Token | None, Route]:
    """The noun right before a finite verb whose subject the parser missed ("of the Post Roe said"): never sure."""
    before = verb.nbor(-1) if verb.i else None
    if before is None or verb.tag_ not in FINITE or before.tag_ not in NOUNS:
        return None, "none"
    return before, "conjoined"


def _step_up(token: Token, route: Route) -> tuple[Token, Route]:
    """The verb that `token` hangs on, where its subject may be, and the way so far."""
    above = token.head
    if above.tag_ == "IN" or above.dep_ == "prep":  # "ended by saying"
        above = above.head
    if token.dep_ == "advcl" and token.tag_ == "VBG" and above.dep_ == "ccomp" and verb_at(above.head) is not None:
        above = above.head  # "Roe said it failed, calling it a shame": Roe calls
    if token.dep_ == "conj":
        across = route == "across" or _clause_between(token, above)
        return above, "across" if across else "conjoined"
    return above, "shared" if route == "own" else route


def phrase(head: Token) -> list[Token]:
    """The words of a noun phrase: `head` and what describes it, without clauses and what is set off behind commas."""
    left = head.left_edge.i
    right = head.i
    for child in head.rights:
        if child.dep_ in {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "ccomp", "parataxis"}:
            break
        right = max(right, child.right_edge.i)
    return list(head.doc[left : right + 1])


def runs(tokens: Iterable[Token]) -> Iterator[tuple[int, int]]:
    """Character spans of the runs of neighbouring tokens, punctuation at their borders left out."""
    ordered = sorted(tokens, key=lambda token: token.i)
    run: list[Token] = []
    for token in ordered:
        if run and token.i != run[-1].i + 1:
            yield from _trimmed(run)
            run = []
        run.append(token)
    yield from _trimmed(run)


def _trimmed(run: list[Token]) -> Iterator[tuple[int, int]]:
    while run and ((run[-1].is_punct and run[-1].text not in {")", "%"}) or run[-1].is_space):
        run = run[:-1]
    while run and ((run[0].is_punct and run[0].text not in {"("}) or run[0].is_space):
        run = run[1:]
    if run:
        yield run[0].idx, run[-1].idx + len(run[-1])
