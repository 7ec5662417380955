"""What stands around the story form: what is live, and what can be done next."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.html import photo_ids
from articles.models import Article
from desk import resolving, writing
from desk.models import Revision, Story, User
from desk.permissions import may


@dataclass(frozen=True)
class Step:
    """Something that can be done with the story now, on a page of its own."""

    name: str
    label: str
    address: str


def frame(
    request: HttpRequest, story: Story | None, *, is_writer: bool
) -> dict[str, Any]:
    """The context of the page, but for the form itself."""
    user = request.user
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "opts": Story._meta,
        "story": story,
        "title": str(story) if story else _("A new story"),
        "is_writer": is_writer,
        "words": _words(),
        "most_bytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
        "most_fields": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS,
    }
    if story is None:
        return context
    newest = writing.head(story)
    live = Article.objects.filter(pk=story.pk).first()
    return {
        **context,
        "newest": newest,
        "live": live,
        "photo_lacks": resolving.judge(_photos_of(story)).lacks,
        "asks_year": bool(story.dateline_day and not story.dateline_year),
        "next_steps": _next_steps(story, newest, user, is_live=live is not None),
        "grave_steps": _grave_steps(story, user, is_live=live is not None),
    }


def _photos_of(story: Story) -> set[int]:
    lead = {story.lead_photo_id} if story.lead_photo_id else set()
    return lead | set(photo_ids(story.body))


def _step(name: str, label: str, story: Story) -> Step:
    return Step(name, label, reverse(f"admin:desk_story_{name}", args=[story.pk]))


def _next_steps(
    story: Story, newest: Revision | None, user: User, *, is_live: bool
) -> list[Step]:
    """In the order in which they are done; the last one is what the work is for."""
    steps = [
        _step("history", _("Revisions"), story),
        _step("preview", _("Preview"), story),
    ]
    if newest and may(user, "print", newest):
        label = _("Print as update…") if is_live else _("Print…")
        steps.append(_step("print", label, story))
    return steps


def _grave_steps(story: Story, user: User, *, is_live: bool) -> list[Step]:
    """What stands apart: readers see at once that something is changed or gone."""
    steps = []
    if is_live and may(user, "correct", story):
        steps.append(_step("correct", _("Print a correction…"), story))
    if is_live and may(user, "reprint", story):
        steps.append(_step("reprint", _("Reprint with today's credits…"), story))
    if is_live and may(user, "withdraw", story):
        steps.append(_step("withdraw", _("Withdraw…"), story))
    if not story.printed_revision_id and may(user, "delete", story):
        steps.append(_step("delete", _("Delete…"), story))
    return steps


def _words() -> dict[str, str]:
    """What the page's scripts say."""
    return {
        "kept": _("Kept in this browser at %s, not saved yet"),
        "kept_not": _("This text is too long to be kept in the browser: save it."),
        "found": _(
            "This browser kept a text of this story at %s that was never saved."
        ),
        "found_older": _(
            "This browser kept a text of this story at %s that was never saved, and"
            " somebody has saved another one since. If you restore it and save, you"
            " will see both."
        ),
        "restored": _("The kept text is in the form again. Save it."),
        "unreachable": _(
            "The newsroom cannot be reached. Your text is kept in this browser: try"
            " again in a minute."
        ),
        "too_large": _(
            "This is more than the newsroom takes at once (%s MB). Your text is kept"
            " in this browser: make it shorter, then save."
        ),
        "other_user": _("In this browser %s is signed in now."),
        "wait": _("Too many wrong passwords: wait a few minutes."),
        "none": _("Nothing found"),
        "offline": _("No answer: type again."),
        "free_name": _("“%s” as written"),
        "outside": _("The outside address %s"),
        "live": _("public"),
        "not_live": _("not public"),
        "known": _("This picture was here already, with its own caption and credit."),
        "sending": _("Sending…"),
        "moved": _("%s moved"),
        "removed": _("%s removed"),
    }
