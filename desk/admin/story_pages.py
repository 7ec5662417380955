"""What the pages around a story share: who may see them, and their frame."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from desk.models import Revision, Story
from desk.permissions import may

LARGEST = 2**31 - 1  # the greatest number that the database's columns hold


def story_for(request: HttpRequest, pk: int, act: str = "see") -> Story:
    """The story, when this person may see it and do `act` to it; else 404 or 403."""
    stories = Story.objects.select_related("section__parent", "owner")
    story = get_object_or_404(stories, pk=pk)
    if not (may(request.user, "see", story) and may(request.user, act, story)):
        raise PermissionDenied
    return story


def revision_for(story: Story, number: Any) -> Revision:
    """One revision of this very story. `number` may be any text: 404 for nonsense."""
    revisions = Revision.objects.filter(story=story).select_related("author")
    revision = revisions.filter(number=whole_number(number)).first()
    if revision is None:
        raise Http404
    revision.story = story
    return revision


def whole_number(text: Any) -> int:
    """0 for what is no positive number of plain digits."""
    written = str(text)
    if written.isascii() and written.isdigit() and int(written[:11]) <= LARGEST:
        return int(written[:11])
    return 0


def form_of(story: Story) -> str:
    """Where the story is written."""
    return reverse("admin:desk_story_change", args=[story.pk])


def render(
    request: HttpRequest, name: str, story: Story, **context: Any
) -> HttpResponse:
    """A page of the admin about one story; `name` is a template of its folder."""
    frame = {
        **admin.site.each_context(request),
        "story": story,
        "form_address": form_of(story),
        "may_write": may(request.user, "write", story),
        "opts": Story._meta,
        **context,
    }
    return TemplateResponse(request, f"admin/desk/story/{name}", frame)
