"""Effects outside the database: recorded with their cause, done after the commit."""

import logging
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from desk.models import Outbox
from desk.records import clock

logger = logging.getLogger(__name__)

Delivery = Callable[[dict[str, Any]], None]
DELIVERIES: dict[str, Delivery] = {}
_is_delivering = ContextVar("is_delivering", default=False)


def delivers(kind: str) -> Callable[[Delivery], Delivery]:
    """Names the verb that does an effect; DeskConfig.ready() imports them all."""

    def register(delivery: Delivery) -> Delivery:
        DELIVERIES[kind] = delivery
        return delivery

    return register


def enqueue(kind: str, payload: dict[str, Any], *, at: datetime) -> Outbox:
    """Record an effect in the transaction of its cause."""
    return Outbox.objects.create(kind=kind, payload=payload, created_at=at)


def deliver_soon() -> None:
    """Deliver when the transaction has committed, in this process."""
    transaction.on_commit(deliver, robust=True)


def deliver() -> int:
    """Do what is undelivered, oldest first; give how many were done.

    An effect may be done twice after a crash, so each is idempotent. One that fails
    stays with its error, and the next is tried. What an effect itself records is done
    after it, not within.
    """
    if _is_delivering.get():
        return 0
    token = _is_delivering.set(True)
    try:
        return sum(map(_deliver, _waiting()))
    finally:
        _is_delivering.reset(token)


def _waiting() -> Iterator[Outbox]:
    last = 0
    rows = Outbox.objects.filter(delivered_at__isnull=True).order_by("id")
    while entry := rows.filter(pk__gt=last).first():
        yield entry
        last = entry.pk


def _deliver(entry: Outbox) -> bool:
    try:
        DELIVERIES[entry.kind](entry.payload)
    except Exception as error:
        logger.exception("outbox entry %d failed", entry.pk)
        Outbox.objects.filter(pk=entry.pk).update(
            attempts=F("attempts") + 1, last_error=str(error)[:1000]
        )
        return False
    Outbox.objects.filter(pk=entry.pk, delivered_at__isnull=True).update(
        attempts=F("attempts") + 1, delivered_at=clock(), last_error=""
    )
    return True
