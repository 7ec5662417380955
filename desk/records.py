"""The last things written in a transaction: its audit entry, and the stamp."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import F
from django.db.models.functions import Now

from articles.models import Stamp
from desk.models import Audit, AuditHead, User
from newsroom.text.canonical import canonical, digest


def clock() -> datetime:
    """The database's time: read it once in a transaction, and use it everywhere."""
    return AuditHead.objects.values_list(Now(), flat=True).get(pk=1)


def note(
    action: str,
    *,
    by: User | None,
    at: datetime,
    story: int | None = None,
    photo: int | None = None,
    detail: dict[str, Any] | None = None,
) -> Audit:
    """One audit entry, chained to the one before. `by` is None for the agency."""
    told = {**(detail or {}), **({"photo": photo} if photo else {})}
    head = AuditHead.objects.select_for_update().get(pk=1)
    entry = Audit(
        number=head.number + 1,
        at=at,
        actor_id=by.pk if by else None,
        actor_name=by.get_username() if by else "",
        action=action,
        story_number=story,
        photo_number=photo,
        detail=canonical(told),
        previous_hash=head.hash,
    )
    entry.hash = audit_hash(entry)
    entry.save(force_insert=True)
    AuditHead.objects.filter(pk=1).update(number=entry.number, hash=entry.hash)
    return entry


def audit_hash(entry: Audit) -> str:
    """What `entry.hash` must be."""
    names = "number actor_id actor_name action story_number detail previous_hash"
    data = {name: getattr(entry, name) for name in names.split()}
    return digest(canonical({**data, "at": moment(entry.at)}))


def moment(at: datetime) -> str:
    """A time as hashes hold it: ISO 8601, UTC, microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def seal(
    action: str,
    *,
    by: User | None,
    at: datetime,
    story: int | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """note() for a change that readers see. Nothing is written after it."""
    note(action, by=by, at=at, story=story, detail=detail)
    Stamp.objects.filter(pk=1).update(n=F("n") + 1)
