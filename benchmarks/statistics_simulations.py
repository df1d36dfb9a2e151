"""What the rules of the statistics do at small numbers: coverage, false alarms, power, and the good of shrinking.

    PYTHONPATH=. python benchmarks/statistics_simulations.py [PART ...]

PART is one of coverage, medians, alarms, power, standings, shrinkage, agreement, correction; all of them when none is
named. Everything is drawn from seeds: the same command prints the same figures, which stand in docs/statistics.md.
"""

import sys
from itertools import combinations
from statistics import NormalDist

import numpy as np

from newscorpus.statistics.agreement import agreement
from newscorpus.statistics.intervals import mean_intervals, median_interval
from newscorpus.statistics.measurement import corrected_interval
from newscorpus.statistics.paired import paired
from newscorpus.statistics.shrinkage import shrunk_medians
from newscorpus.statistics.standing import standing, together

SEED = 20261122
N_BOOTSTRAPS = 1_000
N_MEASURES = 6  # as many as Overview compares at a time
SHARE_COVERED = 0.7  # of the stories, by each source, where there are more than two
Z = NormalDist().inv_cdf(0.975)


def coverage(rng):
    """How often an interval of a mean difference holds the true one, by the number of shared stories."""
    print("\nInterval of a mean difference: share that covers, 2,000 draws each (95 % is claimed)")
    print(f"{'differences':32} stories  Student  percentile  BCa")
    for kind, draw in DIFFERENCES.items():
        true = draw(rng, 4_000_000).mean()
        for n in (3, 6, 8, 12, 20, 40):
            hits = np.zeros(3)
            for _ in range(2_000):
                values = draw(rng, n)
                for place, interval in enumerate((_student, _percentile, _bca)):
                    low, high = interval(values, rng)
                    hits[place] += low <= true <= high
            student = "not given" if n < 6 else f"{hits[0] / 2_000:9.3f}"
            print(f"{kind:32} {n:7} {student} {hits[1] / 2_000:10.3f} {hits[2] / 2_000:6.3f}", flush=True)


def medians(rng):
    """How often the interval of a source's median holds the true median."""
    print("\nInterval of a median: share that covers, 4,000 draws each (95 % is claimed)")
    numbers = (6, 7, 9, 12, 20, 40, 200)
    print(f"{'articles':14}" + "".join(f"{n:>7}" for n in numbers))
    for kind, draw in ARTICLES.items():
        true = np.median(draw(rng, 1_000_001))
        shares = []
        for n in numbers:
            ordered = np.sort(draw(rng, (4_000, n)), axis=1)
            ends = [median_interval(row) for row in ordered]
            shares.append(np.mean([low <= true <= high for low, high in ends]))
        print(f"{kind:14}" + "".join(f"{share:7.3f}" for share in shares), flush=True)


def alarms(rng):
    """Share of screens that claim anything where all sources write alike."""
    print(f"\nScreens with any claim where all sources are one outlet ({N_MEASURES} measures; 5 % is the bound)")
    print("sources stories  screens " + "".join(f"{kind:>15}" for kind in SCREENS))
    everything = []
    for n_sources in (2, 3, 5, 7, 10, 30):
        n_screens = 2_000 if n_sources == 2 else 200 if n_sources < 30 else 50
        for n_stories in (6, 9, 15, 40):
            shares = [
                np.mean([_anything(draw(rng, n_stories, n_sources), rng) for _ in range(n_screens)])
                for draw in SCREENS.values()
            ]
            everything += shares
            line = "".join(f"{share:15.3f}" for share in shares)
            print(f"{n_sources:7} {n_stories:7} {n_screens:8} {line}", flush=True)
    print(f"over all: {np.mean(everything):.3f}, largest {np.max(everything):.3f}")
    for n_stories in (9, 15, 40):
        false = []
        for _ in range(400):
            values = _normal(rng, n_stories, 3)
            values[:, 2] += 2
            pairs, sources = _claims(values, rng, cover=False)
            false.append((pairs[0].any(), sources[:2].any()))
        apart, out = np.mean(false, axis=0)
        print(
            f"third source 2 standard deviations apart, {n_stories} stories: first two told apart {apart:.3f}, one of "
            f"them said to stand out {out:.3f}"
        )


def power(rng):
    """How often a true difference of one pair on one measure is claimed."""
    print("\nTrue difference claimed, 1,000 screens each; effect in standard deviations of the difference")
    print("stories effect   2 sources, 1 measure   2 sources, 6 measures   5 sources, 6 measures")
    for n_stories in (6, 8, 10, 15, 20, 40):
        for effect in (0.5, 1.0, 1.5):
            shares = []
            for n_sources, n_measures in ((2, 1), (2, N_MEASURES), (5, N_MEASURES)):
                found = 0
                for _ in range(1_000):
                    values = _normal(rng, n_stories, n_sources)[:, :, :n_measures]
                    values[:, 0, 0] += effect * np.sqrt(2)
                    found += _claims(values, rng, cover=False)[0][0, 0]
                shares.append(found / 1_000)
            print(f"{n_stories:7} {effect:6.1f} " + "".join(f"{share:23.2f}" for share in shares), flush=True)


