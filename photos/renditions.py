"""Renditions: made privately without metadata, exposed with ours, hidden again.

Who calls expose() or hide() has locked the photo's row.
"""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TypedDict

from photos.addresses import RECIPES, public_stem, rendition_name
from photos.describing import credit_line
from photos.files import (
    original_file,
    part_in,
    place,
    private,
    public,
    public_files,
    remove,
    rendition_file,
)
from photos.iptc import Embedded, embed
from photos.models import Photo
from photos.refusals import storing
from photos.sandbox import decode


class Exposed(TypedDict):
    """What a printed text keeps of a photo. Upright pixels, focal point per mille."""

    photo: int
    credit: str
    width: int
    height: int
    focal_x: int
    focal_y: int
    stem: str


def preview(photo: Photo) -> Exposed:
    """What expose() would give now. Nothing becomes public."""
    return Exposed(
        photo=photo.pk,
        credit=credit_line(photo),
        width=photo.width,
        height=photo.height,
        focal_x=photo.focal_x,
        focal_y=photo.focal_y,
        stem=public_stem(
            photo.public_key, sha256=photo.sha256, metadata=_embedded(photo).facts()
        ),
    )


def expose(photo: Photo) -> Exposed:
    """Write the photo's public files where they are missing, and give its facts.

    Raises PhotoRefused when there is no room, or the original is lost.
    """
    exposed = preview(photo)
    for recipe in RECIPES:
        target = public() / rendition_name(exposed["stem"], recipe)
        with storing():
            jpeg = embed(private_rendition(photo, recipe), _embedded(photo))
            if not target.is_file() or target.stat().st_size != len(jpeg):
                _write(jpeg, target)
    return exposed


def _write(jpeg: bytes, target: Path) -> None:
    with part_in(public()) as part:
        part.write_bytes(jpeg)
        place(part, target)


def hide(photo: Photo, *, keep: Collection[str] = ()) -> None:
    """Remove the photo's public files, but not those whose stem is in `keep`."""
    files = public_files(photo.public_key)
    remove([path for stem, path in files if stem not in keep])


def public_stems() -> Iterator[str]:
    """The stems of all public files; one begins with its photo's public key."""
    yield from {stem for stem, _path in public_files()}


def _photographers(photo: Photo) -> tuple[str, ...]:
    return tuple(row.name for row in photo.photographers.all())


def _embedded(photo: Photo) -> Embedded:
    return Embedded(
        description=photo.caption,
        creators=_photographers(photo),
        credit="/".join(filter(None, (photo.agency, photo.relay_agency))),
    )


def private_rendition(photo: Photo, recipe: str) -> bytes:
    """The bytes without metadata; made again from the original when they are gone."""
    path = rendition_file(photo.sha256, recipe)
    if not path.is_file():
        with part_in(private()) as part:
            decode(original_file(photo.sha256, photo.format), part, recipe)
            place(part, path)
    return path.read_bytes()
