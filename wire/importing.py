"""One dispatch in: raw bytes kept, text parsed, story written, all or nothing."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from photos.intake import take_in

from articles.copy import Byline, Copy, Link, LinkKind, Picture
from articles.html import BodyRefused, from_paragraphs
from articles.models import Author, Section
from articles.models.sections import RESERVED_SLUGS
from desk import writing
from desk.models import Revision, Story, User
from desk.permissions import Forbidden, may
from desk.records import clock, seal
from newsroom.text.slugs import slugify
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
) -> Imported:
    """Make a story of a dispatch, once: the same bytes give the same story again.

    `section` is a slug that replaces the dispatch's own section line. `photo` is the
    file of its first caption. The agency is the author; `by` brings it in, None when
    nobody is named. Raises Unreadable, Unwritable, PhotoRefused or Forbidden.
    """
    if by is not None and not may(by, "import"):
        raise Forbidden(_("You may not import agency copy; ask an editor."))
    sha256 = hashlib.sha256(raw).hexdigest()
    if known := _known(sha256):
        return Imported(known, is_new=False)
    dispatch = parse(decode(raw))
    imported = Imported(Story(), is_new=True, dispatch=dispatch)
    lead = _lead(photo, dispatch, by=by, remarks=imported.remarks) if photo else None
    try:
        with transaction.atomic():
            imported.story = _store(imported, dispatch, section, lead, by=by)
            WireItem.objects.create(
                raw=raw,
                sha256=sha256,
                encoding=encoding_of(raw),
                name=name[-255:],
                story=imported.story,
                received_at=clock(),
            )
    except IntegrityError:
        if known := _known(sha256):  # another process was quicker with the same bytes
            return Imported(known, is_new=False)
        raise
    except BodyRefused as refusal:
        raise Unreadable(str(refusal)) from refusal
    imported.remarks += [doubt.reason for doubt in dispatch.unsure]
    return imported


def _known(sha256: str) -> Story | None:
    item = WireItem.objects.filter(sha256=sha256).select_related("story").first()
    return item.story if item else None


def _store(
    imported: Imported,
    dispatch: Dispatch,
    section: str,
    lead: Photo | None,
    *,
    by: User | None,
) -> Story:
    home, is_made = _section(section, dispatch)
    line = dispatch.dateline
    story = writing.create(
        _copy(dispatch, home, lead, imported.remarks),
        by=by,
        source=Revision.Source.WIRE,
        dateline_date=(line.day, line.month, line.year) if line else (None,) * 3,
    )
    if home is None:
        imported.remarks.append(_("No section: choose one before printing."))
    elif is_made:
        imported.remarks.append(
            _("The section “%(name)s” was made.") % {"name": home.name}
        )
        # The masthead shows it: readers' pages are made anew.
        seal("make section", by=by, at=clock(), detail={"slug": home.slug})
    return story


def _lead(
    path: Path, dispatch: Dispatch, *, by: User | None, remarks: list[str]
) -> Photo:
    first = dispatch.photos[0] if dispatch.photos else None
    credit = first.credit_line if first else ""
    with path.open("rb") as stream:
        photo = take_in(
            stream,
            name=path.name,
            caption=first.caption if first else "",
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
    if without := len(photos[1:] if lead else photos):
        remarks.append(
            ngettext(
                "%(count)d caption has no photo: add the file at the desk.",
                "%(count)d captions have no photo: add the files at the desk.",
                without,
            )
            % {"count": without}
        )
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
