"""Print, correct, reprint, withdraw, delete: each asked for first, and told in words.

GET shows what readers will see change; POST calls the verb with the version that the
person saw. What the verb refuses is said on the same page, with nothing lost.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.db import IntegrityError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from desk import deleting, printing, publishing, writing
from desk.admin.showing import shown
from desk.admin.story_pages import form_of, render, story_for
from desk.admin.version_forms import (
    INCOMPLETE,
    CorrectForm,
    ReprintForm,
    VersionForm,
    WithdrawForm,
)
from desk.models import Story
from desk.outlook import Outlook, outlook
from desk.permissions import Forbidden

REFUSALS = (
    Forbidden,
    deleting.Undeletable,
    printing.Unprintable,
    publishing.Embargoed,
    publishing.NotLive,
    writing.Stale,
)


@dataclass(frozen=True)
class Act:
    """One verb at its door. `words` names the field that the verb takes besides."""

    verb: Callable[..., Any]
    form: type[Form]
    title: Any
    done: Any
    words: str = ""


ACTS = {
    "print": Act(
        verb=publishing.print_story,
        form=VersionForm,
        title=gettext_lazy("Print"),
        done=gettext_lazy("Printed: readers see the newest text."),
    ),
    "correct": Act(
        verb=publishing.correct,
        form=CorrectForm,
        title=gettext_lazy("Print a correction"),
        done=gettext_lazy("Corrected: readers see the newest text."),
        words="note",
    ),
    "reprint": Act(
        verb=publishing.reprint,
        form=ReprintForm,
        title=gettext_lazy("Reprint with today's credits"),
        done=gettext_lazy("Reprinted: readers see the same text, credits as of now."),
        words="reason",
    ),
    "withdraw": Act(
        verb=publishing.withdraw,
        form=WithdrawForm,
        title=gettext_lazy("Withdraw"),
        done=gettext_lazy("Withdrawn: readers do not see the story any more."),
        words="notice",
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest, pk: int, *, name: str) -> HttpResponse:
    """`name` is a key of ACTS, and of desk.permissions.ACTS."""
    act = ACTS[name]
    story = story_for(request, pk, name)
    form = act.form(request.POST if request.method == "POST" else None)
    refusal = ""
    if form.is_valid():
        words = {act.words: form.cleaned_data[act.words]} if act.words else {}
        version = form.cleaned_data["version"]
        try:
            act.verb(story, version=version, by=request.user, **words)
        except REFUSALS as error:
            refusal = str(error)
        else:
            messages.success(request, act.done)
            return redirect(form_of(story))
    elif "version" in form.errors:
        refusal = str(INCOMPLETE)
    return _ask(request, story, name, form, refusal)


def _ask(
    request: HttpRequest, story: Story, name: str, form: Form, refusal: str
) -> HttpResponse:
    seen = outlook(story, name, by=request.user)
    return render(
        request,
        f"release_{name}.html",
        story,
        title=ACTS[name].title,
        act=name,
        outlook=seen,
        copy=seen.text.copy if seen.text else None,
        changes=shown(list(seen.changes), seen.names),
        form=_with_version(form, seen.version),
        refusal=refusal,
        obstacles=[each for each in seen.obstacles if each != refusal],
        can_go=not seen.obstacles and (_is_new(seen, name) or seen.is_changing),
    )


def _is_new(seen: Outlook, name: str) -> bool:
    """Readers see that something comes or goes, whatever the text is."""
    return seen.live is None or name == "withdraw"


def _with_version(form: Form, version: int) -> Form:
    """The form as it was sent, carrying the version that is shown now."""
    if form.is_bound:
        form.data = form.data.copy()
        form.data["version"] = version
    else:
        form.initial["version"] = version
    return form


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    story = story_for(request, pk, "delete")
    form = VersionForm(request.POST if request.method == "POST" else None)
    refusal = ""
    if form.is_valid():
        headline, version = str(story), form.cleaned_data["version"]
        try:
            deleting.delete(story, version=version, by=request.user)
        except REFUSALS as error:
            refusal = str(error)
        except IntegrityError:  # somebody linked to it at the very same moment
            refusal = _("Somebody changed this story after you opened it.")
        else:
            said = _("Deleted: “%(headline)s”.") % {"headline": headline}
            messages.success(request, said)
            return redirect(reverse("admin:desk_story_changelist"))
    elif "version" in form.errors:
        refusal = str(INCOMPLETE)
    story.refresh_from_db(fields=["version"])
    obstacle = deleting.obstacle(story, by=request.user)
    return render(
        request,
        "release_delete.html",
        story,
        title=_("Delete"),
        form=_with_version(form, story.version),
        revisions=story.revisions.count(),
        refusal=refusal,
        obstacles=[obstacle] if obstacle and obstacle != refusal else [],
        can_go=not obstacle,
    )


urls = [
    *(
        path(
            f"<int:pk>/{name}/",
            admin.site.admin_view(partial(release, name=name)),
            name=f"desk_story_{name}",
        )
        for name in ACTS
    ),
    path(
        "<int:pk>/delete/",
        admin.site.admin_view(delete),
        name="desk_story_delete",
    ),
]
