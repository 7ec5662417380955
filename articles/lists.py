"""What a page shows beside its text: looked up by the ids in a copy, in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Coalesce

from articles.copy import Copy, LinkKind
from articles.models import Article, Author, Section, Topic
from articles.page import Card, Imprint, Item, Lists, Page, card_image
from articles.printed import Printed

NEWEST = 30  # articles of a list


@dataclass(frozen=True)
class _Names:
    authors: dict[int, Item]
    topics: dict[int, Item]


def page_of(article: Article) -> Page:
    """The article as readers see it; loaded by for_page(), at most three queries."""
    printed = Printed.from_json(article.content)
    return Page(
        printed=printed,
        imprint=imprint_of(article),
        lists=lists_for(
            printed.copy, section=article.section, top_section=article.top_section
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


def lists_for(copy: Copy, *, section: Section, top_section: Section) -> Lists:
    """What the ids of `copy` stand for now: its navigation, people, topics, links."""
    names = _names(copy)
    live = _live_targets(copy)
    return Lists(
        section=_section_item(section),
        top_section=_section_item(top_section) if top_section != section else None,
        navigation=navigation(copy.language),
        authors=names.authors,
        topics=tuple(names.topics[pk] for pk in copy.topics if pk in names.topics),
        related=_links(copy, LinkKind.RELATED, live),
        more=_links(copy, LinkKind.MORE, live),
    )


def navigation(language: str) -> tuple[Item, ...]:
    """The top sections that speak `language`, in the order of the masthead."""
    sections = Section.objects.filter(parent=None, language=language)
    return tuple(map(_section_item, sections.order_by("position", "id")))


def cards(articles: QuerySet[Article]) -> list[Card]:
    """The newest of `articles`, as lists show them; one query."""
    rows = articles.for_cards()[:NEWEST]  # type: ignore[attr-defined]
    return [_card(row) for row in rows]


def _card(article: Article) -> Card:
    facts = article.card
    return Card(
        headline=facts["headline"] or article.headline,
        address=article.get_absolute_url(),
        section=_section_item(article.section),
        kicker=facts["kicker"],
        standfirst=article.standfirst,
        language=article.language,
        at=article.first_printed_at,
        image=card_image(facts, base_url=settings.MEDIA_URL),
    )


def _section_item(section: Section) -> Item:
    return Item(section.name, section.get_absolute_url())


def _names(copy: Copy) -> _Names:
    """Authors and topics by the ids in the copy, a merged one by its heir's name."""
    wanted = {
        Author: {row.author for row in copy.bylines if row.author is not None},
        Topic: set(copy.topics),
    }
    queries = [
        model._default_manager.filter(pk__in=ids)
        .order_by()
        .values_list(
            Value(model._meta.model_name, output_field=CharField()),
            F("pk"),
            Coalesce(F("merged_into__name"), F("name")),
        )
        for model, ids in wanted.items()
        if ids
    ]
    found: dict[str, dict[int, Item]] = {"author": {}, "topic": {}}
    for kind, pk, name in queries[0].union(*queries[1:]) if queries else ():
        found[kind][pk] = Item(name)
    return _Names(authors=found["author"], topics=found["topic"])


def _live_targets(copy: Copy) -> dict[int, Article]:
    numbers = {link.story for link in copy.links if link.story is not None}
    if not numbers:
        return {}
    return {row.pk: row for row in Article.objects.for_cards().filter(pk__in=numbers)}


def _links(copy: Copy, kind: LinkKind, live: dict[int, Article]) -> tuple[Item, ...]:
    """The links of one list, in order; a story that is not public leaves no trace."""
    return tuple(_items(copy.links, kind, live))


def _items(links: Iterable, kind: LinkKind, live: dict[int, Article]) -> Iterable[Item]:
    for link in links:
        if link.kind != kind:
            continue
        if link.story is None:
            yield Item(link.text or link.url, link.url, is_outside=True)
        elif link.story in live:
            target = live[link.story]
            yield Item(target.headline, target.get_absolute_url())
