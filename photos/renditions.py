"""Renditions: made privately without metadata, exposed with ours, hidden again.

Intake makes what the desk looks at. What readers get is made before a photo is first
printed or previewed, in a child process; so nobody waits for it with a lock in hand
unless nobody made it before. Who calls expose() or hide() has locked the photo's row.
"""

from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypedDict

from photos import sandbox
from photos.addresses import (
    Crop,
    private_name,
    public_stem,
    rendition_name,
)
from photos.describing import credit_line
from photos.files import original_of, private, public, public_files
from photos.iptc import Embedded, embed
from photos.models import Photo
from photos.refusals import PhotoRefused, sentence, storing


class Exposed(TypedDict):
    """What a printed text keeps of a photo. Upright pixels, per mille."""

    photo: int
    caption: str
    alt: str
    credit: str
    width: int
    height: int
    focal_x: int
    focal_y: int
    crops: tuple[Crop, ...]
    stem: str


def preview(photo: Photo) -> Exposed:
    """What expose() would give now. Nothing becomes public."""
    crops = photo.framing.crops
    return Exposed(
        photo=photo.pk,
        caption=photo.caption,
        alt=photo.alt,
        credit=credit_line(photo),
        width=photo.width,
        height=photo.height,
        focal_x=photo.focal_x,
        focal_y=photo.focal_y,
        crops=crops,
        stem=public_stem(
            photo.public_key,
            sha256=photo.sha256,
            crops=crops,
            metadata=embedded(photo).facts(),
        ),
    )


def missing(photo: Photo) -> list[str]:
    """The recipes of which the desk has no file yet."""
    named = {recipe: _name(photo, recipe) for recipe in photo.framing.recipes}
    there = private().sizes(named.values())
    return [recipe for recipe, name in named.items() if name not in there]


def make(photo: Photo, recipes: Collection[str] = ()) -> None:
    """Make those of these recipes, or of all, that are missing.

    Raises PhotoRefused when there is no room, or the original is lost.
    """
    wanted = [recipe for recipe in missing(photo) if recipe in recipes or not recipes]
    if not wanted:
        return
    name = original_of(photo.sha256, photo.format)
    with storing(), private().workspace() as work:
        try:
            with private().local(name) as original:
                sandbox.make(original, work, crops=photo.framing.crops, recipes=wanted)
        except FileNotFoundError as error:
            raise PhotoRefused(sentence("missing")) from error
        private().place({_name(photo, recipe): work.path / recipe for recipe in wanted})


def make_all(photos: Iterable[Photo], *, processes: int = 2) -> Iterator[str]:
    """make() of each, so many at a time: for each "", or why it could not be made."""
    with ThreadPoolExecutor(processes) as pool:
        yield from pool.map(_make, photos)


def _make(photo: Photo) -> str:
    try:
        make(photo)
    except PhotoRefused as refusal:
        return str(refusal)
    return ""


def expose(photo: Photo) -> Exposed:
    """Write the photo's public files where they are missing, and give its facts.

    Raises PhotoRefused when there is no room, or the original is lost.
    """
    make(photo)
    exposed, facts = preview(photo), embedded(photo)
    sources = {
        rendition_name(exposed["stem"], recipe): _name(photo, recipe)
        for recipe in photo.framing.recipes
    }
    with storing(), public().workspace() as work:
        whole, there = private().sizes(sources.values()), public().sizes(sources)
        files: dict[str, Path] = {}
        for target, source in sources.items():
            if there.get(target, 0) < max(1, whole[source]):  # a cut one is shorter
                files[target] = work.path / f"{len(files)}"
                files[target].write_bytes(embed(private().read(source), facts))
        try:
            public().place(files)
        except BaseException:
            public().remove(files)
            raise
    return exposed


def hide(photo: Photo, *, keep: Collection[str] = ()) -> None:
    """Remove the photo's public files, but not those whose stem is in `keep`."""
    files = public_files(photo.public_key)
    public().remove([name for stem, name in files if stem not in keep])


def private_rendition(photo: Photo, recipe: str) -> bytes:
    """The bytes without metadata; made again from the original when they are gone.

    Raises KeyError for a recipe that this picture has not, PhotoRefused.
    """
    if recipe not in photo.framing.recipes:
        raise KeyError(recipe)
    name = _name(photo, recipe)
    with storing():
        if not private().find(name):
            at_once = photo.framing.at_once
            make(photo, at_once if recipe in at_once else ())
        return private().read(name)


def _name(photo: Photo, recipe: str) -> str:
    return private_name(photo.sha256, recipe, photo.framing.crops)


def _photographers(photo: Photo) -> tuple[str, ...]:
    return tuple(row.name for row in photo.photographers.all())


def embedded(photo: Photo) -> Embedded:
    """What leaves the house in the photo's files."""
    return Embedded(
        description=photo.caption,
        creators=_photographers(photo),
        credit="/".join(filter(None, (photo.agency, photo.relay_agency))),
        copyright=photo.copyright_notice,
        licence=photo.licence,
    )
