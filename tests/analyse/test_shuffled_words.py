"""Sentences that no grammar foresees: the words of real ones in any order."""

import random

import pytest

from newscorpus.analyse.batch import analyse_article

SENTENCES = (
    "The mayor accused the board of hiding the report and called its chairman, Ann Lee, a coward on Friday.",
    "“We will not pay,” said Tom Poe, who rejected the plan and criticised the minister for leaving early.",
    "Critics, she said, blasted him and the council, denied any fault, and urged voters to think again.",
)


@pytest.mark.parametrize("seed", range(60))
def test_words_in_any_order_are_measured(seed):
    words = " ".join(SENTENCES).split()
    text = " ".join(random.Random(seed).sample(words, len(words)))

    analysis = analyse_article("a", None, text)

    assert analysis.measures["n_words"] == sum(row["n_words"] for row in analysis.sentences)
