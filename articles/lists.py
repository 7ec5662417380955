"""What a page shows beside its text: looked up by the ids in a copy, in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import CharField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from articles.cards import Card, Item, Person
from articles.copy import Copy, Link
from articles.cursors import Cursor
from articles.dates import age_line, is_fresh
from articles.masthead import Masthead
from articles.models import Article, Author, Topic
from articles.page import Imprint, Lists, Page
from articles.pictures import card_image
from articles.printed import Printed
from articles.related import below
from photos.credits import parse

PAGE = 30  # articles of a list


@dataclass(frozen=True)
class Listing:
    """A part of a list, newest first; `older` is where it goes on, if it does."""

    cards: tuple[Card, ...]
    older: Cursor | None = None
    is_first: bool = True


def page_of(article: Article, paper: Masthead) -> Page:
    """The article as readers see it; loaded by for_page(), at most two queries."""
    printed = Printed.from_json(article.content)
    return Page(
        printed=printed,
        imprint=imprint_of(article, paper),
        lists=lists_for(article, printed, paper),
        body_html=article.body_html,
        base_url=settings.MEDIA_URL,
    )


def imprint_of(article: Article, paper: Masthead) -> Imprint:
    return Imprint(
        number=article.pk,
        address=settings.SITE_URL + address_of(article, paper),
        edition=article.edition_number,
        first_printed_at=article.first_printed_at,
        printed_at=article.printed_at,
        updated_at=article.updated_at,
        corrected_at=article.corrected_at,
    )


def address_of(article: Article, paper: Masthead) -> str:
    """What get_absolute_url() gives, without its section."""
    folder = paper.item(article.section_id).address
    return f"{folder}{article.slug}-{article.pk}.html"


def lists_for(article: Article, printed: Printed, paper: Masthead) -> Lists:
    """What the ids of the copy stand for now: its navigation, people, topics, links."""
    copy, now = printed.copy, timezone.now()
    credits = {row.credit for row in printed.pictures}
    credited = {name for credit in credits for name in parse(credit).photographers}
    names = _names(copy, credited)
    targets = below(copy, number=article.pk)
    section, top = article.section_id, article.top_section_id
    return Lists(
        section=paper.item(section),
        top_section=paper.item(top) if top != section else None,
        navigation=paper.navigation(copy.language),
        authors=names.authors,
        people=names.people,
        topics=tuple(
            dict.fromkeys(names.topics[pk] for pk in copy.topics if pk in names.topics)
        ),
        related=tuple(_target(row, paper, now) for row in targets.related),
        more=tuple(_target(row, paper, now) for row in targets.more),
    )


def listing(
    *streams: QuerySet, paper: Masthead, now: datetime, before: Cursor | None = None
) -> Listing:
    """The articles that the streams name, below `before`; one query."""
    rows = Article.objects.newest_of(*streams, count=PAGE + 1, before=before)
    found = [card_of(row, paper, now=now) for row in rows[: PAGE + 1]]
    shown = tuple(found[:PAGE])
    older = shown[-1].cursor if len(found) > PAGE else None
    return Listing(shown, older, is_first=before is None)


def card_of(article: Article, paper: Masthead, *, now: datetime) -> Card:
    """The article, loaded by for_cards(), as lists show it."""
    facts = article.card
    return Card(
        number=article.pk,
        headline=facts["headline"] or article.headline,
        address=address_of(article, paper),
        section=paper.item(article.section_id),
        top_section=article.top_section_id,
        kicker=facts["kicker"],
        standfirst=article.standfirst,
        language=article.language,
        at=article.first_printed_at,
        age=age_line(article.first_printed_at, article.language, now=now),
        is_fresh=is_fresh(article.first_printed_at, now=now),
        image=card_image(facts, base_url=settings.MEDIA_URL),
    )


def _target(row: Article | Link, paper: Masthead, now: datetime) -> Item | Card:
    if isinstance(row, Article):
        return card_of(row, paper, now=now)
    return Item(row.text or row.url, row.url, is_outside=True)


@dataclass(frozen=True)
class _Names:
    """Authors by id and, for credit lines, by name; topics by id."""

    authors: dict[int, Person] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    topics: dict[int, Item] = field(default_factory=dict)


def _names(copy: Copy, credited: set[str]) -> _Names:
    """Whom and what the page names, in one query. One that was merged is its heir.

    A credited name that two authors have is nobody's.
    """
    ids = {row.author for row in copy.bylines if row.author is not None}
    names = _Names()
    shared: set[str] = set()
    for kind, pk, written, name, slug, biography in _named(ids, credited, copy.topics):
        address = reverse(kind, kwargs={"slug": slug})
        if kind == "topic":
            names.topics[pk] = Item(name, address)
            continue
        person = Person(name, address, biography)
        if pk in ids:
            names.authors[pk] = person
        if written not in credited:
            continue
        if names.people.setdefault(written, person).address != address:
            shared.add(written)
    for name in shared:
        del names.people[name]
    return names


def _named(ids: set[int], credited: set[str], topics: Iterable[int]) -> Iterable[tuple]:
    """(kind, id, name, and the heir's name, slug and biography) of each."""
    parts = []
    if ids or credited:
        authors = Author.objects.filter(Q(pk__in=ids) | Q(name__in=credited))
        biography = Coalesce(F("merged_into__biography"), F("biography"))
        parts.append(_columns(authors, "author", biography))
    if topics:
        none = Value("", output_field=TextField())
        parts.append(_columns(Topic.objects.filter(pk__in=topics), "topic", none))
    return parts[0].union(*parts[1:], all=True) if parts else ()


def _columns(rows: QuerySet, kind: str, biography: Any) -> QuerySet:
    return rows.order_by().values_list(
        Value(kind, output_field=CharField()),
        F("pk"),
        F("name"),
        Coalesce(F("merged_into__name"), F("name")),
        Coalesce(F("merged_into__slug"), F("slug")),
        biography,
    )
