"""Who is made to say what in a text: quotations and reported speech, with speaker, verb and how sure it is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from newscorpus.analyse.models import syntax_model
from newscorpus.analyse.quotations.contents import passage_findings, type_of
from newscorpus.analyse.quotations.grammar import Token
from newscorpus.analyse.quotations.nouns import NOUNS_OF_SPEECH
from newscorpus.analyse.quotations.passages import Passage, find_passages
from newscorpus.analyse.quotations.reporting_verbs import verb_forms
from newscorpus.analyse.quotations.speakers import with_speakers
from newscorpus.analyse.quotations.transcripts import find_headings, find_turns
from newscorpus.analyse.quotations.values import Attribution, Finding, Names, merged, overlaps
from newscorpus.text.quotation_marks import Quotation, find_quotations, straighten

NOT_FOR_SYNTAX: Final = ("attribute_ruler", "lemmatizer")  # the parser reads neither; verbs are known by their forms
N_PASSAGES_A_BATCH: Final = 32  # larger batches are no faster and take more memory
LONGEST_INTERRUPTION: Final = 60  # characters between two parts of a speech: "he said in a statement on Friday, but"
ENDS_OF_SENTENCES: Final = ".?!"
CLOSING: Final = frozenset({'"', "'", ")", "]"})
_SIGNATURE: Final = re.compile(r"\s*[―—–-]{1,2}\s*([A-Z][^\n.!?\"]{2,60}?)[ .]*(?:\n|$)")
_WORD: Final = re.compile(r"[A-Za-z]+")


def _tells(passage: Passage) -> bool:
    """Whether a passage may tell what somebody said, so that it is worth parsing."""
    if passage.only_speech:
        return False
    if passage.quotations:
        return True
    words = {word.lower() for word in _WORD.findall(passage.shadow)}
    nouns = {word.removesuffix("s") for word in words}
    return not words.isdisjoint(verb_forms()) or not nouns.isdisjoint(NOUNS_OF_SPEECH) or "according" in words


def _prepared(shadow: str) -> Token:
    """The tokens of a shadow, kept in one sentence but for where a stop lets the parser end one."""
    doc = syntax_model().make_doc(shadow)
    for token in doc[1:]:
        before = doc[token.i - 1].text
        if before[-1] not in ENDS_OF_SENTENCES and not (
            before in CLOSING and doc[token.i - 2].text[-1] in ENDS_OF_SENTENCES
        ):
            token.is_sent_start = False
    return doc


def _parsed(passages: Sequence[Passage]) -> dict[int, Token]:
    """Index of a passage -> its parse, for the passages worth parsing."""
    wanted = [i for i, passage in enumerate(passages) if _tells(passage)]
    shadows = (_prepared(passages[i].shadow) for i in wanted)
    docs = syntax_model().pipe(shadows, batch_size=N_PASSAGES_A_BATCH, disable=NOT_FOR_SYNTAX)
    return dict(zip(wanted, docs, strict=True))


def _fragment(quotation: Quotation) -> Finding:
    """Words in marks that nobody is made to say: a term, a title, a scare quote."""
    spans = ((quotation.start, quotation.end),)
    return Finding(spans, "fragment", None, None, False, quotation.start, None, None, "unsure", "fragment")


def _floating(quotation: Quotation, found: Sequence[Finding]) -> Finding:
    """A quotation with no verb of its own, given to whoever was quoted last."""
    spans = ((quotation.start, quotation.end),)
    last = next((f for f in reversed(found) if f.core and f.type in {"direct", "mixed"}), None)
    if last is None:
        return Finding(spans, "direct", None, None, True, quotation.start, None, None, "unsure", "floating", True)
    return replace(last, spans=spans, type="direct", confidence="unsure", rule="floating", inferred=True)


def _signed(text: str, quotation: Quotation) -> Finding | None:
    """A quotation signed with a name behind a dash, as in collections of readers' voices; None for any other."""
    found = _SIGNATURE.match(text, quotation.end)
    if found is None:
        return None
    span = found.span(1)
    last_word = span[0] + found[1].rfind(" ") + 1
    spans = ((quotation.start, quotation.end),)
    return Finding(spans, "direct", None, None, True, span[0], span, last_word, "likely", "signed")


