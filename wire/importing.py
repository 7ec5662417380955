"""One dispatch in: raw bytes kept, text parsed, story written, all or nothing."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.html import BodyRefused
from desk import writing
from desk.models import Revision, Story, User
from desk.permissions import Forbidden, may
from desk.records import clock, seal
from newsroom.text.legacy import TCVN3_NAME
from wire.composing import (
    Shot,
    captions_left,
    compose,
    examine_photo,
    section_for,
    shot_of,
)
from wire.correcting import Choices, corrected
from wire.encodings import decode, encoding_of
from wire.models import WireItem
from wire.parser import Dispatch, Unreadable, parse


@dataclass(frozen=True)
class Wishes:
    """What a person decided about a dispatch, all of it optional.

    `choices` correct the reading; `section`, a slug, replaces the dispatch's own;
    `shots` are photos that are here already.
    """

    choices: Choices = field(default_factory=dict)
    section: str = ""
    shots: tuple[Shot, ...] = ()

    def adding(self, shot: Shot) -> "Wishes":
        return replace(self, shots=(*self.shots, shot))


@dataclass
class Imported:
    """What an import did. `story` was there before when `is_new` is False."""

    story: Story
    is_new: bool
    dispatch: Dispatch | None = None
    remarks: list[str] = field(default_factory=list)


def read(raw: bytes, choices: Choices | None = None) -> Dispatch:
    """A dispatch as its bytes say, and as a person chose. Raises Unreadable."""
    return corrected(parse(decode(raw)), choices or {})


def import_dispatch(
    raw: bytes,
    *,
    by: User | None,
    name: str = "",
    wishes: Wishes | None = None,
    photo: Path | None = None,
    is_rehearsal: bool = False,
) -> Imported:
    """Make a story of a dispatch, once: the same bytes give the same story again.

    `photo` is the file of its first caption. The agency is the author; `by` brings it
    in. A rehearsal keeps nothing, its story has no number. Raises Unreadable,
    Unwritable, PhotoRejected or Forbidden; a rehearsal PhotoRefused.
    """
    if by is not None and not may(by, "import"):
        raise Forbidden(_("You may not import agency copy; ask an editor."))
    if known := story_of(raw):
        return Imported(known, is_new=False)
    wishes = wishes or Wishes()
    dispatch, remarks = read(raw, wishes.choices), list[str]()
    if photo and is_rehearsal:
        examine_photo(photo, dispatch)
    elif photo:
        wishes = wishes.adding(shot_of(photo, dispatch, remarks, by=by))
    remarks += captions_left(dispatch, wishes.shots, has_photo=bool(photo))
    try:
        with transaction.atomic():
            story = _store(dispatch, wishes, remarks, by=by)
            _keep(raw, story, name=name)
            if is_rehearsal:
                transaction.set_rollback(True)
                story.pk = None
    except IntegrityError:
        if known := story_of(raw):  # another process was quicker with the same bytes
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


def story_of(raw: bytes) -> Story | None:
    """The story that was made of these very bytes, if one was."""
    item = WireItem.objects.filter(sha256=_sha256(raw)).select_related("story").first()
    return item.story if item else None


def _keep(raw: bytes, story: Story, *, name: str) -> None:
    WireItem.objects.create(
        raw=raw,
        sha256=_sha256(raw),
        encoding=encoding_of(raw),
        name=(name or str(story))[-255:],
        story=story,
        received_at=clock(),
    )


def _store(
    dispatch: Dispatch, wishes: Wishes, remarks: list[str], *, by: User | None
) -> Story:
    home, is_made = section_for(wishes.section, dispatch)
    if by is not None and not may(by, "import", Story(section=home)):
        raise Forbidden(
            _("The section “%(name)s” is not yours: choose one of your own.")
            % {"name": home.name if home else ""}
        )
    line = dispatch.dateline
    story = writing.create(
        compose(dispatch, home, wishes.shots, remarks),
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
