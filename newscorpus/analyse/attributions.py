"""Who is made to say what in a text: quotations and reported speech, with speaker, verb and how sure it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from newscorpus.analyse.attribution_clauses import NOUNS_OF_SPEECH, according_to, reported, told_by_noun
from newscorpus.analyse.attribution_frames import verb_of_frame
from newscorpus.analyse.attribution_grammar import FAR, Route, Token, phrase, runs, subject, verb_at
from newscorpus.analyse.attribution_values import Attribution, Confidence, Finding, Names, Span, Type
from newscorpus.analyse.models import syntax_model
from newscorpus.analyse.quotation_marks import Quotation, find_quotations, straighten
from newscorpus.analyse.quotation_passages import Passage, find_passages
from newscorpus.analyse.reporting_verbs import verb_forms
from newscorpus.analyse.speakers import with_speakers

NOT_FOR_SYNTAX: Final = ("attribute_ruler", "lemmatizer")  # the parser reads neither; verbs are known by their forms
N_PASSAGES_A_BATCH: Final = 32  # larger batches are no faster and take more memory
LEAST_WORDS_OF_SPEECH: Final = 4  # fewer in marks inside a sentence are a fragment: a term, a title, a scare quote
SHARE_OF_DIRECT: Final = 0.85  # of what is told, in quotation marks, from which it is direct speech
ACCORDING: Final = "according to"
_WORD: Final = re.compile(r"[A-Za-z]+")
_SURENESS: Final[dict[Route, Confidence]] = {
    "own": "clear",
    "shared": "likely",
    "agent": "likely",
    "conjoined": "unsure",
    "across": "unsure",
    "relative": "unsure",
    "none": "unsure",
}


def _tells(passage: Passage) -> bool:
    """Whether a passage may tell what somebody said, so that it is worth parsing."""
    if passage.only_speech:
        return False
    if passage.quotations:
        return True
    words = {word.lower() for word in _WORD.findall(passage.shadow)}
    nouns = {word.removesuffix("s") for word in words}
    return not words.isdisjoint(verb_forms()) or not nouns.isdisjoint(NOUNS_OF_SPEECH) or "according" in words


def _speaker(passage: Passage, head: Token | None, route: Route, verb: Token) -> tuple[Span | None, int | None, Confidence]:
    """Where the text shows the speaker (phrase and its head) and how surely it is the speaker."""
    if head is None or route == "across":
        return None, None, "unsure"
    words = phrase(head)
    span = passage.span(words[0].idx, words[-1].idx + len(words[-1]))
    sure = _SURENESS[route]
    if abs(head.i - verb.i) > FAR or head.tag_ in {"WP", "WDT", "EX"} or head.text.lower() in {"it", "this", "that"}:
        sure = "unsure"
    return span, passage.place(head.idx), sure


def _type(spans: Sequence[Span], quotations: Iterable[Quotation]) -> Type:
    told = sum(end - start for start, end in spans)
    quoted = sum(
        max(0, min(end, q.end) - max(start, q.start)) for q in quotations for start, end in spans
    )
    if quoted > SHARE_OF_DIRECT * told:
        return "direct"
    return "mixed" if quoted else "indirect"


def _with_marks(span: Span, quotations: Sequence[Quotation]) -> Span:
    """`span` widened over the marks of a quotation that begins or ends where it does."""
    start, end = span
    for q in quotations:
        if q.start < start <= q.start + 2:
            start = q.start
        if end < q.end <= end + 2:
            end = q.end
    return start, end


def _finding(
    passage: Passage, verb: Token, spans: tuple[Span, ...], kind: Type | None, owner: tuple[Token | None, Route], rule: str
) -> Finding:
    known = verb_at(verb)
    label = known.verb if known else ACCORDING if verb.text.lower() == "according" else verb.text.lower()
    speaker_span, speaker_head, confidence = _speaker(passage, *owner, verb)
    return Finding(
        spans,
        kind or _type(spans, passage.quotations),
        label,
        known.verb_class if known else "neutral",
        known.core if known else True,
        passage.place(verb.idx),
        speaker_span,
        speaker_head,
        confidence,
        rule,
    )


def _direct(passage: Passage, doc: Token) -> tuple[list[Finding], list[Quotation]]:
    """Free-standing quotations by their verbs, and those without a verb."""
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
        owner = _owner(doc[i])
        spans = tuple((q.start, q.end) for q in quotations)
        findings.append(_finding(passage, doc[i], spans, "direct", owner, "frame"))
    return findings, loose


def _owner(verb: Token) -> tuple[Token | None, Route]:
    if verb.text.lower() == "according":
        found = according_to(verb)
        return (found[1], "own") if found else (None, "none")
    return subject(verb)


def _indirect(passage: Passage, doc: Token) -> Iterator[Finding]:
    """What the passage tells in its own sentence."""
    for token, _, words, rule in reported(doc):
        yield from _told(passage, token, words, subject(token), rule)
    for token in doc:
        if (found := according_to(token)) is not None:
            yield from _told(passage, token, found[0], (found[1], "own"), "according")
        elif (noun := told_by_noun(token)) is not None:
            yield from _told(passage, token, noun[0], (noun[1], "own" if noun[1] is not None else "none"), "nominal")


def _told(
    passage: Passage, verb: Token, words: set[Token], owner: tuple[Token | None, Route], rule: str
) -> Iterator[Finding]:
    words = words - {verb}
    if any(token.idx in passage.stand_ins for token in words):
        return
    spans = tuple(_with_marks(passage.span(*run), passage.quotations) for run in runs(words))
    if spans:
        yield _finding(passage, verb, spans, None, owner, rule)


def _outermost(findings: list[Finding]) -> list[Finding]:
    """Without what is told inside what somebody else tells, and once for each stretch."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.spans[0][0] - f.spans[-1][1], f.verb_start)):
        inside = any(
            outer.spans[0][0] <= finding.verb_start < outer.spans[-1][1]
            and any(start <= finding.verb_start < end for start, end in outer.spans)
            for outer in kept
        )
        same = any(outer.spans == finding.spans for outer in kept)
        if not inside and not same:
            kept.append(finding)
    return kept


