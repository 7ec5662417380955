"""What a story's rows can hold: asked before a copy is stored."""

from collections.abc import Iterator

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from articles.copy import Copy
from articles.html import is_safe_address, photo_ids
from articles.models import Author, Section, Topic
from desk.models import Story, StoryByline, StoryLink
from photos.models import Photo

# Columns of Story that have the name of a field of Copy.
COLUMNS = [
    "language",
    "kicker",
    "headline",
    "short_headline",
    "search_headline",
    "standfirst",
    "dateline",
    "body",
    "end_mark",
    "sign_off",
]


class Unwritable(Exception):
    """The copy cannot be stored as it is; the text says what to change."""


def check(copy: Copy) -> None:
    """Raises Unwritable for what the columns cannot hold, and for unknown ids."""
    for model, name, text in _texts(copy):
        column = model._meta.get_field(name)
        assert isinstance(column, Field)
        if column.max_length and len(text) > column.max_length:
            raise Unwritable(
                _("%(field)s: %(length)d characters, at most %(longest)d.")
                % {
                    "field": column.verbose_name,
                    "length": len(text),
                    "longest": column.max_length,
                }
            )
    for link in copy.links:
        if link.url and not is_safe_address(link.url):
            raise Unwritable(
                _("“%(address)s” is no web address: begin it with https://")
                % {"address": link.url[:80]}
            )
    authors = [row.author for row in copy.bylines if row.author is not None]
    if len(authors) != len(set(authors)):
        raise Unwritable(_("The same author stands twice in the byline."))
    _check_ids(copy)


def _texts(copy: Copy) -> Iterator[tuple[type[Model], str, str]]:
    """(model, column, text) of everything that has a longest length."""
    for name in COLUMNS:
        yield Story, name, getattr(copy, name)
    if copy.lead:
        yield Story, "lead_alt", copy.lead.alt
    for row in copy.bylines:
        yield StoryByline, "name", row.name
        yield StoryByline, "role", row.role
    for link in copy.links:
        yield StoryLink, "url", link.url
        yield StoryLink, "text", link.text


def _check_ids(copy: Copy) -> None:
    for model, wanted in _named(copy).items():
        found = set(model._default_manager.filter(pk__in=wanted).values_list("pk"))
        if lost := wanted - {pk for (pk,) in found}:
            raise Unwritable(
                _("There is no %(what)s with the number %(number)d.")
                % {"what": model._meta.verbose_name, "number": min(lost)}
            )


def _named(copy: Copy) -> dict[type[Model], set[int]]:
    photos = set(photo_ids(copy.body)) | ({copy.lead.photo} if copy.lead else set())
    named: dict[type[Model], set[int]] = {
        Section: {copy.section} if copy.section is not None else set(),
        Author: {row.author for row in copy.bylines if row.author is not None},
        Topic: set(copy.topics),
        Photo: photos,
        Story: {link.story for link in copy.links if link.story is not None},
    }
    return {model: wanted for model, wanted in named.items() if wanted}
