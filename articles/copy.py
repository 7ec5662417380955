"""Copy: the one shape of everything the desk wrote, and its canonical JSON.

Things are named by id. Nothing that belongs to something else is inside: no
credit, no section name, no state.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from articles.fields import (
    check_number,
    clean_lines,
    fields_of,
    keep,
    rows_of,
    text_of,
)
from articles.html import Sanitised, sanitise
from newsroom.text.canonical import canonical
from newsroom.text.clean import clean

SCHEMA = 1


class CopyUnreadable(ValueError):
    """Stored text is no copy of a known schema."""


class LinkKind(StrEnum):
    RELATED = "related"
    MORE = "more"


@dataclass(frozen=True)
class Byline:
    """A name as written; `author` is an Author's id, or None."""

    name: str
    author: int | None = None
    role: str = ""

    def __post_init__(self) -> None:
        clean_lines(self, "name", "role")
        if self.author is not None:
            check_number(self.author, "author")


@dataclass(frozen=True)
class Picture:
    """One use of a photo: its id, and the caption and alternative text here."""

    photo: int
    caption: str = ""
    alt: str = ""

    def __post_init__(self) -> None:
        check_number(self.photo, "photo")
        clean_lines(self, "caption", "alt")


@dataclass(frozen=True)
class Link:
    """A story's number, or an outside address with its text as written."""

    kind: LinkKind
    story: int | None = None
    url: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        keep(self, kind=LinkKind(self.kind))
        clean_lines(self, "url", "text")
        if (self.story is None) == (not self.url):
            raise ValueError("a link names a story or an address, exactly one")
        if self.story is not None:
            check_number(self.story, "story")


@dataclass(frozen=True)
class Copy:
    """Everything the desk wrote of one story, cleaned. `body` is sanitised HTML.

    Raises html.BodyRefused, and TypeError or ValueError for what cannot be a field.
    """

    language: str = "vi"
    section: int | None = None
    kicker: str = ""
    headline: str = ""
    short_headline: str = ""
    search_headline: str = ""
    standfirst: str = ""
    dateline: str = ""
    body: str = ""
    end_mark: str = ""
    sign_off: str = ""
    bylines: tuple[Byline, ...] = ()
    lead: Picture | None = None
    topics: tuple[int, ...] = ()
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        clean_lines(self, "language", "kicker", "headline", "short_headline")
        clean_lines(self, "search_headline", "dateline", "end_mark", "sign_off")
        if self.section is not None:
            check_number(self.section, "section")
        topics = tuple(self.topics)
        for topic in topics:
            check_number(topic, "topic")
        keep(
            self,
            standfirst=clean(text_of(self, "standfirst")).strip(),
            body=sanitise(text_of(self, "body")),
            bylines=rows_of(Byline, self.bylines, "bylines"),
            topics=tuple(dict.fromkeys(topics)),
            links=rows_of(Link, self.links, "links"),
        )
        if self.lead is not None:
            rows_of(Picture, [self.lead], "lead")

    def to_json(self) -> str:
        """Canonical JSON: sorted keys, no white space, no floats, its schema."""
        return canonical({"schema": SCHEMA, **asdict(self)})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read any schema ever written. Raises CopyUnreadable."""
        with reading():
            return cls.from_data(json.loads(text))

    @classmethod
    def from_data(cls, data: Any, *, is_printed: bool = False) -> Self:
        """Read what JSON held. Raises ValueError or TypeError: use it in reading().

        A printed body was sanitised when it was printed; readers do not wait for it.
        """
        values = dict(fields_of(cls, without_schema(data)))
        if is_printed:
            values["body"] = Sanitised(values["body"])
        lead = values["lead"]
        return cls(
            **{
                **values,
                "bylines": [
                    Byline(**fields_of(Byline, row)) for row in values["bylines"]
                ],
                "lead": None if lead is None else Picture(**fields_of(Picture, lead)),
                "links": [Link(**fields_of(Link, row)) for row in values["links"]],
            }
        )


@contextmanager
def reading() -> Iterator[None]:
    """Whatever is wrong with stored text is CopyUnreadable."""
    try:
        yield
    except (TypeError, ValueError, RecursionError) as error:
        raise CopyUnreadable(str(error)) from error


def without_schema(data: Any, *known: int) -> dict[str, Any]:
    """The same data, of one of these schemas. Stored bytes never change."""
    if not isinstance(data, dict):
        raise CopyUnreadable(f"an object is expected, not {data!r:.80}")
    schema = data.get("schema")
    if type(schema) is not int or schema not in (known or (SCHEMA,)):
        raise CopyUnreadable(f"unknown schema {schema!r:.80}")
    return {name: value for name, value in data.items() if name != "schema"}
