"""Two wordings beside each other, word by word, whatever the spelling."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from newscorpus.text.content_words import Word, content_key, word_parts

Change = Literal["same", "added", "cut"]
WORDS_COMPARED: Final = 400  # of a wording: bounds the work for a text that is one endless sentence
CLOSE_SHARE: Final = 0.6
"""Share of the shorter wording's words that stand in the other, in order, from which one is shown as a change of the
other; below, what is cut and added would be all of both, and only the words in common are marked."""
NEAR_SHARE: Final = 0.4  # the same for single words, which are read with their surroundings
WORDS_AROUND: Final = 3
"""Equal words around two that stand for each other: with fewer ("in … of"), they are what two sentences that were built
differently happen to leave over."""


class Piece(NamedTuple):
    """A stretch of a wording as written: in both, only here (added), or only in the other (cut)."""

    change: Change
    text: str


def changes(here: str, other: str) -> list[Piece]:
    """How `here` is made of `other`: what both have, what is added, and what of the other is cut, in reading order.

    Words are equal by their spelling keys and shown as `here` writes them. Joined, the same and added pieces are
    `here`.

    >>> [(p.change, p.text) for p in changes("He said no", "He clearly said yes")]
    [('same', 'He'), ('cut', 'clearly'), ('same', ' said'), ('cut', 'yes'), ('added', ' no')]
    """
    a, b = word_parts(here)[:WORDS_COMPARED], word_parts(other)[:WORDS_COMPARED]
    pieces: list[Piece] = []
    done = 0
    for tag, a1, a2, b1, b2 in _opcodes(b, a):
        if tag in ("delete", "replace") and a2 > a1:
            pieces.append(Piece("cut", other[b[a1].start : b[a2 - 1].end]))
        if tag != "delete" and b2 > b1:
            end = a[b2 - 1].end
            pieces.append(Piece("same" if tag == "equal" else "added", here[done:end]))
            done = end
    if done < len(here):
        last: Change = "same" if not pieces or pieces[-1].change != "added" else "added"
        pieces.append(Piece(last, here[done:]))
    return pieces


def common(here: str, other: str) -> list[Piece]:
    """`here` with the content words that stand in `other` too, wherever, as "same" and everything else as "added"."""
    shared = {key for word in word_parts(other) if (key := content_key(word.key))}
    pieces: list[Piece] = []
    done = 0
    for word in word_parts(here):
        if content_key(word.key) in shared:
            pieces += [Piece("added", here[done : word.start]), Piece("same", here[word.start : word.end])]
            done = word.end
    return [piece for piece in (*pieces, Piece("added", here[done:])) if piece.text]


def are_close(here: str, other: str, share: float = CLOSE_SHARE) -> bool:
    """Whether one wording can be read as a change of the other: they have `share` of the shorter in common."""
    a, b = word_parts(here)[:WORDS_COMPARED], word_parts(other)[:WORDS_COMPARED]
    equal = sum(a2 - a1 for tag, a1, a2, _, _ in _opcodes(a, b) if tag == "equal")
    return bool(equal and equal >= share * min(len(a), len(b)))


def _opcodes(a: Sequence[Word], b: Sequence[Word]) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False)
    return [(tag, a1, a2, b1, b2) for tag, a1, a2, b1, b2 in matcher.get_opcodes()]


def replaced(here: str, other: str, longest: int) -> list[tuple[str, str]]:
    """The words of `here` that stand where `other` has others, at most `longest` each, in the same place of both.

    The same place: the words before and behind are equal, at least WORDS_AROUND of them, one a content word; at the
    beginning or end of a wording as many on the one side. Only where the wordings have NEAR_SHARE in common; []
    otherwise.

    >>> replaced("The report listed abuses in the camps", "The report listed rights violations in the camps", 4)
    [('abuses', 'rights violations')]
    """
    if not are_close(here, other, NEAR_SHARE):
        return []
    a, b = word_parts(here)[:WORDS_COMPARED], word_parts(other)[:WORDS_COMPARED]
    codes = _opcodes(a, b)
    return [
        (here[a[a1].start : a[a2 - 1].end], other[b[b1].start : b[b2 - 1].end])
        for n, (tag, a1, a2, b1, b2) in enumerate(codes)
        if tag == "replace"
        and max(a2 - a1, b2 - b1) <= longest
        and _is_framed(
            [a[before:behind] for _, before, behind, _, _ in (*codes[max(0, n - 1) : n], *codes[n + 1 : n + 2])]
        )
    ]


def _is_framed(around: Sequence[Sequence[Word]]) -> bool:
    """Whether the equal words on both sides, or on the one there is, are enough to know the place by."""
    equal = [word for run in around for word in run]
    return len(equal) >= WORDS_AROUND and any(content_key(word.key) for word in equal)
