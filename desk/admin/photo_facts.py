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
from photos.facts import Facts, settled
from photos.models import Photo

TOLD = 30  # entries of the history
# What is told of a photo: what its file says once its voices are settled, and what is
# written now.
SAID: list[tuple[Any, Callable[[Facts], str], Callable[[Photo], str]]] = [
    (
        gettext_lazy("caption"),
        lambda facts: facts.caption,
        lambda photo: photo.caption,
    ),
    (
        gettext_lazy("photographers"),
        lambda facts: ", ".join(facts.creators),
        lambda photo: ", ".join(credit_of(photo).photographers),
    ),
    (
        gettext_lazy("agency"),
        lambda facts: facts.credit or facts.source,
        lambda photo: photo.agency,
    ),
    (
        gettext_lazy("people in the picture"),
        lambda facts: ", ".join(facts.people),
        lambda photo: photo.people,
    ),
    (
        gettext_lazy("place"),
        lambda facts: ", ".join(filter(None, (facts.city, facts.country))),
        lambda photo: photo.place,
    ),
    (
        gettext_lazy("keywords"),
        lambda facts: ", ".join(facts.keywords),
        lambda photo: photo.keywords,
    ),
    (
        gettext_lazy("taken on"),
        lambda facts: "/".join(reversed(facts.taken_at[:10].split("-"))),
        lambda photo: date_format(photo.taken_on, "d/m/Y") if photo.taken_on else "",
    ),
    (
        gettext_lazy("restrictions"),
        lambda facts: facts.instructions,
        lambda photo: photo.restrictions,
    ),
    (
        gettext_lazy("copyright notice"),
        lambda facts: facts.copyright,
        lambda photo: photo.copyright_notice,
    ),
    (
        gettext_lazy("licence"),
        lambda facts: facts.licence,
        lambda photo: photo.licence,
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
    facts = settled(photo.original_metadata)
    for label, told, written in SAID:
        original, now = told(facts), written(photo)
        if original or now:
            yield Said(label, original, now)


def all_said(photo: Photo) -> list[tuple[str, str]]:
    """Everything in the file that is text, by its IPTC, XMP or EXIF name."""
    return [
        (key, ", ".join(text) if isinstance(text, list) else text)
        for key, text in sorted(photo.original_metadata.items())
    ]


@dataclass(frozen=True)
class Entry:
    audit: Audit
    action: str


def history_of(photo: Photo) -> Iterator[Entry]:
    entries = Audit.objects.filter(photo_number=photo.pk).order_by("-number", "-id")
    for entry in entries[:TOLD]:
        yield Entry(entry, str(ACTIONS.get(entry.action, entry.action)))
