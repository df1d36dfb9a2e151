"""The list of reporting verbs that readers can see and edit."""

import csv
from typing import get_args

import pytest

from newscorpus.analyse.quotations.reporting_verbs import (
    COLUMNS,
    PATH,
    VerbClass,
    inflected,
    reporting_verb,
    reporting_verbs,
    verb_class,
)


def rows():
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_list_has_its_columns_and_no_verb_twice():
    verbs = [row["verb"] for row in rows()]

    assert tuple(rows()[0]) == COLUMNS
    assert len(verbs) == len(set(verbs))


def test_every_class_has_verbs_and_only_belief_verbs_are_all_left_out_of_speech():
    by_class = {name: [v for v in reporting_verbs().values() if v.verb_class == name] for name in get_args(VerbClass)}

    assert all(by_class.values())
    assert not any(verb.core for verb in by_class["belief"])
    assert all(any(verb.core for verb in verbs) for name, verbs in by_class.items() if name != "belief")


@pytest.mark.parametrize(
    ("form", "particle", "verb"),
    [
        ("said", None, "say"),
        ("SAYS", None, "say"),
        ("denied", None, "deny"),
        ("told", None, "tell"),
        ("slammed", None, "slam"),
        ("pointed", "out", "point out"),
        ("calls", "for", "call for"),
        ("called", "up", "call"),
    ],
)
def test_forms_lead_to_their_verb(form, particle, verb):
    assert reporting_verb(form, particle).verb == verb


@pytest.mark.parametrize("form", ["walked", "", "sayed-no", "the"])
def test_other_words_are_no_reporting_verbs(form):
    assert reporting_verb(form) is None


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("say", "neutral"), ("insist", "stressing"), ("claim", "doubting"), ("admit", "granting"), ("accuse", "hostile"),
     ("lament", "emotional"), ("praise", "approving"), ("deny", "denying"), ("hint", "hedged"), ("hope", "belief"),
     ("walk", None)],
)  # fmt: skip
def test_classes_are_those_of_a_journalist(verb, expected):
    assert verb_class(verb) == expected


def test_regular_forms_follow_spelling():
    assert list(inflected("push")) == ["push", "pushes", "pushed", "pushing"]
    assert list(inflected("reply")) == ["reply", "replies", "replied", "replying"]
