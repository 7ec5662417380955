"""The addresses of the paper."""

from datetime import date

from django.urls import path, register_converter
from django.views.decorators.http import require_safe

from articles import feeds, sitemaps, views


class NumberConverter:
    """A story's number as it is written in an address: no sign, no leading zero."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class SegmentConverter:
    """Any segment; an article's section and slug are corrected by its number."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class MonthConverter:
    """A month such as 2023-12, as its first day."""

    regex = "[0-9]{4}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m}"


register_converter(MonthConverter, "month")
register_converter(NumberConverter, "number")
register_converter(SegmentConverter, "segment")

# Words of the site's own stand before the sections: sections.RESERVED_SLUGS.
urlpatterns = [
    path("", views.front, name="front"),
    path("tin-moi-nhat/", views.latest, name="latest"),
    path("tim-kiem/", views.search, name="search"),
    path("gioi-thieu/", views.about, name="about"),
    path("chu-de/<slug:slug>/", views.topic, name="topic"),
    path("tac-gia/<slug:slug>/", views.author, name="author"),
    path("rss/", require_safe(feeds.LatestFeed()), name="feed"),
    path(
        "rss/<slug:section>/",
        require_safe(feeds.SectionFeed()),
        name="section-feed",
    ),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<month:month>.xml", sitemaps.month, name="sitemap-month"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap-news"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("manifest.webmanifest", sitemaps.manifest, name="manifest"),
    path("favicon.ico", sitemaps.favicon, name="favicon"),
    path("<slug:section>/", views.section, name="section"),
    path(
        "<segment:section>/<segment:slug>-<number:number>.html",
        views.article,
        name="article",
    ),
]
