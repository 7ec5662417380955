"""The only writer of a Story, its child rows and its revisions."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from articles.copy import Byline, Copy, Link, Picture
from articles.html import photo_ids, plain
from desk.models import (
    Revision,
    Story,
    StoryByline,
    StoryLink,
    StoryPhoto,
    StoryTopic,
    User,
)
from desk.permissions import Forbidden, may
from desk.records import clock, note
from desk.writable import COLUMNS, Unwritable, check
from newsroom.text.canonical import digest
from newsroom.text.fold import fold

__all__ = ["Stale", "Unwritable", "copy_of", "create", "head", "save"]


class Stale(Exception):
    """Somebody saved a newer version; nothing was changed."""


@transaction.atomic
def create(
    copy: Copy,
    *,
    by: User | None,
    source: Revision.Source = Revision.Source.PERSON,
    dateline_date: tuple[int | None, int | None, int | None] = (None, None, None),
) -> Story:
    """A new story and its first revision.

    Agency copy (source WIRE) has no author and no owner; `by` brought it in, None when
    a machine did. `dateline_date` is day, month and year as far as written. Raises
    Unwritable, Forbidden.
    """
    act = "import" if source == Revision.Source.WIRE else "write"
    if by is not None and not may(by, act):
        raise Forbidden(_("You may not bring in stories; ask an editor."))
    check(copy)
    at = clock()
    day, month, year = dateline_date
    story = Story(
        owner=by if source == Revision.Source.PERSON else None,
        dateline_day=day,
        dateline_month=month,
        dateline_year=year,
        created_at=at,
        updated_at=at,
        **_values(copy),
    )
    story.save(force_insert=True)
    _replace_children(story, copy)
    revision = _add_revision(story, copy, by=by, source=source, at=at)
    note("create", by=by, at=at, story=story.pk, detail={"revision": revision.number})
    return story


@transaction.atomic
def save(
    story: Story,
    copy: Copy,
    *,
    version: int,
    by: User,
    source: Revision.Source = Revision.Source.PERSON,
) -> Revision:
    """Store `copy` over the version that `by` saw, and give the new revision.

    The working copy goes back to draft; what is live does not change. Raises
    Stale, Unwritable, Forbidden. A copy equal to the newest adds no revision.
    """
    if not may(by, "write", story):
        raise Forbidden(_("You may not change this story; ask its owner or an editor."))
    check(copy)
    rows = Story.objects.filter(pk=story.pk, version=version)
    if not rows.update(version=F("version") + 1, **_values(copy)):
        raise Stale(_("Somebody saved this story after you opened it."))
    at = clock()
    newest = head(story)
    if newest and newest.hash == digest(copy.to_json()):
        note("save unchanged", by=by, at=at, story=story.pk)
        return newest
    changes = {"status": Story.Status.DRAFT, "updated_at": at}
    Story.objects.filter(pk=story.pk).update(**changes)
    _replace_children(story, copy)
    revision = _add_revision(story, copy, by=by, source=source, at=at)
    note("save", by=by, at=at, story=story.pk, detail={"revision": revision.number})
    return revision


def head(story: Story) -> Revision | None:
    """The newest revision that may be approved: no conflict's loser."""
    revisions = Revision.objects.filter(story=story)
    kept = revisions.exclude(source=Revision.Source.CONFLICT)
    return kept.order_by("-number", "-id").first()


def copy_of(story: Story) -> Copy:
    """The working copy as it stands in the story's rows."""
    lead = None
    if story.lead_photo_id:
        lead = Picture(story.lead_photo_id, story.lead_caption, story.lead_alt)
    bylines = story.bylines.order_by("position", "id")
    links = story.links.order_by("position", "id")
    return Copy(
        section=story.section_id,
        lead=lead,
        bylines=tuple(Byline(row.name, row.author_id, row.role) for row in bylines),
        topics=tuple(
            story.topics.order_by("position", "id").values_list("topic_id", flat=True)
        ),
        links=tuple(
            Link(row.kind, row.target_id, row.url, row.text)  # type: ignore[arg-type]
            for row in links
        ),
        **{name: getattr(story, name) for name in COLUMNS},
    )


def _values(copy: Copy) -> dict[str, object]:
    words = (copy.kicker, copy.headline, copy.standfirst, plain(copy.body))
    return {
        **{name: getattr(copy, name) for name in COLUMNS},
        "section_id": copy.section,
        "lead_photo_id": copy.lead.photo if copy.lead else None,
        "lead_caption": copy.lead.caption if copy.lead else "",
        "lead_alt": copy.lead.alt if copy.lead else "",
        "search_text": fold(" ".join(words)),
    }


def _replace_children(story: Story, copy: Copy) -> None:
    """Child rows are replaced as a set: they have no life of their own."""
    for rows in (story.bylines, story.topics, story.photos, story.links):
        rows.all().delete()
    StoryByline.objects.bulk_create(
        StoryByline(
            story=story,
            author_id=row.author,
            name=row.name,
            role=row.role,
            position=n,
        )
        for n, row in enumerate(copy.bylines)
    )
    StoryTopic.objects.bulk_create(
        StoryTopic(story=story, topic_id=pk, position=n)
        for n, pk in enumerate(copy.topics)
    )
    StoryPhoto.objects.bulk_create(
        StoryPhoto(story=story, photo_id=pk, position=n)
        for n, pk in enumerate(photo_ids(copy.body))
    )
    StoryLink.objects.bulk_create(
        StoryLink(
            story=story,
            kind=row.kind,
            target_id=row.story,
            url=row.url,
            text=row.text,
            position=n,
        )
        for n, row in enumerate(copy.links)
    )


def _add_revision(
    story: Story, copy: Copy, *, by: User | None, source: str, at: datetime
) -> Revision:
    content = copy.to_json()
    newest = story.revisions.aggregate(newest=Max("number"))["newest"] or 0
    return Revision.objects.create(
        story=story,
        number=newest + 1,
        content=content,
        hash=digest(content),
        source=source,
        author=by if source != Revision.Source.WIRE else None,
        created_at=at,
    )
