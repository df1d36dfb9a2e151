"""Quotations, facts and conflicts across the articles of a story."""

import re
from collections import Counter

import pyarrow as pa
import pytest

from newscorpus.compare.statements.fact_alignment import score_pairs
from newscorpus.compare.statements.quote_alignment import different_quotations, quotation_match
from newscorpus.compare.statements.statements import SCHEMA, find_statements

MARROW = """The crane fell on the ferry quay at Port Marrow on Tuesday and 14 people were hurt.

“We cannot open the quay as if nothing happened, when our people were hurt by this crane,” harbourmaster Ines Dahl said.

The union had warned of rust in the crane since spring.

Ferries to Kelby will leave from the fish market until June."""

KELBY = """At Port Marrow 30 people were hurt when the crane fell on the ferry quay on Tuesday.

The harbour master said the town could not “open the quay as if nothing happened”.

“We cannot, on the one hand, invite visitors, while on the other we count the injured in town,” Dahl told the radio.

Bakers expect dear wheat."""


def sentences_of(text):
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def build(bodies, *, languages=None, story="s", quotes=None):
    ids = list(bodies)
    n = len(ids)
    rows = [(name, start, end) for name, body in bodies.items() for start, end in sentences_of(body)]
    articles = pa.table(
        {
            "article_id": pa.array(ids, pa.string()),
            "story_id": pa.array([story] * n, pa.string()),
            "language": pa.array(languages or ["en"] * n, pa.string()),
            "published_at": pa.nulls(n, pa.timestamp("us", tz="UTC")),
        }
    )
    texts = pa.table({"article_id": pa.array(ids, pa.string()), "text": pa.array(list(bodies.values()), pa.string())})
    names, starts, ends = zip(*rows, strict=True) if rows else ((), (), ())
    sentences = pa.table(
        {
            "article_id": pa.array(names, pa.string()),
            "start": pa.array(starts, pa.int32()),
            "end": pa.array(ends, pa.int32()),
        }
    )
    return find_statements(articles, texts, sentences, quotes)


def told(bodies, table):
    """Each statement as {article: (match, text)}."""
    found = {}
    for row in table.to_pylist():
        stretch = bodies[row["article_id"]][row["start"] : row["end"]]
        found.setdefault(row["statement"], {})[row["article_id"]] = (row["match"], stretch)
    return list(found.values())


def said_by(bodies, article, text, speaker, entity_id=None):
    start = bodies[article].index(text)
    return {"article_id": article, "start": start, "end": start + len(text), "speaker": speaker, "entity_id": entity_id}


@pytest.fixture
def bodies():
    return {"a": MARROW, "b": KELBY}


def test_a_quotation_is_found_trimmed_in_the_other_article(bodies):
    (quoted,) = [s for s in told(bodies, build(bodies)) if "trimmed" in {match for match, _ in s.values()}]
    assert quoted == {
        "a": (
            "reference",
            "“We cannot open the quay as if nothing happened, when our people were hurt by this crane,”",
        ),
        "b": ("trimmed", "“open the quay as if nothing happened”"),
    }


def test_the_evidence_of_a_trim_names_the_words_in_a_row_and_what_was_cut(bodies):
    (evidence,) = [r["evidence"] for r in build(bodies).to_pylist() if r["match"] == "trimmed"]
    assert evidence.startswith("These 7 words in a row in both: “open the quay as if nothing happened”")
    assert "when our people were hurt by this crane" in evidence


def test_two_quotations_that_begin_alike_are_kept_apart(bodies):
    for statement in told(bodies, build(bodies)):
        stretches = [text for _, text in statement.values()]
        assert not (any("as if nothing" in t for t in stretches) and any("invite visitors" in t for t in stretches))


def test_two_figures_for_one_thing_are_a_conflict_that_shows_both(bodies):
    rows = [r for r in build(bodies).to_pylist() if r["match"] == "conflicts"]
    assert len(rows) == 1
    assert "“14 people”" in rows[0]["evidence"]
    assert "“30 people”" in rows[0]["evidence"]


