"""A text with what was found in it marked: names, the tone of sentences, what stands in quotation marks.

Marks differ in line, symbol and word, never by colour alone. Text is escaped; nothing but <span> and <sup> is added.
"""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from newscorpus.tables.kinds import KIND_WORDS
from newscorpus.text.quotation_marks import quotation_spans

TONE_SHOWN_FROM: Final = 0.05  # a tenth of a step on the scale of readers from -4 to 4
TONE_STRONG_FROM: Final = 0.5  # half of the scale: the mark is doubled

KIND_LETTERS: Final = KIND_WORDS | {"ORG": "org."}
"""Kind of name -> the small word behind it."""

STYLE: Final = """<style>
.marked { font-family: Georgia, 'Times New Roman', serif; font-size: 1.06rem; line-height: 1.75; max-width: 42rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.marked .name { border-bottom: 2px solid; font-weight: 600; }
.marked .ORG { border-bottom-style: double; border-bottom-width: 4px; }
.marked .PLACE { border-bottom-style: dotted; }
.marked .GROUP { border-bottom-style: dashed; }
.marked .EVENT, .marked .WORK, .marked .LAW, .marked .OTHER { border-bottom-width: 1px; }
.marked sup { font-size: .62rem; font-weight: 400; padding-left: .12rem; font-family: system-ui, sans-serif; }
.marked .up { background: rgba(0, 114, 178, .16); }
.marked .down { background: rgba(217, 119, 47, .20); }
.marked .quoted { font-style: italic; text-decoration: underline; text-decoration-thickness: 1px;
  text-underline-offset: .28em; }
.marked .voice-reported { background: rgba(194, 83, 0, .10); border-bottom: 2px dotted #C65300; }
.marked .voice-quoted { background: rgba(0, 133, 95, .12); border-bottom: 2px solid #00855F; }
.marked .told { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .28em; }
.marked .told-unsure { text-decoration: underline dotted; text-underline-offset: .28em; }
.marked .shared { border-left: 3px double; padding-left: .2rem; background: rgba(120, 120, 120, .16); }
.marked .uncounted { opacity: .5; }
.marked .here { background: rgba(43, 140, 196, .10); box-shadow: 0 -2px 0 #2B8CC4, 0 2px 0 #2B8CC4; }
.marked .here.speaker { outline: none; background: rgba(43, 140, 196, .28); }
.marked .speaker { font-weight: 700; outline: 1px solid; outline-offset: 1px; border-radius: 2px; }
</style>"""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch to mark: its CSS class, notes that stand before and behind it, and one for the pointer."""

    start: int
    end: int
    mark: str
    before: str = ""
    behind: str = ""
    note: str = ""


def name_spans(mentions: Iterable[dict[str, object]]) -> list[Span]:
    """Names, underlined in a way of their kind, with the kind's word behind."""
    return [
        Span(int(str(m["start"])), int(str(m["end"])), f"name {m['kind']}", behind=KIND_LETTERS.get(str(m["kind"]), ""))
        for m in mentions
    ]


def tone_spans(sentences: Iterable[dict[str, object]]) -> list[Span]:
    """Sentences whose tone is not neutral, with triangles up or down before them."""
    spans = []
    for sentence in sentences:
        tone = sentence["tone"]
        if not isinstance(tone, float) or abs(tone) < TONE_SHOWN_FROM:
            continue
        mark, symbol = ("up", "▲") if tone > 0 else ("down", "▼")
        times = 2 if abs(tone) >= TONE_STRONG_FROM else 1
        spans.append(Span(int(str(sentence["start"])), int(str(sentence["end"])), mark, before=symbol * times))
    return spans


def quoted_spans(text: str) -> list[Span]:
    """What stands in quotation marks, the same stretches as the share quoted counts."""
    return [Span(start, end, "quoted") for start, end in quotation_spans(text)]


