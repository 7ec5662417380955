"""Where pictures lie, and how a file gets there: whole, or not at all.

A file is written under a temporary name, brought to the disk, and then renamed.
MEDIA_ROOT is read at every call. Nothing here knows what is in a file.
"""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from photos.addresses import EXTENSIONS, original_name, private_name, stem_of

PART = ".part-"  # how every temporary name begins


def private() -> Path:
    """Originals and the desk's renditions: no address leads here."""
    return Path(settings.MEDIA_ROOT) / "private"


def public() -> Path:
    """Renditions of what is printed; everything in it can be made again."""
    return Path(settings.MEDIA_ROOT) / "public"


def original_file(sha256: str, kind: str) -> Path:
    """Where the original of that format lies."""
    return private() / original_name(sha256, EXTENSIONS[kind][0])


def rendition_file(sha256: str, recipe: str) -> Path:
    """Where the desk's own rendition lies."""
    return private() / private_name(sha256, recipe)


@contextmanager
def part_in(root: Path) -> Iterator[Path]:
    """An empty file with a temporary name; removed at the end unless it was placed."""
    _make_folder(root)
    part = root / f"{PART}{secrets.token_hex(16)}"
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640))
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def place(part: Path, target: Path) -> None:
    """Give a finished part its name; a power cut leaves all of it or nothing."""
    _make_folder(target.parent)
    _sync(part)
    part.replace(target)
    _sync(target.parent)


def remove(targets: list[Path]) -> None:
    """Remove files that may be gone already, and see that they stay away."""
    for target in targets:
        target.unlink(missing_ok=True)
    for folder in {target.parent for target in targets}:
        if folder.is_dir():
            _sync(folder)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o750, exist_ok=True)
    _sync(folder.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def public_files(public_key: str = "") -> Iterator[tuple[str, Path]]:
    """(stem, file) of the public renditions: of one photo's key, or of all."""
    pattern = f"{public_key[:2]}/{public_key}-*" if public_key else "*/*"
    for path in public().glob(pattern):
        stem = stem_of(path.relative_to(public()).as_posix())
        if stem:
            yield stem, path


def stray_files(older_than: float) -> Iterator[Path]:
    """Temporary files untouched for that many seconds: their process has died."""
    limit = time.time() - older_than
    for root in (private(), public()):
        for path in root.rglob(f"{PART}*"):
            with suppress(FileNotFoundError):  # placed or removed this moment
                if path.stat().st_mtime < limit:
                    yield path
