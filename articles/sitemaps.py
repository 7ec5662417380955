"""What search engines fetch: sitemaps, robots.txt, and the manifest of the site.

Every address is built from SITE_URL, whatever host was asked.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.dates import VIETNAM
from articles.lists import address_of
from articles.models import Article
from articles.views import masthead_of

MOST = 50_000  # addresses of a file, says sitemaps.org
NEWS = timedelta(hours=48)  # what Google takes into a news sitemap
MOST_NEWS = 1_000  # and how many at most
ICONS = {"icon-192.png": "192x192", "icon-512.png": "512x512"}


@dataclass(frozen=True)
class Address:
    """Where an article is, and what a sitemap says of it."""

    place: str
    headline: str
    language: str
    first_printed_at: datetime
    printed_at: datetime


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """One file for each month from the first printing to the last, in two queries."""
    return _xml(request, "sitemap_index", months=_months())


@require_safe
def month(request: HttpRequest, month: date) -> HttpResponse:
    """What was first printed in that month."""
    if month not in _months():
        raise Http404
    printed = Article.objects.filter(
        first_printed_at__gte=_start(month), first_printed_at__lt=_start(_after(month))
    )
    return _xml(request, "sitemap", articles=_addresses(request, printed, MOST))


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap"""
    fresh = Article.objects.filter(first_printed_at__gte=timezone.now() - NEWS)
    return _xml(request, "sitemap_news", articles=_addresses(request, fresh, MOST_NEWS))


def _months() -> list[date]:
    """The first day of each, in Vietnam; read from both ends of an index."""
    times = Article.objects.order_by().values_list("first_printed_at", flat=True)
    first = times.order_by("first_printed_at", "id").first()
    last = times.order_by("-first_printed_at", "-id").first()
    if first is None or last is None:
        return []
    found = [first.astimezone(VIETNAM).date().replace(day=1)]
    while found[-1] < last.astimezone(VIETNAM).date().replace(day=1):
        found.append(_after(found[-1]))
    return found


def _after(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _start(month: date) -> datetime:
    return datetime.combine(month, time(), VIETNAM)


def _addresses(
    request: HttpRequest, articles: QuerySet[Article], most: int
) -> list[Address]:
    """Newest first, at most so many."""
    paper = masthead_of(request)
    fields = ("headline", "language", "first_printed_at", "printed_at")
    rows = articles.only("id", "slug", "section_id", *fields)
    return [
        Address(address_of(row, paper), *(getattr(row, name) for name in fields))
        for row in rows.order_by("-first_printed_at", "-id")[:most]
    ]


def _xml(request: HttpRequest, name: str, **context: Any) -> HttpResponse:
    context["site"] = settings.SITE_URL
    return render(
        request, f"articles/{name}.xml", context, content_type="application/xml"
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    context = {"site": settings.SITE_URL}
    return render(
        request,
        "articles/robots.txt",
        context,
        content_type="text/plain; charset=utf-8",
    )


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """https://www.w3.org/TR/appmanifest/"""
    name = settings.SITE_NAME
    icons = [
        {"src": static(f"icons/{file}"), "sizes": sizes, "type": "image/png"}
        for file, sizes in ICONS.items()
    ]
    facts = {
        "name": name,
        "short_name": name,
        "lang": settings.LANGUAGE_CODE,
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": "#fffdf9",
        "theme_color": "#fffdf9",
        "icons": icons,
    }
    return JsonResponse(facts, content_type="application/manifest+json")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For who asks without reading the page."""
    return redirect(static("icons/favicon.ico"))
