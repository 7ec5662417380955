"""The pictures: drawn in other processes, captioned, and taken in like any photo."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context

from django.core.files.base import ContentFile

from demo import register
from demo.paper.reading import rows
from demo.scenes.album import jpeg
from desk.models import User
from desk.photo_desk import Words, bring_in
from photos.credits import parse
from photos.iptc import Embedded, embed
from photos.models import Photo
from photos.renditions import make_all

PROCESSES = 2


@dataclass(frozen=True)
class Legend:
    """What is written on the back of a picture."""

    credit: str
    caption: str


def legends() -> dict[str, Legend]:
    """By scene."""
    return {
        scene: Legend(credit, caption)
        for _indent, (scene, credit, caption) in rows("pictures")
    }


def develop(
    scenes: Iterable[str], *, by: User, at: datetime, scale: float = 1.0
) -> dict[str, int]:
    """All pictures by scene; those of `scenes` that are missing are made first.

    `at` is the time of it. Raises desk.refusals.PhotoRejected.
    """
    known = register.made(register.PHOTO)
    written = legends()
    missing = {name: written[name] for name in scenes if name not in known}
    if not missing:
        return known
    # Spawned, not forked: no child inherits the connection to the database.
    context = get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=context) as pool:
        drawn = pool.map(jpeg, missing, [scale] * len(missing))
        for (scene, legend), data in zip(missing.items(), drawn, strict=True):
            photo = bring_in(
                ContentFile(signed(data, legend), f"{scene.replace('_', '-')}.jpg"),
                Words(legend.caption, legend.credit),
                by=by,
                at=at,
            )
            known[scene] = photo.pk
            register.remember(register.PHOTO, scene, photo.pk, at=at)
    photos = Photo.objects.filter(pk__in=known.values()).order_by("pk")
    list(make_all(photos, processes=PROCESSES))
    return known


def signed(data: bytes, legend: Legend) -> bytes:
    """The JPEG with caption, creators and credit in its own metadata."""
    credit = parse(legend.credit)
    facts = Embedded(
        description=legend.caption,
        creators=credit.photographers,
        credit="/".join(filter(None, (credit.agency, credit.relay))),
    )
    return embed(data, facts)
