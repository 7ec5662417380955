"""What is offered while somebody types: authors, topics, stories to link to."""

from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from articles.models import Article, Author, Topic
from desk.admin.endpoints import endpoint
from desk.admin.searching import having_words, words_of
from desk.models import Story
from desk.permissions import within_reach

MOST = 10  # suggestions


@require_safe
@endpoint("see")
def authors(request: HttpRequest) -> JsonResponse:
    return _names(request, Author.objects.all())


@require_safe
@endpoint("see")
def topics(request: HttpRequest) -> JsonResponse:
    return _names(request, Topic.objects.all())


def _names(request: HttpRequest, rows: QuerySet[Any]) -> JsonResponse:
    """`?q=`: those whose names have every word, none that was merged away."""
    query = request.GET.get("q", "")
    if not words_of(query):
        return JsonResponse({"items": []})
    found = having_words(rows.filter(merged_into=None), "search_name", query)
    found = found.order_by("search_name", "id").values_list("pk", "name")[:MOST]
    return JsonResponse({"items": [{"id": pk, "title": name} for pk, name in found]})


@require_safe
@endpoint("see")
def stories(request: HttpRequest) -> JsonResponse:
    """`?q=` words or a number, newest first; `?not=` the story that links."""
    query = request.GET.get("q", "")
    if not words_of(query):
        return JsonResponse({"items": []})
    rows = Story.objects.filter(within_reach(request.user)).select_related("section")
    wanted = _number(query)
    found = (
        rows.filter(pk=wanted) if wanted else having_words(rows, "search_text", query)
    )
    found = found.exclude(pk=_number(request.GET.get("not", "")))
    found = found.only("headline", "updated_at", "section__name")
    listed = list(found.order_by("-updated_at", "-id")[:MOST])
    live = set(_live(listed))
    items = [
        {
            "id": story.pk,
            "title": str(story),
            "note": story.section.name if story.section else "",
            "is_live": story.pk in live,
        }
        for story in listed
    ]
    return JsonResponse({"items": items})


def _live(rows: list[Model]) -> QuerySet[Article]:
    numbers = [row.pk for row in rows]
    return Article.objects.filter(pk__in=numbers).values_list("pk", flat=True)


def _number(text: str) -> int:
    """0 for what is no number of a story."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


urls = [
    path("suggest/authors/", authors, name="desk_suggest_authors"),
    path("suggest/topics/", topics, name="desk_suggest_topics"),
    path("suggest/stories/", stories, name="desk_suggest_stories"),
]
