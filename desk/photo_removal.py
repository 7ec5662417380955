"""Photos that go: deleted, taken down and put back, or their file replaced.

Lock order: the photo's row, audit head; what it does to articles comes after the
commit, each in a printing of its own.
"""

from datetime import datetime
from typing import IO, Any

from django.core.files import File
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import ArticlePhoto
from desk import portraits, publishing
from desk.models import Story, User
from desk.outbox import deliver_soon, delivers, enqueue
from desk.permissions import Forbidden, may
from desk.photo_desk import claim, note_changes
from desk.photo_desk import facts as facts_of
from desk.photo_uses import uses_of
from desk.records import clock, note
from desk.refusals import PhotoRejected
from newsroom.text.clean import clean_line
from photos import renditions
from photos.downloads import corrected_copy
from photos.files import original_of, private
from photos.intake import take_in
from photos.models import FormerOriginal, Photo
from photos.refusals import PhotoRefused, sentence

# The columns that belong to a file, here and in FormerOriginal.
FILE = ["sha256", "format", "size", "width", "height", "file_name"]
FILE += ["original_metadata"]


@transaction.atomic
def delete(photo: Photo, *, version: int, by: User) -> None:
    """Remove a photo that was never used; `sweep` removes its files.

    Raises Forbidden, Stale, PhotoRejected.
    """
    if not may(by, "delete photo"):
        raise Forbidden(_("You may not delete photos; ask the photo editor."))
    now = claim(photo, version)
    if reason := obstacle(now, by=by):
        raise PhotoRejected(reason)
    detail = {"sha256": now.sha256, "caption": now.caption, "credit": now.credit_text}
    number = now.pk
    try:
        now.delete()
    except ProtectedError as error:
        raise PhotoRejected(_("This photo is used: it stays.")) from error
    note("delete photo", by=by, at=clock(), photo=number, detail=detail)


def obstacle(photo: Photo, *, by: User) -> str:
    """Why the photo cannot be deleted, in a sentence; "" when nothing is known.

    Which uses these are, desk.photo_uses says.
    """
    uses = uses_of(photo, by=by)
    if uses.past or uses.live:
        return _(
            "Readers saw this photo: what was printed is kept for ever. Take it down"
            " instead."
        )
    stories = Story.objects.filter(photos__photo=photo) | Story.objects.filter(
        lead_photo=photo
    )
    if count := stories.distinct().count():
        sentence = ngettext(
            "%(count)d story shows this photo: take it out there first.",
            "%(count)d stories show this photo: take it out there first.",
            count,
        )
        return sentence % {"count": count}
    if uses.authors:
        return _("This photo is an author's portrait: choose another one there first.")
    return ""


@transaction.atomic
def take_down(photo: Photo, *, reason: str, version: int, by: User) -> Photo:
    """Away with it from every page, and its public files at once.

    The pages are printed anew without it, whatever embargo or state they are in. Where
    it stood at the desk, a mark stays. Raises Forbidden, Stale, PhotoRejected.
    """
    _require(by)
    if not clean_line(reason):
        raise PhotoRejected(_("Say why it is taken down."), field="reason")
    now = claim(photo, version)
    if now.taken_down_at:
        raise PhotoRejected(_("This photo is taken down already."))
    at = clock()
    now.taken_down_at, now.taken_down_note = at, clean_line(reason)[:500]
    now.save(update_fields=["taken_down_at", "taken_down_note"])
    detail = {"reason": now.taken_down_note}
    note("take down photo", by=by, at=at, photo=now.pk, detail=detail)
    enqueue("take down photo", {"photo": now.pk, "by": by.pk, **detail}, at=at)
    deliver_soon()
    return now


