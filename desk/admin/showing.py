"""Differences as a page shows them: with pictures, and long unchanged parts folded."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from desk.changes import Change, Names
from desk.comparing import Difference, Fate
from photos.framing import VIEW

NEAR = 1  # unchanged paragraphs shown around a change


@dataclass(frozen=True)
class Thumbnail:
    src: str
    width: int
    height: int


@dataclass(frozen=True)
class Row:
    difference: Difference
    image: Thumbnail | None = None


@dataclass(frozen=True)
class Stretch:
    """Rows that follow one another; a folded one is opened on demand."""

    rows: tuple[Row, ...]
    is_folded: bool


@dataclass(frozen=True)
class ShownChange:
    label: str
    name: str
    stretches: tuple[Stretch, ...]


def row(difference: Difference, names: Names) -> Row:
    """With the desk's own picture of a photo that may still be shown."""
    picture = names.pictures.get(difference.block.photo or 0)
    if picture is None:
        return Row(difference)
    width, height = picture.framing.size(picture.framing.jpeg(VIEW))
    src = reverse("admin:desk_picture", args=[picture.photo])
    return Row(difference, Thumbnail(src, width, height))


def shown(found: list[Change], names: Names) -> list[ShownChange]:
    """The fields that differ."""
    return [
        ShownChange(
            change.label, change.name, tuple(_stretches(change.differences, names))
        )
        for change in found
        if not change.is_same
    ]


def unchanged(found: list[Change]) -> list[str]:
    """The labels of the fields that are the same on both sides."""
    return [change.label for change in found if change.is_same]


def _stretches(differences: tuple[Difference, ...], names: Names) -> Iterator[Stretch]:
    changed = [n for n, item in enumerate(differences) if item.fate != Fate.SAME]
    near = {n + step for n in changed for step in range(-NEAR, NEAR + 1)}
    for is_near, group in groupby(range(len(differences)), key=near.__contains__):
        rows = tuple(row(differences[n], names) for n in group)
        yield Stretch(rows, is_folded=not is_near and len(rows) > 1)
