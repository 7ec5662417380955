"""What is written about a photo, and what follows from it."""

import re

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from newsroom.text.clean import clean, clean_line
from newsroom.text.fold import fold
from photos import credits, house_style
from photos.models import Agency, Photo, PhotoPhotographer, Rights

CREDIT_LETTERS = 500
_NAME_LETTERS = 160


@transaction.atomic
def describe(
    photo: Photo, *, caption: str, credit: str, parts: credits.Credit | None = None
) -> None:
    """Save a photo, new or known, with its caption and its credit line verbatim.

    Agency, kind and photographers are those of `parts`, or what photos.credits reads
    in the line. Without a line, the parts are printed in house style.
    """
    read = parts or credits.parse(credit)
    photo.caption = clean(caption).strip()
    photo.credit_text = clean_line(credit)
    photo.agency = clean_line(read.agency)[:_NAME_LETTERS]
    photo.relay_agency = clean_line(read.relay)[:_NAME_LETTERS]
    photo.kind = read.kind.value
    photo.day = photo.taken_on or timezone.localdate(photo.created_at)
    photo.people, photo.keywords = listed(photo.people), listed(photo.keywords)
    if not photo.are_rights_given:
        photo.rights = rights_of(read)
    made = house_style.format(read) if parts else ""
    words = [photo.caption, photo.credit_text, made, photo.people, photo.place]
    words += [photo.keywords, photo.file_name]
    photo.search_text = fold(" ".join(filter(None, words)))
    photo.save()
    photo.photographers.all().delete()
    PhotoPhotographer.objects.bulk_create(
        PhotoPhotographer(photo=photo, name=name[:_NAME_LETTERS], position=position)
        for position, name in enumerate(read.photographers)
    )


def listed(text: str) -> str:
    """Names or words between commas, each once, as "Huế, lũ lụt"."""
    items = (clean_line(item) for item in re.split(r"[,;\n]", text))
    return ", ".join(dict.fromkeys(filter(None, items)))


def rights_of(credit: credits.Credit) -> str:
    """What the credit alone says of rights; the table of agencies decides."""
    if credit.kind == credits.Kind.SCREENSHOT:
        return Rights.SCREENSHOT
    known = Agency.objects.filter(search_name=fold(credit.agency)[:_NAME_LETTERS])
    if credit.agency and (agency := known.first()):
        return agency.rights
    return Rights.HANDOUT if credit.kind == credits.Kind.HANDOUT else Rights.UNKNOWN


def credit_of(photo: Photo) -> credits.Credit:
    """The parts as they are kept; no style."""
    return credits.Credit(
        photographers=tuple(row.name for row in photo.photographers.all()),
        agency=photo.agency,
        relay=photo.relay_agency,
        kind=credits.Kind(photo.kind),
    )


def credit_line(photo: Photo) -> str:
    """What is printed: the line as it was written, or the parts in house style."""
    if photo.credit_text:
        return photo.credit_text
    return house_style.format(credit_of(photo), model=settings.CREDIT_STYLE)
