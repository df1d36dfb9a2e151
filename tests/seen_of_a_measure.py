"""What is seen of the measure of CONTRIBUTING.md, as JSON: run by test_new_measure.py in a copy that has it.

The corpus is that of tests/paired.py, with a tenth of an article's words in a sentence of each.
"""

import json
import os
import sys
from pathlib import Path

from streamlit.testing.v1 import AppTest

from components import session
from components.places import path_of
from newscorpus.analyse.measures import Found, measures_of
from newscorpus.methods.whole import found
from newscorpus.query.connection import open_reader
from newscorpus.query.selection import EVERYTHING
from newscorpus.query.sources.articles import articles_list
from newscorpus.store.read import open_store
from newscorpus.tables.catalogue import MEASURED
from tests.alphabet import article_id, write_store
from tests.paired import tables

KEY = "words_per_sentence"
TEXT = "He went. She stayed at home."
SECONDS = 120


def paired_store(place: Path) -> Path:
    rows = tables()
    for row in rows["articles"]:
        row[KEY] = row["n_words"] / 10
    texts = [{"article_id": row["article_id"], "text": TEXT} for row in rows["articles"]]
    return write_store(place, rows | {"texts": texts})


def seen(store: Path) -> dict[str, object]:
    sentences = [{"start": 0, "end": 8, "tone": None}, {"start": 9, "end": 28, "tone": None}]
    measured = measures_of(TEXT, "en", Found(sentences, [], [], []))
    listed = articles_list(open_reader(open_store(store)), EVERYTHING, "newest", 1)
    os.environ[session.CORPUS_VARIABLE] = str(store)
    page = AppTest.from_file(str(Path("app.py").absolute()), default_timeout=SECONDS)
    page.session_state["length_measure"] = KEY
    page.run()
    overview = [element.value for element in page.text]
    table = next(frame.proto.columns for frame in page.dataframe if "top_names" in frame.value.columns)
    page.query_params["article"] = article_id("p000")
    page.switch_page(path_of("read")).run()
    return {
        "measured": measured[KEY],
        "measured and no column": sorted(measured.keys() - MEASURED.keys()),
        "in the download of articles": KEY in listed.table.column_names,
        "said on Overview": overview,
        "over a column of sources": "Median words per sentence" in table,
        "on Read": {metric.label: metric.value for metric in page.metric},
        "on Methods": [entry.key for entry in found("words per sentence counted")],
        "failed": [str(error.value) for error in page.exception],
    }


if __name__ == "__main__":
    print(json.dumps(seen(paired_store(Path(sys.argv[1])))))  # noqa: T201
