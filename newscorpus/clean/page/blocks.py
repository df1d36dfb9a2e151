"""The blocks of a page, a paragraph or a line each: where they stand, how much of them is link, what they say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from lxml.html import HtmlElement

from newscorpus.clean.page.containers import Cut, find_containers
from newscorpus.clean.page.stretches import Stretch

HEADINGS: Final = frozenset({
    "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
_CHANGES_PLACE: Final = HEADINGS | {"a", "blockquote"}
UNSEEN: Final = frozenset({
    "script", "style", "noscript", "template", "title", "head",
})  # fmt: skip
MAX_SHARE: Final = 0.4  # a part that holds more of the page's text than this is the article, whatever it is called
NAMED_INSIDE: Final = frozenset({"script", "credit"})  # a script in an advertisement is a script


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands: in a part that is cut, a link, the page's first heading, a heading, a quotation."""

    cut: Cut | None = None
    in_link: bool = False
    in_h1: bool = False
    in_heading: bool = False
    in_quotation: bool = False


@dataclass(slots=True)
class Block:
    """A paragraph or line. `numbers` are its stretches; what stands in a part that is cut is not in `text`.

    `is_article` is decided in steps: chosen by the extractor, then cut by what the block says (`cut`).
    """

    numbers: list[int]
    text: str
    place: Place
    home: HtmlElement
    share_linked: float
    is_article: bool = False
    cut: Cut | None = None
    cut_inside: Mapping[int, Cut] = field(default_factory=dict)


def find_places(root: HtmlElement) -> dict[HtmlElement, Place]:
    """Where every element of the page stands."""
    elements = list(root.iter("*"))  # an element that nobody holds is made anew each time it is met
    n_characters = _n_characters(elements)
    containers = find_containers(elements, n_characters=n_characters, most=MAX_SHARE * n_characters.get(root, 0))
    places: dict[HtmlElement, Place] = {}
    outside = Place()
    for element in elements:
        above, own = places.get(element.getparent(), outside), containers.get(element)
        if own is None and element.tag not in _CHANGES_PLACE:
            places[element] = above
            continue
        places[element] = Place(
            cut=own if own and own.kind in NAMED_INSIDE else above.cut or own,
            in_link=above.in_link or element.tag == "a",
            in_h1=above.in_h1 or element.tag == "h1",
            in_heading=above.in_heading or element.tag in HEADINGS,
            in_quotation=above.in_quotation or element.tag == "blockquote",
        )
    return places


def read_blocks(stretches: list[Stretch], places: Mapping[HtmlElement, Place]) -> list[Block]:
    """The blocks of the page that hold any text, in order."""
    numbered = groupby(enumerate(stretches), key=lambda pair: pair[1].block)
    return [block for _, group in numbered if (block := _block(dict(group), places))]


def _block(group: dict[int, Stretch], places: Mapping[HtmlElement, Place]) -> Block | None:
    first = next((stretch for stretch in group.values() if not stretch.is_blank), None)
    if first is None:
        return None
    cuts = {n: cut for n, stretch in group.items() if (cut := places[stretch.home].cut)}
    own = {n: stretch for n, stretch in group.items() if n not in cuts}
    n_linked = sum(len(s.text.strip()) for s in own.values() if places[s.home].in_link)
    n_all = sum(len(s.text.strip()) for s in own.values())
    lead = next((stretch for stretch in own.values() if not stretch.is_blank), first)
    text = tidy("".join(stretch.text for stretch in own.values()))
    return Block(list(group), text, places[lead.home], lead.home, n_linked / n_all if n_all else 0.0, cut_inside=cuts)


def tidy(text: str) -> str:
    """Single spaces inside lines, line breaks kept, nothing at the ends of lines."""
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))


def _n_characters(elements: Sequence[HtmlElement]) -> dict[HtmlElement, int]:
    """The number of characters a reader sees in each element."""
    counts: dict[HtmlElement, int] = {}
    for element in reversed(elements):  # children come before their parents
        inside = counts.get(element, 0) + len((element.text or "").strip())
        counts[element] = 0 if element.tag in UNSEEN else inside
        parent = element.getparent()
        if parent is not None:
            counts[parent] = counts.get(parent, 0) + counts[element] + len((element.tail or "").strip())
    return counts


def article_blocks(blocks: list[Block]) -> Iterator[Block]:
    """The blocks taken for the article so far."""
    return (block for block in blocks if block.is_article)


def n_characters_of(blocks: list[Block]) -> int:
    """Characters of the blocks taken for the article so far."""
    return sum(len(block.text) for block in article_blocks(blocks))
