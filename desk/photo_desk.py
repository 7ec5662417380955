"""What needs both a photo and its uses: bringing in, describing, cropping.

Every verb takes the version its door saw, and locks the photo's row first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from desk.models import User
from desk.permissions import Forbidden, may
from desk.photo_uses import print_anew
from desk.records import clock, note
from desk.refusals import PhotoRejected
from desk.writing import Stale
from photos import describing, renditions
from photos.credits import Credit
from photos.crops import Box, check_crops
from photos.intake import take_in
from photos.models import Photo
from photos.refusals import PhotoRefused


@dataclass(frozen=True)
class Words:
    """What is written about a photo. `parts` None: they are read in the credit line.

    People and keywords stand between commas.
    """

    caption: str
    credit: str
    parts: Credit | None = None
    alt: str = ""
    people: str = ""
    place: str = ""
    keywords: str = ""
    taken_on: date | None = None


def claim(photo: Photo, version: int) -> Photo:
    """The row, locked, for the one writer who saw its newest version. Raises Stale."""
    rows = Photo.objects.filter(pk=photo.pk, version=version)
    if not rows.update(version=F("version") + 1):
        raise Stale(_("Somebody changed this photo after you opened it."))
    return Photo.objects.select_for_update().get(pk=photo.pk)


def bring_in(
    file: File, words: Words, *, by: User | None, at: datetime, rights: str = ""
) -> Photo:
    """The photo of this file: a new one, made at `at`, or the one that is known.

    Every door's way in: row and audit entry are written together. `by` is None for a
    machine. What is not written is taken from the file. `rights` "" follow from the
    credit. Raises Forbidden, PhotoRejected.
    """
    if by is not None and not may(by, "take in photo"):
        raise Forbidden(_("You may not take in photos; ask an editor."))

    def record(photo: Photo) -> None:
        for name in ("alt", "people", "place", "keywords", "taken_on"):
            setattr(photo, name, getattr(words, name) or getattr(photo, name))
        photo.rights, photo.are_rights_given = rights or photo.rights, bool(rights)
        parts = words.parts or (None if words.credit else describing.credit_of(photo))
        describing.describe(
            photo, caption=photo.caption, credit=photo.credit_text, parts=parts
        )
        note("take in photo", by=by, at=clock(), photo=photo.pk)

    try:
        return take_in(
            file,
            name=str(file.name),
            caption=words.caption,
            credit=words.credit,
            by=by.get_username() if by else "",
            at=at,
            record=record,
        )
    except PhotoRefused as refusal:
        raise PhotoRejected(str(refusal), field="file") from refusal


@transaction.atomic
def describe(photo: Photo, words: Words, *, version: int, by: User) -> Photo:
    """New words for a photo; where readers see another credit, it is printed anew.

    Raises Forbidden, Stale.
    """
    if not may(by, "describe photo"):
        raise Forbidden(_("You may not describe photos; ask the photo editor."))
    now = claim(photo, version)
    before, shown = facts(now), renditions.preview(now)
    for name in ("alt", "people", "place", "keywords", "taken_on"):
        setattr(now, name, getattr(words, name))
    describing.describe(
        now, caption=words.caption, credit=words.credit, parts=words.parts
    )
    note_changes("describe photo", now, before, shown=shown, by=by)
    return now


@transaction.atomic
def describe_many(
    chosen: Mapping[int, int],
    *,
    by: User,
    captions: Mapping[int, str] | None = None,
    credit: str = "",
    rights: str = "",
    keywords: str = "",
) -> int:
    """One credit, rights and more keywords for photos, given as {number: version}.

    What is "" stays as it is; `captions` are by number. All are changed or none. Gives
    how many were asked for. Raises Forbidden, Stale.
    """
    if not may(by, "describe photo") or rights and not may(by, "keep photo rights"):
        raise Forbidden(_("You may not describe photos; ask the photo editor."))
    for number in sorted(chosen):
        now = claim(Photo(pk=number), chosen[number])
        before, shown = facts(now), renditions.preview(now)
        if rights:
            now.rights, now.are_rights_given = rights, True
        now.keywords = f"{now.keywords}, {keywords}"
        parts = None if credit else describing.credit_of(now)
        describing.describe(
            now,
            caption=(captions or {}).get(number, now.caption),
            credit=credit or now.credit_text,
            parts=parts,
        )
        note_changes("describe photo", now, before, shown=shown, by=by)
    return len(chosen)


@transaction.atomic
def crop(
    photo: Photo,
    *,
    focus: tuple[int, int],
    crops: dict[str, Box],
    version: int,
    by: User,
) -> Photo:
    """Focal point and boxes in per mille; what readers see is printed anew.

    A crop without a box is made around the focal point. Raises Forbidden, Stale,
    PhotoRejected.
    """
    if not may(by, "describe photo"):
        raise Forbidden(_("You may not crop photos; ask the photo editor."))
    now = claim(photo, version)
    before, shown = facts(now), renditions.preview(now)
    try:
        now.crops = check_crops(crops, width=now.width, height=now.height)
    except ValueError as error:
        raise PhotoRejected(_("This crop cannot be made: draw it again.")) from error
    now.focal_x, now.focal_y = (min(max(0, side), 1000) for side in focus)
    now.save(update_fields=["crops", "focal_x", "focal_y"])
    note_changes("crop photo", now, before, shown=shown, by=by)
    return now


def note_changes(
    action: str,
    now: Photo,
    before: dict[str, Any],
    *,
    shown: renditions.Exposed,
    by: User,
) -> None:
    """Audit what differs from `before`; print anew when readers would see it."""
    after = facts(now)
    if changed := [name for name in after if after[name] != before[name]]:
        detail = {
            "before": {name: before[name] for name in changed},
            "after": {name: after[name] for name in changed},
        }
        note(action, by=by, at=clock(), photo=now.pk, detail=detail)
    if renditions.preview(now) != shown:
        print_anew([now.pk], by=by, note=action)


def facts(photo: Photo) -> dict[str, Any]:
    """What can be changed in a photo, for the audit."""
    names = (
        "sha256 caption alt credit_text agency relay_agency kind people place keywords"
    )
    names += " rights are_rights_given restrictions focal_x focal_y crops"
    return {
        **{name: getattr(photo, name) for name in names.split()},
        "photographers": [row.name for row in photo.photographers.all()],
        "taken_on": photo.taken_on.isoformat() if photo.taken_on else None,
    }
