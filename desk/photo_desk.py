"""What needs both a photo and its uses."""

import time
from collections.abc import Iterable, Iterator
from datetime import datetime

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
from photos.addresses import stem_of
from photos.files import private, public, strays
from photos.intake import take_in
from photos.integrity import files_without_photo
from photos.models import Photo
from photos.refusals import PhotoRefused
from photos.stores import remove_stray


@transaction.atomic
def bring_in(
    file: File, *, caption: str, alt: str, credit: str, by: User, at: datetime
) -> Photo:
    """The photo of this file: a new one, made at `at`, or the one that is known.

    Raises Forbidden, PhotoRejected.
    """
    if not may(by, "take in photo"):
        raise Forbidden(_("You may not take in photos; ask an editor."))
    name, who = str(file.name), by.get_username()
    try:
        photo = take_in(file, name=name, caption=caption, credit=credit, by=who, at=at)
    except PhotoRefused as refusal:
        raise PhotoRejected(str(refusal), field="file") from refusal
    if photo.created_at == at:
        Photo.objects.filter(pk=photo.pk).update(alt=clean_line(alt))
        note("take in photo", by=by, at=clock(), detail={"photo": photo.pk})
    return photo


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


def left_behind() -> Iterator[str]:
    """Files that nothing names: of rollbacks, of processes that were killed."""
    yield from map(str, strays())
    yield from (f"public/{name}" for _stem, name in _unshown())
    yield from (f"private/{name}" for name in files_without_photo(before=_long_ago()))


def sweep() -> Iterator[str]:
    """Remove them; one that an article has come to show meanwhile stays."""
    for path in strays():
        remove_stray(path)
        yield str(path)
    for stem, name in _unshown():
        photo = Photo.objects.filter(public_key=stem.partition("-")[0]).first()
        if photo:
            hide_unused([photo.pk])
        else:
            public().remove([name])
        if not public().find(name):
            yield f"public/{name}"
    for name in files_without_photo(before=_long_ago()):
        file = private().find(name)
        if file and file.written_at < _long_ago():
            private().remove([name])
            yield f"private/{name}"


def _unshown() -> list[tuple[str, str]]:
    """(stem, name) of the public files, not new ones, that no article points at."""
    shown = set(ArticlePhoto.objects.values_list("stem", flat=True))
    return [
        (stem, file.name)
        for file in public().list()
        if (stem := stem_of(file.name)) and stem not in shown
        if file.written_at < _long_ago()
    ]


def _long_ago() -> float:
    return time.time() - PATIENCE
