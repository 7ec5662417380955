"""Page: the one thing a template takes, and what a printing derives for readers.

Nothing here asks the database; articles.lists looks up what a copy names by id.
"""

from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import urljoin

from articles.copy import Copy
from articles.dates import date_line
from articles.html import assemble, plain
from articles.printed import Printed, PrintedPicture
from photos.addresses import rendition_size, rendition_url

WIDTH = "w1200"  # the one rendition there is


@dataclass(frozen=True)
class Item:
    """A name and where it leads; the address is empty while it leads nowhere."""

    name: str
    address: str = ""
    is_outside: bool = False


@dataclass(frozen=True)
class Image:
    """A picture on a page: its address, and its size there in pixels."""

    src: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class PageByline:
    name: str
    role: str = ""
    address: str = ""


@dataclass(frozen=True)
class Card:
    """One article in a list."""

    headline: str
    address: str
    section: Item
    kicker: str
    standfirst: str
    language: str
    at: datetime
    image: Image | None = None

    @property
    def date_line(self) -> str:
        return date_line(self.at, self.language)


@dataclass(frozen=True)
class Imprint:
    """What is known of the printing. `address` is whole, with the site's."""

    number: int
    address: str
    edition: int
    first_printed_at: datetime
    printed_at: datetime
    updated_at: datetime | None = None
    corrected_at: datetime | None = None


@dataclass(frozen=True)
class Lists:
    """What the ids of a copy stand for now. `authors` is keyed by those ids."""

    section: Item
    top_section: Item | None = None
    navigation: tuple[Item, ...] = ()
    authors: dict[int, Item] = field(default_factory=dict)
    topics: tuple[Item, ...] = ()
    related: tuple[Item, ...] = ()
    more: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Page:
    """An article as readers see it. `body_html` is what body_html() below gave."""

    printed: Printed
    imprint: Imprint
    lists: Lists
    body_html: str
    base_url: str

    @property
    def copy(self) -> Copy:
        return self.printed.copy

    @property
    def title(self) -> str:
        return self.copy.search_headline or self.copy.headline

    @property
    def description(self) -> str:
        return " ".join(self.copy.standfirst.split())

    @property
    def bylines(self) -> list[PageByline]:
        """The names as written; each leads to its author where one is known."""
        authors = self.lists.authors
        return [
            PageByline(
                name=row.name,
                role=row.role,
                address=authors[row.author].address if row.author in authors else "",
            )
            for row in self.copy.bylines
        ]

    @property
    def date_line(self) -> str:
        return date_line(self.imprint.first_printed_at, self.copy.language)

    @property
    def updated_line(self) -> str:
        return self._moment(self.imprint.updated_at)

    @property
    def corrected_line(self) -> str:
        return self._moment(self.imprint.corrected_at)

    def _moment(self, at: datetime | None) -> str:
        return date_line(at, self.copy.language) if at else ""

    @property
    def lead(self) -> Image | None:
        """None when there is no lead picture, or it was not printed."""
        lead = self.copy.lead
        picture = self.printed.picture(lead.photo) if lead else None
        if lead is None or picture is None:
            return None
        return _image(picture, self.base_url, alt=lead.alt, caption=lead.caption)

    @property
    def share_image(self) -> str:
        """The lead picture's whole address, for other sites."""
        return urljoin(self.imprint.address, self.lead.src) if self.lead else ""


def _image(picture: PrintedPicture, base_url: str, *, alt: str, caption: str) -> Image:
    width, height = rendition_size(picture.width, picture.height, WIDTH)
    return Image(
        src=rendition_url(picture.stem, WIDTH, base_url=base_url),
        width=width,
        height=height,
        alt=alt or caption,
        caption=caption,
        credit=picture.credit,
    )


def body_html(printed: Printed, *, base_url: str) -> str:
    """The body with dateline, end mark and figures. A photo not printed is left out."""

    def figure(photo: int, caption: str) -> str:
        picture = printed.picture(photo)
        return _figure(picture, caption.strip(), base_url) if picture else ""

    copy = printed.copy
    return assemble(
        copy.body, dateline=copy.dateline, end_mark=copy.end_mark, figure=figure
    )


def _figure(picture: PrintedPicture, caption: str, base_url: str) -> str:
    """`caption` is sanitised HTML; everything else is escaped here."""
    image = _image(picture, base_url, alt="", caption=" ".join(plain(caption).split()))
    credit = f'<span class="credit">{escape(image.credit)}</span>'
    parts = [part for part in (caption, credit if image.credit else "") if part]
    foot = f"<figcaption>{' '.join(parts)}</figcaption>" if parts else ""
    return (
        f'<figure class="photo"><img src="{escape(image.src)}" width="{image.width}"'
        f' height="{image.height}" alt="{escape(image.alt)}" loading="lazy">'
        f"{foot}</figure>"
    )


def card(printed: Printed) -> dict[str, Any]:
    """What a list needs of the copy, to be stored with the article.

    No section's or author's name is in it: a rename must not rewrite cards.
    """
    copy = printed.copy
    picture = printed.picture(copy.lead.photo) if copy.lead else None
    facts: dict[str, Any] = {
        "kicker": copy.kicker,
        "headline": copy.short_headline,
        "picture": None,
    }
    if copy.lead and picture:
        facts["picture"] = {
            "stem": picture.stem,
            "width": picture.width,
            "height": picture.height,
            "alt": copy.lead.alt,
        }
    return facts


def card_image(facts: dict[str, Any], *, base_url: str) -> Image | None:
    """The picture of a stored card."""
    picture = facts["picture"]
    if not picture:
        return None
    width, height = rendition_size(picture["width"], picture["height"], WIDTH)
    return Image(
        src=rendition_url(picture["stem"], WIDTH, base_url=base_url),
        width=width,
        height=height,
        alt=picture["alt"],
    )