def test_the_same_words_of_two_speakers_are_a_conflict():
    quote = "“The town will never sell the harbour to a stranger,”"
    bodies = {"a": f"{quote} the mayor said.", "b": f"{quote} the bishop said."}
    quotes = pa.Table.from_pylist(
        [said_by(bodies, "a", quote, "Ann Roe", "1"), said_by(bodies, "b", quote, "Ben Orr", "2")],
        schema=pa.schema(
            [
                ("article_id", "string"),
                ("start", "int32"),
                ("end", "int32"),
                ("speaker", "string"),
                ("entity_id", "string"),
            ]
        ),
    )
    assert sorted(r["match"] for r in build(bodies, quotes=quotes).to_pylist()) == ["conflicts", "reference"]


def test_an_article_in_another_language_is_not_aligned():
    assert build({"a": MARROW, "b": MARROW}, languages=["en", "de"]).num_rows == 0


def test_one_article_makes_no_statements():
    assert build({"a": MARROW}).schema == SCHEMA
    assert build({"a": MARROW}).num_rows == 0


def test_articles_outside_any_story_are_left_out():
    assert build({"a": MARROW, "b": MARROW}, story=None).num_rows == 0


def test_articles_of_one_sentence_are_aligned():
    bodies = {
        "a": "A crane fell on the ferry quay at Port Marrow.",
        "b": "The Port Marrow ferry quay was hit when a crane fell.",
    }
    (statement,) = told(bodies, build(bodies))
    assert set(statement) == {"a", "b"}


def test_forty_copies_of_one_text_are_told_verbatim_by_all():
    bodies = {f"c{n:02d}": MARROW for n in range(40)}
    found = [s for s in told(bodies, build(bodies)) if any("rust" in text for _, text in s.values())]
    assert len(found) == 1
    assert len(found[0]) == 40
    assert Counter(match for match, _ in found[0].values()) == {"reference": 1, "verbatim": 39}


def test_lists_and_empty_texts_are_survived():
    bodies = {
        "a": "\n\n".join(f"• item {n}" for n in range(300)),
        "b": "\n\n".join(f"• item {n}" for n in range(300)),
        "c": "",
    }
    build(bodies)


def test_statements_do_not_depend_on_the_order_of_the_rows(bodies):
    turned = dict(reversed(bodies.items()))
    assert build(bodies).to_pylist() == build(turned).to_pylist()


def test_a_short_quotation_is_the_same_only_from_the_same_speaker():
    short = ["sell", "the", "old", "harbour", "now"]
    assert quotation_match(short, short, "unknown") is None
    assert quotation_match(short, short, "same") == "verbatim"


def test_a_quotation_worded_differently_needs_the_same_speaker():
    one = ["we", "will", "never", "ever", "sell", "the", "old", "harbour", "to", "a", "stranger", "from", "Kelby"]
    other = ["we", "will", "never", "sell", "the", "old", "harbour", "to", "any", "stranger", "from", "Kelby"]
    assert quotation_match(one, other, "same") == "reworded"
    assert quotation_match(one, other, "unknown") is None


def test_two_quotations_with_less_than_half_their_words_in_common_are_different():
    assert different_quotations(
        ["we", "cannot", "open", "the", "quay", "now"], ["we", "cannot", "invite", "anyone", "to", "dinner"]
    )


def test_sentences_that_share_one_word_are_not_compared():
    assert score_pairs([frozenset({"dahl", "quay"}), frozenset({"dahl", "wheat"})], [0, 1]) == []


def test_sentences_of_one_article_are_not_compared():
    same = frozenset({"crane", "fell", "quay"})
    assert score_pairs([same, same], [0, 0]) == []


