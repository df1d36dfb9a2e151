"""Two outlets and a third on the same stories: lengths small enough to count by hand.

story  Heron  Ibis  Jay     Heron − Ibis
  1      100    60   80          40
  2      200   100  200         100
  3      150   120   –           30
  4      180   100   –           80
  5      120    70   –           50
  6      180   170  180          10
  7     70 90  100   –          −20   (Heron tells it twice: 80)
  –      999     –    5                (stories of one source, or none)

Heron is longer than Ibis in 6 of 7 shared stories; the mean difference is 290 / 7 = 41.4, the median 40.
Word polarity is a hundredth of the length for Heron, undefined for Jay, 1.00 for Ibis.
"""

from datetime import UTC, datetime, timedelta

from tests.alphabet import article_row, write_store

HERON = ([100], [200], [150], [180], [120], [180], [70, 90])
IBIS = ([60], [100], [120], [100], [70], [170], [100])
JAY = ([80], [200], [], [], [], [180], [])
FIRST_DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


def tables(sources=None):
    """The rows of `articles` and `stories`."""
    sources = {"Heron": HERON, "Ibis": IBIS, "Jay": JAY} if sources is None else sources
    told = [
        (source, story, n_words)
        for source, stories in sources.items()
        for story, lengths in enumerate(stories, start=1)
        for n_words in lengths
    ]
    told += [("Heron", None, 999), ("Jay", None, 5), (None, 1, 7), (None, 2, 7)]
    articles = [
        article_row(
            f"p{number:03d}",
            source=source,
            story_id=story and f"{story:016d}",
            found_story_id=story and f"{story:016d}",
            published_at=FIRST_DAY + timedelta(days=story or 0),
            n_words=n_words,
            n_words_own=n_words,
            share_quoted=min(1.0, n_words / 1000),
            polarity={"Heron": n_words / 100, "Ibis": 1.0}.get(source),
        )
        for number, (source, story, n_words) in enumerate(told)
    ]
    n_stories = max(len(stories) for stories in sources.values())
    stories = [
        {"story_id": f"{story:016d}", "label": f"Story {story}", "n_articles": 2, "n_sources": 2}
        for story in range(1, n_stories + 1)
    ]
    return {"articles": articles, "stories": stories}


def write_paired(place, sources=None):
    """Write the store at `place`."""
    return write_store(place, tables(sources))
