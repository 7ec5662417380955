"""A dispatch as a copy: its section, its photo, its people and links found here."""

from pathlib import Path

from django.core.files import File
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.copy import Byline, Copy, Link, LinkKind, Picture
from articles.html import from_paragraphs
from articles.models import Author, Section
from articles.models.sections import RESERVED_SLUGS
from desk.models import Story, User
from desk.photo_desk import bring_in
from newsroom.text.slugs import slugify
from photos.intake import examine
from photos.models import Photo
from wire.dispatch import Dispatch
from wire.unreadable import Unreadable


def compose(
    dispatch: Dispatch,
    section: Section | None,
    lead: Photo | None,
    remarks: list[str],
) -> Copy:
    """What the desk gets. Says in `remarks` which links lead nowhere here."""
    line = dispatch.dateline
    caption = dispatch.photos[0].caption if dispatch.photos else ""
    picture = None
    if lead:
        words = caption or lead.caption
        picture = Picture(lead.pk, words, words[:300])
    return Copy(
        language=dispatch.language,
        section=section.pk if section else None,
        kicker=dispatch.kicker,
        headline=dispatch.headline,
        standfirst=dispatch.standfirst,
        # One that is part of its sentence stays there.
        dateline=line.text if line and not line.is_inline else "",
        body=_body(dispatch),
        end_mark=dispatch.end_mark,
        sign_off=dispatch.sign_off,
        bylines=tuple(Byline(name, _author(name)) for name in dispatch.bylines),
        lead=picture,
        links=tuple(_links(dispatch, remarks)),
    )


def _body(dispatch: Dispatch) -> str:
    blocks = [
        from_paragraphs([text], tag="h2" if kind == "subheading" else "p")
        for kind, text in dispatch.blocks()
    ]
    return "\n".join(blocks)


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


def lead_photo(
    path: Path, dispatch: Dispatch, remarks: list[str], *, by: User | None
) -> Photo:
    """The photo of the first caption, taken in with its caption and credit."""
    caption, credit = _first_caption(dispatch)
    with path.open("rb") as stream:
        file = File(stream, name=path.name)
        photo = bring_in(file, caption=caption, credit=credit, by=by, at=timezone.now())
    if credit and photo.credit_text != credit:
        remarks.append(
            _("The photo was known already; its credit stays “%(credit)s”.")
            % {"credit": photo.credit_text}
        )
    return photo


def examine_photo(path: Path, dispatch: Dispatch) -> None:
    """Raises what lead_photo() would; keeps nothing."""
    with path.open("rb") as stream:
        examine(stream, name=path.name, credit=_first_caption(dispatch)[1])


def _first_caption(dispatch: Dispatch) -> tuple[str, str]:
    if not dispatch.photos:
        return "", ""
    return dispatch.photos[0].caption, dispatch.photos[0].credit_line


def captions_left(dispatch: Dispatch, *, has_photo: bool) -> list[str]:
    """A sentence about captions without a photo, if there are any."""
    count = len(dispatch.photos[1:] if has_photo else dispatch.photos)
    if not count:
        return []
    said = ngettext(
        "%(count)d caption has no photo: add the file at the desk.",
        "%(count)d captions have no photo: add the files at the desk.",
        count,
    )
    return [said % {"count": count}]
