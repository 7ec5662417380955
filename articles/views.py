"""The public pages: ask, put in a dict, render. None of them can reach a draft."""

from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import fronts, lists
from articles.cursors import Cursor
from articles.head import Head
from articles.masthead import Masthead, masthead
from articles.models import (
    Article,
    ArticleTopic,
    Author,
    Byline,
    Topic,
    Withdrawal,
)
from articles.search import search as find
from newsroom.text.clean import clean_line
from newsroom.text.search import LONGEST_QUERY, Query

LANGUAGE = settings.LANGUAGE_CODE  # of every page that is not of one article or section
WRITERS = 200  # names on the page about the paper


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    shown = fronts.front_of(LANGUAGE, masthead_of(request), now=timezone.now())
    name = str(settings.SITE_NAME)
    head = _head(request, name, _("News from Vietnam and the world."))
    context = {"front": shown, "navigation": shown.navigation, "head": head}
    return _render(request, "articles/front.html", context)


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """A section with its sub-sections, or a sub-section with its sisters."""
    paper = masthead_of(request)
    shown = paper.find(section)
    if shown is None:
        raise Http404
    parent = shown.parent_id
    context = {
        "here": paper.item(shown.pk),
        "parent": paper.item(parent) if parent else None,
        "children": paper.below(parent or shown.pk),
        "feed": reverse("section-feed", kwargs={"section": shown.slug}),
        "listing": _listing(request, Article.objects.in_section(shown)),
        "head": _head(request, shown.name, language=shown.language),
    }
    return _render(request, "articles/section.html", context, language=shown.language)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    shown, numbers = _family(Topic, slug)
    streams = [ArticleTopic.objects.filter(topic=number) for number in numbers]
    return _named(request, "articles/topic.html", shown, _listing(request, *streams))


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    shown, numbers = _family(Author, slug)
    streams = [Byline.objects.filter(author=number) for number in numbers]
    return _named(request, "articles/author.html", shown, _listing(request, *streams))


def _family(model: type[Any], slug: str) -> tuple[Any, list[int]]:
    """The author or topic of that slug; and its number with those merged into it."""
    rows = model.objects.filter(Q(slug=slug) | Q(merged_into__slug=slug))
    found = list(rows.select_related("merged_into").order_by("pk"))
    shown = next((row for row in found if row.slug == slug), None)
    if shown is None:
        raise Http404
    return shown, [row.pk for row in found]


def _named(
    request: HttpRequest, template: str, shown: Any, listing: lists.Listing
) -> HttpResponse:
    """A name that no public article bears is not there: it may tell of a draft."""
    if not listing.cards:
        raise Http404
    if heir := shown.merged_into:
        return HttpResponsePermanentRedirect(
            reverse(shown._meta.model_name, kwargs={"slug": heir.slug})
        )
    biography, image = (getattr(shown, name, "") for name in ("biography", "image"))
    head = _head(request, shown.name, biography, image=image or None)
    context = {"shown": shown, "listing": listing, "head": head}
    return _render(request, template, context)


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    """Everything by day; `?ngay=2023-12-30` begins at the end of that day."""
    day = Cursor.end_of(request.GET.get("ngay", ""))
    articles = Article.objects.filter(language=LANGUAGE)
    context = {
        "day": request.GET["ngay"] if day else "",
        "listing": _listing(request, articles, before=day),
        "head": _head(request, _("Latest news")),
    }
    return _render(request, "articles/latest.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    words = clean_line(request.GET.get("q", ""))[:LONGEST_QUERY]
    context = {
        "words": words,
        "answer": find(Query.parse(words), masthead_of(request), now=timezone.now()),
        "head": _head(request, _("Search"), is_hidden=True),
    }
    return _render(request, "articles/search.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Who makes the paper: the authors of what is public, and its rules."""
    is_read = Exists(Byline.objects.filter(author=OuterRef("pk")))
    writers = Author.objects.filter(is_read, merged_into=None).order_by("name", "pk")
    context = {
        "writers": writers[:WRITERS],
        "sections": [row for row in masthead_of(request).sections if not row.parent_id],
        "head": _head(request, _("About this paper")),
    }
    return _render(request, "articles/about.html", context)


@require_safe
def article(request: HttpRequest, section: str, slug: str, number: int) -> HttpResponse:
    """The article, wherever it stood before: 301 to its address, 410 when withdrawn."""
    shown = Article.objects.for_page().filter(pk=number).first()
    if shown is None:
        withdrawal = get_object_or_404(Withdrawal, article_id=number)
        return _render(request, "410.html", {"withdrawal": withdrawal}, status=410)
    paper = masthead_of(request)
    address = lists.address_of(shown, paper)
    if request.path != address:
        return HttpResponsePermanentRedirect(address)
    page = lists.page_of(shown, paper)
    context = {"page": page, "navigation": page.lists.navigation}
    return _render(request, "articles/article.html", context, language=shown.language)


def masthead_of(request: HttpRequest) -> Masthead:
    """One for the whole page; where the page cache has read the stamp, one for all."""
    known = vars(request)
    if "masthead" not in known:
        known["masthead"] = masthead(known.get("stamp"))
    return known["masthead"]


def _listing(
    request: HttpRequest, *streams: QuerySet, before: Cursor | None = None
) -> lists.Listing:
    """A part of a list; `?truoc=` is where another part ended."""
    if (place := request.GET.get("truoc")) is not None:
        before = Cursor.parse(place)
        if before is None:
            raise Http404
    paper = masthead_of(request)
    return lists.listing(*streams, paper=paper, now=timezone.now(), before=before)


def _head(
    request: HttpRequest, title: str, description: str = "", **facts: Any
) -> Head:
    """Of the query only the place in a list makes it another page."""
    address = settings.SITE_URL + request.path
    if place := request.GET.get("truoc"):
        address += f"?truoc={place}"
    return Head(title, address, description, **facts)


def _render(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    language: str = LANGUAGE,
    status: int = 200,
) -> HttpResponse:
    """Rendered in the language of what is shown, with the sections around it."""
    if "navigation" not in context:
        context["navigation"] = masthead_of(request).navigation(language)
    with translation.override(language):
        return render(request, template, context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _broken(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _broken(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _render(request, "404.html", {}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _broken(request, 500)


def _broken(request: HttpRequest, status: int) -> HttpResponse:
    """Without asking the database, which may be what broke."""
    return _render(request, f"{status}.html", {"navigation": None}, status=status)
