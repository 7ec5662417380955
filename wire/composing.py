"""A dispatch as a copy: its section, its photo, its people and links found here."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.core.files import File
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.copy import Byline, Copy, Link, LinkKind, Picture
from articles.html import figure, from_paragraphs
from articles.models import Author, Section
from articles.models.sections import RESERVED_SLUGS
from desk.models import Story, User
from desk.photo_desk import Words, bring_in
from newsroom.text.slugs import slugify
from photos.intake import examine
from photos.models import Photo
from wire.correcting import contradictions
from wire.dispatch import Dispatch
from wire.unreadable import Unreadable


@dataclass(frozen=True)
class Shot:
    """A photo that comes with a dispatch. `number` is its caption's, None without one.

    The words of its use may be others than those of the photo itself.
    """

    photo: Photo
    caption: str
    number: int | None = None


def compose(
    dispatch: Dispatch,
    section: Section | None,
    shots: Sequence[Shot],
    remarks: list[str],
) -> Copy:
    """What the desk gets. Says in `remarks` which links lead nowhere here.

    The photo of the first caption is the lead, or else one that has no caption; the
    others stand in the text where their captions stood. Raises Unreadable when two
    parts claim one place.
    """
    for each in contradictions(dispatch):
        raise Unreadable(each.reason)
    line = dispatch.dateline
    first = [shot for shot in shots if shot.number == 0]
    lead = next(iter(first or [shot for shot in shots if shot.number is None]), None)
    rest = [shot for shot in shots if shot is not lead]
    return Copy(
        language=dispatch.language,
        section=section.pk if section else None,
        kicker=dispatch.kicker,
        headline=dispatch.headline,
        standfirst=dispatch.standfirst,
        # One that is part of its sentence stays there.
        dateline=line.text if line and not line.is_inline else "",
        body=_body(dispatch, rest),
        end_mark=dispatch.end_mark,
        sign_off=dispatch.sign_off,
        bylines=tuple(Byline(name, _author(name)) for name in dispatch.bylines),
        lead=_picture(lead) if lead else None,
        links=tuple(_links(dispatch, remarks)),
    )


def _picture(shot: Shot) -> Picture:
    words = shot.caption or shot.photo.caption
    return Picture(shot.photo.pk, words, words[:300])


def _body(dispatch: Dispatch, shots: Sequence[Shot]) -> str:
    blocks = [
        from_paragraphs([text], tag="h2" if kind == "subheading" else "p")
        for kind, text in dispatch.blocks()
    ]
    placed = sorted(shots, key=lambda shot: _place(dispatch, shot))
    for shot in reversed(placed):  # so that no place moves before it is used
        words = figure(shot.photo.pk, shot.caption or shot.photo.caption)
        blocks.insert(_place(dispatch, shot), words)
    return "\n".join(blocks)


def _place(dispatch: Dispatch, shot: Shot) -> int:
    """After so many blocks; without a caption at the end."""
    if shot.number is None:
        return len(dispatch.blocks())
    return dispatch.photos[shot.number].after_paragraph


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


def section_for(slug: str, dispatch: Dispatch) -> tuple[Section | None, bool]:
    """The section asked for or written, and whether it was made just now.

    A line of which it is unsure that it names a section makes none.
    """
    name = dispatch.section
    wanted = slugify(slug or name)
    known = Section.objects.filter(slug=wanted).first()
    is_doubted = any(doubt.part == "section" for doubt in dispatch.unsure)
    if known or not wanted or (is_doubted and not slug):
        return known, False
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


def shot_of(
    path: Path, dispatch: Dispatch, remarks: list[str], *, by: User | None
) -> Shot:
    """The photo of the first caption, taken in with its caption and credit."""
    caption, credit = _first_caption(dispatch)
    with path.open("rb") as stream:
        file = File(stream, name=path.name)
        photo = bring_in(file, Words(caption, credit), by=by, at=timezone.now())
    if credit and photo.credit_text != credit:
        remarks.append(
            _("The photo was known already; its credit stays “%(credit)s”.")
            % {"credit": photo.credit_text}
        )
    return Shot(photo, caption, 0 if dispatch.photos else None)


def examine_photo(path: Path, dispatch: Dispatch) -> None:
    """Raises PhotoRefused when shot_of() would refuse it; keeps nothing."""
    with path.open("rb") as stream:
        examine(stream, name=path.name, credit=_first_caption(dispatch)[1])


def _first_caption(dispatch: Dispatch) -> tuple[str, str]:
    if not dispatch.photos:
        return "", ""
    return dispatch.photos[0].caption, dispatch.photos[0].credit_line


def captions_left(
    dispatch: Dispatch, shots: Sequence[Shot], *, has_photo: bool
) -> list[str]:
    """A sentence about captions without a photo, if there are any."""
    shown = {shot.number for shot in shots} | ({0} if has_photo else set())
    count = len({*range(len(dispatch.photos))} - shown)
    if not count:
        return []
    said = ngettext(
        "%(count)d caption has no photo: add the file at the desk.",
        "%(count)d captions have no photo: add the files at the desk.",
        count,
    )
    return [said % {"count": count}]