def standings(rng):
    """How often a source that differs from all others on one measure is said to: by a pair it is in, or among all."""
    print(
        f"\nOne source apart on one of {N_MEASURES} measures, 60 screens each: claimed by a pair, among all, by either"
    )
    print("sources stories   1.5 standard deviations   3 standard deviations   no article contradicts")
    for n_sources in (3, 4, 5, 7):
        for n_stories in (6, 8, 12):
            line = ""
            for effect in (1.5, 3.0, 20.0):
                found = []
                for _ in range(60):
                    values = _normal(rng, n_stories, n_sources)
                    values[:, 0, 0] += effect
                    pairs, sources = _claims(values, rng, cover=False)
                    by_pair = pairs[: n_sources - 1, 0].any()
                    found.append((by_pair, sources[0, 0], by_pair or sources[0, 0]))
                line += "   " + " ".join(f"{share:6.2f}" for share in np.mean(found, axis=0))
            print(f"{n_sources:7} {n_stories:7} {line}", flush=True)


def shrinkage(rng):
    """How far raw and shrunk medians are from the truth, and how often the first place is right."""
    print("\nSources of 3 to 60 articles: root mean squared error, and first place right; 2,000 corpora each")
    print("what     spread between   raw error  pulled error   raw first right  pulled first right")
    for spread in (0.1, 0.3, 1.0):
        _report("medians", spread, [_medians_once(rng, spread) for _ in range(2_000)])


def kappas(rng):
    """How often the interval of kappa holds the true one."""
    print("\nInterval of kappa: share that covers, 1,000 draws each; in brackets that of Cohen's standard error")
    for categories, kappa in ((2, 0.4), (2, 0.7), (2, 0.9), (3, 0.4), (3, 0.7), (3, 0.9), (5, 0.4), (5, 0.7), (5, 0.9)):
        base = np.arange(categories, 0, -1) / np.arange(1, categories + 1).sum()
        names = [str(number) for number in range(categories)]
        shares = []
        for n in (10, 20, 50):
            held, textbook = [], []
            for _ in range(1_000):
                one = rng.choice(categories, n, p=base)
                other = np.where(rng.random(n) < kappa, one, rng.choice(categories, n, p=base))
                found = agreement([names[x] for x in one], [names[x] for x in other], names)
                if found.low is not None:
                    held.append(found.low <= kappa <= found.high)
                    textbook.append(abs(found.kappa - kappa) <= Z * _standard_error(found))
            shares.append(f"n = {n}: {np.mean(held):.3f} ({np.mean(textbook):.3f})")
        print(f"{categories} categories, kappa {kappa}: {', '.join(shares)}", flush=True)


def corrections(rng):
    """How often the interval of a corrected share holds the true one, and how wide it is."""
    print("\nInterval of a corrected share: share that covers, and mean width; 200 found or not, 2,000 draws each")
    print("truly  found of true  found of others  checked  covers  width")
    for true, right, wrong in ((0.05, 0.5, 0.1), (0.2, 0.5, 0.1), (0.2, 0.75, 0.01), (0.5, 0.9, 0.05)):
        for n in (20, 100):
            ends = [
                corrected_interval(
                    (rng.binomial(200, true * right + (1 - true) * wrong), 200),
                    (rng.binomial(n, right), n),
                    (rng.binomial(n, 1 - wrong), n),
                )
                for _ in range(2_000)
            ]
            known = np.array([interval for interval in ends if interval is not None])
            covers = np.mean((known[:, 0] <= true) & (true <= known[:, 1]))
            width = np.mean(known[:, 1] - known[:, 0])
            print(f"{true:5} {right:14} {wrong:16} {n:8} {covers:7.3f} {width:6.2f}", flush=True)


def _standard_error(found):
    """Cohen's own of 1960: what the interval is measured against."""
    table = np.array(found.table) / found.n
    by_chance = table.sum(axis=0) @ table.sum(axis=1)
    observed = found.n_agree / found.n
    return np.sqrt(observed * (1 - observed) / found.n) / (1 - by_chance)


def _claims(values, rng, *, cover=True):
    """Claims of a screen of values (story × source × measure): pair × measure, and source × measure."""
    n_stories, n_sources, n_measures = values.shape
    if cover and n_sources > 2:
        values = np.where(rng.random((n_stories, n_sources, 1)) < SHARE_COVERED, values, np.nan)
    pairs = list(combinations(range(n_sources), 2))
    difference = np.stack([values[:, a] - values[:, b] for a, b in pairs], axis=1).reshape(n_stories, -1)
    story, column = np.nonzero(~np.isnan(difference))
    found = paired(story, column, difference[story, column], difference.shape[1])
    story, source = np.indices((n_stories, n_sources)).reshape(2, -1)
    found, stood, _ = together(found, standing(story, source, values.reshape(-1, n_measures), n_sources))
    return found.is_claimed.reshape(len(pairs), n_measures), stood.is_claimed


