"""Two labellings of the same things, with kappa counted by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.statistics.agreement import agreement

CATEGORIES = ("right", "wrong")
LABELS = st.lists(st.tuples(st.sampled_from(CATEGORIES), st.sampled_from(CATEGORIES)), min_size=1, max_size=40)


def labels(n_both_right, n_only_a, n_only_b, n_both_wrong):
    pairs = [("right", "right")] * n_both_right + [("right", "wrong")] * n_only_a
    pairs += [("wrong", "right")] * n_only_b + [("wrong", "wrong")] * n_both_wrong
    return [a for a, _ in pairs], [b for _, b in pairs]


def test_kappa_is_agreement_beyond_chance():
    # 20 + 15 of 50 agree: .70. By chance: .5 x .6 + .5 x .4 = .50. (.70 - .50) / (1 - .50) = .40
    found = agreement(*labels(20, 5, 10, 15), CATEGORIES)

    assert (found.n, found.n_agree) == (50, 35)
    assert found.table == ((20, 5), (10, 15))
    assert found.kappa == pytest.approx(0.4)
    assert 0.1 < found.low < 0.4 < found.high < 0.65


def test_with_one_category_chance_agrees_always_and_kappa_is_undefined():
    found = agreement(["right"] * 20, ["right"] * 20, CATEGORIES)

    assert (found.n_agree, found.kappa, found.low, found.high) == (20, None, None, None)


def test_nothing_labelled_has_no_kappa():
    assert agreement([], [], CATEGORIES).kappa is None


def test_below_ten_labels_there_is_kappa_and_no_interval():
    few, enough = agreement(*labels(4, 1, 1, 3), CATEGORIES), agreement(*labels(4, 1, 1, 4), CATEGORIES)

    assert few.kappa is not None
    assert few.low is None
    assert enough.low is not None


def test_full_agreement_in_a_sample_is_no_proof_of_full_agreement():
    found = agreement(*labels(10, 0, 0, 10), CATEGORIES)

    assert (found.kappa, found.high) == (1, 1)
    assert 0.6 < found.low < 0.95


def test_agreement_at_chance_is_zero_and_perfect_disagreement_is_below():
    assert agreement(*labels(5, 5, 5, 5), CATEGORIES).kappa == 0
    assert agreement(*labels(0, 5, 5, 0), CATEGORIES).kappa == -1


def test_a_label_that_is_no_category_is_refused():
    with pytest.raises(ValueError, match="maybe"):
        agreement(["maybe"], ["right"], CATEGORIES)
    with pytest.raises(ValueError, match="zip"):
        agreement(["right"], [], CATEGORIES)


@given(LABELS)
def test_who_is_first_does_not_matter(pairs):
    one, other = [a for a, _ in pairs], [b for _, b in pairs]
    forth, back = agreement(one, other, CATEGORIES), agreement(other, one, CATEGORIES)

    assert forth.kappa == (None if back.kappa is None else pytest.approx(back.kappa))
    assert np.array_equal(np.array(forth.table), np.array(back.table).T)


@given(LABELS)
def test_more_of_the_same_labels_narrows_the_interval(pairs):
    one, other = [a for a, _ in pairs] * 10, [b for _, b in pairs] * 10
    few, many = agreement(one, other, CATEGORIES), agreement(one * 10, other * 10, CATEGORIES)

    if few.kappa is not None:
        assert many.high - many.low < few.high - few.low
        assert few.low <= few.kappa <= few.high
