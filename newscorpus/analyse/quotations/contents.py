"""What one passage tells, and in what words it says who told it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newscorpus.analyse.quotations.clauses import reported
from newscorpus.analyse.quotations.frames import verb_of_frame
from newscorpus.analyse.quotations.grammar import FAR, Route, Token, phrase, runs, subject, verb_at
from newscorpus.analyse.quotations.nouns import according_to, told_by_noun
from newscorpus.analyse.quotations.passages import Passage
from newscorpus.analyse.quotations.reporting_verbs import reporting_verb
from newscorpus.analyse.quotations.values import Confidence, Finding, Span, Type
from newscorpus.text.quotation_marks import Quotation

SHARE_OF_DIRECT: Final = 0.85  # of what is told, in quotation marks, from which it is direct speech
ACCORDING: Final = "according to"
_JOINS: Final = re.compile(r"\s*,?\s+(?:and|or|but)(?:\s+(?:a|an|the))?\s+")  # "this" and a "that"
MIN_WORDS_TOLD: Final = {"infinitive": 5, "preposition": 3}
"""Fewer words ("asked to leave", "asked about finances") tell what was done more often than what was said."""
FIRST_AND_SECOND: Final = frozenset({"i", "we", "you"})
EMPTY_SUBJECTS: Final = frozenset({"it", "this", "that", "there", "which", "who", "what"})
_SURENESS: Final[dict[Route, Confidence]] = {
    "own": "clear",
    "shared": "likely",
    "agent": "likely",
    "conjoined": "unsure",
    "across": "unsure",
    "relative": "unsure",
    "none": "unsure",
}
Owner = tuple[Token | None, Route]


def type_of(spans: Sequence[Span], quotations: Iterable[Quotation]) -> Type:
    """direct, mixed or indirect by the share of `spans` that stands in quotation marks."""
    told = sum(end - start for start, end in spans)
    quoted = sum(max(0, min(end, q.end) - max(start, q.start)) for q in quotations for start, end in spans)
    if quoted > SHARE_OF_DIRECT * told:
        return "direct"
    return "mixed" if quoted else "indirect"


def _speaker(passage: Passage, owner: Owner, verb: Token) -> tuple[Span | None, int | None, Confidence]:
    """Where the text shows the speaker (phrase and its head) and how surely it is the speaker."""
    head, route = owner
    if head is None or route == "across":
        return None, None, "unsure"
    words = phrase(head)
    span = passage.span(words[0].idx, words[-1].idx + len(words[-1]))
    unsure = abs(head.i - verb.i) > FAR or head.text.lower() in EMPTY_SUBJECTS
    return span, passage.place(head.idx), "unsure" if unsure else _SURENESS[route]


def _finding(passage: Passage, verb: Token, spans: tuple[Span, ...], kind: Type, owner: Owner, rule: str) -> Finding:
    known = verb_at(verb) or reporting_verb(verb.text)
    label = known.verb if known else ACCORDING if verb.text.lower() == "according" else verb.text.lower()
    speaker_span, speaker_head, confidence = _speaker(passage, owner, verb)
    return Finding(
        spans,
        kind,
        label,
        known.verb_class if known else "neutral",
        known.core if known else True,
        passage.place(verb.idx),
        speaker_span,
        speaker_head,
        confidence,
        rule,
    )


def _owner(verb: Token) -> Owner:
    if verb.text.lower() == "according":
        found = according_to(verb)
        return (found[1], "own") if found else (None, "none")
    return subject(verb)


def direct_findings(passage: Passage, doc: Token) -> tuple[list[Finding], list[Quotation]]:
    """Free-standing quotations with their verbs, and those that have none in the passage."""
    places = {token.i: passage.stand_ins[token.idx] for token in doc if token.idx in passage.stand_ins}
    by_verb: dict[int, list[Quotation]] = {}
    loose = []
    for at, index in places.items():
        verb = verb_of_frame(doc, at, frozenset(places))
        if verb is None:
            loose.append(passage.quotations[index])
        else:
            by_verb.setdefault(verb.i, []).append(passage.quotations[index])
    findings = []
    for i, quotations in by_verb.items():
        spans = tuple((q.start, q.end) for q in quotations)
        findings.append(_finding(passage, doc[i], spans, "direct", _owner(doc[i]), "frame"))
    return findings, loose


def _with_marks(text: str, span: Span, quotations: Sequence[Quotation]) -> Span:
    """`span` widened over the marks of a quotation at its borders, and over the rest of one it breaks off in."""
    start, end = span
    for q in quotations:
        if q.start < start <= q.start + 2:
            start = q.start
        if (
            (start <= q.start < end < q.end and q.closed)
            or end < q.end <= end + 2
            or (end < q.start and _JOINS.fullmatch(text[end : q.start]) and any(p.end == end for p in quotations))
        ):
            end = q.end
    return start, end


def _told(text: str, passage: Passage, verb: Token, found: tuple[set[Token], str], owner: Owner) -> Iterator[Finding]:
    words, rule = found
    place = passage.place(verb.idx)
    if any(q.start < place < q.end for q in passage.quotations):  # said by whoever is quoted
        return
    words = {token for token in words if token.i != verb.i and token.idx not in passage.stand_ins}
    spans = tuple(_with_marks(text, passage.span(*run), passage.quotations) for run in runs(words))
    if spans:
        yield _finding(passage, verb, spans, type_of(spans, passage.quotations), owner, rule)


def _may_tell(owner: Owner, *, core: bool) -> bool:
    """Whether an owner can have told anything: "it goes without saying" and "anyone who hopes" tell nobody's words,
    and what a writer thinks himself is no report."""
    head, route = owner
    if head is None:
        return route == "across"
    if head.text.lower() == "it" and route != "own":
        return False
    return core or (route == "own" and head.text.lower() not in FIRST_AND_SECOND)


def indirect_findings(text: str, passage: Passage, doc: Token) -> Iterator[Finding]:
    """What the passage tells in its own sentence. A verb without a subject reports nobody's words."""
    for token, verb, words, rule in reported(doc):
        owner = subject(token)
        enough = sum(not word.is_punct for word in words) >= MIN_WORDS_TOLD.get(rule, 1)
        if enough and _may_tell(owner, core=verb.core and (rule != "infinitive" or owner[1] == "shared")):
            yield from _told(text, passage, token, (words, rule), owner)
    for token in doc:
        if (found := according_to(token)) is not None:
            yield from _told(text, passage, token, (found[0], "according"), (found[1], "own"))
        elif (noun := told_by_noun(token)) is not None:
            yield from _told(
                text, passage, token, (noun[0], "nominal"), (noun[1], "own" if noun[1] is not None else "none")
            )


