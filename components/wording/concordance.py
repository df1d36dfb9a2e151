"""What the page Concordance says, and how to search."""

from typing import Final

from components.number_format import count, counted
from newscorpus.query.concordance.lines import MAX_SORTED, Concordance
from newscorpus.query.concordance.search_language import DEFAULT_WITHIN, MAX_WITHIN
from newscorpus.query.concordance.word_places import MAX_FORMS

N_FORMS_SAID: Final = 8  # a line of text
BEGIN: Final = 'Write a word or a phrase above, such as minister, "human rights", report* or rights NEAR/5 report.'
HELP: Final = (
    ("report", "the word, with capitals or without, however it is spelt: labour finds labor, cooperate co-operate"),
    ("human rights", "these words in a row; quotation marks around them change nothing"),
    ("report*", "words that begin so: reports, reported; * stands for any letters or none"),
    ("wom?n", "? stands for one letter: woman, women"),
    ("report * Monday", "a * alone stands for any one word between two others"),
    ("human|civil rights", "either word in one place"),
    (
        f"rights NEAR/{DEFAULT_WITHIN} report",
        f"{DEFAULT_WITHIN} words apart at most, in either order; 1 to {MAX_WITHIN}",
    ),
    ("strike OR walkout", "either"),
    ('"or"', "between quotation marks, OR and NEAR are words like others"),
    (r"/reports? of \w+ing/", "a regular expression in RE2's syntax; it is read over the texts as they are written"),
)
NOTES: Final = (
    "The text is searched, not the headline. Marks between words are passed over, so that a phrase may stand in two "
    "sentences. With “exactly as written”, capitals and spelling count: Turkey is no turkey, US is not us."
)


def found_words(answer: Concordance) -> str:
    """How much was found, and in how much.

    >>> import pyarrow as pa
    >>> found_words(Concordance(pa.table({}), 3, 2, 3, 10, 10, ()))
    '3 hits in 2 of 10 articles.'
    """
    return f"{counted(answer.n_hits, 'hit')} in {count(answer.n_articles)} of {counted(answer.n_searched, 'article')}."


def unread_words(answer: Concordance) -> str:
    """That not all articles were searched; "" where all were."""
    if answer.n_searched == answer.n_chosen:
        return ""
    return (
        f"Of {counted(answer.n_chosen, 'article')}, {count(answer.n_searched)} were searched before the time for one "
        "search was over. All figures here are of these. Choose fewer articles, or search for words without slashes."
    )


def forms_words(answer: Concordance) -> str:
    """Which forms were looked up where a word stands for several, or for none; "" where each is itself."""
    said = []
    for typed, forms, n_more in answer.looked_up:
        shown = ", ".join(forms[:N_FORMS_SAID])
        n_hidden = len(forms) - N_FORMS_SAID
        shown += f" and {count(n_hidden)} more" if n_hidden > 0 else ""
        if not forms:
            said.append(f"No word of this corpus is {typed}.")
        elif forms != (typed.lower(),):
            said.append(f"{typed} stands for {shown}.")
        if n_more:
            said.append(f"{count(n_more)} rarer words fit and were not looked up: at most {count(MAX_FORMS)} are.")
    return " ".join(said)


def sorted_words(answer: Concordance) -> str:
    """That not all lines are in the order; "" where all are."""
    if answer.n_sorted == answer.n_hits:
        return ""
    return (
        f"The order is of {count(answer.n_sorted)} of {counted(answer.n_hits, 'hit')}: to sort by the words around, "
        f"texts are read, and {count(MAX_SORTED)} lines at most. Which ones is left to chance. "
        "Order by source or date to see all."
    )
