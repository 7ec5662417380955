"""Authors' portraits: printed when the author is saved, as an article's pictures are.

Who keeps names may print. Lock order: the author's row, the photo's, outbox, audit
head, stamp.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Author
from articles.pictures import picture_facts
from articles.printed import PrintedPicture
from desk.models import User
from desk.outbox import deliver_soon, enqueue
from desk.records import clock, seal
from desk.refusals import NameRefused
from newsroom.text.canonical import canonical
from photos import renditions, validity
from photos.models import Photo
from photos.refusals import PhotoRefused


def develop(photo: Photo | None) -> None:
    """Make the files that readers get, before anything is locked.

    What cannot be made is refused by show().
    """
    if photo is not None and photo.taken_down_at is None:
        list(renditions.make_all([photo]))


def show(photo: Photo | None) -> str:
    """Lock the photo and expose its files; gives what the author keeps of it.

    Raises NameRefused when readers may not see it now.
    """
    if photo is None:
        return ""
    rows = Photo.objects.select_for_update(of=("self",)).with_leases()
    now = rows.filter(pk=photo.pk, taken_down_at=None).first()
    if now is None:
        sentence = _("Photo %(number)d was taken down: choose another one.")
        raise NameRefused(sentence % {"number": photo.pk}, field="portrait")
    if refusals := validity.refusals(now):
        raise NameRefused("\n".join(refusals), field="portrait")
    try:
        picture = PrintedPicture(**renditions.expose(now))
    except PhotoRefused as refusal:
        raise NameRefused(str(refusal), field="portrait") from refusal
    return canonical(picture_facts(picture, alt="", caption=""))


def print_anew(photos: Iterable[int], *, by: User, note: str) -> None:
    """Portraits whose words, crop or file are others now; what may not be stays."""
    for author in Author.objects.filter(portrait__in=photos).order_by("pk"):
        with transaction.atomic():
            now = Author.objects.select_for_update(no_key=True).get(pk=author.pk)
            before = now.portrait_card
            if not before or now.portrait is None:
                continue
            try:
                now.portrait_card = show(now.portrait)
            except NameRefused:
                continue
            if now.portrait_card != before:
                now.save(update_fields=["portrait_card"])
                put_away([now.portrait_id])
                detail = {"number": now.pk, "note": note}
                seal("reprint portrait", by=by, at=clock(), detail=detail)


def leave_out(photo: Photo, *, by: User, note: str) -> None:
    """Readers do not see it any more; at the desk it stays where it stood."""
    for author in Author.objects.filter(portrait=photo).order_by("pk"):
        with transaction.atomic():
            rows = Author.objects.filter(pk=author.pk, portrait=photo)
            if rows.exclude(portrait_card="").update(portrait_card=""):
                detail = {"number": author.pk, "photo": photo.pk, "note": note}
                seal("hide portrait", by=by, at=clock(), detail=detail)


def put_away(photos: Iterable[int | None]) -> None:
    """Once committed, their public files that nothing shows any more are removed."""
    if numbers := sorted(number for number in photos if number):
        enqueue("hide photos", {"photos": numbers}, at=clock())
        deliver_soon()
