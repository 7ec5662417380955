"""Effects outside the database: recorded with their cause, done after the commit."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from desk.models import Outbox
from desk.photo_desk import hide_unused
from desk.records import clock

logger = logging.getLogger(__name__)

_DELIVERIES: dict[str, Callable[[dict[str, Any]], None]] = {
    "hide photos": lambda payload: hide_unused(payload["photos"]),
}


def enqueue(kind: str, payload: dict[str, Any], *, at: datetime) -> Outbox:
    """Record an effect in the transaction of its cause."""
    return Outbox.objects.create(kind=kind, payload=payload, created_at=at)


def deliver_soon() -> None:
    """Deliver when the transaction has committed, in this process."""
    transaction.on_commit(deliver, robust=True)


def deliver() -> int:
    """Do what is undelivered, oldest first; give how many were done.

    An effect may be done twice after a crash, so each is idempotent. One that fails
    stays with its error, and the next is tried.
    """
    done = 0
    waiting = Outbox.objects.filter(delivered_at__isnull=True).order_by("id")
    for entry in waiting.iterator():
        try:
            _DELIVERIES[entry.kind](entry.payload)
        except Exception as error:
            logger.exception("outbox entry %d failed", entry.pk)
            Outbox.objects.filter(pk=entry.pk).update(
                attempts=F("attempts") + 1, last_error=str(error)[:1000]
            )
        else:
            Outbox.objects.filter(pk=entry.pk, delivered_at__isnull=True).update(
                attempts=F("attempts") + 1, delivered_at=clock(), last_error=""
            )
            done += 1
    return done