@pytest.mark.parametrize("unit", ["1 ", "“a” ", "a ", "\n", "b c d 7 ", "“", "…"])
def test_a_hostile_text_is_compared_with_itself_in_bounded_work(unit):
    body = unit * (20_000 // len(unit))
    build({"a": body, "b": body})


def test_a_live_blog_is_compared_with_a_short_report():
    blog = "\n\n".join(
        f"{n:02d}:00 The crane number {n} at quay {n % 7} was moved by worker {n % 11}." for n in range(1_500)
    )
    bodies = {"blog": f"{blog}\n\n{MARROW}", "b": KELBY}
    assert any({"blog", "b"} == set(statement) for statement in told(bodies, build(bodies)))


PARTED = "“She had a bag packed by the door since autumn,” Ann Roe said. “She only needed somebody to tell her when.”"
WHOLE = "“She had a bag packed by the door since autumn. She only needed somebody to tell her when,” Ann Roe said."


def attributed(bodies, rows):
    return pa.Table.from_pylist([{"entity_id": "1", "is_inferred": False, **row} for row in rows])


def parted_quotes(bodies):
    first, second, whole = "“She had a bag packed by the door since autumn,”", "“She only needed", "“She had a bag"
    return attributed(
        bodies,
        [
            said_by(bodies, "a", first, "Ann Roe", "1") | {"quote": 0},
            said_by(bodies, "a", second, "Ann Roe", "1") | {"quote": 0},
            said_by(bodies, "b", whole, "Ann Roe", "1") | {"quote": 0},
        ],
    )


def test_a_quotation_parted_by_she_said_is_compared_whole():
    bodies = {"a": PARTED, "b": WHOLE}
    (statement,) = told(bodies, build(bodies, quotes=parted_quotes(bodies)))
    assert statement["a"] == ("reference", PARTED)
    assert statement["b"] == ("verbatim", WHOLE.removesuffix(" Ann Roe said."))


def test_of_a_parted_quotation_only_the_part_is_shown_that_others_have():
    bodies = {"a": PARTED, "b": "“She only needed somebody to tell her when,” Ann Roe said."}
    table = build(bodies, quotes=parted_quotes(bodies | {"b": WHOLE}).slice(0, 2))
    (statement,) = told(bodies, table)
    assert statement["a"] == ("reference", "“She only needed somebody to tell her when.”")


def test_a_speaker_who_was_only_inferred_makes_no_conflict():
    quote = "“The town will never sell the harbour to a stranger,”"
    bodies = {"a": f"{quote} the mayor said.", "b": f"{quote} she said."}
    rows = [said_by(bodies, "a", quote, "Ann Roe", "1"), said_by(bodies, "b", quote, "Ben Orr", "2")]
    quotes = pa.Table.from_pylist([rows[0] | {"is_inferred": False}, rows[1] | {"is_inferred": True}])
    assert sorted(row["match"] for row in build(bodies, quotes=quotes).to_pylist()) == ["reference", "verbatim"]


def test_the_two_ways_to_write_a_time_are_one():
    bodies = {
        "a": "“The siren went at 3:40 and the water was in my kitchen by then,” the mayor said.",
        "b": "“The siren went at 3.40 and the water was in my kitchen by then,” the mayor said.",
    }
    assert sorted(row["match"] for row in build(bodies).to_pylist()) == ["reference", "verbatim"]


DAM = """Engineers opened the upper sluice of the Kelby dam before dawn on Monday without warning the harbour.
The harbour office lost four fishing boats and the wooden ferry pier in the flood.
Mayor Ann Roe asked the dam company to pay for the lost boats and the pier.
Bakers expect dear wheat."""
FLOOD = """Without warning the harbour, engineers opened the upper sluice of the Kelby dam on Monday before dawn.
In the flood the harbour office lost the wooden ferry pier and four fishing boats.
Ann Roe, the mayor, wants the dam company to pay for the pier and for the lost boats.
Rain is expected in the hills."""
FAIR = """Mayor Ann Roe opened the Kelby harbour fair on Monday and praised the fishing boats.
The harbour office expects four thousand visitors at the wooden stalls.
Bakers of Kelby will sell bread until dawn."""


def test_each_statement_has_one_reference_and_no_sentence_is_the_wording_of_two():
    rows = build({"a": DAM, "b": FLOOD, "c": FAIR}).to_pylist()
    statements = {row["statement"] for row in rows}
    assert Counter(row["statement"] for row in rows if row["match"] == "reference") == dict.fromkeys(statements, 1)
    worded = Counter((row["article_id"], row["start"]) for row in rows if row["match"] != "possible")
    assert set(worded.values()) == {1}


def test_what_two_articles_say_in_other_words_stands_together():
    told_by_both = [statement for statement in told({"a": DAM, "b": FLOOD}, build({"a": DAM, "b": FLOOD}))]
    assert [{match for match, _ in statement.values()} for statement in told_by_both] == [
        {"reference", "reworded"},
        {"reference", "reworded"},
        {"reference", "reworded"},
    ]


def test_articles_that_share_people_and_places_share_no_statement():
    assert build({"a": DAM, "c": FAIR}).num_rows == 0


def test_a_statement_that_only_one_article_makes_is_no_row():
    assert not any(
        "Bakers" in text
        for one in told({"a": DAM, "b": FLOOD}, build({"a": DAM, "b": FLOOD}))
        for _, text in one.values()
    )


def test_what_possibly_tells_a_statement_hangs_on_one_that_two_tell_for_sure():
    maybe = "The harbour office said on Monday that boats were lost in the flood.\nRain is expected in the hills."
    bodies = {"a": DAM, "b": FLOOD, "c": maybe}
    for statement in told(bodies, build(bodies)):
        matches = [match for match, _ in statement.values()]
        assert "possible" not in matches or "reworded" in matches


def test_a_question_does_not_say_what_a_statement_says():
    asked = DAM.replace("on Monday without warning the harbour.", "on Monday without warning the harbour?")
    bodies = {"a": asked, "b": FLOOD}
    assert not any("upper sluice" in text for one in told(bodies, build(bodies)) for _, text in one.values())


def tellings_with(words, one, other):
    """The tellings in other words, of all statements of two articles, that have these words, in order."""
    table = build({"a": f"{DAM}\n{one}", "b": f"{FLOOD}\n{other}"})
    texts = {"a": f"{DAM}\n{one}", "b": f"{FLOOD}\n{other}"}
    said = [texts[row["article_id"]][row["start"] : row["end"]] for row in table.to_pylist()]
    return [text for text in said if words in text]


def test_an_article_may_tell_a_thing_twice():
    one = "Nine of twelve lifeboats failed the winter inspection in Kelby."
    other = "Nine of the twelve lifeboats failed their winter inspection in Kelby."
    again = "The keeper told fishermen that nine of twelve lifeboats had failed the winter inspection."
    assert tellings_with("lifeboats", one, f"{other}\nA slipway will be dug.\n{again}") == [one, other, again]


WARNED = "Nora Quill, the head gardener of the botanic park, warned the council that frost had killed the lemon trees."


def test_what_stands_behind_a_name_says_who_it_is_and_not_what_is_said():
    sold = "Nora Quill, the head gardener of the botanic park, urged a meeting to sell the glasshouse."
    told_of = "Nora Quill, the head gardener of the botanic park, told a meeting of lemon trees that frost had killed."
    assert tellings_with("Quill", WARNED, sold) == []
    assert tellings_with("Quill", WARNED, told_of) == [WARNED, told_of]


def test_a_long_name_in_common_says_nothing():
    wants = "The Society of Lamp Makers and Glass Blowers wants the market to open on Sundays."
    assert tellings_with("Lamp", wants, "The Society of Lamp Makers and Glass Blowers will hold a dance.") == []


def test_two_figures_and_a_word_in_common_are_enough_where_other_figures_are_not():
    vote = "The council voted for the bridge by seven to four."
    same, different = (
        "Seven members voted in favour and four against.",
        "Seven members voted in favour and nine against.",
    )
    assert tellings_with("even ", vote, same) == [vote, same]
    assert tellings_with("even ", vote, different) == []


BRIDGE = """The county closed the Orrin bridge on Sunday after divers found cracks in two piers.
Lorries will go round by Talle until the summer, which adds an hour.
Engineers want to inject cement into the foundations.
Shops on the island fear for the season."""
BRIDGE_AGAIN = """Cracks found by divers in the piers made the county close the bridge at Orrin.
A detour by Talle costs lorries an hour until summer.
The foundations are to be filled with cement, engineers say.
On the island shops are afraid of losing their season."""
BRIDGE_FAIR = """The fair on the Orrin bridge opens on Sunday with a race of rowing boats.
Lorries from Talle will sell pears.
Shops on the island stay shut, and engineers play in the brass band."""


def test_where_two_articles_tell_the_same_throughout_less_is_asked_of_each_sentence():
    found = build({"a": BRIDGE, "b": BRIDGE_AGAIN}).to_pylist()
    assert [row["match"] for row in found].count("reworded") == 4
    assert {row["match"] for row in found} == {"reference", "reworded"}
    assert build({"a": BRIDGE, "b": BRIDGE_FAIR}).num_rows == 0
