"""Two people changed one story: both texts, what differs, and one text made of them.

Who saves over a newer save comes here from the story's form. His text, its embargo and
its dateline's day are kept as a revision before anything else, so he may as well close
the window.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.copy import Copy
from articles.html import BodyRefused
from desk import writing
from desk.admin.showing import Row, row
from desk.admin.story_pages import (
    form_of,
    render,
    revision_for,
    story_for,
    whole_number,
)
from desk.changes import Names
from desk.comparing import Watch
from desk.merging import Answer, Choice, Question, Unanswered, merged, questions
from desk.merging_timing import merged_timing, timing_questions
from desk.models import Revision, Story
from desk.naming import names_of
from desk.timing import Timing
from newsroom.text.canonical import digest


@dataclass(frozen=True)
class _Seen:
    """What the person had before him: the newest revision then, and its version."""

    theirs: Revision
    version: int


@dataclass(frozen=True)
class Decision:
    """A question as the page asks it: what is ticked, and what stands in the field."""

    question: Question
    rows: tuple[Row, ...]
    ticked: str
    text: str
    is_missing: bool

    @property
    def options(self) -> list[Choice]:
        return [each for each in self.question.choices if each != Choice.EDITED]

    @property
    def lacks_theirs(self) -> bool:
        return not any(each.before for each in self.question.differences)

    @property
    def lacks_mine(self) -> bool:
        return not any(each.after for each in self.question.differences)

    @property
    def can_be_edited(self) -> bool:
        return Choice.EDITED in self.question.choices


def conflict_page(
    request: HttpRequest, story: Story, copy: Copy, *, timing: Timing, version: int
) -> HttpResponse:
    """The answer to a save that came too late: `version` is what its writer saw."""
    seen = _newest(story)
    is_saved = seen.theirs.hash == digest(copy.to_json())
    if is_saved and timing == Timing.of(story):
        messages.info(request, _("This text was saved already."))
        return redirect(form_of(story))
    base = writing.base_of(story, version)
    loser = writing.keep_loser(story, copy, base=base, by=request.user, timing=timing)
    return _page(request, story, loser, seen)


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The kept text of a conflict against the newest; POST saves what was decided."""
    story = story_for(request, pk, "write")
    loser = revision_for(story, number)
    get_object_or_404(Revision, pk=loser.pk, source=Revision.Source.CONFLICT)
    if request.method != "POST":
        return _page(request, story, loser, _newest(story))
    theirs = revision_for(story, request.POST.get("theirs", ""))
    version = whole_number(request.POST.get("version", ""))
    seen = _Seen(theirs, version)
    try:
        copy, timing = _merged(request, story, seen, loser)
        writing.save(
            story,
            copy,
            version=version,
            by=request.user,
            base=loser.number,
            timing=timing,
        )
    except Unanswered as error:
        said = _("Some places are not decided yet: they are marked.")
        return _page(request, story, loser, seen, said, missing=error.names)
    except (BodyRefused, writing.Unwritable, writing.Forbidden) as error:
        return _page(request, story, loser, seen, str(error))
    except writing.Stale:
        return conflict_page(request, story, copy, timing=timing, version=version)
    messages.success(request, _("Both texts are one again, and saved."))
    return redirect(form_of(story))


def _merged(
    request: HttpRequest, story: Story, seen: _Seen, loser: Revision
) -> tuple[Copy, Timing]:
    """What was decided; raises Unanswered with all that was not."""
    copies = [Copy.from_json(each.content) for each in (seen.theirs, loser)]
    now = Timing.of(story)
    lost = Timing.from_json(loser.timing) or now
    if story.version != seen.version:
        now = lost  # it is too late: nothing of it is asked, save() says so
    answers, open_names = _answers(request), list[str]()
    copy, timing = copies[0], now
    try:
        copy = merged(*copies, answers)
    except Unanswered as error:
        open_names += error.names
    try:
        timing = merged_timing(now, lost, answers)
    except Unanswered as error:
        open_names += error.names
    if open_names:
        raise Unanswered(open_names)
    return copy, timing


def _answers(request: HttpRequest) -> dict[str, Answer]:
    """By question; what is no choice is no answer."""
    known = {str(choice): choice for choice in Choice}
    return {
        name: Answer(known[value], request.POST.get(f"text-{name}", ""))
        for name, value in request.POST.items()
        if value in known
    }


def _newest(story: Story) -> _Seen:
    # The version is read before the text: what is newer than it is refused.
    story.refresh_from_db(fields=["version", *Timing().values()])
    theirs = writing.head(story)
    assert theirs is not None  # every story has its first revision
    return _Seen(theirs, story.version)


def _page(
    request: HttpRequest,
    story: Story,
    loser: Revision,
    seen: _Seen,
    refusal: str = "",
    missing: Collection[str] = (),
) -> HttpResponse:
    base = Revision.objects.filter(story=story, number=loser.base_number).first()
    copies = [Copy.from_json(each.content) for each in (seen.theirs, loser)]
    names = names_of(*copies, by=request.user)
    now = Timing.of(story)
    found = questions(
        *copies,
        base=Copy.from_json(base.content) if base else None,
        names=names,
        watch=Watch(),
    ) + timing_questions(
        now,
        Timing.from_json(loser.timing) or now,
        base=Timing.from_json(base.timing) if base else None,
    )
    return render(
        request,
        "conflict.html",
        story,
        title=_("Two people changed this story"),
        loser=loser,
        seen=seen,
        base=base,
        is_mine=loser.author_id == request.user.pk,
        refusal=refusal,
        decisions=[_decision(request, each, names, missing) for each in found],
        address=reverse("admin:desk_story_merge", args=[story.pk, loser.number]),
    )


def _decision(
    request: HttpRequest,
    question: Question,
    names: Names,
    missing: Collection[str],
) -> Decision:
    """As it was sent when it was sent, else as it is suggested."""
    name = question.name
    sent: Any = request.POST if f"text-{name}" in request.POST else {}
    return Decision(
        question=question,
        rows=tuple(row(each, names) for each in question.differences),
        ticked=request.POST.get(name) or str(question.suggestion or ""),
        text=sent.get(f"text-{name}", question.text),
        is_missing=name in missing,
    )


urls = [
    path(
        "<int:pk>/merge/<int:number>/",
        admin.site.admin_view(merge),
        name="desk_story_merge",
    ),
]
