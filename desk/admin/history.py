"""A story's revisions: their list, any two compared, an old one restored."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from articles.copy import Copy
from desk import writing
from desk.admin import conflict
from desk.admin.showing import shown, unchanged
from desk.admin.story_pages import (
    form_of,
    render,
    revision_for,
    story_for,
    whole_number,
)
from desk.admin.version_forms import INCOMPLETE, VersionForm
from desk.changes import LABELS, changed_fields, changes
from desk.models import Revision, Story
from desk.naming import names_of

PAGE = 30  # revisions of one page


@dataclass(frozen=True)
class Row:
    """A line of the list. `fields` are the labels of what changed, None at first."""

    revision: Revision
    fields: list[str] | None
    is_head: bool
    is_live: bool

    @property
    def is_lost(self) -> bool:
        return self.revision.source == Revision.Source.CONFLICT


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    story = story_for(request, pk)
    revisions = Revision.objects.filter(story=story).order_by("-number", "-id")
    if before := whole_number(request.GET.get("before", "")):
        revisions = revisions.filter(number__lt=before)
    found = list(revisions.select_related("author")[: PAGE + 1])
    page, is_more = found[:PAGE], len(found) > PAGE
    rows = list(_rows(story, page))
    return render(
        request,
        "history.html",
        story,
        title=_("Revisions"),
        rows=rows,
        older=page[-1].number if is_more else None,
        is_newest_page=not before,
        chosen=[row.revision.number for row in rows if not row.is_lost][:2],
    )


def _rows(story: Story, page: list[Revision]) -> list[Row]:
    """Two queries more: the head, and what the page's revisions were written on."""
    head = writing.head(story)
    earlier = _bases(story, page)
    rows = []
    for revision in page:
        base = earlier.get(revision.number)
        fields = None
        if base:
            names = changed_fields(base.content, revision.content)
            fields = [str(LABELS[name]) for name in names]
        rows.append(
            Row(
                revision=revision,
                fields=fields,
                is_head=revision == head,
                is_live=revision.pk == story.printed_revision_id,
            )
        )
    return rows


def _bases(story: Story, page: list[Revision]) -> dict[int, Revision]:
    """By number: the kept revision before it; a loser's is the one it was based on."""
    if not page:
        return {}
    lost = Revision.Source.CONFLICT
    bases = [row.base_number for row in page if row.source == lost and row.base_number]
    kept = Revision.objects.filter(story=story).exclude(source=lost)
    last = kept.filter(number__lt=page[-1].number).order_by("-number").values("number")
    others = Revision.objects.filter(story=story)
    outside = others.filter(number__in=bases) | others.filter(number__in=last[:1])
    known = {row.number: row for row in [*page, *outside.order_by("number", "id")]}
    found: dict[int, Revision] = {}
    before: Revision | None = None
    for number in sorted(known):
        revision = known[number]
        if revision.source == lost:
            base = known.get(revision.base_number or 0)
        else:
            base, before = before, revision
        if base:
            found[number] = base
    return found


@require_safe
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """`?old=2&new=5`; without them the newest revision and the one before it."""
    story = story_for(request, pk)
    old, new = _two(story, request.GET.get("old"), request.GET.get("new"))
    copies = [Copy.from_json(revision.content) for revision in (old, new)]
    names = names_of(*copies, by=request.user)
    found = changes(*copies, names=names)
    head = writing.head(story)
    return render(
        request,
        "compare.html",
        story,
        title=_("What changed"),
        old=old,
        new=new,
        changes=shown(found, names),
        unchanged=unchanged(found),
        restorable=[each for each in (old, new) if each != head],
    )


def _two(story: Story, old: str | None, new: str | None) -> tuple[Revision, Revision]:
    if new is not None:
        after = revision_for(story, new)
    else:
        newest = writing.head(story)
        after = revision_for(story, newest.number if newest else 0)
    if old is not None:
        return revision_for(story, old), after
    base = _bases(story, [after]).get(after.number, after)
    return revision_for(story, base.number), after


@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Asks first, showing what the working copy would become."""
    story = story_for(request, pk, "write")
    revision = revision_for(story, number)
    form = VersionForm(request.POST if request.method == "POST" else None)
    refusal = ""
    if form.is_valid():
        try:
            writing.restore(
                story,
                revision,
                version=form.cleaned_data["version"],
                by=request.user,
            )
        except (writing.Stale, writing.Unwritable, writing.Forbidden) as error:
            refusal = str(error)
        else:
            said = _("The text is that of revision %(number)d again.")
            messages.success(request, said % {"number": revision.number})
            return redirect(form_of(story))
    elif form.is_bound:
        refusal = str(INCOMPLETE)
    return _ask_to_restore(request, story, revision, refusal)


def _ask_to_restore(
    request: HttpRequest, story: Story, revision: Revision, refusal: str
) -> HttpResponse:
    # The version is read before the text: what is newer than it is refused.
    story.refresh_from_db(fields=["version"])
    head = writing.head(story)
    if head is None:
        raise Http404
    copies = [Copy.from_json(each.content) for each in (head, revision)]
    names = names_of(*copies, by=request.user)
    found = changes(*copies, names=names)
    return render(
        request,
        "restore.html",
        story,
        title=_("Restore revision %(number)d") % {"number": revision.number},
        revision=revision,
        head=head,
        refusal=refusal,
        form=VersionForm(initial={"version": story.version}),
        changes=shown(found, names),
    )


urls = [
    path(
        "<int:pk>/history/",
        admin.site.admin_view(history),
        name="desk_story_history",
    ),
    path(
        "<int:pk>/compare/",
        admin.site.admin_view(compare),
        name="desk_story_compare",
    ),
    path(
        "<int:pk>/restore/<int:number>/",
        admin.site.admin_view(restore),
        name="desk_story_restore",
    ),
    *conflict.urls,
]