def _anything(values, rng):
    return any(claimed.any() for claimed in _claims(values, rng))


def _student(values, _rng):
    n, mean, deviation = (np.array([x]) for x in (max(len(values), 6), values.mean(), values.std(ddof=1)))
    low, high = mean_intervals(n, mean, deviation)
    return low[0], high[0]


def _percentile(values, rng):
    return np.quantile(_resampled(values, rng), (0.025, 0.975))


def _bca(values, rng):
    """Efron's bias-corrected and accelerated interval: what Student's is measured against."""
    means, mean, n = _resampled(values, rng), values.mean(), len(values)
    below = (np.mean(means < mean) + np.mean(means <= mean)) / 2
    if not 0 < below < 1:
        return np.quantile(means, (0.025, 0.975))
    left_out = values.mean() - (values.sum() - values) / (n - 1)
    spread = (left_out**2).sum() ** 1.5
    acceleration = (left_out**3).sum() / (6 * spread) if spread else 0
    bias = NormalDist().inv_cdf(below)
    ends = [NormalDist().cdf(bias + (bias + z) / (1 - acceleration * (bias + z))) for z in (-Z, Z)]
    return np.quantile(means, ends)


def _resampled(values, rng):
    return values[rng.integers(0, len(values), (N_BOOTSTRAPS, len(values)))].mean(axis=1)


def _normal(rng, n_stories, n_sources):
    """A story's own height, and articles that differ about it; measures of an article go together by half."""
    common = rng.normal(size=(n_stories, n_sources, 1))
    own = rng.normal(size=(n_stories, n_sources, N_MEASURES))
    return rng.normal(size=(n_stories, 1, N_MEASURES)) + np.sqrt(0.5) * (common + own)


def _medians_once(rng, spread):
    n_articles = rng.integers(3, 61, 12)
    true = rng.normal(0, spread, 12)
    articles = [rng.normal(middle, 1, n) for middle, n in zip(true, n_articles, strict=True)]
    raw = np.array([np.median(values) for values in articles])
    within = sum(values.var(ddof=1) * (len(values) - 1) for values in articles) / (n_articles.sum() - 12)
    return true, raw, shrunk_medians(raw, n_articles, within)


def _report(what, spread, found):
    true, raw, pulled = (np.array(column) for column in zip(*found, strict=True))
    errors = [np.sqrt(np.mean((estimate - true) ** 2)) for estimate in (raw, pulled)]
    firsts = [np.mean(estimate.argmax(axis=1) == true.argmax(axis=1)) for estimate in (raw, pulled)]
    print(f"{what:8} {spread:14} {errors[0]:11.3f} {errors[1]:13.3f} {firsts[0]:17.2f} {firsts[1]:19.2f}", flush=True)


DIFFERENCES = {
    "normal": lambda rng, n: rng.normal(0.3, 1, n),
    "skewed alike (log-normal)": lambda rng, n: (
        np.exp(0.8 * rng.normal(size=n) + 0.3) - np.exp(0.8 * rng.normal(size=n))
    ),
    "one skewed more": lambda rng, n: np.exp(rng.normal(size=n)) - np.exp(0.3 * rng.normal(size=n)),
    "mostly zero": lambda rng, n: (
        np.where(rng.random(n) < 0.3, rng.exponential(1, n), 0)
        - np.where(rng.random(n) < 0.2, rng.exponential(1, n), 0)
    ),
}
ARTICLES = {
    "normal": lambda rng, shape: rng.normal(size=shape),
    "log-normal": lambda rng, shape: np.exp(rng.normal(size=shape)),
    "whole numbers": lambda rng, shape: np.round(rng.normal(size=shape)),
    "mostly zero": lambda rng, shape: np.where(rng.random(shape) < 0.4, rng.exponential(1, shape), 0),
}
SCREENS = {
    "normal": _normal,
    "log-normal": lambda rng, *shape: np.exp(_normal(rng, *shape)),
    "whole numbers": lambda rng, *shape: np.round(_normal(rng, *shape)),
    "mostly zero": lambda rng, *shape: np.maximum(_normal(rng, *shape) - 0.8, 0),
    "yes or no": lambda rng, *shape: (_normal(rng, *shape) > 1.0).astype(float),
}
PARTS = {
    "coverage": coverage,
    "medians": medians,
    "alarms": alarms,
    "power": power,
    "standings": standings,
    "shrinkage": shrinkage,
    "agreement": kappas,
    "correction": corrections,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or PARTS:
        PARTS[name](np.random.default_rng(SEED))
