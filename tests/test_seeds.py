"""Two real articles on one briefing, as they arrived. Read from beside the repository, never shipped with it."""

FURNITURE = (
    "Photo",
    "Support ",
    "Newsletter",
    "Patrons",
    "YouTube",
    "Flickr",
    "Advertisements",
    "adsbygoogle",
    "getAdSnippet",
    "Subscribe",
)


def by_source(seeds):
    return {article["source"]: article for article in seeds.articles_by_place().values()}


def test_both_outlets_are_recognised_and_the_agency_is_not_one_of_them(seeds):
    articles = by_source(seeds)

    assert set(articles) == {"HKFP", "London Glossy Post"}
    assert articles["HKFP"]["agency"] == "AFP"
    assert articles["London Glossy Post"]["agency"] is None


def test_dates_are_unknown(seeds):
    assert [article["published_at"] for article in seeds.rows("articles")] == [None, None]


def test_no_caption_credit_donation_script_or_advertisement_is_left(seeds):
    for article in by_source(seeds).values():
        assert [word for word in FURNITURE if word in article["text"]] == []


def test_no_sentence_of_either_article_is_lost(seeds):
    articles = by_source(seeds)

    # Counted by hand: the first article has 13 paragraphs of its own, the second 14.
    assert articles["HKFP"]["text"].count("\n\n") == 13 - 1
    assert articles["London Glossy Post"]["text"].count("\n\n") == 14 - 1


def test_no_name_comes_from_what_was_cut(seeds):
    names = {row["surface"] for row in seeds.rows("mentions")}

    assert names & {"HKFP", "AFP", "Newsletter", "YouTube", "Flickr", "London Glossy Post", "ACANU"} <= {"ACANU"}


def entity(seeds, alias):
    return [row for row in seeds.rows("entities") if alias in row["aliases"]]


def test_the_ambassador_is_one_person(seeds):
    (chen,) = entity(seeds, "Chen Xu")

    assert chen["kind"] == "PERSON"
    assert chen["name"] == "Chen Xu"
    assert {"Chen"} <= set(chen["aliases"])
    assert entity(seeds, "Chen") == [chen]


def test_the_new_commissioner_is_whole(seeds):
    (turk,) = entity(seeds, "Volker Turk")

    assert turk["kind"] == "PERSON"
    assert "Turk" in turk["aliases"]


def test_both_spellings_are_one_people(seeds):
    (people,) = entity(seeds, "Uyghurs")

    assert people["kind"] == "GROUP"
    assert {"Uyghurs", "Uighurs"} <= set(people["aliases"])


def test_every_speaker_called_chen_is_the_ambassador(seeds):
    speakers = {row["speaker"] for row in seeds.rows("quotes") if "Chen" in (row["speaker"] or "")}

    assert speakers == {"Chen Xu"}


def test_who_warned_of_crimes_is_not_made_up(seeds):
    warners = [(row["speaker"], row["confidence"]) for row in seeds.rows("quotes") if row["verb"] == "warn"]

    assert ("Beijing", "clear") not in warners
    assert "Beijing" not in {speaker for speaker, _ in warners}


def test_the_insult_is_part_of_an_accusation(seeds):
    (insult,) = [row for row in seeds.rows("quotes") if "thug and accomplice" in row["text"]]

    assert (insult["verb"], insult["type"]) == ("accuse", "mixed")


def test_the_two_tell_one_story_and_share_one_quotation(seeds):
    (story,) = seeds.rows("stories")

    assert (story["n_articles"], story["n_sources"]) == (2, 2)
    assert [(row["n_words"], row["quoted"]) for row in seeds.rows("overlaps")] == [(7, True)]
