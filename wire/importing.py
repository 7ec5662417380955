"""One dispatch in: raw bytes kept, text parsed, story written, all or nothing."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.copy import Byline, Copy, Link, LinkKind, Picture
from articles.html import BodyRefused, from_paragraphs
from articles.models import Author, Section
from articles.models.sections import RESERVED_SLUGS
from desk import writing
from desk.models import Revision, Story, User
from desk.permissions import Forbidden, may
from desk.records import clock, seal
from newsroom.text.slugs import slugify
from photos.intake import examine, take_in
from photos.models import Photo
from wire.encodings import decode, encoding_of
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

    `section` is a slug that replaces the dispatch's own section line. `photo` is the
    file of its first caption. The agency is the author; `by` brings it in, None when
    nobody is named. A rehearsal keeps nothing, and its story has no number. Raises
    Unreadable, Unwritable, PhotoRefused or Forbidden.
    """
    if by is not None and not may(by, "import"):
        raise Forbidden(_("You may not import agency copy; ask an editor."))
    if known := _known(raw):
        return Imported(known, is_new=False)
    dispatch = parse(decode(raw))
    remarks: list[str] = []
    lead = _lead(photo, dispatch, remarks, by=by, is_rehearsal=is_rehearsal)
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
    remarks += [doubt.reason for doubt in dispatch.unsure]
    return Imported(story, is_new=True, dispatch=dispatch, remarks=remarks)


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
    home, is_made = _section(section, dispatch)
    line = dispatch.dateline
    story = writing.create(
        _copy(dispatch, home, lead, remarks),
        by=by,
        source=Revision.Source.WIRE,
        dateline_date=(line.day, line.month, line.year) if line else (None,) * 3,
    )
    if home is None:
        remarks.append(_("No section: choose one before printing."))
    elif is_made:
        remarks.append(_("The section “%(name)s” was made.") % {"name": home.name})
        # The masthead shows it: readers' pages are made anew.
        seal("make section", by=by, at=clock(), detail={"slug": home.slug})
    return story


def _lead(
    path: Path | None,
    dispatch: Dispatch,
    remarks: list[str],
    *,
    by: User | None,
    is_rehearsal: bool,
) -> Photo | None:
    """The photo of the first caption; a rehearsal only looks whether it would do."""
    captions = dispatch.photos
    if without := len(captions[1:] if path else captions):
        remarks.append(
            ngettext(
                "%(count)d caption has no photo: add the file at the desk.",
                "%(count)d captions have no photo: add the files at the desk.",
                without,
            )
            % {"count": without}
        )
    if path is None:
        return None
    caption, credit = "", ""
    if captions:
        caption, credit = captions[0].caption, captions[0].credit_line
    with path.open("rb") as stream:
        if is_rehearsal:
            examine(stream, name=path.name, credit=credit)
            return None
        photo = take_in(
            stream,
            name=path.name,
            caption=caption,
            credit=credit,
            by=by.get_username() if by else "",
            at=timezone.now(),
        )
    if credit and photo.credit_text != credit:
        remarks.append(
            _("The photo was known already; its credit stays “%(credit)s”.")
            % {"credit": photo.credit_text}
        )
    return photo


def _section(slug: str, dispatch: Dispatch) -> tuple[Section | None, bool]:
    """The section asked for or written, and whether it was made just now."""
    name = dispatch.section
    wanted = slugify(slug or name)
    if not wanted:
        return None, False
    if wanted in RESERVED_SLUGS:
        raise Unreadable(
            _("The section “%(slug)s” is a word the site needs: use --section.")
            % {"slug": wanted}
        )
    last = Section.objects.aggregate(last=Max("position"))["last"] or 0
    return Section.objects.get_or_create(
        slug=wanted,
        defaults={
            "name": name if slugify(name) == wanted else slug,
            "language": dispatch.language,
            "position": last + 1,
        },
    )


def _copy(
    dispatch: Dispatch,
    section: Section | None,
    lead: Photo | None,
    remarks: list[str],
) -> Copy:
    photos = dispatch.photos
    caption = photos[0].caption if photos else (lead.caption if lead else "")
    return Copy(
        language=dispatch.language,
        section=section.pk if section else None,
        headline=dispatch.headline,
        standfirst=dispatch.standfirst,
        dateline=dispatch.dateline.text if dispatch.dateline else "",
        body=from_paragraphs(dispatch.paragraphs),
        end_mark=dispatch.end_mark,
        sign_off=dispatch.sign_off,
        bylines=tuple(Byline(name, _author(name)) for name in dispatch.bylines),
        lead=Picture(lead.pk, caption, caption) if lead else None,
        links=tuple(_links(dispatch, remarks)),
    )


def _author(name: str) -> int | None:
    """The author of exactly this name, if there is exactly one; never a new one."""
    found = Author.objects.filter(name=name, merged_into=None).values_list("pk")[:2]
    return found[0][0] if len(found) == 1 else None


def _links(dispatch: Dispatch, remarks: list[str]) -> list[Link]:
    """The titles of both lists that are a story's headline here; others are said."""
    links = []
    for kind in LinkKind:
        for title in getattr(dispatch, kind):
            found = Story.objects.filter(headline=title).values_list("pk")[:2]
            if len(found) == 1:
                links.append(Link(kind, story=found[0][0]))
            else:
                remarks.append(
                    _("The link “%(title)s” leads to no story here: it is left out.")
                    % {"title": title}
                )
    return links
