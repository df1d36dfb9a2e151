"""What an article is called in lists: its headline, or else its first sentence."""

from newscorpus.query.connection import open_reader
from newscorpus.query.names.one_name import prominence
from newscorpus.query.selection import Selection
from newscorpus.query.sources.articles import articles_list


def test_an_article_without_a_headline_is_called_by_its_first_sentence_which_counts_as_no_headline(build, tmp_path):
    (tmp_path / "news.csv").write_text(
        "source,title,text\n"
        'Vale Post,Ferry stopped,"Ada Lind stopped the ferry to Orm. Nobody was hurt."\n'
        'Coast Daily,,"Ada Lind stopped the ferry. She said it was not safe."\n'
    )
    reader = open_reader(build(tmp_path).store)

    titles = {row["source"]: row["title"] for row in articles_list(reader, Selection(), "source", 9).table.to_pylist()}
    named = {
        row["source"]: row["n_headline"] for row in prominence(reader, Selection(), "Ada Lind (person)").to_pylist()
    }

    assert titles == {"Vale Post": "Ferry stopped", "Coast Daily": "Ada Lind stopped the ferry."}
    assert named == {"Vale Post": 0, "Coast Daily": 0}
