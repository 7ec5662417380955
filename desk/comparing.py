"""What differs between two texts, word by word, within a time budget.

Pure functions. Blocks (paragraphs, rows of a list) are told apart whole, by their hash;
words are compared only inside blocks that changed. When the time is over, what is not
compared yet is shown as gone and new: nothing is left out.
"""

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from html import escape, unescape
from itertools import groupby
from typing import Any

from diff_match_patch import diff_match_patch

from articles.html import blocks, photo_ids
from desk.pairing import pairs
from desk.tags import is_tag, layout, told

BUDGET = 1.0  # seconds for all of one comparison
_FIRST_SIGN, _SURROGATES = 0x100, range(0xD800, 0xE000)
_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Fate(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"
    CHANGED = "changed"


_FATES = {0: Fate.SAME, -1: Fate.GONE, 1: Fate.NEW}
Step = tuple[Fate, list[Any]]


@dataclass(frozen=True)
class Piece:
    """Words that share a fate. Markup is told in words, and only where it changed."""

    fate: Fate
    text: str
    is_markup: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph or a row. `html` is sanitised; `photo` is shown beside it."""

    html: str
    photo: int | None = None
    label: str = ""


@dataclass(frozen=True)
class Difference:
    """One block on both sides; a side is None where the block does not stand."""

    fate: Fate
    before: Block | None
    after: Block | None
    pieces: tuple[Piece, ...]

    @property
    def block(self) -> Block:
        return self.after or self.before or Block("")

    @property
    def old_pieces(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.fate != Fate.NEW]

    @property
    def new_pieces(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.fate != Fate.GONE]


class Watch:
    """A time budget in seconds, shared by everything that is compared at once."""

    def __init__(self, seconds: float = BUDGET) -> None:
        self.deadline = time.time() + seconds

    @property
    def is_over(self) -> bool:
        return time.time() > self.deadline


def text_block(text: str, label: str = "", photo: int | None = None) -> Block:
    return Block(escape(text, quote=False), photo=photo, label=label)


def body_blocks(body: str) -> list[Block]:
    """The paragraphs, figures, lists and boxes of a sanitised body."""
    return [
        Block(html, photo=next(iter(photo_ids(html)), None)) for html in blocks(body)
    ]


def compare(
    before: Sequence[Block], after: Sequence[Block], watch: Watch
) -> list[Difference]:
    """Every block of both sides, in order."""
    found: list[Difference] = []
    for old, new in runs(before, after, watch):
        if old == new:
            found += [_whole(block, Fate.SAME) for block in old]
        else:
            found += _changed(old, new, watch)
    return found


def runs(
    before: Sequence[Any], after: Sequence[Any], watch: Watch
) -> Iterator[tuple[list[Any], list[Any]]]:
    """Both sequences in turns: what they share, or what stands in place of what."""
    steps = _steps(before, after, watch)
    for is_same, group in groupby(steps, key=lambda step: step[0] == Fate.SAME):
        sides: dict[Fate, list[Any]] = {Fate.GONE: [], Fate.NEW: []}
        for fate, items in group:
            for side in sides if is_same else [fate]:
                sides[side] += items
        yield sides[Fate.GONE], sides[Fate.NEW]


def _steps(before: Sequence[Any], after: Sequence[Any], watch: Watch) -> list[Step]:
    """The way from one to the other; each distinct item becomes a sign of its own."""
    signs: dict[Any, str] = {}
    for item in [*before, *after]:
        if item not in signs:
            number = _FIRST_SIGN + len(signs)
            gap = len(_SURROGATES) if number >= _SURROGATES.start else 0
            signs[item] = chr(number + gap)
    items = {sign: item for item, sign in signs.items()}
    old, new = ("".join(map(signs.__getitem__, side)) for side in (before, after))
    steps = diff_match_patch().diff_main(old, new, False, watch.deadline)
    return [(_FATES[step], [items[sign] for sign in text]) for step, text in steps]


def _changed(old: list[Block], new: list[Block], watch: Watch) -> list[Difference]:
    if watch.is_over:
        return [
            *(_whole(block, Fate.GONE) for block in old),
            *(_whole(block, Fate.NEW) for block in new),
        ]
    bags = {block: Counter(_words(block)) for block in [*old, *new]}
    found = []
    for before, after in pairs(old, new, partial(_likeness, bags=bags)):
        if before and after:
            found.append(_word_by_word(before, after, watch))
        elif block := before or after:
            found.append(_whole(block, Fate.GONE if before else Fate.NEW))
    return found


def _likeness(old: Block, new: Block, bags: dict[Block, Counter[str]]) -> float:
    """The share of words in common. Pictures are alike when the photo is the same."""
    if old.photo or new.photo:
        return float(old.photo == new.photo)
    common = (bags[old] & bags[new]).total()
    return 2 * common / max(1, bags[old].total() + bags[new].total())


def _words(block: Block) -> list[str]:
    return [token for token in _tokens(block.html) if token[0].isalnum()]


def _tokens(html: str) -> list[str]:
    """Tags, words, spaces and signs."""
    found: list[str] = []
    for token in _TOKEN.findall(html):
        found += [token] if token[0] == "<" else _WORD.findall(unescape(token))
    return found


def _whole(block: Block, fate: Fate) -> Difference:
    before = block if fate != Fate.NEW else None
    after = block if fate != Fate.GONE else None
    pieces = _pieces([(fate, _tokens(block.html))], is_whole=True)
    return Difference(fate, before, after, pieces)


def _word_by_word(before: Block, after: Block, watch: Watch) -> Difference:
    steps = _glued(_steps(_tokens(before.html), _tokens(after.html), watch))
    return Difference(Fate.CHANGED, before, after, _pieces(steps))


def _glued(steps: list[Step]) -> Iterator[Step]:
    """Spaces and commas between changed words change with them; gone before new."""
    gone: list[str] = []
    new: list[str] = []
    for place, (fate, tokens) in enumerate(steps):
        is_last = place == len(steps) - 1
        is_glue = bool(gone or new) and not is_last and not any(map(_is_word, tokens))
        if fate == Fate.GONE or (fate == Fate.SAME and is_glue):
            gone += tokens
        if fate == Fate.NEW or (fate == Fate.SAME and is_glue):
            new += tokens
        if fate == Fate.SAME and not is_glue:
            yield Fate.GONE, gone
            yield Fate.NEW, new
            yield fate, tokens
            gone, new = [], []
    yield Fate.GONE, gone
    yield Fate.NEW, new


def _is_word(token: str) -> bool:
    return token[0].isalnum() or is_tag(token)


def _pieces(steps: Iterable[Step], *, is_whole: bool = False) -> tuple[Piece, ...]:
    """Tags lay the text out; one that came or went inside a block is told in words."""
    pieces: list[Piece] = []
    for fate, tokens in steps:
        for is_markup, group in groupby(tokens, key=is_tag):
            is_told = is_markup and not is_whole and fate != Fate.SAME
            spell = told if is_told else layout if is_markup else str
            text = "".join(map(spell, group))
            if pieces and (pieces[-1].fate, pieces[-1].is_markup) == (fate, is_told):
                text = pieces.pop().text + text
            pieces.append(Piece(fate, text if pieces else text.lstrip("\n"), is_told))
    return tuple(piece for piece in pieces if piece.text)
