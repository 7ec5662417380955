"""What the photo page tells of a photo beside its forms."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy

from articles.models import Author
from desk.admin.records import ACTIONS
from desk.models import Audit
from photos.crops import CROPS, box_of
from photos.describing import credit_of
from photos.models import Photo

TOLD = 30  # entries of the history
# The fields that a file speaks of, what it calls them, and what is written now.
SAID: list[tuple[Any, list[str], Callable[[Photo], str]]] = [
    (
        gettext_lazy("caption"),
        ["IPTC:Caption-Abstract", "XMP:dc:description", "EXIF:ImageDescription"],
        lambda photo: photo.caption,
    ),
    (
        gettext_lazy("photographers"),
        ["IPTC:By-line", "XMP:dc:creator", "EXIF:Artist"],
        lambda photo: ", ".join(credit_of(photo).photographers),
    ),
    (
        gettext_lazy("agency"),
        ["IPTC:Credit", "XMP:photoshop:Credit"],
        lambda photo: photo.agency,
    ),
    (
        gettext_lazy("place"),
        ["IPTC:City", "IPTC:Country-PrimaryLocationName"],
        lambda photo: photo.place,
    ),
    (
        gettext_lazy("keywords"),
        ["IPTC:Keywords", "XMP:dc:subject"],
        lambda photo: photo.keywords,
    ),
    (
        gettext_lazy("taken on"),
        ["IPTC:DateCreated", "XMP:photoshop:DateCreated"],
        lambda photo: date_format(photo.taken_on, "d/m/Y") if photo.taken_on else "",
    ),
    (
        gettext_lazy("restrictions"),
        ["IPTC:SpecialInstructions"],
        lambda photo: photo.restrictions,
    ),
]


@dataclass(frozen=True)
class CropView:
    """A crop as it would be cut now: left, top, width, height in pixels."""

    name: str
    label: str
    box: str
    has_own: bool


def crop_views(photo: Photo) -> list[CropView]:
    return [_crop_view(photo, name) for name in CROPS]


def _crop_view(photo: Photo, name: str) -> CropView:
    width, height = photo.width, photo.height
    focus = (photo.focal_x, photo.focal_y)
    box = box_of(name, photo.crops, width=width, height=height, focus=focus)
    left, top, right, bottom = (
        round(side * whole / 1000)
        for side, whole in zip(box, (width, height, width, height), strict=True)
    )
    return CropView(
        name=name,
        label=name.replace("x", ":"),
        box=f"{left} {top} {right - left} {bottom - top}",
        has_own=name in photo.crops,
    )


def authors_of(photo: Photo) -> list[Author]:
    """The author of exactly a photographer's name, where there is exactly one."""
    names = credit_of(photo).photographers
    found = Author.objects.filter(name__in=names, merged_into=None).order_by("pk")
    rows = list(found)
    told = [row.name for row in rows]
    return [row for row in rows if told.count(row.name) == 1]


@dataclass(frozen=True)
class Said:
    """What the file says of itself beside what is written now."""

    label: Any
    original: str
    now: str


def said_of(photo: Photo) -> Iterator[Said]:
    for label, keys, written in SAID:
        original, now = _text(photo, keys), written(photo)
        if original or now:
            yield Said(label, original, now)


def _text(photo: Photo, keys: list[str]) -> str:
    """What the first of these names says."""
    said = photo.original_metadata
    found = next((said[key] for key in keys if said.get(key)), "")
    return ", ".join(found) if isinstance(found, list) else found


def all_said(photo: Photo) -> list[tuple[str, str]]:
    """Everything in the file that is text, by its IPTC, XMP or EXIF name."""
    return [(key, _text(photo, [key])) for key in sorted(photo.original_metadata)]


@dataclass(frozen=True)
class Entry:
    audit: Audit
    action: str


def history_of(photo: Photo) -> Iterator[Entry]:
    entries = Audit.objects.filter(photo_number=photo.pk).order_by("-number", "-id")
    for entry in entries[:TOLD]:
        yield Entry(entry, str(ACTIONS.get(entry.action, entry.action)))
