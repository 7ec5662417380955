"""The steps of a printing: check the copy, store the article and its edition.

Called by desk.publishing alone, inside its transaction and in its lock order.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Max, Min, Q
from django.utils.translation import gettext as _

from articles.copy import Copy
from articles.html import photo_ids, plain
from articles.models import (
    Article,
    ArticleLink,
    ArticlePhoto,
    ArticleTopic,
    Byline,
    Edition,
    EditionPhoto,
    Section,
)
from articles.page import body_html, card
from articles.printed import SCHEMA, Printed, PrintedPicture, edition_hash
from desk.models import Revision
from desk.records import moment
from newsroom.text.fold import fold
from newsroom.text.slugs import slugify


class Unprintable(Exception):
    """The copy lacks something readers need; the text says what."""


@dataclass(frozen=True)
class Past:
    """What the editions of a number say; all None and 0 before its first print."""

    number: int
    hash: str
    first: datetime | None
    updated: datetime | None
    corrected: datetime | None


def past_of(article_id: int) -> Past:
    editions = Edition.objects.filter(article_id=article_id)
    sums: dict[str, Any] = editions.aggregate(
        first=Min("printed_at"),
        updated=Max("printed_at", filter=Q(kind=Edition.Kind.UPDATE)),
        corrected=Max("printed_at", filter=Q(kind=Edition.Kind.CORRECTION)),
    )
    last = editions.order_by("-number", "-id").first()
    return Past(last.number if last else 0, last.hash if last else "", **sums)


def check(copy: Copy) -> Section:
    """The copy's section. Raises Unprintable with every lack in one text."""
    lacks = []
    if not copy.headline:
        lacks.append(_("The headline is missing."))
    if not plain(copy.body).strip() and not copy.standfirst:
        lacks.append(_("There is no text: write a standfirst or a body."))
    sections = Section.objects.select_related("parent")
    section = sections.filter(pk=copy.section).first() if copy.section else None
    if section is None:
        lacks.append(_("The section is missing: choose one."))
    if lacks or section is None:
        raise Unprintable("\n".join(lacks))
    return section


def slug_of(copy: Copy) -> str:
    return slugify(copy.headline) or "tin"


def derived(printed: Printed) -> dict[str, Any]:
    """The columns of an Article that its printed text alone decides."""
    copy = printed.copy
    text = (copy.kicker, copy.headline, copy.standfirst, plain(copy.body))
    return {
        "language": copy.language,
        "slug": slug_of(copy),
        "headline": copy.headline,
        "standfirst": copy.standfirst,
        "content": printed.to_json(),
        "card": card(printed),
        "body_html": body_html(printed, base_url=settings.MEDIA_URL),
        "search_text": fold(" ".join(text)),
    }


def projections(article: Article, printed: Printed) -> dict[str, list[Any]]:
    """The rows for lists and "where used", unsaved, by the article's name for them."""
    copy, first = printed.copy, article.first_printed_at
    return {
        "bylines": [
            Byline(
                article=article,
                author_id=row.author,
                name=row.name,
                role=row.role,
                position=position,
                first_printed_at=first,
            )
            for position, row in enumerate(copy.bylines)
        ],
        "photos": _uses(article, printed),
        "topics": [
            ArticleTopic(article=article, topic_id=topic, first_printed_at=first)
            for topic in copy.topics
        ],
        "links": [
            ArticleLink(
                article=article, kind=row.kind, number=row.story, position=position
            )
            for position, row in enumerate(copy.links)
            if row.story is not None
        ],
    }


def _uses(article: Article, printed: Printed) -> list[ArticlePhoto]:
    lead = printed.copy.lead
    uses = [(lead.photo, lead.caption, True)] if lead else []
    uses += [(photo, "", False) for photo in photo_ids(printed.copy.body)]
    stems = {picture.photo: picture.stem for picture in printed.pictures}
    return [
        ArticlePhoto(
            article=article,
            photo_id=photo,
            stem=stems[photo],
            caption=caption,
            is_lead=is_lead,
            position=position,
        )
        for position, (photo, caption, is_lead) in enumerate(uses)
        if photo in stems
    ]


def store_article(
    number: int, printed: Printed, *, section: Section, kind: str, at: datetime
) -> tuple[Article, Past]:
    """Write the article's row and projections; `at` is the printing's time."""
    past = past_of(number)
    # A move of the section waits for this printing, or is seen by it.
    section = Section.objects.select_for_update(no_key=True).get(pk=section.pk)
    article, _created = Article.objects.update_or_create(
        pk=number,
        defaults={
            **derived(printed),
            "section": section,
            "top_section_id": section.parent_id or section.pk,
            "first_printed_at": past.first or at,
            "printed_at": at,
            "updated_at": at if kind == Edition.Kind.UPDATE else past.updated,
            "corrected_at": at if kind == Edition.Kind.CORRECTION else past.corrected,
            "edition_number": past.number + 1,
        },
    )
    for name, rows in projections(article, printed).items():
        getattr(article, name).all().delete()
        getattr(article, name).bulk_create(rows)
    return article, past


def add_edition(
    article: Article,
    past: Past,
    *,
    kind: str,
    revision: Revision,
    pictures: tuple[PrintedPicture, ...],
    at: datetime,
) -> Edition:
    """The next edition of the chain, and which photos it shows."""
    edition = Edition(
        article_id=article.pk,
        number=past.number + 1,
        kind=kind,
        schema=SCHEMA,
        content=article.content,
        previous_hash=past.hash,
        revision_number=revision.number,
        revision_hash=revision.hash,
        printed_at=at,
    )
    edition.hash = hash_of(edition)
    edition.save(force_insert=True)
    EditionPhoto.objects.bulk_create(
        EditionPhoto(edition=edition, photo_id=picture.photo) for picture in pictures
    )
    return edition


def hash_of(edition: Edition) -> str:
    """What `edition.hash` must be."""
    return edition_hash(
        previous_hash=edition.previous_hash,
        article_id=edition.article_id,
        number=edition.number,
        kind=str(edition.kind),
        printed_at=moment(edition.printed_at),
        revision_number=edition.revision_number,
        revision_hash=edition.revision_hash,
        content=edition.content,
    )
