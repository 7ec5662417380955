"""One dispatch in: raw bytes kept, text parsed, story written, all or nothing."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.html import BodyRefused
from desk import writing
from desk.models import Revision, Story, User
from desk.permissions import Forbidden, may
from desk.records import clock, seal
from photos.models import Photo
from wire.composing import (
    captions_left,
    compose,
    examine_photo,
    lead_photo,
    section_for,
)
from wire.encodings import decode, encoding_of
from wire.legacy import TCVN3_NAME
from wire.models import WireItem
from wire.parser import Dispatch, Unreadable, parse


@dataclass
class Imported:
    """What an import did. `story` was there before when `is_new` is False."""

    story: Story
    is_new: bool
    dispatch: Dispatch | None = None
    remarks: list[str] = field(default_factory=list)


def import_dispatch(
    raw: bytes,
    *,
    name: str,
    by: User | None,
    section: str = "",
    photo: Path | None = None,
    is_rehearsal: bool = False,
) -> Imported:
    """Make a story of a dispatch, once: the same bytes give the same story again.

    `section`, a slug, replaces the dispatch's own. `photo` is the file of its first
    caption. The agency is the author; `by` brings it in. A rehearsal keeps nothing, its
    story has no number. Raises Unreadable, Unwritable, PhotoRefused or Forbidden.
    """
    if by is not None and not may(by, "import"):
        raise Forbidden(_("You may not import agency copy; ask an editor."))
    if known := _known(raw):
        return Imported(known, is_new=False)
    dispatch, remarks = parse(decode(raw)), list[str]()
    remarks += captions_left(dispatch, has_photo=bool(photo))
    lead = None
    if photo and is_rehearsal:
        examine_photo(photo, dispatch)
    elif photo:
        lead = lead_photo(photo, dispatch, remarks, by=by)
    try:
        with transaction.atomic():
            story = _store(dispatch, section, lead, remarks, by=by)
            _keep(raw, story, name=name)
            if is_rehearsal:
                transaction.set_rollback(True)
                story.pk = None
    except IntegrityError:
        if known := _known(raw):  # another process was quicker with the same bytes
            return Imported(known, is_new=False)
        raise
    except BodyRefused as refusal:
        raise Unreadable(str(refusal)) from refusal
    return Imported(story, True, dispatch, remarks + _doubts(raw, dispatch))


def _doubts(raw: bytes, dispatch: Dispatch) -> list[str]:
    """A sentence for each reason, said once."""
    reasons = [doubt.reason for doubt in dispatch.unsure]
    if encoding_of(raw) == TCVN3_NAME:
        reasons.append(_("TCVN3 has no capital letters with tones: check the names."))
    return list(dict.fromkeys(reasons))


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _known(raw: bytes) -> Story | None:
    item = WireItem.objects.filter(sha256=_sha256(raw)).select_related("story").first()
    return item.story if item else None


def _keep(raw: bytes, story: Story, *, name: str) -> None:
    WireItem.objects.create(
        raw=raw,
        sha256=_sha256(raw),
        encoding=encoding_of(raw),
        name=name[-255:],
        story=story,
        received_at=clock(),
    )


def _store(
    dispatch: Dispatch,
    section: str,
    lead: Photo | None,
    remarks: list[str],
    *,
    by: User | None,
) -> Story:
    home, is_made = section_for(section, dispatch)
    line = dispatch.dateline
    story = writing.create(
        compose(dispatch, home, lead, remarks),
        by=by,
        source=Revision.Source.WIRE,
        timing=writing.Timing(line.day, line.month, line.year) if line else None,
    )
    if home is None:
        remarks.append(_("No section: choose one before printing."))
    elif is_made:
        remarks.append(_("A new section: “%(name)s”.") % {"name": home.name})
        # The masthead shows it: readers' pages are made anew.
        seal("make section", by=by, at=clock(), detail={"slug": home.slug})
    return story
