"""The files that readers get of a photo, made before anything waits for them.

Encoding takes a second or two for each photo, so nothing is to be locked meanwhile: a
printing makes the files first, in a step of its own, and the command `make_renditions`
makes them as soon as a story has chosen the photo.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet

from articles.copy import Copy
from articles.models import ArticlePhoto, Author
from desk.hiding import shown_stems
from desk.models import Revision, Story, StoryPhoto
from desk.naming import photos_of
from desk.writing import head
from photos import renditions
from photos.files import public
from photos.models import Photo

P = ParamSpec("P")
Printed = TypeVar("Printed")
_NEWEST = ("-created_at", "-id")


def in_one_transaction(
    verb: Callable[Concatenate[Story, P], Printed],
) -> Callable[Concatenate[Story, P], Printed]:
    """A verb that prints: the files of its photos are made before its transaction.

    What cannot be made is refused by the printing itself.
    """

    @wraps(verb)
    def developed(story: Story, *args: P.args, **words: P.kwargs) -> Printed:
        develop(story)
        with transaction.atomic():
            return verb(story, *args, **words)

    return developed


def develop(story: Story) -> None:
    """Make what is missing of the photos that its newest and printed revision show."""
    newest = head(story)
    printed = Story.objects.filter(pk=story.pk).values("printed_revision")
    shown = Q(pk__in=printed) | Q(pk=newest.pk if newest else 0)
    contents = Revision.objects.filter(shown).values_list("content", flat=True)
    wanted = {number for text in contents for number in photos_of(Copy.from_json(text))}
    list(renditions.make_all(Photo.objects.filter(pk__in=wanted, taken_down_at=None)))


def chosen() -> QuerySet[Photo]:
    """The photos that a story, an article or an author shows, newest first."""
    leads = Story.objects.exclude(lead_photo=None).order_by().values("lead_photo")
    portraits = Author.objects.exclude(portrait=None).order_by().values("portrait")
    shown = Q(pk__in=leads) | Q(pk__in=portraits)
    for uses in (ArticlePhoto.objects, StoryPhoto.objects):
        shown |= Q(pk__in=uses.order_by().values("photo"))
    photos = Photo.objects.filter(shown, taken_down_at=None)
    return photos.defer("original_metadata", "search_text").order_by(*_NEWEST)


def is_behind(photo: Photo) -> bool:
    """Whether readers lack files of it that only a reprint can make."""
    now = renditions.preview(photo)["stem"]
    others = shown_stems(photo) - {now}
    return not all(_is_there(photo, stem) for stem in others)


def expose_again(photo: Photo) -> bool:
    """Write its public files where they are lost; whether there was anything to do."""
    stem = renditions.preview(photo)["stem"]
    if stem not in shown_stems(photo) or _is_there(photo, stem):
        return False
    with transaction.atomic():
        now = Photo.objects.select_for_update().get(pk=photo.pk)
        if renditions.preview(now)["stem"] in shown_stems(now):
            renditions.expose(now)
    return True


def _is_there(photo: Photo, stem: str) -> bool:
    names = photo.framing.files(stem)
    return len(public().sizes(names)) == len(names)
