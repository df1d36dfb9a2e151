"""The promises of the statistics, kept in small seeded simulations; benchmarks/ has the large ones."""

import numpy as np
import pytest

from newscorpus.statistics.intervals import mean_intervals, median_interval
from newscorpus.statistics.paired import paired
from newscorpus.statistics.rules import MIN_STORIES_FOR_MEDIUM, RULES
from newscorpus.statistics.shrinkage import shrunk_medians

N_SCREENS = 300
SHAPES = {
    "normal": np.asarray,
    "skewed": np.exp,
    "tied": np.round,
    "mostly zero": lambda values: np.maximum(values - 0.8, 0),
}
FAR_ABOVE_ONE_IN_TWENTY = 0.05 + 3 * np.sqrt(0.05 * 0.95 / N_SCREENS)  # three standard errors of that many screens


def claims(values):
    """Claims of a screen of values (story × source × measure), every source on every story."""
    n_stories, n_sources, _ = values.shape
    pairs = [(a, b) for a in range(n_sources) for b in range(a + 1, n_sources)]
    differences = np.concatenate([values[:, a] - values[:, b] for a, b in pairs], axis=1)
    n_columns = differences.shape[1]
    story = np.repeat(np.arange(n_stories), n_columns)
    return paired(story, np.tile(np.arange(n_columns), n_stories), differences.ravel(), n_columns).is_claimed


@pytest.mark.parametrize(("n_sources", "n_stories"), [(2, 6), (2, 10), (2, 25), (4, 10), (4, 16)])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_of_screens_of_one_outlet_five_in_a_hundred_claim_something_at_most(n_sources, n_stories, shape):
    rng = np.random.default_rng([n_sources, n_stories])
    screens = (shape(rng.normal(size=(n_stories, n_sources, 4))) for _ in range(N_SCREENS))

    assert np.mean([claims(values).any() for values in screens]) <= FAR_ABOVE_ONE_IN_TWENTY


def test_a_third_outlet_that_differs_makes_no_claim_about_two_that_do_not():
    rng = np.random.default_rng(1)
    false = []
    for _ in range(N_SCREENS):
        values = rng.normal(size=(12, 3, 3))
        values[:, 2] += 3
        false.append(claims(values)[:3].any())

    assert np.mean(false) <= FAR_ABOVE_ONE_IN_TWENTY


def test_a_large_difference_is_found_from_ten_shared_stories_on():
    rng = np.random.default_rng(2)

    def found(n_stories, effect):
        values = (rng.normal(size=(n_stories, 2, 1)) for _ in range(N_SCREENS))
        return np.mean([claims(one + effect * np.array([1, 0])[:, None]).any() for one in values])

    assert found(MIN_STORIES_FOR_MEDIUM, np.sqrt(2)) > 0.7  # one standard deviation of the difference
    assert found(MIN_STORIES_FOR_MEDIUM - 4, np.sqrt(2)) < 0.5


@pytest.mark.parametrize("n", [6, 9, 20])
def test_intervals_hold_the_truth_nineteen_times_in_twenty(n):
    rng = np.random.default_rng(n)
    draws = rng.normal(1, 2, (1_000, n))
    low, high = mean_intervals(np.full(1_000, n), draws.mean(axis=1), draws.std(axis=1, ddof=1))
    ends = [median_interval(row) for row in np.sort(draws, axis=1)]

    assert np.mean((low <= 1) & (high >= 1)) == pytest.approx(0.95, abs=0.025)
    assert np.mean([a <= 1 <= b for a, b in ends]) >= 0.93


def test_pulled_medians_are_nearer_the_truth():
    rng = np.random.default_rng(3)
    n_articles = np.array([3, 3, 4, 5, 8, 30, 60])
    errors = []
    for _ in range(N_SCREENS):
        true = rng.normal(0, 0.3, len(n_articles))
        raw = np.array([np.median(rng.normal(middle, 1, n)) for middle, n in zip(true, n_articles, strict=True)])
        errors.append([np.mean((raw - true) ** 2), np.mean((shrunk_medians(raw, n_articles, 1.0) - true) ** 2)])
    raw_error, pulled_error = np.mean(errors, axis=0)

    assert pulled_error < 0.7 * raw_error


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_from_which_number_on_it_holds_and_where_it_is_from(rule):
    assert rule.minimum >= 1
    assert rule.says.endswith(".")
    assert rule.reference
