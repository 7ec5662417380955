"""Finding photos: words, filters, a page at a time, whatever the archive's size."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Exists, OuterRef, QuerySet

from articles.cursors import Cursor
from articles.dates import VIETNAM
from articles.models import ArticlePhoto, EditionPhoto
from newsroom.text.search import HasWords, Query
from photos.models import Photo, PhotoPhotographer
from photos.validity import without_credit

PAGE = 48  # photos


@dataclass(frozen=True)
class Filters:
    """What somebody looks for; what is empty asks for nothing.

    `since` and `until` are days, both inside: of the picture, or of its coming in where
    that is not known.
    """

    words: str = ""
    agency: str = ""
    photographer: str = ""
    since: date | None = None
    until: date | None = None
    orientation: str = ""
    rights: str = ""
    is_unused: bool = False
    lacks_credit: bool = False


@dataclass(frozen=True)
class Found:
    """A page of photos; `older` is where the next one begins, None at the end."""

    photos: list[Photo]
    older: Cursor | None


def find(
    filters: Filters,
    *,
    before: Cursor | None = None,
    most: int = 0,
    only_usable: bool = False,
) -> Found:
    """What came in last first, below `before`; of a span of days, the last day first.

    Nothing is counted. `most` 0 is PAGE; `only_usable` leaves out what was taken down.
    """
    most = most or PAGE
    moment = "day" if filters.since or filters.until else "created_at"
    rows = matching(filters)
    rows = rows.filter(taken_down_at=None) if only_usable else rows
    rows = rows.filter(before.below(moment=moment)) if before else rows
    order = (f"-{moment}", "-pk")
    numbers = list(rows.order_by(*order).values_list(moment, "pk")[: most + 1])
    photos = Photo.objects.with_leases().defer("original_metadata", "search_text")
    page = photos.filter(pk__in=[pk for _at, pk in numbers[:most]])
    asked = page.prefetch_related("photographers", "overrides")
    older = _cursor(*numbers[most - 1]) if len(numbers) > most else None
    return Found(list(asked.order_by(*order)), older)


def _cursor(at: date | datetime, number: int) -> Cursor:
    """A day is the moment of its noon: that is in it on every clock."""
    if not isinstance(at, datetime):
        at = datetime.combine(at, time(12), VIETNAM)
    return Cursor(at, number)


def matching(filters: Filters) -> QuerySet[Photo]:
    """The photos that have all of it, in no order."""
    rows = Photo.objects.order_by()
    query = Query.parse(filters.words)
    if query.bare:
        rows = rows.filter(HasWords("search_text", query.bare))
    if filters.photographer:
        named = PhotoPhotographer.objects.filter(name=filters.photographer)
        rows = rows.filter(pk__in=named.values("photo"))
    for name in ("agency", "orientation", "rights"):
        if value := getattr(filters, name):
            rows = rows.filter(**{name: value})
    if filters.since:
        rows = rows.filter(day__gte=filters.since)
    if filters.until:
        rows = rows.filter(day__lte=filters.until)
    if filters.is_unused:
        rows = rows.filter(~Exists(EditionPhoto.objects.filter(photo=OuterRef("pk"))))
    if filters.lacks_credit:
        rows = rows.filter(without_credit())
    return rows


def use_counts(photos: list[Photo]) -> dict[int, int]:
    """In how many articles readers see each of them now."""
    rows = ArticlePhoto.objects.filter(photo__in=photos).order_by()
    counted = rows.values("photo").annotate(count=Count("article", distinct=True))
    return dict(counted.values_list("photo", "count"))
