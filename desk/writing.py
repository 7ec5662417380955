"""The only writer of a Story, its child rows and its revisions."""

import json
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from articles.copy import Copy
from desk.models import Audit, Revision, Story, User
from desk.permissions import Forbidden, may
from desk.records import clock, moment, note
from desk.rows import copy_of, replace_children, values_of
from desk.timing import Timing
from desk.writable import Unwritable, check
from newsroom.text.canonical import digest

__all__ = [
    "Stale",
    "Timing",
    "Unwritable",
    "base_of",
    "copy_of",
    "create",
    "head",
    "keep_loser",
    "restore",
    "save",
]


class Stale(Exception):
    """Somebody saved a newer version; nothing was changed."""


@transaction.atomic
def create(
    copy: Copy,
    *,
    by: User | None,
    source: Revision.Source = Revision.Source.PERSON,
    timing: Timing | None = None,
) -> Story:
    """A new story and its first revision.

    Agency copy (source WIRE) has no author and no owner; `by` brought it in, None when
    a machine did. Raises Unwritable, Forbidden.
    """
    timing = timing or Timing()
    act = "import" if source == Revision.Source.WIRE else "write"
    if by is not None and not may(by, act):
        raise Forbidden(_("You may not bring in stories; ask an editor."))
    check(copy)
    at = clock()
    story = Story(
        owner=by if source == Revision.Source.PERSON else None,
        created_at=at,
        updated_at=at,
        **timing.values(),
        **values_of(copy),
    )
    story.save(force_insert=True)
    replace_children(story, copy)
    revision = _add_revision(story, copy, timing, by=by, source=source, at=at)
    detail = {"revision": revision.number, "version": story.version}
    note("create", by=by, at=at, story=story.pk, detail=detail)
    _note_embargo(story, Timing(), timing, by=by, at=at)
    return story


@transaction.atomic
def save(
    story: Story,
    copy: Copy,
    *,
    version: int,
    by: User,
    source: Revision.Source = Revision.Source.PERSON,
    base: int | None = None,
    timing: Timing | None = None,
) -> Revision:
    """Store `copy` over the version that `by` saw, and give the new revision.

    The working copy goes back to draft; what is live does not change. A copy equal to
    the newest adds no revision. `base` is the number of the revision that the copy was
    taken from, if any. Without `timing` the dateline's day and the embargo stay as they
    are. Raises Stale, Unwritable, Forbidden.
    """
    if not may(by, "write", story):
        raise Forbidden(_("You may not change this story; ask its owner or an editor."))
    check(copy)
    rows = Story.objects.filter(pk=story.pk, version=version)
    before = Timing.of(rows.first() or story)
    timing = timing or before
    values = values_of(copy) | timing.values()
    if not rows.update(version=F("version") + 1, **values):
        raise Stale(_("Somebody saved this story after you opened it."))
    at = clock()
    _note_embargo(story, before, timing, by=by, at=at)
    newest = head(story)
    if newest and newest.hash == digest(copy.to_json()):
        _note_same_text(story, before, timing, by=by, at=at)
        return newest
    draft = Story.Status.DRAFT
    Story.objects.filter(pk=story.pk).update(status=draft, updated_at=at)
    replace_children(story, copy)
    kept = (copy, timing)
    revision = _add_revision(story, *kept, by=by, source=source, at=at, base=base)
    detail = {"revision": revision.number, "version": version + 1}
    note("save", by=by, at=at, story=story.pk, detail=detail)
    return revision


def restore(story: Story, revision: Revision, *, version: int, by: User) -> Revision:
    """The text of an older revision, or of a conflict's loser, as the newest one.

    Raises as save() does, and ValueError for another story's revision.
    """
    if revision.story_id != story.pk:
        raise ValueError(f"revision {revision} is not of story {story.pk}")
    return save(
        story,
        Copy.from_json(revision.content),
        version=version,
        by=by,
        source=Revision.Source.RESTORE,
        base=revision.number,
    )


@transaction.atomic
def keep_loser(
    story: Story,
    copy: Copy,
    *,
    base: int | None,
    by: User,
    timing: Timing | None = None,
) -> Revision:
    """Keep what lost to a newer save, even if it could not be stored as it is.

    It is restorable and never approvable. `base` is the number of the revision it was
    written on. The same text and timing of the same person are kept once. Without
    `timing` it is the story's own. Raises Forbidden.
    """
    if not may(by, "write", story):
        raise Forbidden(_("You may not change this story; ask its owner or an editor."))
    now = Story.objects.select_for_update().get(pk=story.pk)
    timing = timing or Timing.of(now)
    losers = Revision.objects.filter(story=story, source=Revision.Source.CONFLICT)
    same = {"hash": digest(copy.to_json()), "timing": timing.to_json()}
    if kept := losers.filter(author=by, **same).first():
        return kept
    at = clock()
    lost = Revision.Source.CONFLICT
    revision = _add_revision(story, copy, timing, by=by, source=lost, at=at, base=base)
    detail = {"revision": revision.number}
    note("conflict", by=by, at=at, story=story.pk, detail=detail)
    return revision


def base_of(story: Story, version: int) -> int | None:
    """The number of the revision that who saw that version saw; None if not known."""
    saves = Audit.objects.filter(story_number=story.pk, action__in=["create", "save"])
    details = map(json.loads, saves.values_list("detail", flat=True))
    seen = [row["revision"] for row in details if row.get("version", 0) <= version]
    return max(seen, default=None)


def head(story: Story) -> Revision | None:
    """The newest revision that may be approved: no conflict's loser."""
    revisions = Revision.objects.filter(story=story)
    kept = revisions.exclude(source=Revision.Source.CONFLICT)
    return kept.order_by("-number", "-id").first()


def _note_same_text(
    story: Story, before: Timing, now: Timing, *, by: User, at: datetime
) -> None:
    """The dateline's day or the embargo may be another one all the same."""
    if now == before:
        note("save unchanged", by=by, at=at, story=story.pk)
    else:
        detail = {"before": before.facts(), "after": now.facts()}
        note("save timing", by=by, at=at, story=story.pk, detail=detail)


def _note_embargo(
    story: Story, before: Timing, now: Timing, *, by: User | None, at: datetime
) -> None:
    """When it is another one."""
    until = now.embargo_until
    if until != before.embargo_until:
        detail = {"until": moment(until) if until else None}
        note("embargo", by=by, at=at, story=story.pk, detail=detail)


def _add_revision(
    story: Story,
    copy: Copy,
    timing: Timing,
    *,
    by: User | None,
    source: str,
    at: datetime,
    base: int | None = None,
) -> Revision:
    content = copy.to_json()
    newest = story.revisions.aggregate(newest=Max("number"))["newest"] or 0
    return Revision.objects.create(
        story=story,
        number=newest + 1,
        base_number=base,
        content=content,
        hash=digest(content),
        timing=timing.to_json(),
        source=source,
        author=by if source != Revision.Source.WIRE else None,
        created_at=at,
    )
