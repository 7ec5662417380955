"""HTML as a text with holes: what a reader sees of it, and where that stands in it."""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

_BLOCK = (
    "p|div|br|h[1-6]|li|ul|ol|tr|td|th|table|tbody|figure|figcaption|section"
    "|article|header|footer|blockquote|hr|dl|dd|dt|title|body|html|head|center|form"
    "|aside|nav|main"
)
_BLOCK_TAG = rf"</?(?:{_BLOCK})(?:\s[^<>]*)?/?>"
_TOKEN = re.compile(
    r"(?P<hidden><!--(?:.*?-->|.*)|<(?P<name>script|style)\b(?:.*?</(?P=name)\s*>|.*))"
    rf"|(?P<block>{_BLOCK_TAG})"
    r"|(?P<image><img\b[^<>]*>)"
    r"|(?P<inline></?[a-zA-Z][^<>]*>|<![^<>]*>)"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});)",
    re.IGNORECASE | re.DOTALL,
)
IS_MARKUP = re.compile(_BLOCK_TAG, re.IGNORECASE)
_MAIN = re.compile(r"<(/?h1|/article)\b", re.IGNORECASE)
_OPENED = re.compile(r"<(?!br\b)([a-z]\w*)", re.IGNORECASE)
_CLASS = re.compile(
    r"class=[\"'][^\"']*(?:\b(?P<lead>sapo|lead|summary|standfirst|description)\b"
    r"|(?P<figcaption>caption))",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</fig", re.IGNORECASE)
_SPACE = re.compile(r"[\n\t\r]")


@dataclass(frozen=True)
class Piece:
    """Letters of the view from `start` on, and the stretch they stand for."""

    start: int
    text_start: int
    text_end: int
    is_copy: bool


class View:
    """`text` is what is read. In HTML a block is a line and a tag is nothing.

    `images` are the places in it where pictures stand. element() tells in which element
    a place is. `region` is the stretch from
    the headline (h1) of a whole page to the end of its article, else all of it.
    """

    def __init__(self, source: str) -> None:
        self.is_markup = IS_MARKUP.search(source) is not None
        self.images: list[int] = []
        self._elements: list[tuple[int, str]] = [(0, "")]
        self.text = source
        self.region = (0, len(source))
        self._pieces = [Piece(0, 0, len(source), is_copy=True)]
        if self.is_markup:
            self._read(source)

    def _read(self, source: str) -> None:
        texts: list[str] = []
        marks: list[tuple[str, int]] = []
        self._pieces = []
        length = at = 0

        def add(words: str, start: int, end: int, *, is_copy: bool) -> None:
            nonlocal length
            if words:
                self._pieces.append(Piece(length, start, end, is_copy))
                texts.append(words)
                length += len(words)

        for token in _TOKEN.finditer(source):
            copy = _SPACE.sub(" ", source[at : token.start()])
            add(copy, at, token.start(), is_copy=True)
            if token["image"]:
                self.images.append(length)
            if token["block"] and (name := _MAIN.match(token[0])):
                marks.append((name[1].lower(), length))
            add(_shown(token), *token.span(), is_copy=False)
            if element := _element(token["block"] or ""):
                self._elements.append((length, element))
            at = token.end()
        add(_SPACE.sub(" ", source[at:]), at, len(source), is_copy=True)
        self.text = "".join(texts)
        self.region = _region(self.text, marks)
        if self.region != (0, length):  # on a whole page most pictures are decoration
            self.images = []

    def element(self, at: int) -> str:
        """The name of the last block opened before a place: of its element, or "lead"
        or "figcaption" if its class says so. "" when the text is no HTML.
        """
        return self._elements[bisect_right(self._elements, (at, "~")) - 1][1]

    def spans(self, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """The stretches of the source that stretches of the view stand for."""
        starts = [piece.start for piece in self._pieces]
        return [
            (self._place(starts, start)[0], self._place(starts, end - 1)[1], kind)
            for start, end, kind in spans
        ]

    def _place(self, starts: list[int], at: int) -> tuple[int, int]:
        piece = self._pieces[bisect_right(starts, at) - 1]
        if not piece.is_copy:
            return piece.text_start, piece.text_end
        place = piece.text_start + at - piece.start
        return place, place + 1


def _element(block: str) -> str:
    """What a tag opens, "div" where a figure is closed, "" if neither."""
    opened = _OPENED.match(block)
    if opened is None:
        return "div" if _CLOSED.match(block) else ""
    named = _CLASS.search(block)
    return (named and named.lastgroup) or opened[1].lower()


def _region(text: str, marks: list[tuple[str, int]]) -> tuple[int, int]:
    for (name, start), (following, end) in pairwise(marks):
        if (name, following) == ("h1", "/h1") and len(text[start:end].split()) > 3:
            ends = [at for mark, at in marks if mark == "/article" and at > start]
            return start, max(ends, default=len(text))
    return 0, len(text)


def _shown(token: re.Match[str]) -> str:
    if token["reference"]:
        return html.unescape(token[0])
    if token["block"] or token["hidden"] or token["image"]:
        return "\n"
    return ""


def said(source: str) -> str:
    """What a reader sees of a piece of HTML, on one line."""
    return " ".join(_TOKEN.sub(_shown, source).split())
