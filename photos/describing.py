"""What is written about a photo, and what follows from it."""

from django.db import transaction

from newsroom.text.clean import clean, clean_line
from newsroom.text.fold import fold
from photos import credits
from photos.models import Photo, PhotoPhotographer

CREDIT_LETTERS = 500
_NAME_LETTERS = 160


@transaction.atomic
def describe(photo: Photo, *, caption: str, credit: str) -> None:
    """Save a photo, new or known, with its caption and its credit line verbatim.

    Agency, kind and photographers are what photos.credits reads in the line.
    """
    read = credits.parse(credit)
    photo.caption = clean(caption).strip()
    photo.credit_text = clean_line(credit)
    photo.agency = read.agency[:_NAME_LETTERS]
    photo.relay_agency = read.relay[:_NAME_LETTERS]
    photo.kind = read.kind.value
    photo.search_text = fold(
        " ".join((photo.caption, photo.credit_text, photo.file_name))
    )
    photo.save()
    photo.photographers.all().delete()
    PhotoPhotographer.objects.bulk_create(
        PhotoPhotographer(photo=photo, name=name[:_NAME_LETTERS], position=position)
        for position, name in enumerate(read.photographers)
    )
