"""What machines read of an article: schema.org's NewsArticle and BreadcrumbList.

Google's rules for both: https://developers.google.com/search/docs/appearance
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from articles.cards import Item
from articles.dates import moment
from articles.page import Page
from photos.credits import parse

# Inside <script> only these could end it or be taken for markup.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def structured(page: Page, *, publisher: str) -> str:
    """JSON-LD that may stand in a script element as it is."""
    graph = [_without_gaps(news_article(page, publisher)), breadcrumbs(page)]
    data = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(data, ensure_ascii=False).translate(_ESCAPES)


def news_article(page: Page, publisher: str) -> dict[str, Any]:
    copy, imprint = page.copy, page.imprint
    return {
        "@type": "NewsArticle",
        "@id": imprint.address,
        "url": imprint.address,
        "mainEntityOfPage": imprint.address,
        "headline": copy.headline,
        "alternativeHeadline": copy.short_headline,
        "description": page.description,
        "inLanguage": copy.language,
        "datePublished": moment(imprint.first_printed_at),
        "dateModified": moment(imprint.changed_at),
        "dateline": copy.dateline,
        "articleSection": [item.name for item in _sections(page)],
        "keywords": [topic.name for topic in page.lists.topics],
        "author": [_person(page, row.name, row.address) for row in page.bylines],
        "image": _images(page),
        "publisher": _publisher(page, publisher),
        "isAccessibleForFree": True,
        "version": imprint.edition,
    }


def breadcrumbs(page: Page) -> dict[str, Any]:
    steps = [*_sections(page), Item(page.copy.headline, page.imprint.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": step.name,
                "item": urljoin(page.imprint.address, step.address),
            }
            for position, step in enumerate(steps, start=1)
        ],
    }


def _sections(page: Page) -> Iterator[Item]:
    if page.lists.top_section:
        yield page.lists.top_section
    yield page.lists.section


def _person(page: Page, name: str, address: str = "") -> dict[str, Any]:
    url = urljoin(page.imprint.address, address) if address else ""
    return _without_gaps({"@type": "Person", "name": name, "url": url})


def _publisher(page: Page, name: str) -> dict[str, Any]:
    return {
        "@type": "NewsMediaOrganization",
        "name": name,
        "url": urljoin(page.imprint.address, "/"),
    }


def _images(page: Page) -> list[dict[str, Any]]:
    """The lead picture in three proportions; its credit line is kept as written."""
    image = page.lead
    if image is None:
        return []
    photographers = parse(image.credit).photographers
    return [
        _without_gaps(
            {
                "@type": "ImageObject",
                "url": urljoin(page.imprint.address, shown.src),
                "width": shown.width,
                "height": shown.height,
                "caption": image.caption,
                "creditText": image.credit,
                "creator": [_person(page, name) for name in photographers],
            }
        )
        for shown in dict.fromkeys((image.wide, image.medium, image.square))
    ]


def _without_gaps(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in ("", [], {})}
