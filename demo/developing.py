"""The pictures: drawn in other processes, captioned, and taken in like any photo."""

import os
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
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

PROCESSES = min(8, os.cpu_count() or 2)
Drawn = Iterable[tuple[str, bytes]]  # scene, JPEG


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


@contextmanager
def drawing(scenes: Iterable[str], *, scale: float) -> Iterator[Drawn]:
    """Each of these scenes that is missing and its JPEG: drawn from now on."""
    known = register.made(register.PHOTO)
    missing = [scene for scene in scenes if scene not in known]
    if not missing:
        yield ()
        return
    # Spawned, not forked: no child inherits the connection to the database.
    context = get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=context) as pool:
        try:
            drawn = pool.map(jpeg, missing, [scale] * len(missing))
            yield zip(missing, drawn, strict=True)
        finally:
            pool.shutdown(cancel_futures=True)


def develop(drawn: Drawn, *, by: User, at: datetime) -> dict[str, int]:
    """Take in what is drawn, and give all pictures by scene. `at` is the time of it.

    Raises desk.refusals.PhotoRejected.
    """
    written = legends()
    for scene, data in drawn:
        legend = written[scene]
        photo = bring_in(
            ContentFile(signed(data, legend), f"{scene.replace('_', '-')}.jpg"),
            Words(legend.caption, legend.credit),
            by=by,
            at=at,
        )
        register.remember(register.PHOTO, scene, photo.pk, at=at)
    return register.made(register.PHOTO)


@contextmanager
def copying(numbers: Collection[int]) -> Iterator[None]:
    """Meanwhile these photos get their files, the last one first: who prints the
    oldest story first makes those of its photos, and they meet in the middle."""
    photos = list(Photo.objects.filter(pk__in=numbers).order_by("-pk"))
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(list, make_all(photos, processes=PROCESSES))
        yield
        made.result()


def signed(data: bytes, legend: Legend) -> bytes:
    """The JPEG with caption, creators and credit in its own metadata."""
    credit = parse(legend.credit)
    facts = Embedded(
        description=legend.caption,
        creators=credit.photographers,
        credit="/".join(filter(None, (credit.agency, credit.relay))),
    )
    return embed(data, facts)