def _merged(direct: list[Finding], indirect: list[Finding], quotations: Sequence[Quotation]) -> list[Finding]:
    """One finding a verb: what it tells in a clause and in marks belongs together."""
    by_verb = {finding.verb_start: finding for finding in direct}
    for finding in indirect:
        other = by_verb.get(finding.verb_start)
        if other is None:
            by_verb[finding.verb_start] = finding
        elif finding.rule == "clause" and finding.spans[0][0] > finding.verb_start:
            spans = tuple(sorted({*finding.spans, *other.spans}))
            by_verb[finding.verb_start] = finding.with_spans(spans, type_of(spans, quotations))
    return list(by_verb.values())


def _outermost(findings: list[Finding]) -> list[Finding]:
    """Without what is told inside what somebody else tells, and once for each stretch."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.spans[0][0] - f.spans[-1][1], f.verb_start)):
        inside = any(start <= finding.verb_start < end for outer in kept for start, end in outer.spans)
        same = any(outer.spans == finding.spans for outer in kept)
        if not inside and not same:
            kept.append(finding)
    return kept


def passage_findings(text: str, passage: Passage, doc: Token) -> tuple[list[Finding], list[Quotation]]:
    """What a parsed passage tells, in order, and its free-standing quotations that no verb of it brings."""
    direct, loose = direct_findings(passage, doc)
    merged = _merged(direct, list(indirect_findings(text, passage, doc)), passage.quotations)
    return sorted(_outermost(merged), key=lambda f: f.spans[0]), loose