def _parsed(passages: Sequence[Passage]) -> dict[int, Token]:
    """Index of a passage -> its parse, for the passages worth parsing."""
    wanted = [i for i, passage in enumerate(passages) if _tells(passage)]
    shadows = (passages[i].shadow for i in wanted)
    docs = syntax_model().pipe(shadows, batch_size=N_PASSAGES_A_BATCH, disable=NOT_FOR_SYNTAX)
    return dict(zip(wanted, docs, strict=True))


def _fragment(quotation: Quotation) -> Finding:
    spans = ((quotation.start, quotation.end),)
    return Finding(spans, "fragment", None, None, False, quotation.start, None, None, "unsure", "fragment")


def _loose(text: str, quotation: Quotation, before: list[Finding]) -> Finding:
    """A quotation with no verb of its own: joined to the speech before it, or given to the last who spoke."""
    spans = ((quotation.start, quotation.end),)
    last = next((f for f in reversed(before) if f.type == "direct"), None)
    if last is None:
        return Finding(spans, "direct", None, None, True, quotation.start, None, None, "unsure", "floating", True)
    return replace(last, spans=spans, type="direct", confidence="unsure", rule="floating", inferred=True)


def _joins(text: str, quotation: Quotation, last: Finding | None) -> bool:
    """Whether a quotation goes on with the speech of `last`: same paragraph, nothing but its frame between."""
    if last is None or last.type != "direct":
        return False
    between = text[last.spans[-1][1] : quotation.start]
    return "\n" not in between


def find_findings(text: str) -> list[Finding]:
    """What a straightened text tells and in what words it says who told it, in order."""
    quotations = find_quotations(text)
    passages = find_passages(text, quotations)
    docs = _parsed(passages)
    found: list[Finding] = []
    continued: set[int] = {b.start for a, b in zip(quotations, quotations[1:], strict=False) if a.continued}
    for i, passage in enumerate(passages):
        here, loose = [], []
        if i in docs:
            direct, loose = _direct(passage, docs[i])
            here = _outermost(direct + list(_indirect(passage, docs[i])))
        elif passage.only_speech:
            loose = [passage.quotations[k] for k in passage.stand_ins.values()]
        for q in loose:
            place = next((k for k in range(len(found) - 1, -1, -1) if found[k].type == "direct"), None)
            last = found[place] if place is not None else None
            if place is not None and (q.start in continued or _joins(text, q, last)):
                found[place] = replace(found[place], spans=(*found[place].spans, (q.start, q.end)))
            else:
                here.append(_loose(text, q, found))
        found += sorted(here, key=lambda f: f.spans[0])
    covered = [span for f in found for span in f.spans]
    found += [
        _fragment(q) for q in quotations if not any(s < q.end and q.start < e for s, e in covered)
    ]
    return sorted(found, key=lambda f: f.spans[0])


def find_attributions(text: str, names: Names = ()) -> list[Attribution]:
    """Who is made to say what in `text`, in order of place; [] for a text that quotes nobody."""
    straight = straighten(text)
    return with_speakers(straight, find_findings(straight), names)
