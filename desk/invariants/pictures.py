"""I6 and I7: each photo has its original, public files are there and tell nothing."""

from collections.abc import Iterator
from contextlib import suppress

from django.utils.translation import gettext as _

from articles.copy import CopyUnreadable
from articles.models import Article, Author
from articles.printed import Printed, PrintedPicture
from desk.hiding import shown_stems
from desk.invariants.batches import batches
from photos.files import public, public_files, strays
from photos.integrity import (
    files_without_photo,
    has_original,
    strange_public_files,
    telling_files,
)
from photos.models import FormerOriginal, Photo


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
    for name in files_without_photo():
        yield _("The file %s belongs to no photo.") % name


def public_files_of_articles() -> Iterator[str]:
    """I6: what a page shows is there, and nothing is there that none shows."""
    for article, picture in _printed():
        if len(public().sizes(picture.files)) < len(picture.files):
            yield (
                _("Article %(article)d: the files of photo %(photo)d are missing.")
                % {"article": article, "photo": picture.photo}
            )
    for author in Author.objects.exclude(portrait_card="").order_by("pk"):
        image = author.image
        if image and len(public().sizes(image.files)) < len(image.files):
            yield (
                _("Author %(author)d: the files of photo %(photo)d are missing.")
                % {"author": author.pk, "photo": author.portrait_id}
            )
    shown = shown_stems()
    for stem, name in sorted(public_files()):
        if stem not in shown:
            yield _("The public file %s is shown on no page: sweep.") % name
    for name in strange_public_files():
        yield _("The public file %s is no rendition.") % name


def _printed() -> Iterator[tuple[int, PrintedPicture]]:
    """Every picture that readers see, and where."""
    rows = Article.objects.order_by("pk").values_list("pk", "content")
    for article, content in rows.iterator():
        with suppress(CopyUnreadable):  # I3 says so
            for picture in Printed.from_json(content).pictures:
                yield article, picture


def abandoned() -> Iterator[str]:
    """I6: what processes that died left unfinished."""
    for path in strays():
        yield _("The temporary file %s was left behind: sweep.") % path


def public_metadata() -> Iterator[str]:
    """I7: no metadata outside the list in any public file."""
    for name in telling_files():
        yield _("The public file %s holds metadata that is not ours.") % name
