"""A revision as readers would see it: the public page, and nothing becomes public."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render as render_page
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.copy import Copy
from articles.lists import page_of
from articles.masthead import masthead
from articles.models import Article
from articles.page import Page, body_html
from desk import printing, resolving, writing
from desk.admin.story_pages import form_of, render, revision_for, story_for
from desk.models import Revision, Story
from desk.naming import photos_of
from desk.records import clock
from photos.addresses import RECIPES, TYPES, recipe_of, stem_of
from photos.models import Photo
from photos.refusals import PhotoRefused
from photos.renditions import private_rendition


def unseen(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """No machine lists the answer, no other site learns of it.

    That nobody stores it is said by the admin's own wrapper, of every page.
    """

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    return guarded


@unseen
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """`?revision=3`, or else the newest that may be printed."""
    story = story_for(request, pk)
    if (number := request.GET.get("revision")) is not None:
        revision = revision_for(story, number)
    else:
        head = writing.head(story)
        revision = revision_for(story, head.number if head else 0)
    try:
        page = page_for(story, revision, at=clock())
    except printing.Unprintable as lacks:
        return render(
            request,
            "preview_refused.html",
            story,
            title=_("There is no preview yet"),
            revision=revision,
            lacks=str(lacks).splitlines(),
        )
    context = {
        "page": page,
        "navigation": page.lists.navigation,
        "ribbon": _("Preview of revision %(number)d: not public")
        % {"number": revision.number},
        "form_address": form_of(story),
        "back": _("Back to the story"),
        "ribbon_language": translation.get_language(),
    }
    with translation.override(page.copy.language):
        return render_page(request, "articles/preview.html", context)


def page_for(story: Story, revision: Revision, *, at: datetime) -> Page:
    """The page that printing this revision at that time would give.

    What is live now is shown with its own times. Raises printing.Unprintable.
    """
    printed = resolving.preview(Copy.from_json(revision.content))
    section = printing.check(printed.copy)
    base = reverse("admin:desk_story_pictures", args=[story.pk, revision.number])
    past = printing.past_of(story.pk)
    is_public = Article.objects.filter(pk=story.pk).exists()
    is_live = is_public and revision.pk == story.printed_revision_id
    article = Article(
        pk=story.pk,
        section=section,
        top_section=section.parent or section,
        **printing.derived(printed),
        first_printed_at=past.first or at,
        printed_at=at,
        updated_at=at if is_public and not is_live else past.updated,
        corrected_at=past.corrected,
        edition_number=past.number + (not is_live),
    )
    article.body_html = body_html(printed, base_url=base)
    return replace(page_of(article, masthead()), base_url=base)


@unseen
@require_safe
def picture(request: HttpRequest, pk: int, number: int, name: str = "") -> HttpResponse:
    """A picture of this revision, from the desk's own files."""
    story = story_for(request, pk)
    revision = revision_for(story, number)
    wanted = photos_of(Copy.from_json(revision.content))
    key = stem_of(name).partition("-")[0]
    photos = Photo.objects.filter(pk__in=wanted, taken_down_at=None)
    photo = photos.filter(public_key=key).first()
    if photo is None:
        raise Http404
    recipe = recipe_of(name)
    try:
        content = private_rendition(photo, recipe)
    except (KeyError, PhotoRefused) as refusal:
        raise Http404 from refusal
    return HttpResponse(content, content_type=TYPES[RECIPES[recipe].extension])


urls = [
    path(
        "<int:pk>/preview/",
        admin.site.admin_view(preview),
        name="desk_story_preview",
    ),
    path(
        "<int:pk>/preview/<int:number>/",
        admin.site.admin_view(picture),
        name="desk_story_pictures",
    ),
    path(
        "<int:pk>/preview/<int:number>/<path:name>",
        admin.site.admin_view(picture),
        name="desk_story_picture",
    ),
]
