"""The figures of a text: value, unit, what is counted, and how exactly it is meant.

Figures are compared only where they count the same thing. Equal figures prove little; figures that cannot both be
right are worth showing.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from newscorpus.text.content_words import STOP_WORDS, Word, content_key, word_parts
from newscorpus.text.fates import REACH_BEHIND, Fate, fate
from newscorpus.text.words import HYPHENS

Modifier = Literal["exactly", "about", "more", "less", "at_least", "at_most"]
Unit = Literal["count", "percent", "money", "age", "year", "time", "score", "share"]

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: Final = {word: value for value, word in enumerate(_SMALL.split())}
TENS: Final = {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
SCALES: Final = {
    "dozen": 12,
    "dozens": 12,
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
}
BEFORE: Final[tuple[tuple[str, Modifier], ...]] = (
    ("no fewer than", "at_least"),
    ("no less than", "at_least"),
    ("no more than", "at_most"),
    ("not more than", "at_most"),
    ("more than", "more"),
    ("less than", "less"),
    ("fewer than", "less"),
    ("greater than", "more"),
    ("at least", "at_least"),
    ("at most", "at_most"),
    ("up to", "at_most"),
    ("as many as", "at_most"),
    ("upwards of", "more"),
    ("over", "more"),
    ("above", "more"),
    ("exceeding", "more"),
    ("under", "less"),
    ("below", "less"),
    ("nearly", "about"),
    ("almost", "about"),
    ("about", "about"),
    ("around", "about"),
    ("some", "about"),
    ("roughly", "about"),
    ("approximately", "about"),
    ("an estimated", "about"),
    ("estimated", "about"),
    ("circa", "about"),
)
AFTER: Final = re.compile(r"\s+or\s+(more|so|less|fewer)\b", re.I)
AFTER_MEANS: Final[dict[str, Modifier]] = {"more": "at_least", "so": "about", "less": "at_most", "fewer": "at_most"}
_MONEY: Final = """
dollar dollars pound pounds euro euros yen yuan rouble roubles ruble rubles rupee rupees crown crowns krona kronor
krone kroner franc francs peso pesos lira rand zloty forint shekel shekels dirham dirhams riyal riyals ringgit rupiah
naira shilling shillings baht
"""
MONEY: Final = frozenset(_MONEY.split())
UNIT_WORDS: Final = MONEY | {"percent", "per", "cent"}
COUNTED_WORDS: Final = 3
"""Words behind a figure that may say what it counts ("23 Somali pirates")."""
NEAR_WORDS: Final = 5
"""Words before and behind a figure that tell what it is said of ("people were hurt")."""
BESIDE: Final = " -:\n"
"""What may stand between two words that speak of one figure."""
FIRST_YEAR: Final = 1500
LAST_YEAR: Final = 2100

_DIGITS: Final = re.compile(r"(\d+(?:[.,]\d+)*)([^\W\d_]*)")
_FEW: Final = r"(?:\d{1,3}(?!\d)|one|two|three|four|five|six|seven|eight|nine|ten|twenty)"
_SHARE: Final = re.compile(_FEW + r" (?:in|out of)(?: every)? $", re.I)
_OF: Final = re.compile(r" (?:in|out of)(?: every)? " + _FEW, re.I)
LONGEST_SHARE: Final = len("twenty out of every ")
"""Characters before a figure in which "one out of every five" shows."""
_SCORE: Final = re.compile(r"\d{1,3}[-–]\d{1,3}(?![\d-])")
_TIME: Final = re.compile(r"(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|GMT\b|o['’]clock)", re.I)
_AGE: Final = re.compile(r"[-\s]years?[-\s]old\b", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """A figure: `start` and `end` are offsets of the whole phrase; `what` holds the keys of the words it counts,
    `near` the stems of these and of the content words around them, `fate` what befell the people it counts."""

    start: int
    end: int
    value: float
    unit: Unit
    what: tuple[str, ...]
    modifier: Modifier
    near: frozenset[str] = frozenset()
    fate: Fate | None = None


def find_numbers(text: str) -> list[Number]:
    """The figures of `text` in order; [] where there are none.

    >>> [(n.value, n.what, n.modifier) for n in find_numbers("More than one million Uyghurs, or 1.5m people or more")]
    [(1000000.0, ('uyghurs',), 'more'), (1500000.0, ('people',), 'at_least')]
    """
    tokens = word_parts(text)
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        read = None if _part_of_a_name(text, tokens[at].start) else _read(text, tokens, at)
        if read is None:
            at += 1
            continue
        value, behind = read
        found.append(_described(text, tokens, at, behind, value))
        at = behind
    return found


def _part_of_a_name(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in HYPHENS and text[start - 2].isalpha()  # AK-47, COVID-19


def _read(text: str, tokens: list[Word], at: int) -> tuple[float, int] | None:
    """The value of the figure that begins with word `at`, and the first word behind it."""
    key = tokens[at].key
    if digits := _DIGITS.fullmatch(text[tokens[at].start : tokens[at].end]):
        plain = _value(digits[1])
        suffix = digits[2].lower()
        if plain is None or (suffix and suffix not in SCALES):
            return None
        return _scaled(text, tokens, at + 1, plain * SCALES.get(suffix, 1))
    if key in ("a", "an", "half") and at + 1 < len(tokens):
        behind = at + (2 if key == "half" and tokens[at + 1].key in ("a", "an") else 1)
        if behind < len(tokens) and tokens[behind].key in SCALES and len(tokens[behind].key) > 2:
            return _scaled(text, tokens, behind, 0.5 if key == "half" else 1.0)
        return None
    if key in SMALL or key in TENS:
        value, behind = _spelt_out(tokens, at)
        return _scaled(text, tokens, behind, value)
    return None


def _value(digits: str) -> float | None:
    whole = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits) else digits
    try:
        return float(whole)
    except ValueError:
        return None


def _spelt_out(tokens: list[Word], at: int) -> tuple[float, int]:
    value = SMALL.get(tokens[at].key) or TENS.get(tokens[at].key) or 0
    if tokens[at].key in TENS and at + 1 < len(tokens) and 0 < SMALL.get(tokens[at + 1].key, 0) < 10:
        return float(value + SMALL[tokens[at + 1].key]), at + 2
    return float(value), at + 1


def _scaled(text: str, tokens: list[Word], at: int, value: float) -> tuple[float, int]:
    """`value` times the words of size that follow it directly, with what follows "hundred and"."""
    while (
        at < len(tokens) and tokens[at].key in SCALES and text[tokens[at - 1].end : tokens[at].start] in (" ", "-", "")
    ):
        value *= SCALES[tokens[at].key]
        at += 1
        joined = at + 1 < len(tokens) and tokens[at - 1].key in ("hundred", "thousand") and tokens[at].key == "and"
        if joined and (tokens[at + 1].key in SMALL or tokens[at + 1].key in TENS):
            rest, at = _spelt_out(tokens, at + 1)
            value += rest
    return value, at


def _described(text: str, tokens: list[Word], at: int, behind: int, value: float) -> Number:
    start, end = tokens[at].start, tokens[behind - 1].end
    unit = _unit(text, tokens, behind, (start, end), value)
    modifier: Modifier = "exactly"
    first = at
    before = " ".join(token.key for token in tokens[max(0, at - 3) : at])
    for phrase, meaning in BEFORE:
        if before == phrase or before.endswith(" " + phrase):
            modifier, first = meaning, at - phrase.count(" ") - 1
            start = tokens[first].start
            break
    after = AFTER.match(text, end)
    if after:
        behind += 2  # "a million or more people" counts people
    counted = _counted(text, tokens, behind)
    if after is None and counted:
        after = AFTER.match(text, tokens[behind + len(counted) - 1].end)
    if after:
        modifier = AFTER_MEANS[after[1].lower()]
    befell = _fate(text, tokens, (first, behind)) if unit == "count" else None
    around = tokens[max(0, at - NEAR_WORDS) : at] + tokens[behind : behind + len(counted) + NEAR_WORDS]
    near = frozenset(content_key(token.key) for token in around) - {""}
    return Number(start, end, value, unit, counted, modifier, near, befell)


def _fate(text: str, tokens: list[Word], place: tuple[int, int]) -> Fate | None:
    """What befell those counted by the words of `place`, said before it or behind, up to a mark or the next figure."""
    first, behind = place
    attached = first > 0 and not text[tokens[first - 1].end : tokens[first].start].strip(BESIDE)
    same_part: list[Word] = []
    end = tokens[behind - 1].end
    for token in tokens[behind : behind + REACH_BEHIND]:
        is_figure = token.key in SMALL or token.key in TENS or token.key[:1].isdigit()
        if is_figure or text[end : token.start].strip(BESIDE):
            break
        same_part.append(token)
        end = token.end
    return fate(tokens[max(0, first - NEAR_WORDS) : first] if attached else (), same_part)


def _unit(text: str, tokens: list[Word], behind: int, span: tuple[int, int], value: float) -> Unit:
    start, end = span
    if _SHARE.search(text, max(0, start - LONGEST_SHARE), start) or _OF.match(text, end):
        return "share"
    following = [token.key for token in tokens[behind : behind + 2]]
    if text[end : end + 1] == "%" or following[:1] == ["percent"] or following == ["per", "cent"]:
        return "percent"
    if text[start - 1 : start] in tuple("$£€¥") or (following and following[0] in MONEY):
        return "money"
    if _AGE.match(text, end):
        return "age"
    if _TIME.match(text, end):
        return "time"
    if _SCORE.match(text, start) or (text[start - 1 : start] in ("-", "–") and text[start - 2 : start - 1].isdigit()):
        return "score"
    return "year" if value.is_integer() and FIRST_YEAR <= value < LAST_YEAR and end - start == len("2022") else "count"


def _counted(text: str, tokens: list[Word], at: int) -> tuple[str, ...]:
    """Keys of the words behind a figure and its unit, up to the first function word or mark."""
    counted: list[str] = []
    while at < len(tokens) and tokens[at].key in UNIT_WORDS:
        at += 1
    end = tokens[at - 1].end
    for token in tokens[at : at + COUNTED_WORDS]:
        if token.key in STOP_WORDS or text[end : token.start].strip(" -%") or token.key.isdigit():
            break
        counted.append(token.key)
        end = token.end
    return tuple(counted)
