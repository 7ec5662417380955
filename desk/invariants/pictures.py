"""I6 and I7: each photo has its original, public files are there and tell nothing."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.models import ArticlePhoto
from desk.invariants.batches import batches
from photos.addresses import RECIPES, rendition_name
from photos.files import public, public_files, stray_files
from photos.integrity import (
    files_without_photo,
    has_original,
    strange_public_files,
    telling_files,
)
from photos.models import FormerOriginal, Photo

PATIENCE = 3600.0  # seconds: what a rollback or a kill left may lie so long


def originals() -> Iterator[str]:
    """I6: row and original belong together, by size and SHA-256."""
    for batch in batches(Photo.objects.order_by("pk")):
        for photo in batch:
            if not has_original(photo):
                yield _("Photo %d: its original is missing or changed.") % photo.pk
    for batch in batches(FormerOriginal.objects.order_by("pk")):
        for former in batch:
            if not has_original(former):
                yield (
                    _("Photo %d: a former original is missing or changed.")
                    % former.photo_id
                )
    for path in files_without_photo():
        yield _("The file %s belongs to no photo.") % path


def public_files_of_articles() -> Iterator[str]:
    """I6: what an article shows is there, and nothing is there that none shows."""
    shown: set[str] = set()
    uses = ArticlePhoto.objects.order_by("article_id", "pk")
    for article, photo, stem in uses.values_list("article_id", "photo_id", "stem"):
        shown.add(stem)
        names = [rendition_name(stem, recipe) for recipe in RECIPES]
        if not all((public() / name).is_file() for name in names):
            yield (
                _("Article %(article)d: the files of photo %(photo)d are missing.")
                % {"article": article, "photo": photo}
            )
    for stem, path in sorted(public_files()):
        if stem not in shown:
            yield _("The public file %s is shown by no article: sweep.") % path
    for path in strange_public_files():
        yield _("The public file %s is no rendition.") % path


def strays() -> Iterator[str]:
    """I6: temporary files of processes that died."""
    for path in sorted(stray_files(PATIENCE)):
        yield _("The temporary file %s was left behind: sweep.") % path


def public_metadata() -> Iterator[str]:
    """I7: no metadata outside the list in any public file."""
    for path in telling_files():
        yield _("The public file %s holds metadata that is not ours.") % path