def _joined(text: str, quotation: Quotation, found: Sequence[Finding], since: int) -> int | None:
    """Index of the finding that a quotation without a verb goes on with: the last in its paragraph after `since`."""
    for k in range(len(found) - 1, -1, -1):
        last = found[k].spans[-1][1]
        if last <= since and found[k].verb_start < since:
            return None
        if found[k].core and "\n" not in text[min(last, quotation.start) : quotation.start]:
            return k
    return None


def _continued(quotations: Sequence[Quotation]) -> dict[int, int]:
    """Start of a quotation -> start of the one in the paragraph before that it continues."""
    return {b.start: a.start for a, b in pairwise(quotations) if a.continued}


def _at(found: Sequence[Finding], start: int) -> int | None:
    """Index of the finding whose last span begins at `start`."""
    return next((k for k in range(len(found) - 1, -1, -1) if found[k].spans[-1][0] == start), None)


def _turns(text: str, names: Names, quotations: Sequence[Quotation]) -> list[Finding]:
    """The turns of a transcript, each direct speech of the name before its colon; else the headings that quote."""
    turns = find_turns(text)
    findings = []
    for name, said in turns or find_headings(text, names):
        last_word = name[0] + text[slice(*name)].rfind(" ") + 1
        kind = "direct" if turns else type_of((said,), quotations)
        findings.append(Finding((said,), kind, None, None, True, name[0], name, last_word, "likely", "turn"))
    return findings


def _placed(text: str, q: Quotation, found: list[Finding], n_before: int, follows: tuple[int | None, int]) -> None:
    """Put a quotation without a verb into `found`: with the speech it goes on with, its signature, or floating."""
    continues, since = follows
    k = _joined(text, q, found, since) if continues is None else _at(found, continues)
    signed = _signed(text, q)
    if signed is not None or k is None:
        found.append(signed or _floating(q, found[:n_before]))
        return
    spans = (*found[k].spans, (q.start, q.end))
    if q.start < found[k].spans[-1][1]:
        spans = tuple(sorted(spans))
    found[k] = found[k].with_spans(spans, "direct" if found[k].type == "direct" else "mixed")


def find_findings(text: str, names: Names = ()) -> list[Finding]:
    """What a straightened text tells and in what words it says who told it, in order."""
    every_quotation = find_quotations(text)
    found = _turns(text, names, every_quotation)
    turns = merged([span for turn in found for span in turn.spans])
    quotations = [q for q in every_quotation if not overlaps(turns, q.start, q.end)]
    passages = [p for p in find_passages(text, quotations) if not overlaps(turns, p.start, p.end)]
    docs = _parsed(passages)
    continued = _continued(quotations)
    for i, passage in enumerate(passages):
        here: list[Finding] = []
        loose = [passage.quotations[k] for k in passage.stand_ins.values()]
        if i in docs:
            here, loose = passage_findings(text, passage, docs[i])
        n_before, since = len(found), passages[i - 1].start if i else 0
        found += here
        for q in loose + _woven_on(passage, here):
            _placed(text, q, found, n_before, (continued.get(q.start), since))
    covered = merged([span for f in found for span in f.spans])
    found += [_fragment(q) for q in quotations if not overlaps(covered, q.start, q.end)]
    return sorted(found, key=lambda f: f.spans[0])


def _woven_on(passage: Passage, here: Sequence[Finding]) -> list[Quotation]:
    """Quotations woven into the passage that go on with speech before them: '"A," he said, but "b is not c."'."""
    speech = [f.spans[0][0] for f in here if f.rule == "frame"]
    covered = [span for f in here for span in f.spans]
    return [
        q
        for q in passage.quotations
        if speech
        and q.start > speech[0]
        and q.start - passage.start not in passage.stand_ins
        and not any(s < q.end and q.start < e for s, e in covered)
        and q.start - max(e for _, e in covered if e <= q.start) < LONGEST_INTERRUPTION
    ]


def find_attributions(text: str, names: Names = ()) -> list[Attribution]:
    """Who is made to say what in `text`, in order of place; [] for a text that quotes nobody."""
    straight = straighten(text)
    return with_speakers(straight, find_findings(straight, names), names)
