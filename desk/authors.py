"""Authors and topics are named, changed and merged here. None is ever deleted.

Merging keeps every byline as it was written: `merged_into` says who is meant now, and
pages follow it. Lock order: the rows by number, the portrait, outbox, audit head,
stamp.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import ArticleTopic, Author, Byline, Topic
from desk import portraits
from desk.models import User
from desk.permissions import Forbidden, may
from desk.records import clock, note, seal
from desk.refusals import NameRefused
from newsroom.text.clean import clean, clean_line
from newsroom.text.fold import fold
from newsroom.text.slugs import slugify
from photos.models import Photo

Entry = TypeVar("Entry", Author, Topic)


@dataclass(frozen=True)
class Profile:
    """What is to stand there. Biography and portrait are an author's alone."""

    name: str
    slug: str = ""
    biography: str = ""
    portrait: Photo | None = None


def make(model: type[Entry], profile: Profile, *, by: User) -> Entry:
    """A new author or topic; without a slug it gets one of its name that is free.

    Raises Forbidden, NameRefused.
    """
    _require(by)
    portraits.develop(profile.portrait)
    with transaction.atomic():
        return _make(model, profile, by=by)


def _make(model: type[Entry], profile: Profile, *, by: User) -> Entry:
    entry = model(slug=profile.slug or _free_slug(model, profile.name))
    _set(entry, profile)
    _check(entry)
    entry.save(force_insert=True)
    detail = {"number": entry.pk, **_facts(entry)}
    note(f"make {model._meta.model_name}", by=by, at=clock(), detail=detail)
    return entry


def change(entry: Entry, profile: Profile, *, by: User) -> Entry:
    """Whatever differs; gives the row as it is now. The slug stays once public.

    Raises Forbidden, NameRefused.
    """
    _require(by)
    portraits.develop(profile.portrait)
    with transaction.atomic():
        return _change(entry, profile, by=by)


def _change(entry: Entry, profile: Profile, *, by: User) -> Entry:
    now = _locked(type(entry), entry.pk)[entry.pk]
    before = _facts(now)
    slug = profile.slug or now.slug
    if slug != now.slug and was_public(now):
        raise NameRefused(
            _("Readers know the address “%(slug)s”: it stays.") % {"slug": now.slug},
            field="slug",
        )
    now.slug = slug
    _set(now, profile)
    _check(now)
    if _facts(now) == before:
        return now
    now.save(force_update=True)
    after = _facts(now)
    if after.get("portrait_card") != before.get("portrait_card"):
        portraits.put_away({before["portrait_id"], after["portrait_id"]})
    detail = {"number": now.pk, "before": before, "after": after}
    seal(f"change {now._meta.model_name}", by=by, at=clock(), detail=detail)
    return now


@transaction.atomic
def merge(entry: Entry, *, into: Entry, by: User) -> Entry:
    """Say that both are one: `entry` is `into` from now on, and who was `entry` too.

    Bylines and editions stay as they are. Gives the heir. Raises Forbidden,
    NameRefused.
    """
    _require(by)
    rows = _locked(type(entry), entry.pk, into.pk)
    now, heir = rows[entry.pk], rows[into.pk]
    if now.pk == heir.pk:
        raise NameRefused(_("Choose another one: these are the same."), field="into")
    if heir.merged_into_id is not None:
        raise NameRefused(
            _("“%(name)s” was merged itself: choose the one it was merged into.")
            % {"name": heir.name},
            field="into",
        )
    type(entry)._default_manager.filter(merged_into=now).update(merged_into=heir)
    now.merged_into = heir
    if isinstance(now, Author) and now.portrait_card:
        now.portrait_card = ""  # readers see the heir's
        portraits.put_away({now.portrait_id})
    now.save()
    detail = {"number": now.pk, "name": now.name, "into": heir.pk}
    seal(f"merge {now._meta.model_name}", by=by, at=clock(), detail=detail)
    return heir


@transaction.atomic
def separate(entry: Entry, *, by: User) -> Entry:
    """Undo a merge that was wrong: this one stands for itself again.

    Readers see its own portrait again once it is saved.

    Raises Forbidden.
    """
    _require(by)
    now = _locked(type(entry), entry.pk)[entry.pk]
    if now.merged_into_id is None:
        return now
    detail = {"number": now.pk, "name": now.name, "from": now.merged_into_id}
    now.merged_into = None
    now.save(update_fields=["merged_into"])
    seal(f"separate {now._meta.model_name}", by=by, at=clock(), detail=detail)
    return now


def was_public(entry: Author | Topic) -> bool:
    """Whether an article names it, or one that was merged into it."""
    family = Q(pk=entry.pk) | Q(merged_into=entry)
    rows = type(entry)._default_manager.filter(family).order_by("pk")
    numbers = list(rows.values_list("pk", flat=True))
    if isinstance(entry, Author):
        return Byline.objects.filter(author__in=numbers).exists()
    return ArticleTopic.objects.filter(topic__in=numbers).exists()


def _require(by: User) -> None:
    if not may(by, "keep names"):
        raise Forbidden(
            _("You may not change authors and topics; ask the managing editor.")
        )


def _locked(model: type[Entry], *numbers: int) -> dict[int, Entry]:
    rows = model._default_manager.select_for_update(no_key=True)
    found = {row.pk: row for row in rows.filter(pk__in=numbers).order_by("pk")}
    if set(numbers) - set(found):
        raise NameRefused(_("This one is not there any more."))
    return found


def _set(entry: Author | Topic, profile: Profile) -> None:
    entry.name = clean_line(profile.name)
    longest = entry._meta.get_field("search_name").max_length
    entry.search_name = fold(entry.name)[:longest]
    if isinstance(entry, Author):
        entry.biography = clean(profile.biography).strip()
        entry.portrait = profile.portrait
        entry.portrait_card = portraits.show(profile.portrait)


def _check(entry: Author | Topic) -> None:
    if not entry.name:
        raise NameRefused(_("The name is missing."), field="name")
    if not entry.slug or entry.slug != slugify(entry.slug):
        raise NameRefused(
            _("The address takes small letters a-z, digits and single hyphens."),
            field="slug",
        )
    others = type(entry)._default_manager.filter(slug=entry.slug)
    if others.exclude(pk=entry.pk).exists():
        raise NameRefused(
            _("The address “%(slug)s” is taken: choose another one.")
            % {"slug": entry.slug},
            field="slug",
        )


def _free_slug(model: type[Entry], name: str) -> str:
    """Two people may have one name: the second is nguyen-van-a-2."""
    stem = slugify(name, max_length=70)
    taken = set(_slugs(model, stem))
    number = 2
    slug = stem
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug


def _slugs(model: type[Entry], stem: str) -> Iterable[str]:
    rows = model._default_manager.filter(slug__startswith=stem).order_by("pk")
    return rows.values_list("slug", flat=True)


def _facts(entry: Author | Topic) -> dict[str, Any]:
    names = ["name", "slug", "biography", "portrait_id", "portrait_card"]
    return {name: getattr(entry, name) for name in names if hasattr(entry, name)}
