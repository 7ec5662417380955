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
from django.utils.translation import get_language_info

from articles.cards import Card, Item, Person
from articles.copy import Copy, Link
from articles.cursors import Cursor
from articles.dates import age_line, is_fresh
from articles.models import Article, Author, Section, Topic
from articles.page import Imprint, Lists, Navigation, Page
from articles.pictures import card_image
from articles.printed import Printed, PrintedPicture
from articles.related import below
from newsroom.text.clean import clean_line
from photos.credits import parse

PAGE = 30  # articles of a list


@dataclass(frozen=True)
class Listing:
    """A part of a list, newest first; `older` is where it goes on, if it does."""

    cards: tuple[Card, ...]
    older: Cursor | None = None
    is_first: bool = True


def page_of(article: Article) -> Page:
    """The article as readers see it; loaded by for_page(), at most three queries."""
    printed = Printed.from_json(article.content)
    return Page(
        printed=printed,
        imprint=imprint_of(article),
        lists=lists_for(
            printed.copy,
            section=article.section,
            top_section=article.top_section,
            pictures=printed.pictures,
            number=article.pk,
        ),
        body_html=article.body_html,
        base_url=settings.MEDIA_URL,
    )


def imprint_of(article: Article) -> Imprint:
    return Imprint(
        number=article.pk,
        address=settings.SITE_URL + article.get_absolute_url(),
        edition=article.edition_number,
        first_printed_at=article.first_printed_at,
        printed_at=article.printed_at,
        updated_at=article.updated_at,
        corrected_at=article.corrected_at,
    )


def lists_for(
    copy: Copy,
    *,
    section: Section,
    top_section: Section,
    pictures: Iterable[PrintedPicture] = (),
    number: int = 0,
) -> Lists:
    """What the ids of `copy` stand for now: its navigation, people, topics, links.

    `number` is the article's own, which no list of its own shows.
    """
    credits = {row.credit for row in pictures}
    credited = {name for credit in credits for name in parse(credit).photographers}
    names = _names(copy, credited)
    targets = below(copy, number=number)
    now = timezone.now()
    return Lists(
        section=section_item(section),
        top_section=section_item(top_section) if top_section != section else None,
        navigation=navigation(sections(), copy.language),
        authors=names.authors,
        people=names.people,
        topics=tuple(
            dict.fromkeys(names.topics[pk] for pk in copy.topics if pk in names.topics)
        ),
        related=tuple(_target(row, now) for row in targets.related),
        more=tuple(_target(row, now) for row in targets.more),
    )


def sections() -> list[Section]:
    """Every section in the order of the masthead; there are a few dozen at most."""
    return list(Section.objects.order_by("position", "id"))


def navigation(sections: Iterable[Section], language: str) -> Navigation:
    """The top sections that speak `language`; of each other language, its first.

    The paper's own language begins on the front page.
    """
    spoken: dict[str, list[Item]] = {settings.LANGUAGE_CODE: [Item("", "/")]}
    for row in sections:
        if row.parent_id is None:
            spoken.setdefault(row.language, []).append(section_item(row))
    items = spoken.pop(language, [])
    return Navigation(
        sections=tuple(item for item in items if item.name),
        languages=tuple(
            Item(_own_name(code), first.address, language=code)
            for code, (first, *_rest) in spoken.items()
        ),
    )


def _own_name(language: str) -> str:
    """What a language calls itself; Django's Vietnamese is not composed."""
    return clean_line(get_language_info(language)["name_local"])


def listing(*streams: QuerySet, now: datetime, before: Cursor | None = None) -> Listing:
    """The articles that the streams name, below `before`; one query."""
    rows = Article.objects.newest_of(*streams, count=PAGE + 1, before=before)
    found = cards(rows[: PAGE + 1], now=now)
    shown = tuple(found[:PAGE])
    older = shown[-1].cursor if len(found) > PAGE else None
    return Listing(shown, older, is_first=before is None)


def cards(rows: Iterable[Article], *, now: datetime) -> list[Card]:
    """Articles, loaded by for_cards(), as lists show them."""
    items: dict[int, Item] = {}  # a section's address is made once
    return [card_of(row, now=now, items=items) for row in rows]


def card_of(
    article: Article, *, now: datetime, items: dict[int, Item] | None = None
) -> Card:
    """`items` remembers the sections of the other cards of a page."""
    facts, items = article.card, {} if items is None else items
    if article.section_id not in items:
        items[article.section_id] = section_item(article.section)
    return Card(
        number=article.pk,
        headline=facts["headline"] or article.headline,
        address=article.get_absolute_url(),
        section=items[article.section_id],
        top_section=article.top_section_id,
        kicker=facts["kicker"],
        standfirst=article.standfirst,
        language=article.language,
        at=article.first_printed_at,
        age=age_line(article.first_printed_at, article.language, now=now),
        is_fresh=is_fresh(article.first_printed_at, now=now),
        image=card_image(facts, base_url=settings.MEDIA_URL),
    )


def section_item(section: Section) -> Item:
    return Item(section.name, section.get_absolute_url(), language=section.language)


def _target(row: Article | Link, now: datetime) -> Item | Card:
    if isinstance(row, Article):
        return card_of(row, now=now)
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
