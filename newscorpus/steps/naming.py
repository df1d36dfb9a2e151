"""Step 4: names merged across articles, and speakers led to them."""

import pyarrow as pa

from newscorpus.analyse.names.entities import merge_names
from newscorpus.tables.catalogue import TABLES


def name_all(mentions: pa.Table, quotes: pa.Table) -> dict[str, pa.Table]:
    """The tables mentions, entities and quotes of a corpus, from what analysis found article by article.

    A speaker is led to the entity of the name as the article writes it; a description ("a spokesman") to none.
    """
    mentions, entities = merge_names(mentions)
    surfaces = mentions.group_by(["article_id", "surface"]).aggregate([("entity_id", "min")])
    surfaces = surfaces.rename_columns(["article_id", "speaker", "entity_id"])
    led = quotes.join(surfaces, ["article_id", "speaker"]).select([*quotes.column_names, "entity_id"])
    order = [(column, "ascending") for column in TABLES["quotes"].key]
    return {"mentions": mentions, "entities": entities, "quotes": led.sort_by(order)}
