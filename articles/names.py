"""Whom and what an article names by id: authors, photographers who are, topics."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import CharField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from articles.cards import Item, Person
from articles.copy import Copy
from articles.models import Author, Topic
from articles.pictures import portrait_image

# ("author", id), ("credit", name as written) or ("topic", id); None is nobody.
Key = tuple[str, int | str]
Known = dict[Key, Any]


@dataclass(frozen=True)
class Names:
    """Authors by id and, for credit lines, by name; topics by id."""

    authors: dict[int, Person]
    people: dict[str, Person]
    topics: dict[int, Item]


def names_in(copy: Copy, credited: Collection[str], known: Known) -> Names:
    """In one query, or in none for what is `known`. One that was merged is its heir.

    A credited name that two authors have is nobody's. `known` learns what is asked.
    """
    ids = [row.author for row in copy.bylines if row.author is not None]
    keys: dict[str, Iterable[Any]] = {
        "author": ids,
        "credit": credited,
        "topic": copy.topics,
    }
    wanted = {(kind, key) for kind, several in keys.items() for key in several}
    if missing := wanted - known.keys():
        known |= _asked(missing)
    authors, people, topics = (
        {key: known[kind, key] for key in several if known[kind, key]}
        for kind, several in keys.items()
    )
    return Names(authors, people, topics)


def _asked(missing: set[Key]) -> Known:
    found: Known = dict.fromkeys(missing)
    shared: set[Key] = set()
    for kind, pk, written, name, slug, biography, portrait in _rows(missing):
        address = reverse(kind, kwargs={"slug": slug})
        if kind == "topic":
            found[kind, pk] = Item(name, address)
            continue
        image = portrait_image(portrait, base_url=settings.MEDIA_URL)
        person = Person(name, address, biography, image)
        credit: Key = ("credit", written)
        if (kind, pk) in found:
            found[kind, pk] = person
        if credit not in found:
            continue
        if found[credit] is None:
            found[credit] = person
        elif found[credit].address != address:
            shared.add(credit)
    return found | dict.fromkeys(shared)


def _rows(missing: set[Key]) -> Iterable[tuple]:
    """(kind, id, name, and the heir's name, slug, biography and portrait) of each."""
    asked: dict[str, list[Any]] = {"author": [], "credit": [], "topic": []}
    for kind, key in missing:
        asked[kind].append(key)
    parts = []
    if asked["author"] or asked["credit"]:
        is_asked = Q(pk__in=asked["author"]) | Q(name__in=asked["credit"])
        authors = Author.objects.filter(is_asked)
        parts.append(_columns(authors, "author", "biography", "portrait_card"))
    if asked["topic"]:
        topics = Topic.objects.filter(pk__in=asked["topic"])
        parts.append(_columns(topics, "topic"))
    return parts[0].union(*parts[1:], all=True)


def _columns(rows: QuerySet, kind: str, *texts: str) -> QuerySet:
    """Topics have no texts: theirs are empty."""
    none = Value("", output_field=TextField())
    own: list[Any] = [Coalesce(F(f"merged_into__{name}"), F(name)) for name in texts]
    return rows.order_by().values_list(
        Value(kind, output_field=CharField()),
        F("pk"),
        F("name"),
        Coalesce(F("merged_into__name"), F("name")),
        Coalesce(F("merged_into__slug"), F("slug")),
        *(own or [none, none]),
    )
