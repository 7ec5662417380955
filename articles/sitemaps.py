"""What search engines fetch: sitemaps, robots.txt, and the manifest of the site.

Every address is built from SITE_URL, whatever host was asked.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.fields import LARGEST
from articles.models import Article

FILE = 5_000  # numbers of a file; a file may hold 50,000 addresses
NEWS = timedelta(hours=48)  # what Google takes into a news sitemap
MOST_NEWS = 1_000  # and how many at most
ICONS = {"icon-192.png": "192x192", "icon-512.png": "512x512"}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """One file for each range of story numbers in which something is public."""
    files = (
        Article.objects.order_by()
        .values(part=(F("pk") - 1) / FILE + 1)
        .annotate(changed=Max("printed_at"))
        .order_by("part")
    )
    return _xml(request, "sitemap_index", files=files)


@require_safe
def articles(request: HttpRequest, part: int) -> HttpResponse:
    numbers = ((part - 1) * FILE + 1, part * FILE)
    if numbers[1] > LARGEST:
        raise Http404
    rows = _addresses(Article.objects.filter(pk__range=numbers).order_by("pk"))
    if not rows:
        raise Http404
    return _xml(request, "sitemap", articles=rows)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap"""
    since = timezone.now() - NEWS
    fresh = Article.objects.filter(first_printed_at__gte=since)
    rows = _addresses(fresh.order_by("-first_printed_at", "-pk")[:MOST_NEWS])
    return _xml(request, "sitemap_news", articles=rows)


def _addresses(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.select_related("section").only(
        *("id", "slug", "language", "headline", "first_printed_at", "printed_at"),
        "section__slug",
    )


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
    name = _("Newsroom")
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
