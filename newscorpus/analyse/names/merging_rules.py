"""When two names are one: every rule of merging, in the order it is asked.

In an article
  1. A shorter name of a person is the one fuller name it can belong to: by its surname ("Roe", "J. Roe"), else by the
     word that stands first ("Chen" for "Chen Xu"). Where two could be meant it stays by itself.
  2. An acronym is the one organisation whose initials it spells; what it is by itself ("the Observatory") is the one
     organisation that is one. A word read as a person, of whom no article has a full name, is the one organisation that
     begins with it ("Norvane" for "Norvane Medical"); a word read as an organisation is the person of that surname.
In the corpus
  3. A surname in an article that gives nobody of it a full name is the person of the corpus who has it in nearly all
     articles that name one bearer alone; with two common bearers, nobody. Such mentions are marked as inferred.
  4. Full names of persons are one when first name and surname are, a middle name aside, unless two different middle
     names are known; both may differ as carried over from another alphabet (Yelena Zelenskaya, Elena Zelenskaia).
  5. An acronym is what it was in the articles that spell it out, when they agree; a name of the kind
     "Union of Dockers" is the one name of the corpus that goes on with "and". Both are marked as inferred.
  6. The words for a people or a party's members (adjective, singular, plural) are one name; the country and the party
     are another. `docs/decisions/0014-names.md` says why.
Metonyms ("Beijing" for a government) are never merged: who is meant is a reading, not a spelling.
All names here are folded (`spelling.folded`); None says that nothing is decided.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz import fuzz

from newscorpus.analyse.names.casing import is_common
from newscorpus.analyse.names.spans import kind_of_place_or_people
from newscorpus.analyse.names.spelling import initials, skeleton
from newscorpus.text.titles import FIRST_NAMES
from newscorpus.text.words import word_set

OPEN_SURNAMES: Final = word_set("de del della di da dos du van von der den ter zu bin ibn")
"""Particles a surname opens with; given names ("Al", "Ben") are not among them."""
LEAST_LIKENESS: Final = 80  # of two surnames with one skeleton, 0-100; keeps very short ones apart
NEARLY_ALL: Final = 0.9  # of the articles that name one bearer of a surname alone; the rest are the cost of the guess
FEWEST_OF_A_WORD: Final = 5  # articles that must name the bearer of a surname that is a word as well ("Justice")
SHORTEST_CARRIED_OVER: Final = 4  # letters of a name; shorter ones differ by what a transliteration changes
_FIRST_NAMES: Final = frozenset(name.casefold() for name in FIRST_NAMES)


def is_full(name: str) -> bool:
    """Whether a folded person's name has a given name written out and a surname.

    >>> is_full("jane roe"), is_full("j roe"), is_full("roe"), is_full("von der roe")
    (True, False, False, False)
    """
    words = name.split()
    return len(words) > 1 and len(words[0]) > 1 and words[0] not in OPEN_SURNAMES


def _agree(short: list[str], full: list[str]) -> bool:
    """Whether the words of a shorter name can be those of a full one: same surname, initials and given names alike."""
    if short[-1] != full[-1] or len(short) > len(full):
        return False
    given = full[:-1]
    return all(any(part.startswith(word) if len(word) == 1 else part == word for part in given) for word in short[:-1])


def fuller_name(short: str, persons: Mapping[str, str]) -> str | None:
    """Rule 1: the one person `short` can be; None when none or several can.

    `persons` maps the full names of the article to the name each is merged under.

    >>> fuller_name("roe", {"jane roe": "jane roe", "chen xu": "chen xu"}), fuller_name("chen", {"chen xu": "chen xu"})
    ('jane roe', 'chen xu')
    >>> fuller_name("roe", {"jane roe": "jane roe", "al roe": "al roe"}) is None
    True
    """
    words = short.split()
    if not words:
        return None
    others = [(person, name.split()) for name, person in persons.items() if name != short]
    fitting = {person for person, parts in others if _agree(words, parts) or parts[-len(words) :] == words}
    if not fitting and len(words) == 1:
        fitting = {person for person, parts in others if parts[0] == short}
    return fitting.pop() if len(fitting) == 1 else None


def spelled_out(acronym: str, names: Iterable[str]) -> str | None:
    """Rule 2: the one of `names` whose initials are `acronym`; None when none is or several are.

    >>> spelled_out("imf", ["international monetary fund", "world bank"])
    'international monetary fund'
    """
    fitting = {name for name in names if " " in name and initials(name) == acronym}
    return fitting.pop() if len(fitting) == 1 else None


_INSTITUTIONS: Final = """
academy agency alliance association authority bank board brigade bureau center centre chamber coalition college
commission committee company consortium consulate corporation council department directorate embassy federation
foundation fund guild hospital inspectorate institute institution league ministry museum observatory office
organisation organization panel registry secretariat service society syndicate tribunal trust union university
"""
INSTITUTIONS: Final = frozenset(_INSTITUTIONS.split())
"""What an organisation calls itself for short. Bodies that countries have one of ("Parliament", "the Senate") are names
by themselves and not among them."""


def headed(institution: str, names: Iterable[str]) -> str | None:
    """Rule 2: the one of `names` that is an `institution`, by its last word or the one before "of"; else None.

    >>> headed("board", ["provincial health board", "union of dockers"]), headed("union", ["union of dockers"])
    ('provincial health board', 'union of dockers')
    >>> headed("board", ["health board", "tax board"]) is None, headed("roe", ["smith and roe"]) is None
    (True, True)
    """
    if institution not in INSTITUTIONS:
        return None
    parts = {name: name.split() for name in names if " " in name}
    fitting = {name for name, words in parts.items() if institution in (words[-1], words[0] if "of" in words else "")}
    return fitting.pop() if len(fitting) == 1 else None


def begun(word: str, names: Iterable[str]) -> str | None:
    """Rule 2: the one of `names` that begins with `word` and goes on in words; None when none or several do.

    >>> begun("norvane", ["norvane medical", "health board"])
    'norvane medical'
    """
    goes_on = f"{word} "
    fitting = {n for n in names if " " not in word and n.startswith(goes_on) and n.removeprefix(goes_on)[0].isalpha()}
    return fitting.pop() if len(fitting) == 1 else None


def cut_at_and(names: Iterable[str]) -> dict[str, str]:
    """Rule 5: what stands before the "and" of an organisation's name -> the one of `names` that begins so.

    >>> cut_at_and(["union of dockers", "union of dockers and port trades", "health board"])
    {'union of dockers': 'union of dockers and port trades'}
    """
    known = set(names)
    whole: dict[str, set[str]] = defaultdict(set)
    for name in known:
        head, _, rest = name.partition(" and ")
        if rest and head in known and " of " in head:
            whole[head].add(name)
    return {head: found.pop() for head, found in sorted(whole.items()) if len(found) == 1}


def surnames_of(name: str) -> set[str]:
    """Skeletons of the words a full name can be shortened to: its surname, or a family name that stands first.

    >>> sorted(surnames_of("jane lind")), sorted(surnames_of("chen xu"))
    (['lind'], ['chen', 'xu'])
    """
    words = name.split()
    first = {skeleton(words[0])} if words[0] not in _FIRST_NAMES else set()
    return {skeleton(words[-1])} | first


def owners_of_surnames(persons_by_article: Iterable[Iterable[str]]) -> dict[str, str]:
    """Rule 3: skeleton of a surname -> the person who has it in nearly all articles that name one bearer alone.

    `persons_by_article` gives for each article the full names of the persons in it.

    >>> owners_of_surnames([["jane lind"]] * 9 + [["alan lind"], ["jane lind", "alan lind"]])
    {'lind': 'jane lind'}
    >>> owners_of_surnames([["jane lind"]] * 8 + [["alan lind"]])
    {}
    """
    n_articles: dict[str, Counter[str]] = defaultdict(Counter)
    for persons in persons_by_article:
        bearers: dict[str, set[str]] = defaultdict(set)
        for person in persons:
            for surname in surnames_of(person):
                bearers[surname].add(person)
        for surname, names in bearers.items():
            n_articles[surname].update(names if len(names) == 1 else ())
            if len(names) > 1:
                n_articles[surname].update(dict.fromkeys(names, 0))
    return {surname: owner for surname, counts in sorted(n_articles.items()) if (owner := _owner(counts))}


def _is_word(surname: str) -> bool:
    """Whether a surname is a common word, a given name or a place as well: alone it then proves little."""
    return surname in _FIRST_NAMES or is_common(surname) or kind_of_place_or_people(surname.capitalize()) is not None


def _owner(counts: Mapping[str, int]) -> str | None:
    name = min(counts, key=lambda person: (-counts[person], person))
    if counts[name] < FEWEST_OF_A_WORD and _is_word(name.split()[-1]):
        return None
    is_alone = len(counts) == 1
    return name if is_alone or (counts[name] and counts[name] >= NEARLY_ALL * sum(counts.values())) else None


def _one_person(names: Mapping[str, int]) -> dict[str, str]:
    """Names with one skeleton of first name and surname -> the most frequent, where middle names allow it."""
    middles = {" ".join(name.split()[1:-1]) for name in names} - {""}
    if len({middle[0] for middle in middles}) > 1:
        return {}
    best = min(names, key=lambda name: (-names[name], name))
    first, *_, last = best.split()
    return {name: best for name in names if _alike(name.split()[0], first) and _alike(name.split()[-1], last)}


def _alike(word: str, other: str) -> bool:
    if word == other:
        return True
    long_enough = min(len(word), len(other)) >= SHORTEST_CARRIED_OVER
    return long_enough and fuzz.ratio(word, other) >= LEAST_LIKENESS


def _sound(given_name: str) -> str:
    """The skeleton of a given name; a Y before an E at its start is heard or not (Yelena, Elena)."""
    sound = skeleton(given_name)
    return sound[1:] if sound.startswith("ie") else sound


def same_persons(n_mentions: Mapping[str, int]) -> dict[str, str]:
    """Rule 4: full name -> the name it is merged under; `n_mentions` gives how often each full name is written.

    >>> same_persons({"volodymyr zelensky": 3, "volodymyr zelenskyy": 2, "joan roe": 1})["volodymyr zelenskyy"]
    'volodymyr zelensky'
    >>> same_persons({"yelena roe": 2, "elena roe": 1, "jan roe": 1, "ian roe": 1})["elena roe"]
    'yelena roe'
    """
    families: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for name, n in n_mentions.items():
        words = name.split()
        families[_sound(words[0]), skeleton(words[-1])][name] = n
    merged = {name: name for name in n_mentions}
    for family in families.values():
        merged.update(_one_person(family))
    return merged
