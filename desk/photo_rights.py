"""Rights in photos: categories, leases, exceptions, and the table of agencies."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, ArticlePhoto
from desk.models import User
from desk.permissions import Forbidden, may
from desk.photo_desk import claim, facts, note_changes
from desk.records import clock, note
from desk.refusals import PhotoRejected
from photos import describing, renditions, validity
from photos.models import Lease, Override, Photo
from photos.validity import Code

# What may be let through all the same, and which act that is; the rest nobody may.
OVERRIDES = {
    Code.MISSING_CAPTION: "describe photo",
    Code.LEASE_EXPIRED: "override photo",
}


@transaction.atomic
def give_rights(
    photo: Photo, rights: str, *, restrictions: str, version: int, by: User
) -> Photo:
    """A category of photos.models.Rights; "" for what follows from the credit.

    Raises Forbidden, Stale.
    """
    _require(by)
    now = claim(photo, version)
    before, shown = facts(now), renditions.preview(now)
    now.are_rights_given = bool(rights)
    now.rights = rights or describing.rights_of(describing.credit_of(now))
    now.restrictions = restrictions.strip()
    now.save(update_fields=["are_rights_given", "rights", "restrictions"])
    note_changes("give photo rights", now, before, shown=shown, by=by)
    return now


@dataclass(frozen=True)
class Span:
    """What a lease says. `access` is a Lease.Access; None has no end on that side."""

    access: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    note: str = ""


@transaction.atomic
def lease(photo: Photo, span: Span, *, version: int, by: User) -> Lease:
    """Raises Forbidden, Stale, PhotoRejected."""
    _require(by)
    if span.starts_at and span.ends_at and span.ends_at <= span.starts_at:
        raise PhotoRejected(_("It ends before it begins."), field="ends_at")
    now = claim(photo, version)
    at = clock()
    made = Lease.objects.create(
        photo=now, created_at=at, created_by=by.get_username(), **vars(span)
    )
    _forget_exceptions(now)
    note("lease photo", by=by, at=at, photo=now.pk, detail=_span_of(made))
    return made


@transaction.atomic
def end_lease(photo: Photo, number: int, *, version: int, by: User) -> None:
    """Take a lease away. Raises Forbidden, Stale, PhotoRejected."""
    _require(by)
    now = claim(photo, version)
    gone = Lease.objects.filter(photo=now, pk=number).first()
    if gone is None:
        raise PhotoRejected(_("This lease is not there any more."))
    detail = _span_of(gone)
    gone.delete()
    _forget_exceptions(now)
    note("end lease", by=by, at=clock(), photo=now.pk, detail=detail)


def _span_of(row: Lease) -> dict[str, Any]:
    moments = {"starts_at": row.starts_at, "ends_at": row.ends_at}
    told = {name: at.isoformat() if at else None for name, at in moments.items()}
    return {"access": str(row.access), "note": row.note, **told}


def _forget_exceptions(photo: Photo) -> None:
    """What was let through under other leases is asked anew."""
    Override.objects.filter(photo=photo, code__in=validity.OF_LEASES).delete()


@transaction.atomic
def override(
    photo: Photo, code: str, *, reason: str, version: int, by: User
) -> Override:
    """Let the photo be printed in spite of `code`. Raises Forbidden, Stale,
    PhotoRejected.
    """
    if code not in OVERRIDES or not may(by, OVERRIDES[Code(code)]):
        raise Forbidden(_("You may not let this through; ask the managing editor."))
    if not reason.strip():
        raise PhotoRejected(_("Say why it is let through."), field="reason")
    now = claim(photo, version)
    judged = Photo.objects.with_leases().get(pk=now.pk)
    if code not in {fault.code for fault in validity.faults(judged) if fault.forbids}:
        raise PhotoRejected(_("Nothing of this stands against the photo now."))
    at, who = clock(), by.get_username()
    made = Override.objects.create(
        photo=now, code=code, reason=reason, created_at=at, created_by=who
    )
    detail = {"code": str(code), "reason": made.reason}
    note("override photo", by=by, at=at, photo=now.pk, detail=detail)
    return made


@transaction.atomic
def end_override(photo: Photo, code: str, *, version: int, by: User) -> None:
    """What was let through is forbidden again. Raises Forbidden, Stale."""
    if code not in OVERRIDES or not may(by, OVERRIDES[Code(code)]):
        raise Forbidden(_("You may not change this; ask the managing editor."))
    now = claim(photo, version)
    if Override.objects.filter(photo=now, code=code).delete()[0]:
        detail = {"code": str(code)}
        note("end override", by=by, at=clock(), photo=now.pk, detail=detail)


@dataclass(frozen=True)
class Mark:
    """A live article, and a photo in it that may not be shown any more."""

    article: Article
    photo: Photo
    sentences: tuple[str, ...]


def marks(articles: list[int] | None = None, *, most: int = 100) -> list[Mark]:
    """Live articles that show what a lease forbids now, the newest first.

    Of `articles` alone when they are given.
    """
    leased = Photo.objects.filter(pk__in=Lease.objects.values("photo"))
    judged = validity.forbidden(leased.with_leases())  # type: ignore[attr-defined]
    shown = ArticlePhoto.objects.filter(photo__in=judged.order_by().values("pk"))
    if articles is not None:
        shown = shown.filter(article__in=articles)
    rows = shown.order_by("-article", "position").values_list("article", "photo")
    pairs = list(dict.fromkeys(rows[:most]))
    if not pairs:
        return []
    photos = Photo.objects.with_leases().prefetch_related("photographers", "overrides")
    known = photos.in_bulk({photo for _article, photo in pairs})
    live = Article.objects.for_cards().in_bulk({article for article, _photo in pairs})
    return [
        Mark(live[article], known[photo], tuple(validity.refusals(known[photo])))
        for article, photo in pairs
        if article in live
    ]


def _require(by: User) -> None:
    if not may(by, "keep photo rights"):
        raise Forbidden(_("You may not keep rights; ask the photo editor."))
