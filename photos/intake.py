"""The only way in for a picture: checked, decoded in a child, stored, once.

The row comes last. It is inserted, so that any other process with the same bytes waits;
then the files get their names; then it is committed. A process that dies in between
leaves files without a row, never a row without files.
"""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from newsroom.text.clean import clean_line
from photos import limits
from photos.addresses import EXTENSIONS, private_name
from photos.describing import CREDIT_LETTERS, describe
from photos.facts import Facts, caption_and_credit, settled
from photos.files import original_of, private
from photos.models import Photo
from photos.refusals import PhotoRefused, storing
from photos.sandbox import Decoded, decode
from photos.stores import Workspace

ORIGINAL = "original"  # what the file is called in the workspace
_CHUNK = 1024 * 1024  # bytes
_LETTERS = 300  # of a copyright notice, a licence, an alternative text
_NAME_LETTERS = 160  # of a place
Record = Callable[[Photo], None]


def take_in(
    stream: IO[bytes],
    *,
    name: str,
    caption: str,
    credit: str,
    by: str,
    at: datetime,
    record: Record | None = None,
) -> Photo:
    """The photo of these bytes: the one known already, as it is, or a new one.

    What is not written is taken from the file's own metadata. `by` is a username, `at`
    the time of it. `record` writes what belongs to a new row in the same transaction,
    which is short: the picture is decoded before it begins. Raises PhotoRefused;
    nothing is left then.
    """
    _check_credit(credit)
    with storing(), private().workspace() as work:
        original = work.path / ORIGINAL
        sha256, size = _copy(stream, original)
        if known := _known(sha256):
            _restore(known, original)
            return known
        found = decode(original, work)
        _check_name(name, found.format)
        facts = settled(found.metadata)
        said_caption, said_credit = caption_and_credit(facts)
        photo = _photo_of(found, facts)
        photo.sha256, photo.size, photo.file_name = sha256, size, _base_name(name)
        photo.created_by, photo.created_at = by, at
        return _store(
            photo,
            work,
            caption=caption or said_caption,
            credit=credit or said_credit[:CREDIT_LETTERS],
            record=record,
        )


def _photo_of(found: Decoded, facts: Facts) -> Photo:
    """What the file itself tells of its picture."""
    return Photo(
        format=found.format,
        width=found.width,
        height=found.height,
        original_metadata=found.metadata,
        copyright_notice=facts.copyright[:_LETTERS],
        licence=facts.licence[:_LETTERS],
        alt=facts.alt[:_LETTERS],
        people=", ".join(facts.people),
        place=facts.city[:_NAME_LETTERS],
        keywords=", ".join(facts.keywords),
        taken_on=_day(facts.taken_at),
    )


def _day(taken_at: str) -> date | None:
    """Of a moment in ISO 8601; None when there is no such day."""
    try:
        return date.fromisoformat(taken_at[:10])
    except ValueError:
        return None


def examine(stream: IO[bytes], *, name: str, credit: str) -> Decoded:
    """What take_in() would find in these bytes; keeps nothing. Raises PhotoRefused."""
    _check_credit(credit)
    with storing(), private().workspace() as work:
        original = work.path / ORIGINAL
        _copy(stream, original)
        found = decode(original, work)
        _check_name(name, found.format)
        return found


def _check_credit(credit: str) -> None:
    if len(clean_line(credit)) > CREDIT_LETTERS:
        raise PhotoRefused(
            _("The credit line is longer than %(number)d letters: shorten it.")
            % {"number": CREDIT_LETTERS}
        )


def _copy(stream: IO[bytes], target: Path) -> tuple[str, int]:
    """(SHA-256, size in bytes) of what was copied, a chunk at a time."""
    sha256, size = hashlib.sha256(), 0
    with target.open("wb") as part:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limits.BYTES:
                raise PhotoRefused(
                    _("This file is larger than %(number)d MB: export it smaller.")
                    % {"number": limits.BYTES // 1024**2}
                )
            sha256.update(chunk)
            part.write(chunk)
    if not size:
        raise PhotoRefused(_("This file is empty: send it again."))
    return sha256.hexdigest(), size


def _known(sha256: str) -> Photo | None:
    return Photo.objects.filter(sha256=sha256).first()


def _base_name(name: str) -> str:
    """Without folders, as some browsers send them."""
    return clean_line(name.replace("\\", "/").rpartition("/")[2])[-255:]


def _check_name(name: str, kind: str) -> None:
    """What a name ends in is no proof of anything, but it may not be a lie."""
    claimed = PurePosixPath(_base_name(name)).suffix.lstrip(".").lower()
    if claimed and claimed not in EXTENSIONS[kind]:
        raise PhotoRefused(
            _(
                "The name ends in “.%(claimed)s”, but the picture is of the format"
                " %(format)s: give it a name that ends in “.%(right)s”."
            )
            % {
                "claimed": claimed,
                "format": Photo.Format(kind).label,
                "right": EXTENSIONS[kind][0],
            }
        )


def _store(
    photo: Photo,
    work: Workspace,
    *,
    caption: str,
    credit: str,
    record: Record | None,
) -> Photo:
    """Row and files, or neither; the other one's row if another process was quicker."""
    try:
        with transaction.atomic():
            describe(photo, caption=caption, credit=credit)
            _place(photo, work, record)
    except IntegrityError as error:
        if known := _known(photo.sha256):
            return known
        raise PhotoRefused(_("This picture could not be stored: try again.")) from error
    return photo


def _place(photo: Photo, work: Workspace, record: Record | None) -> None:
    """All files, or none. The inserted row keeps everybody else away meanwhile."""
    files = {
        original_of(photo.sha256, photo.format)
        if path.name == ORIGINAL
        else private_name(photo.sha256, path.name, photo.framing.crops): path
        for path in sorted(work.path.iterdir())
    }
    try:
        private().place(files)
        if record:
            record(photo)
    except BaseException:
        private().remove(files)
        raise


def _restore(photo: Photo, original: Path) -> None:
    """An original that was lost comes back with the same bytes."""
    name = original_of(photo.sha256, photo.format)
    if not private().find(name):
        private().place({name: original})
