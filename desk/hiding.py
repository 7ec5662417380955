"""Public picture files that no article shows any more: hidden, or swept up."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from articles.models import ArticlePhoto
from desk.outbox import delivers
from photos import renditions
from photos.files import public_files, stray_files
from photos.integrity import files_without_photo
from photos.models import Photo


@delivers("hide photos")
def _hide(payload: dict[str, Any]) -> None:
    hide_unused(payload["photos"])


def hide_unused(photos: Iterable[int]) -> None:
    """Remove those public files of the photos that no article points at.

    The photo's row is locked first, as printing does: a printing of the same photo
    waits, or is waited for and then seen.
    """
    for number in sorted(photos):
        with transaction.atomic():
            photo = Photo.objects.select_for_update().filter(pk=number).first()
            if photo:
                uses = ArticlePhoto.objects.filter(photo=photo)
                shown = set(uses.values_list("stem", flat=True))
                renditions.hide(photo, keep=shown)


PATIENCE = 3600.0  # seconds: a younger file may be of a transaction still under way


def left_behind() -> Iterator[Path]:
    """Files that nothing names: of rollbacks, of processes that were killed."""
    yield from stray_files(PATIENCE)
    shown = set(ArticlePhoto.objects.values_list("stem", flat=True))
    unnamed = (path for stem, path in public_files() if stem not in shown)
    yield from filter(_is_old, [*unnamed, *files_without_photo()])


def sweep() -> Iterator[Path]:
    """Remove them; one that an article has come to show meanwhile stays."""
    stems = {path: stem for stem, path in public_files()}
    for path in list(left_behind()):
        key = stems[path].split("-")[0] if path in stems else ""
        photo = Photo.objects.filter(public_key=key).first()
        if photo:
            hide_unused([photo.pk])
        elif _is_old(path):
            path.unlink(missing_ok=True)
        if not path.exists():
            yield path


def _is_old(path: Path) -> bool:
    return path.exists() and path.stat().st_mtime < time.time() - PATIENCE
