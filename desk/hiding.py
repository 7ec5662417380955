"""Public picture files that no page shows any more: hidden, or swept up."""

import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from articles.models import ArticlePhoto, Author
from desk.outbox import delivers
from photos import renditions
from photos.addresses import stem_of
from photos.files import private, public, strays
from photos.integrity import outdated_files
from photos.models import Photo
from photos.stores import remove_stray


@delivers("hide photos")
def _hide(payload: dict[str, Any]) -> None:
    hide_unused(payload["photos"])


def hide_unused(photos: Iterable[int]) -> None:
    """Remove those public files of the photos that no page points at.

    The photo's row is locked first, as printing does: a printing of the same photo
    waits, or is waited for and then seen.
    """
    for number in sorted(photos):
        with transaction.atomic():
            photo = Photo.objects.select_for_update().filter(pk=number).first()
            if photo:
                renditions.hide(photo, keep=shown_stems(photo))


def shown_stems(*photos: Photo) -> set[str]:
    """The public names that readers' pages show these photos by, or any photo."""
    uses, authors = ArticlePhoto.objects.order_by(), Author.objects.order_by()
    if photos:
        uses = uses.filter(photo__in=photos)
        authors = authors.filter(portrait__in=photos)
    portraits = authors.exclude(portrait_card="").values_list(
        "portrait_card", flat=True
    )
    return {
        *uses.values_list("stem", flat=True),
        *(json.loads(card)["stem"] for card in portraits),
    }


PATIENCE = 3600.0  # seconds: a younger file may be of a transaction still under way


def left_behind() -> Iterator[str]:
    """Files that nothing names: of rollbacks, of processes that were killed."""
    yield from map(str, strays())
    yield from (f"public/{name}" for _stem, name in _unshown())
    yield from (f"private/{name}" for name in outdated_files(_long_ago()))


def sweep() -> Iterator[str]:
    """Remove them; one that a page has come to show meanwhile stays."""
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
    for name in outdated_files(_long_ago()):
        file = private().find(name)
        if file and file.written_at < _long_ago():
            private().remove([name])
            yield f"private/{name}"


def _unshown() -> list[tuple[str, str]]:
    """(stem, name) of the public files, not new ones, that no page points at."""
    shown = shown_stems()
    return [
        (stem, file.name)
        for file in public().list()
        if (stem := stem_of(file.name)) and stem not in shown
        if file.written_at < _long_ago()
    ]


def _long_ago() -> float:
    return time.time() - PATIENCE
