"""What the numbers in copies stand for: looked up for people who compare them."""

from collections.abc import Iterable

from django.db.models import F, Model
from django.db.models.functions import Coalesce

from articles.copy import Copy
from articles.html import photo_ids
from articles.models import Author, Section, Topic
from articles.printed import PrintedPicture
from desk.changes import Names
from desk.models import Story, User
from desk.permissions import within_reach
from photos.models import Photo
from photos.renditions import preview


def photos_of(copy: Copy) -> set[int]:
    """The photos a copy shows: in its body, and its lead."""
    return set(photo_ids(copy.body)) | ({copy.lead.photo} if copy.lead else set())


def names_of(*copies: Copy, by: User) -> Names:
    """One query for each kind of thing, and one for who took the photos.

    A story that `by` may not see keeps its headline to itself.
    """
    photos = Photo.objects.filter(pk__in=_all(map(photos_of, copies)))
    rows = photos.order_by("pk").prefetch_related("photographers")
    sections = {copy.section for copy in copies if copy.section is not None}
    authors = {
        row.author for copy in copies for row in copy.bylines if row.author is not None
    }
    return Names(
        sections=_sections(sections),
        authors=_merged(Author, authors),
        topics=_merged(Topic, {topic for copy in copies for topic in copy.topics}),
        stories=_headlines(copies, by),
        captions={row.pk: str(row) for row in rows},
        pictures={
            row.pk: PrintedPicture(**preview(row))
            for row in rows
            if row.taken_down_at is None
        },
    )


def _all(numbers: Iterable[set[int]]) -> set[int]:
    return set().union(*numbers)


def _sections(wanted: set[int]) -> dict[int, str]:
    rows = Section.objects.filter(pk__in=wanted).select_related("parent")
    return {
        row.pk: f"{row.parent.name} › {row.name}" if row.parent else row.name
        for row in rows.order_by("pk")
    }


def _merged(model: type[Model], wanted: set[int]) -> dict[int, str]:
    """Names by number; of one that was merged, its heir's."""
    name = Coalesce(F("merged_into__name"), F("name"))
    rows = model._default_manager.filter(pk__in=wanted).order_by("pk")
    return dict(rows.values_list("pk", name))


def _headlines(copies: Iterable[Copy], by: User) -> dict[int, str]:
    wanted = {link.story for copy in copies for link in copy.links if link.story}
    rows = Story.objects.filter(within_reach(by), pk__in=wanted).only("headline")
    return {row.pk: str(row) for row in rows.order_by("pk")}
