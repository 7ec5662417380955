"""What stands in a list: a name and where it leads, and one article among others."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.cursors import Cursor
from articles.dates import VIETNAM, day_line
from articles.pictures import Image, picture_facts
from articles.printed import Printed


@dataclass(frozen=True)
class Item:
    """A name and where it leads; the address is empty while it leads nowhere."""

    name: str
    address: str = ""
    is_outside: bool = False
    language: str = "vi"


@dataclass(frozen=True)
class Person:
    """An author as pages name one."""

    name: str
    address: str
    biography: str = ""
    portrait: Image | None = None


@dataclass(frozen=True)
class Card:
    """One article in a list, also where an Item may stand.

    `age` is how long ago it came, or when; it is fresh within the hour.
    """

    is_outside = False

    number: int
    headline: str
    address: str
    section: Item
    top_section: int
    kicker: str
    standfirst: str
    language: str
    at: datetime
    age: str
    is_fresh: bool = False
    image: Image | None = None

    @property
    def name(self) -> str:
        return self.headline

    @property
    def day(self) -> str:
        return day_line(self.at, self.language)

    @property
    def clock(self) -> str:
        return f"{self.at.astimezone(VIETNAM):%H:%M}"

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.at, self.number)


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
        facts["picture"] = picture_facts(
            picture, alt=copy.lead.alt, caption=copy.lead.caption
        )
    return facts