def voice_spans(stretches: Iterable[dict[str, object]]) -> list[Span]:
    """What is reported, with a dotted line, and what is quoted, with a solid one; the outlet's own words stay bare."""
    return [
        Span(int(str(s["start"])), int(str(s["end"])), f"voice-{s['voice']}", note=str(s["voice"]))
        for s in stretches
        if s["voice"] != "own"
    ]


def shared_spans(sentences: Iterable[dict[str, object]], mark: str = "shared", *, shared: bool = True) -> list[Span]:
    """The sentences that another source has too, or with `shared` False those that none has."""
    note = "another source has this too" if shared else "no other source has this"
    return [Span(int(str(s["start"])), int(str(s["end"])), mark, note=note) for s in sentences if s["shared"] == shared]


def attribution_spans(quotes: Iterable[dict[str, object]]) -> list[Span]:
    """What each attribution tells, numbered, with who says it and how for the pointer; and the speaker's words."""
    spans, shown, numbered = [], set(), set()
    for quote in quotes:
        number = int(str(quote["quote"])) + 1
        doubt = "? " if quote["confidence"] == "unsure" else ""
        note = f"{doubt}{quote['speaker']} · {quote['verb'] or 'no verb'} ({quote['verb_class']})"
        before = "" if number in numbered else f"{doubt}{number}"
        numbered.add(number)
        mark = "told-unsure" if doubt else "told"
        spans.append(Span(int(str(quote["start"])), int(str(quote["end"])), mark, before=before, note=note))
        place = quote["speaker_start"], quote["speaker_end"]
        if None not in place and place not in shown:
            shown.add(place)
            spans.append(Span(int(str(place[0])), int(str(place[1])), "speaker"))
    return spans


def marked(text: str, spans: Iterable[Span], start: int = 0, end: int | None = None) -> str:
    """HTML of `text[start:end]` with its spans marked. Every character of the text stands in it once, escaped.

    >>> marked("Ann & Bo", [Span(0, 3, "name PERSON")])
    '<div class="marked"><span class="name PERSON">Ann</span> &amp; Bo</div>'
    """
    end = len(text) if end is None else end
    inside = [span for span in spans if span.start < end and span.end > start and span.start < span.end]
    borders = sorted({start, end, *(min(max(b, start), end) for span in inside for b in (span.start, span.end))})
    pieces = []
    live: list[Span] = []
    waiting = sorted(inside, key=lambda span: span.start, reverse=True)
    for here, following in pairwise(borders):
        live = [span for span in live if span.end > here]
        while waiting and waiting[-1].start <= here:
            live.append(waiting.pop())
        pieces.append(_piece(text, here, following, live))
    return f'<div class="marked">{"".join(pieces)}</div>'


def pages_of(text: str, n_characters: int) -> list[tuple[int, int]]:
    """Start and end of pages of about `n_characters`, broken at the end of a paragraph, or a word, where there is one.

    >>> pages_of("one two\\n\\nthree", 9)
    [(0, 9), (9, 14)]
    """
    pages, start = [], 0
    while len(text) - start > n_characters:
        furthest = start + n_characters
        breaks = (text.rfind("\n", start + n_characters // 2, furthest), text.rfind(" ", start, furthest))
        end = next((found + 1 for found in breaks if found >= 0), furthest)
        pages.append((start, end))
        start = end
    return [*pages, (start, len(text))]


def _piece(text: str, start: int, end: int, live: list[Span]) -> str:
    shown = html.escape(text[start:end])
    before = "".join(span.before for span in live if span.start == start)
    behind = "".join(span.behind for span in live if span.end == end)
    if live:
        notes = "; ".join(span.note for span in live if span.note)
        title = f' title="{html.escape(notes)}"' if notes else ""
        shown = f'<span class="{" ".join(span.mark for span in live)}"{title}>{shown}</span>'
    lead = f"<sup>{html.escape(before)}</sup>" if before else ""
    return f"{lead}{shown}" + (f"<sup>{html.escape(behind)}</sup>" if behind else "")
