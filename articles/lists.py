"""What a page shows beside its text: looked up by the ids in a copy, in few queries."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from articles.cards import Card, Item
from articles.copy import Link
from articles.cursors import Cursor
from articles.dates import age_line, is_fresh
from articles.masthead import Masthead
from articles.models import Article
from articles.names import names_in
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
    names = names_in(copy, credited, paper.names)
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
