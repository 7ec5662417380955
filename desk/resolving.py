"""A copy's photos as a printing shows them, and whether they may be shown at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.copy import Copy
from articles.printed import Printed, PrintedPicture
from desk.naming import photos_of
from desk.printing import Unprintable
from photos import renditions, validity
from photos.models import Photo
from photos.refusals import PhotoRefused


def resolve(copy: Copy) -> Printed:
    """Lock the copy's photos by id, expose their files, and add what readers see.

    Raises Unprintable when a photo is gone, taken down, may not be shown now by the
    database's clock, or has lost its file.
    """
    wanted = photos_of(copy)
    photos = _photos(wanted, Photo.objects.select_for_update(of=("self",)))
    if found := _lacks(wanted, photos):
        raise Unprintable("\n".join(found))
    try:
        pictures = tuple(PrintedPicture(**renditions.expose(photo)) for photo in photos)
    except PhotoRefused as refusal:
        raise Unprintable(str(refusal)) from refusal
    return Printed(copy=copy, pictures=pictures)


def preview(copy: Copy) -> Printed:
    """What resolve() would give now. Nothing is locked, nothing becomes public.

    A photo that is gone or taken down is left out, as a page leaves it out.
    """
    photos = _photos(photos_of(copy), Photo.objects.filter(taken_down_at=None))
    return Printed(
        copy=copy,
        pictures=tuple(PrintedPicture(**renditions.preview(photo)) for photo in photos),
    )


@dataclass(frozen=True)
class Judgement:
    """`lacks` stop a printing, `warnings` are to be known before it: sentences."""

    lacks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def judge(wanted: set[int]) -> Judgement:
    """What is to be said of these photos now, by the database's clock."""
    photos = _photos(wanted, Photo.objects.all())
    return Judgement(tuple(_lacks(wanted, photos)), tuple(_warnings(photos)))


def _photos(wanted: set[int], rows: QuerySet[Photo]) -> list[Photo]:
    """Those of `rows` that are wanted, by id, as photos.validity judges them."""
    judged = rows.filter(pk__in=wanted).with_leases()  # type: ignore[attr-defined]
    return list(judged.order_by("pk").prefetch_related("photographers", "overrides"))


def _lacks(wanted: set[int], photos: list[Photo]) -> list[str]:
    shown = [photo for photo in photos if photo.taken_down_at is None]
    gone = wanted - {photo.pk for photo in shown}
    sentence = _("Photo %(number)d was taken down: choose another one.")
    return [
        *(sentence % {"number": number} for number in sorted(gone)),
        *(refusal for photo in shown for refusal in validity.refusals(photo)),
    ]


def _warnings(photos: list[Photo]) -> Iterator[str]:
    for photo in photos:
        faults = validity.faults(photo)
        yield from (fault.sentence for fault in faults if fault.is_warning)
        if photo.restrictions:
            told = {"number": photo.pk, "restrictions": photo.restrictions}
            yield _("Photo %(number)d: %(restrictions)s") % told
