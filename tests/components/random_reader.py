"""A reader who chooses at random: filters of a link, and whatever a page offers."""

from datetime import timedelta

PASSAGES = ("all text", "without shared passages", "only shared passages")


def random_filters(chance, built):
    """Parameters of a link: values that the corpus has, and some that it has not."""
    articles = built.rows("articles")
    sources = sorted({row["source"] for row in articles if row["source"]})
    days = sorted({row["published_at"].date() for row in articles if row["published_at"]})
    lengths = sorted(row["n_words"] for row in articles) or [0]
    names = sorted({f"{row['name']} ({row['kind'].lower()})" for row in built.rows("entities")})
    words = sorted({word for row in built.rows("texts")[:5] for word in row["text"].split()[:40]})
    stories = sorted(row["label"] for row in built.rows("stories"))
    possible = {
        "source": lambda: chance.sample(sources, chance.randint(1, len(sources))) if sources else [],
        "name": lambda: [chance.choice(names)] if names else [],
        "story": lambda: [chance.choice(stories)] if stories else [],
        "q": lambda: [chance.choice([*words, "nowhere"])],
        "passages": lambda: [chance.choice(PASSAGES)],
        "words_from": lambda: [str(chance.choice(lengths))],
        "words_to": lambda: [str(chance.choice(lengths) + chance.randint(-5, 5))],
        "polarity": lambda: _range(chance),
        "tone": lambda: _range(chance),
        "from": lambda: [(chance.choice(days) - timedelta(chance.randint(0, 2))).isoformat()] if days else [],
        "to": lambda: [(chance.choice(days) + timedelta(chance.randint(0, 2))).isoformat()] if days else [],
        "pick": lambda: [chance.choice(articles)["article_id"]] if articles else [],
        "language": lambda: [chance.choice(["English", "German", "en"])],
    }
    chosen = chance.sample(sorted(possible), chance.choice([0, 1, 1, 2, 2, 3]))
    return {name: values for name in chosen if (values := possible[name]())}


def choose_something(chance, page):
    """Use one control of the page's main part; returns what was done in words, None where there is none to use."""
    offered = [control for kind in KINDS for control in getattr(page.main, kind) if not control.disabled]
    if not offered:
        return None
    control = chance.choice(offered)
    said = f"{control.type} {control.label!r}"
    if control.type == "button":
        control.click().run()
        return said
    value = _value(chance, control)
    control.set_value(value).run()
    return f"{said} = {value!r}"


def _range(chance):
    return [str(round(bound, 2)) for bound in sorted((chance.uniform(-1, 1), chance.uniform(-1, 1)))]


KINDS = ("button", "button_group", "checkbox", "toggle", "selectbox", "multiselect", "radio", "text_input", "slider")
TYPED = ("", "quay", '"east quay"', "cl*", "a NEAR/3 b", "(", "/[/", "Ada Lind", "œ", "not here at all")


def _value(chance, control):
    match control.type:
        case "checkbox" | "toggle":
            return not control.value
        case "text_input":
            return chance.choice(TYPED)
        case "slider":
            return chance.choice([control.min, control.max])
        case "multiselect":
            return chance.sample(control.options, min(len(control.options), chance.randint(0, 2)))
        case _:
            return chance.choice(control.options) if control.options else control.value
