"""A copy's photos as a printing shows them, and whether they may be shown at all."""

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
    photos = _photos(copy, Photo.objects.select_for_update(of=("self",)))
    if found := _lacks(copy, photos):
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
    photos = _photos(copy, Photo.objects.filter(taken_down_at=None))
    return Printed(
        copy=copy,
        pictures=tuple(PrintedPicture(**renditions.preview(photo)) for photo in photos),
    )


def lacks(copy: Copy) -> list[str]:
    """Why the copy's photos cannot be printed now, a sentence for each reason."""
    return _lacks(copy, _photos(copy, Photo.objects.all()))


def warnings(copy: Copy) -> list[str]:
    """What is to be known of its photos before printing, and stops nothing."""
    return [
        sentence
        for photo in _photos(copy, Photo.objects.filter(taken_down_at=None))
        for sentence in [
            *(fault.sentence for fault in validity.faults(photo) if fault.is_warning),
            *_restrictions(photo),
        ]
    ]


def _photos(copy: Copy, rows: QuerySet[Photo]) -> list[Photo]:
    """Those of `rows` that the copy names, by id, as photos.validity judges them."""
    judged = rows.filter(pk__in=photos_of(copy)).with_leases()  # type: ignore[attr-defined]
    return list(judged.order_by("pk").prefetch_related("photographers", "overrides"))


def _lacks(copy: Copy, photos: list[Photo]) -> list[str]:
    shown = [photo for photo in photos if photo.taken_down_at is None]
    gone = photos_of(copy) - {photo.pk for photo in shown}
    sentence = _("Photo %(number)d was taken down: choose another one.")
    return [
        *(sentence % {"number": number} for number in sorted(gone)),
        *(refusal for photo in shown for refusal in validity.refusals(photo)),
    ]


def _restrictions(photo: Photo) -> list[str]:
    if not photo.restrictions:
        return []
    told = {"number": photo.pk, "restrictions": photo.restrictions}
    return [_("Photo %(number)d: %(restrictions)s") % told]
