"""Page: the one thing a template takes, and what a printing derives for readers.

Nothing here asks the database; articles.lists looks up what a copy names by id.
"""

from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote

from articles.bodies import body_html, credit_parts, with_linked_credits
from articles.cards import Card, Item, Person, card
from articles.copy import Copy
from articles.cursors import Cursor
from articles.dates import date_line
from articles.head import Head
from articles.pictures import Image, image_of
from articles.printed import Printed

__all__ = ["Imprint", "Lists", "Navigation", "Page", "body_html", "card"]


@dataclass(frozen=True)
class PageByline:
    name: str
    role: str = ""
    address: str = ""


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

    @property
    def changed_at(self) -> datetime:
        """When the text last said something else; a reprint says nothing new."""
        moments = (self.first_printed_at, self.updated_at, self.corrected_at)
        return max(filter(None, moments))


@dataclass(frozen=True)
class Navigation:
    """The top sections of the language shown, and the way into the other languages."""

    sections: tuple[Item, ...] = ()
    languages: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Lists:
    """What the ids of a copy stand for now. `authors` is keyed by those ids.

    `people` are the authors that a picture's credit names, by that name.
    """

    section: Item
    top_section: Item | None = None
    navigation: Navigation = field(default_factory=Navigation)
    authors: dict[int, Person] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    topics: tuple[Item, ...] = ()
    related: tuple[Item | Card, ...] = ()
    more: tuple[Item | Card, ...] = ()


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
    def head(self) -> Head:
        return Head(
            title=self.title,
            address=self.imprint.address,
            description=self.description,
            language=self.copy.language,
            kind="article",
            image=self.lead,
            published=self.imprint.first_printed_at,
            modified=self.imprint.changed_at,
            section=self.lists.section.name,
        )

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
    def authors(self) -> list[Person]:
        """Who wrote it, once each, where more is known than a name."""
        ids = [row.author for row in self.copy.bylines if row.author is not None]
        known = self.lists.authors
        return list(dict.fromkeys(known[pk] for pk in ids if pk in known))

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
        return image_of(picture, self.base_url, alt=lead.alt, caption=lead.caption)

    @property
    def lead_credit(self) -> list[Item]:
        return credit_parts(self.lead.credit, self.lists.people) if self.lead else []

    @property
    def text(self) -> str:
        """The body; a name in a picture's credit leads to its author."""
        credits = {picture.credit for picture in self.printed.pictures}
        return with_linked_credits(self.body_html, credits, self.lists.people)

    @property
    def older_address(self) -> str:
        """Where the section's list goes on below this article."""
        cursor = Cursor(self.imprint.first_printed_at, self.imprint.number)
        return f"{self.lists.section.address}?truoc={cursor}"

    @property
    def quoted_address(self) -> str:
        """For addresses of other sites, where a reader tells of this article."""
        return quote(self.imprint.address, safe="")

    @property
    def quoted_title(self) -> str:
        return quote(self.copy.headline, safe="")
