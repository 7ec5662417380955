"""What stands against printing a photo now. Who may let what through, the desk says.

Photos are asked for by Photo.objects.with_leases(): its leases are judged by the
database's clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from photos.describing import credit_line
from photos.house_style import Kind
from photos.models import Override, Photo, PhotoPhotographer, Rights


class Code(StrEnum):
    """In the order in which they are told; the last one only warns."""

    MISSING_CREDIT = "missing_credit"
    MISSING_CAPTION = "missing_caption"
    LEASE_EXPIRED = "lease_expired"
    DENIED = "denied"
    UNKNOWN_RIGHTS = "unknown_rights"


OF_LEASES = (Code.LEASE_EXPIRED, Code.DENIED)


@dataclass(frozen=True)
class Fault:
    """One thing against a photo, in a sentence. `override` lets it through."""

    code: Code
    sentence: str
    override: Override | None = None

    @property
    def is_warning(self) -> bool:
        return self.code == Code.UNKNOWN_RIGHTS

    @property
    def forbids(self) -> bool:
        return not self.is_warning and self.override is None


def faults(photo: Photo) -> list[Fault]:
    """Everything against the photo; asks for its photographers and overrides."""
    overrides = {row.code: row for row in photo.overrides.all()}
    return [
        Fault(code, sentence, overrides.get(code)) for code, sentence in _found(photo)
    ]


def refusals(photo: Photo) -> list[str]:
    """The sentences that stop a printing."""
    return [fault.sentence for fault in faults(photo) if fault.forbids]


def _found(photo: Photo) -> Iterator[tuple[Code, str]]:
    number = {"number": photo.pk}
    if not credit_line(photo):
        yield (
            Code.MISSING_CREDIT,
            _("Photo %(number)d has no credit: write who took it.") % number,
        )
    if not photo.caption:
        yield (
            Code.MISSING_CAPTION,
            _("Photo %(number)d has no caption: write what it shows.") % number,
        )
    if photo.is_denied:  # type: ignore[attr-defined]
        yield (
            Code.DENIED,
            _("Photo %(number)d may not be used now: choose another one.") % number,
        )
    if photo.was_leased and not photo.is_leased:  # type: ignore[attr-defined]
        yield Code.LEASE_EXPIRED, _lease_sentence(photo)
    if photo.rights == Rights.UNKNOWN and not photo.is_leased:  # type: ignore[attr-defined]
        yield (
            Code.UNKNOWN_RIGHTS,
            _("Nobody knows the rights in photo %(number)d: ask before printing.")
            % number,
        )


def _lease_sentence(photo: Photo) -> str:
    until = photo.leased_until  # type: ignore[attr-defined]
    if until and until <= timezone.now():
        at = date_format(timezone.localtime(until), "H:i d/m/Y")
        return _(
            "The lease of photo %(number)d ended at %(until)s: choose another one, or"
            " renew it."
        ) % {"number": photo.pk, "until": at}
    return _(
        "The lease of photo %(number)d does not count yet: choose another one."
    ) % {"number": photo.pk}


def without_credit() -> Q:
    """Photos of which no credit would be printed."""
    named = PhotoPhotographer.objects.filter(photo=OuterRef("pk"))
    bare = Q(credit_text="", agency="", relay_agency="", kind=Kind.OWN.value)
    return bare & Q(~Exists(named))


def forbidden(photos: QuerySet[Photo]) -> QuerySet[Photo]:
    """Those of `photos`, with leases, that faults() forbids to print."""
    against = {
        Code.MISSING_CREDIT: without_credit(),
        Code.MISSING_CAPTION: Q(caption=""),
        Code.DENIED: Q(is_denied=True),
        Code.LEASE_EXPIRED: Q(was_leased=True, is_leased=False),
    }
    found = Q()
    for code, condition in against.items():
        let_through = Override.objects.filter(photo=OuterRef("pk"), code=code)
        found |= condition & Q(~Exists(let_through))
    return photos.filter(found)
