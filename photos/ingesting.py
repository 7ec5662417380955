"""A whole folder of pictures in, however often it is interrupted."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connections

from photos.addresses import EXTENSIONS
from photos.files import original_of, private, strays
from photos.intake import take_in
from photos.models import Photo
from photos.refusals import PhotoRefused, storing
from photos.stores import remove_stray

_NAMES = {f".{name}" for names in EXTENSIONS.values() for name in names}


@dataclass(frozen=True)
class Ingested:
    """What became of a file: `photo` is its number, or `refusal` says why not."""

    path: Path
    photo: int = 0
    is_new: bool = False
    refusal: str = ""


def pictures_in(folder: Path) -> list[Path]:
    """The files below it that are named like pictures, by path."""
    paths = (path for path in folder.rglob("*") if path.suffix.lower() in _NAMES)
    return sorted(path for path in paths if path.is_file())


def is_known(path: Path) -> bool:
    """Whether its bytes are a photo already. Raises PhotoRefused."""
    return _known(path) is not None


def ingest(
    paths: Iterable[Path], *, by: str, clock: Callable[[], datetime], processes: int = 1
) -> Iterator[Ingested]:
    """Take in each file that is not a photo yet, with what it says of itself.

    A file that is known costs its reading alone. What an interrupted run left
    unfinished is removed first and at the end. `by` is a username.
    """

    def one(path: Path) -> Ingested:
        try:
            return _ingest(path, by=by, at=clock())
        except PhotoRefused as refusal:
            return Ingested(path, refusal=str(refusal))
        finally:
            if processes > 1:
                connections.close_all()  # this thread's own

    _clear()
    if processes == 1:
        yield from map(one, paths)
    else:
        with ThreadPoolExecutor(processes) as pool:
            yield from pool.map(one, paths)
    _clear()


def _ingest(path: Path, *, by: str, at: datetime) -> Ingested:
    if known := _known(path):
        return Ingested(path, known.pk)
    with storing(), path.open("rb") as stream:
        photo = take_in(stream, name=path.name, caption="", credit="", by=by, at=at)
    return Ingested(path, photo.pk, is_new=photo.created_at == at)


def _known(path: Path) -> Photo | None:
    """The photo of these bytes, when its original is there too."""
    with storing(), path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        photo = Photo.objects.only("format").filter(sha256=sha256).first()
        if photo and private().find(original_of(sha256, photo.format)):
            return photo
    return None


def _clear() -> None:
    for path in strays():
        remove_stray(path)
