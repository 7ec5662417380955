"""RSS 2.0: everything, and each section; pictures with their credit.

Every address is built from SITE_URL, whatever host was asked.
"""

from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed, SyndicationFeed

from articles.models import Article, Section
from articles.pictures import card_image

NEWEST = 30  # articles of a feed


class PictureFeed(Rss201rev2Feed):
    """RSS with the elements of https://www.rssboard.org/media-rss for pictures."""

    def rss_attributes(self) -> dict[str, str]:
        media = {"xmlns:media": "http://search.yahoo.com/mrss/"}
        creators = {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}
        return {**super().rss_attributes(), **media, **creators}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["creators"]:
            handler.addQuickElement("dc:creator", name)
        if image := item["image"]:
            shown = image.whole
            size = {"width": str(shown.width), "height": str(shown.height)}
            facts = {"url": _whole(shown.src), "type": "image/jpeg", "medium": "image"}
            handler.startElement("media:content", {**facts, **size})
            for name, text in (
                ("media:description", image.caption),
                ("media:credit", image.credit),
            ):
                if text:
                    handler.addQuickElement(name, text)
            handler.endElement("media:content")


class LatestFeed(Feed):
    """The newest of the whole paper."""

    feed_type = PictureFeed
    language = None  # the active one

    def title(self, section: Section | None) -> str:
        name = str(settings.SITE_NAME)
        return f"{section.name} · {name}" if section else name

    def description(self, section: Section | None) -> str:
        return self.title(section)

    def link(self, section: Section | None) -> str:
        return _whole(section.get_absolute_url() if section else "/")

    def feed_url(self, section: Section | None) -> str:
        if section is None:
            return _whole(reverse("feed"))
        return _whole(reverse("section-feed", kwargs={"section": section.slug}))

    def items(self, section: Section | None) -> list[Article]:
        articles = (
            Article.objects.in_section(section)
            if section
            else Article.objects.filter(language=settings.LANGUAGE_CODE)
        )
        rows = articles.for_cards().select_related("section")
        return list(rows.prefetch_related("bylines")[:NEWEST])

    def item_title(self, item: Article) -> str:
        return item.headline

    def item_description(self, item: Article) -> str:
        return item.standfirst

    def item_link(self, item: Article) -> str:
        return _whole(item.get_absolute_url())

    item_guid_is_permalink = False

    def item_guid(self, item: Article) -> str:
        """One for a story's whole life, whatever its address becomes (RFC 4151)."""
        host = urlsplit(settings.SITE_URL).hostname
        return f"tag:{host},{item.first_printed_at:%Y-%m-%d}:{item.pk}"

    def item_pubdate(self, item: Article) -> Any:
        return item.first_printed_at

    def item_categories(self, item: Article) -> list[str]:
        return [item.section.name]

    def item_enclosures(self, item: Article) -> list[Enclosure]:
        """Its size is not known here: 0, as the RSS Board's best practices say."""
        image = card_image(item.card, base_url=settings.MEDIA_URL)
        return [Enclosure(_whole(image.whole.src), "0", "image/jpeg")] if image else []

    def item_extra_kwargs(self, item: Article) -> dict[str, Any]:
        return {
            "image": card_image(item.card, base_url=settings.MEDIA_URL),
            "creators": [row.name for row in item.bylines.all()],
        }


class SectionFeed(LatestFeed):
    """The newest of one section, in its language."""

    def get_object(self, request: HttpRequest, section: str) -> Section:
        return get_object_or_404(Section, slug=section)

    def get_feed(self, obj: Section, request: HttpRequest) -> SyndicationFeed:
        with translation.override(obj.language):
            return super().get_feed(obj, request)


def _whole(address: str) -> str:
    return urljoin(settings.SITE_URL + "/", address)
