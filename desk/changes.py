"""Two copies of a story, field by field: what is told apart, and in which words.

Pure functions. What a copy names by id is told by `Names`; desk.naming fills them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.copy import Byline, Copy, Link, LinkKind, without_schema
from articles.printed import PrintedPicture
from desk.comparing import Block, Difference, Fate, Watch, body_blocks, compare
from desk.comparing import text_block as text

# In the order in which readers meet them; then what only machines read.
LABELS = {
    "section": gettext_lazy("section"),
    "kicker": gettext_lazy("kicker"),
    "headline": gettext_lazy("headline"),
    "standfirst": gettext_lazy("standfirst"),
    "bylines": gettext_lazy("bylines"),
    "lead": gettext_lazy("lead photo"),
    "dateline": gettext_lazy("dateline"),
    "body": gettext_lazy("body"),
    "end_mark": gettext_lazy("end mark"),
    "sign_off": gettext_lazy("sign-off"),
    "topics": gettext_lazy("topics"),
    "links": gettext_lazy("links"),
    "short_headline": gettext_lazy("short headline"),
    "search_headline": gettext_lazy("search headline"),
    "language": gettext_lazy("language"),
}
_PICTURES = gettext_lazy("credits of photos")


@dataclass(frozen=True)
class Names:
    """What the numbers in copies stand for; a number without a name is told as it is.

    `pictures` are photos as a printing now would print them.
    """

    sections: dict[int, str] = field(default_factory=dict)
    authors: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    stories: dict[int, str] = field(default_factory=dict)
    captions: dict[int, str] = field(default_factory=dict)
    pictures: dict[int, PrintedPicture] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """A field on both sides; nothing differs when every difference is SAME."""

    name: str
    differences: tuple[Difference, ...]

    @property
    def label(self) -> str:
        return str(LABELS.get(self.name, _PICTURES))

    @property
    def is_same(self) -> bool:
        return all(item.fate == Fate.SAME for item in self.differences)


def changed_fields(before: str, after: str) -> list[str]:
    """The fields that differ between two stored copies; nothing is cleaned anew."""
    old, new = (without_schema(json.loads(content)) for content in (before, after))
    return [name for name in LABELS if old[name] != new[name]]


def changes(
    before: Copy, after: Copy, *, names: Names, watch: Watch | None = None
) -> list[Change]:
    """Each field that stands on one side at least, in the order of LABELS."""
    watch = watch or Watch()
    found = []
    for name in LABELS:
        old, new = blocks_of(before, name, names), blocks_of(after, name, names)
        if old or new:
            found.append(Change(name, tuple(compare(old, new, watch))))
    return found


def blocks_of(copy: Copy, name: str, names: Names) -> list[Block]:
    """A field as the rows that are compared."""
    value = getattr(copy, name)
    if name == "body":
        return body_blocks(value)
    if name == "section":
        return [text(_named(names.sections, value))] if value else []
    if name == "bylines":
        return [text(_byline(row, names)) for row in value]
    if name == "topics":
        return [text(_named(names.topics, topic)) for topic in value]
    if name == "links":
        return [text(_link(row, names)) for row in value]
    if name == "lead":
        return list(_lead(copy, names))
    return [text(value)] if value else []


def _named(names: dict[int, str], number: int) -> str:
    return names.get(number) or _("number %(number)d") % {"number": number}


def _byline(row: Byline, names: Names) -> str:
    told = f"{row.name}, {row.role}" if row.role else row.name
    if row.author is None:
        return told
    return f"{told} → {_named(names.authors, row.author)}"


def _link(row: Link, names: Names) -> str:
    lists = {LinkKind.RELATED: _("Related news"), LinkKind.MORE: _("See more")}
    if row.story is not None:
        target = _named(names.stories, row.story)
    else:
        target = f"{row.text} ({row.url})" if row.text else row.url
    return f"{lists[row.kind]}: {target}"


def _lead(copy: Copy, names: Names) -> Iterator[Block]:
    if copy.lead is None:
        return
    photo = copy.lead.photo
    known = names.captions.get(photo, "")
    yield text(known or _named({}, photo), _("photo"), photo)
    if copy.lead.caption:
        yield text(copy.lead.caption, _("caption"))
    if copy.lead.alt:
        yield text(copy.lead.alt, _("alternative text"))


def picture_changes(
    before: tuple[PrintedPicture, ...], after: tuple[PrintedPicture, ...]
) -> list[Change]:
    """What a printing changes in pictures that are shown already: their credits."""
    now = {picture.photo: picture for picture in after}
    rows = [
        difference
        for old in before
        if (new := now.get(old.photo)) and new != old
        for difference in compare([_credit(old)], [_credit(new, old)], Watch())
    ]
    return [Change("pictures", tuple(rows))] if rows else []


def _credit(picture: PrintedPicture, old: PrintedPicture | None = None) -> Block:
    words = picture.credit or _("(no credit)")
    if old and old.stem != picture.stem and old.credit == picture.credit:
        words = " ".join([words, _("(the file is made anew)")])
    elif old and old.credit == picture.credit:
        words = " ".join([words, _("(with other words)")])
    return text(words, photo=picture.photo)