@transaction.atomic
def put_back(photo: Photo, *, version: int, by: User) -> Photo:
    """It may be printed again; pages show it when their stories are printed.

    Raises Forbidden, Stale.
    """
    _require(by)
    now = claim(photo, version)
    if now.taken_down_at:
        now.taken_down_at, now.taken_down_note = None, ""
        now.save(update_fields=["taken_down_at", "taken_down_note"])
        note("put back photo", by=by, at=clock(), photo=now.pk)
    return now


def _require(by: User) -> None:
    if not may(by, "take down photo"):
        raise Forbidden(_("You may not take photos down; ask the photo editor."))


@delivers("take down photo")
def _leave_out(payload: dict[str, Any]) -> None:
    """Files first, then page after page; one that was put back meanwhile stays."""
    photos = Photo.objects.filter(pk=payload["photo"], taken_down_at__isnull=False)
    with transaction.atomic():
        photo = photos.select_for_update().first()
        if photo is None:
            return
        renditions.hide(photo)
    by = User.objects.get(pk=payload["by"])
    shown = ArticlePhoto.objects.filter(photo=photo).values("article")
    for story in Story.objects.filter(pk__in=shown).only("pk").order_by("pk"):
        publishing.leave_out(story, photo, by=by, note=payload["reason"])
    portraits.leave_out(photo, by=by, note=payload["reason"])


@transaction.atomic
def replace(photo: Photo, file: File, *, version: int, by: User, at: datetime) -> Photo:
    """Another file for the same photo: its words and uses stay, the old file is kept.

    Articles that show it are printed anew. Crops are forgotten when the proportions
    are others. `at` is the time of it. Raises Forbidden, Stale, PhotoRejected.
    """
    if not may(by, "replace photo"):
        raise Forbidden(_("You may not replace files; ask the photo editor."))
    now = claim(photo, version)
    before, shown = facts_of(now), renditions.preview(now)
    fresh = _take_in(file, now, by=by, at=at)
    new = {name: getattr(fresh, name) for name in FILE}
    fresh.delete()  # the row; its files are the photo's from now on
    FormerOriginal.objects.create(
        photo=now,
        replaced_at=clock(),
        replaced_by=by.get_username(),
        **{name: getattr(now, name) for name in FILE},
    )
    if abs(new["width"] * now.height - new["height"] * now.width) > (
        new["width"] + new["height"]
    ):
        now.crops, now.focal_x, now.focal_y = {}, 500, 500
    for name, value in new.items():
        setattr(now, name, value)
    now.save()
    note_changes("replace photo", now, before, shown=shown, by=by)
    return now


def _take_in(file: File, photo: Photo, *, by: User, at: datetime) -> Photo:
    """A new row for these bytes, that nobody has seen yet."""
    try:
        fresh = take_in(
            file,
            name=str(file.name),
            caption=photo.caption,
            credit=photo.credit_text,
            by=by.get_username(),
            at=at,
        )
    except PhotoRefused as refusal:
        raise PhotoRejected(str(refusal), field="file") from refusal
    if fresh.created_at != at or fresh.pk == photo.pk:
        raise PhotoRejected(
            _("This file is photo %(number)d already: use that one.")
            % {"number": fresh.pk},
            field="file",
        )
    return fresh


@transaction.atomic
def hand_out(photo: Photo, *, by: User, is_corrected: bool = False) -> IO[bytes]:
    """The original, to be read, or a copy of it that says what the desk says.

    Raises Forbidden, PhotoRejected.
    """
    if not may(by, "download original"):
        raise Forbidden(_("You may not take originals away; ask the photo editor."))
    name = original_of(photo.sha256, photo.format)
    try:
        with corrected_copy(photo) if is_corrected else private().local(name) as path:
            stream = path.open("rb")
    except OSError as error:
        raise PhotoRejected(sentence("missing")) from error
    except PhotoRefused as refusal:
        raise PhotoRejected(str(refusal)) from refusal
    detail = {"sha256": photo.sha256, "is_corrected": is_corrected}
    note("download original", by=by, at=clock(), photo=photo.pk, detail=detail)
    return stream
