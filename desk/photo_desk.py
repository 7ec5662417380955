"""What needs both a photo and its uses."""

import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import ArticlePhoto
from desk.models import User
from desk.permissions import Forbidden, may
from desk.records import clock, note
from desk.refusals import PhotoRejected
from newsroom.text.clean import clean_line
from photos import describing, renditions
from photos.files import public_files, stray_files
from photos.intake import take_in
from photos.integrity import files_without_photo
from photos.models import Photo
from photos.refusals import PhotoRefused


def bring_in(
    file: File,
    *,
    caption: str,
    credit: str,
    by: User | None,
    at: datetime,
    alt: str = "",
) -> Photo:
    """The photo of this file: a new one, made at `at`, or the one that is known.

    Every door's way in: row and audit entry are written together. `by` is None for a
    machine. Raises Forbidden, PhotoRejected.
    """
    if by is not None and not may(by, "take in photo"):
        raise Forbidden(_("You may not take in photos; ask an editor."))

    def record(photo: Photo) -> None:
        photo.alt = clean_line(alt)
        photo.save(update_fields=["alt"])
        note("take in photo", by=by, at=clock(), detail={"photo": photo.pk})

    try:
        return take_in(
            file,
            name=str(file.name),
            caption=caption,
            credit=credit,
            by=by.get_username() if by else "",
            at=at,
            record=record,
        )
    except PhotoRefused as refusal:
        raise PhotoRejected(str(refusal), field="file") from refusal


@transaction.atomic
def describe(photo: Photo, *, caption: str, alt: str, credit: str, by: User) -> None:
    """New words for a photo. What is printed keeps its own until it is reprinted.

    Raises Forbidden.
    """
    if not may(by, "describe photo"):
        raise Forbidden(_("You may not describe photos; ask the photo editor."))
    now = Photo.objects.select_for_update().get(pk=photo.pk)
    before = _words_of(now)
    now.alt = clean_line(alt)
    describing.describe(now, caption=caption, credit=credit)
    if _words_of(now) != before:
        detail = {"photo": now.pk, "before": before, "after": _words_of(now)}
        note("describe photo", by=by, at=clock(), detail=detail)


def _words_of(photo: Photo) -> dict[str, str]:
    return {name: getattr(photo, name) for name in ("caption", "alt", "credit_text")}


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
