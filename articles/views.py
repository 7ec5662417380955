"""The public pages: ask, put in a dict, render. None of them can reach a draft."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.http import require_safe

from articles.lists import cards, navigation, page_of
from articles.models import Article, Section, Withdrawal


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    language = translation.get_language() or "vi"
    articles = Article.objects.filter(language=language)
    context = {"cards": cards(articles), "navigation": navigation(language)}
    return render(request, "articles/front.html", context)


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    shown = get_object_or_404(Section.objects.select_related("parent"), slug=section)
    context = {
        "section": shown,
        "cards": cards(Article.objects.in_section(shown)),
        "navigation": navigation(shown.language),
    }
    return _render(request, "articles/section.html", context, language=shown.language)


@require_safe
def article(request: HttpRequest, section: str, slug: str, number: int) -> HttpResponse:
    """The article, wherever it stood before: 301 to its address, 410 when withdrawn."""
    shown = Article.objects.for_page().filter(pk=number).first()
    if shown is None:
        return _gone(request, get_object_or_404(Withdrawal, article_id=number))
    if (section, slug) != (shown.section.slug, shown.slug):
        return HttpResponsePermanentRedirect(shown.get_absolute_url())
    page = page_of(shown)
    context = {"page": page, "navigation": page.lists.navigation}
    return _render(request, "articles/article.html", context, language=shown.language)


def _gone(request: HttpRequest, withdrawal: Withdrawal) -> HttpResponse:
    context = {"withdrawal": withdrawal, "navigation": navigation("vi")}
    return render(request, "410.html", context, status=410)


def _render(
    request: HttpRequest, template: str, context: dict[str, Any], *, language: str
) -> HttpResponse:
    """Rendered in the language of what is shown."""
    with translation.override(language):
        return render(request, template, context)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)
