"""A dispatch as read: its parts in order, and what they say."""

import re
from dataclasses import dataclass
from itertools import pairwise

from photos.credits import Credit
from wire.datelines import Dateline
from wire.markup import said
from wire.signoffs import SignOff

BLOCKS = ("paragraph", "subheading")  # what the body is made of


@dataclass(frozen=True)
class Part:
    """A piece of the cleaned text, verbatim: in HTML with the tags inside.

    `kind` is "space" or "markup" between parts, "other" for words nobody claimed.
    """

    kind: str
    text: str


@dataclass(frozen=True)
class Unsure:
    """What may have been read wrong: the part's kind, and a sentence why."""

    part: str
    reason: str


@dataclass(frozen=True)
class DispatchPhoto:
    """A caption line; it stands after so many paragraphs (0: above the story)."""

    caption: str
    credit_line: str
    credit: Credit
    after_paragraph: int


@dataclass(frozen=True)
class Dispatch:
    """A story of an agency. Its parts, joined, are the cleaned text."""

    parts: tuple[Part, ...]
    photos: tuple[DispatchPhoto, ...] = ()
    dateline: Dateline | None = None
    sign_offs: tuple[SignOff, ...] = ()
    language: str = "vi"
    is_markup: bool = False
    unsure: tuple[Unsure, ...] = ()

    def said(self, part: Part) -> str:
        """What a reader sees of a part, on one line."""
        return said(part.text) if self.is_markup else _on_one_line(part.text)

    def texts(self, *kinds: str) -> tuple[str, ...]:
        """What the parts of these kinds say, in order."""
        return tuple(self.said(part) for part in self.parts if part.kind in kinds)

    def unsure_but_for(self, *kinds: str) -> tuple[Unsure, ...]:
        """What stays unsure once the parts of these kinds are decided.

        A reason may be told of two kinds: whoever decides one of them decides both.
        """
        settled = {each.reason for each in self.unsure if each.part in kinds}
        return tuple(each for each in self.unsure if each.reason not in settled)

    def _first(self, kind: str) -> str:
        return next(iter(self.texts(kind)), "")

    @property
    def section(self) -> str:
        return self._first("section")

    @property
    def kicker(self) -> str:
        return self._first("kicker")

    @property
    def headline(self) -> str:
        return self._first("headline")

    @property
    def standfirst(self) -> str:
        return " ".join(self.texts("standfirst"))

    def blocks(self) -> tuple[tuple[str, str], ...]:
        """(kind, text) of each "paragraph" and "subheading", in order."""
        named = [part.kind for part in self.parts if part.kind in BLOCKS]
        return tuple(zip(named, self.texts(*BLOCKS), strict=True))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body with its subheadings, without the dateline and the end mark."""
        return self.texts(*BLOCKS)

    @property
    def subheadings(self) -> tuple[str, ...]:
        return self.texts("subheading")

    @property
    def end_mark(self) -> str:
        return self._first("end_mark")

    @property
    def sign_off(self) -> str:
        return "\n".join(self.texts("sign_off"))

    @property
    def link_label(self) -> str:
        """The first label of a list of links, as written."""
        return next(iter(self.texts("related_label", "more_label")), "")

    @property
    def bylines(self) -> tuple[str, ...]:
        """The people who signed, as written."""
        return tuple(name for end in self.sign_offs for name in end.names)

    @property
    def related(self) -> tuple[str, ...]:
        return self.texts("related")

    @property
    def more(self) -> tuple[str, ...]:
        return self.texts("more")


def _on_one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)


Span = tuple[int, int, str]


def parts_of(
    text: str, spans: list[Span], *, is_markup: bool = False
) -> tuple[Part, ...]:
    """Parts that cover `text` without gap: the spans, and what lies between them."""
    edges = [(0, 0, ""), *sorted(spans), (len(text), len(text), "")]
    parts: list[Part] = []
    for (_, end, _), (start, stop, kind) in pairwise(edges):
        parts += _between(text[end:start], is_markup=is_markup)
        if stop > start:
            parts.append(Part(kind, text[start:stop]))
    return tuple(parts)


def _between(gap: str, *, is_markup: bool) -> list[Part]:
    core = gap.strip()
    if not core:
        return [Part("space", gap)] if gap else []
    if is_markup and not said(core):
        return [Part("markup", gap)]
    before, after = gap.split(core, 1)
    pieces = (Part("space", before), Part("other", core), Part("space", after))
    return [part for part in pieces if part.text]
