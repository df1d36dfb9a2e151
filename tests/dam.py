"""One story small enough to count by hand: three sources tell of a dam, a fourth article tells of something else.

id  source    day         agency  words  sentences
k1  Kestrel   2026-03-02  –          27  the opening | “We opened three gates,” Ada Moss said. | two died | the crews
l1  Lantern   2026-03-03  –          22  the opening | “We opened three gates.” | three died | the rescuers
m1  Mill      undated     AFP        18  the opening | fish in the square
n1  Mill      2026-03-04  –           5  a bakery (no story)

Statements (k1 is the reference of each): 0 the opening: l1 reworded, m1 verbatim · 1 the quotation: l1 · 2 the dead: l1
conflicts · 3 the opening, possibly the fish in m1: no statement · 4 the mayor: l1 reworded.
Shared passages: k1 and m1 ten words of prose, of m1's eighteen (partly reused) · k1 and l1 four quoted words.
"""

from datetime import UTC, datetime

from tests.alphabet import article_id, article_row, write_store

LABEL = "dam, Ada Moss"
STORY = "s" * 16
TEXTS = {
    "k1": (
        "The dam opened at dawn above the town of Bay. “We opened three gates,” Ada Moss said. Two people died. "
        "The mayor of Bay praised the crews."
    ),
    "l1": (
        "At dawn the dam above Bay was opened. “We opened three gates.” Three people died. "
        "The mayor of Bay praised the rescuers."
    ),
    "m1": "The dam opened at dawn above the town of Bay. Fish were seen in the square on Monday.",
    "n1": "A bakery opened in Cade.",
}
SENTENCES = {
    "k1": ("The dam", "“We", "Two", "The mayor"),
    "l1": ("At dawn", "“We", "Three", "The mayor"),
    "m1": ("The dam", "Fish"),
    "n1": ("A bakery",),
}
ARTICLES = (
    ("k1", "Kestrel", "2026-03-02T06:00", None),
    ("l1", "Lantern", "2026-03-03T06:00", None),
    ("m1", "Mill", None, "AFP"),
    ("n1", "Mill", "2026-03-04T06:00", None),
)
QUOTATION = {"k1": "“We opened three gates,”", "l1": "“We opened three gates.”"}
REFERENCE = "The wording the others are compared with."
TELLINGS = (
    (0, "k1", "The dam", "reference"),
    (0, "l1", "At dawn", "reworded"),
    (0, "m1", "The dam", "verbatim"),
    (1, "k1", QUOTATION["k1"], "reference"),
    (1, "l1", QUOTATION["l1"], "verbatim"),
    (2, "k1", "Two", "reference"),
    (2, "l1", "Three", "conflicts"),
    (3, "k1", "The dam", "reference"),
    (3, "m1", "Fish", "possible"),
    (4, "k1", "The mayor", "reference"),
    (4, "l1", "The mayor", "reworded"),
)


def span(short, begins):
    """Start and end of the quotation, or of the sentence that begins so."""
    text, start = TEXTS[short], TEXTS[short].index(begins)
    if begins in QUOTATION.values():
        return start, start + len(begins)
    return next((s, e) for s, e in _sentence_spans(short, text) if s == start)


def _sentence_spans(short, text):
    starts = [text.index(begins) for begins in SENTENCES[short]]
    return [(s, len(text[s:e].rstrip()) + s) for s, e in zip(starts, [*starts[1:], len(text)], strict=True)]


def _in_story(short):
    return {"story_id": None, "found_story_id": None} if short == "n1" else {"story_id": STORY, "found_story_id": STORY}


def _passage(short, words):
    start = TEXTS[short].index(words)
    return start, start + len(words)


def _statements():
    rows = []
    for statement, short, begins, match in TELLINGS:
        start, end = span(short, begins)
        row = {"story_id": STORY, "statement": statement, "article_id": article_id(short), "start": start}
        rows.append(row | {"end": end, "match": match, "evidence": REFERENCE})
    return rows


def tables():
    """Every table of the dam corpus as rows."""
    articles, sentences = [], []
    for short, source, moment, agency in ARTICLES:
        published = datetime.fromisoformat(moment).replace(tzinfo=UTC) if moment else None
        known = {"source": source, "published_at": published, "agency": agency, "n_words": len(TEXTS[short].split())}
        articles.append(article_row(short, **known, **_in_story(short)))
        for number, (start, end) in enumerate(_sentence_spans(short, TEXTS[short])):
            n_words = len(TEXTS[short][start:end].split())
            place = {"article_id": article_id(short), "sentence": number, "start": start, "end": end}
            sentences.append(place | {"n_words": n_words, "voice": "own"})
    prose, quoted = "The dam opened at dawn above the town of Bay", "We opened three gates"
    start, end = span("k1", QUOTATION["k1"])
    return {
        "articles": articles,
        "texts": [{"article_id": article_id(short), "text": text} for short, text in TEXTS.items()],
        "sentences": sentences,
        "stories": [{"story_id": STORY, "label": LABEL, "n_articles": 3, "n_sources": 3}],
        "statements": _statements(),
        "overlaps": [
            _overlap("k1", _passage("k1", quoted), "l1", _passage("l1", quoted), n_words=4, is_quoted=True),
            _overlap("k1", _passage("k1", prose), "m1", _passage("m1", prose), n_words=10, is_quoted=False),
        ],
        "quotes": [
            {
                "article_id": article_id("k1"),
                "quote": 0,
                "start": start,
                "end": end,
                "text": QUOTATION["k1"],
                "type": "direct",
                "speaker": "Ada Moss",
                "verb": "say",
                "verb_class": "neutral",
                "is_speech": True,
                "confidence": "clear",
            }
        ],
    }


def _overlap(a, place_a, b, place_b, *, n_words, is_quoted):
    row = {"article_a": article_id(a), "start_a": place_a[0], "end_a": place_a[1], "article_b": article_id(b)}
    return row | {"start_b": place_b[0], "end_b": place_b[1], "n_words": n_words, "quoted": is_quoted}


def write_dam(place, rows=None):
    """Write these rows, or the dam corpus, as a finished store at `place`."""
    return write_store(place, tables() if rows is None else rows)
