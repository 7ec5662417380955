"""I9 and I10: nothing waits for ever, and no row is stuck half-way."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from desk.models import Outbox, Story

PATIENCE = timedelta(minutes=10)


def undelivered() -> Iterator[str]:
    """I9: an effect that failed, or that nobody has tried for ten minutes."""
    waiting = Outbox.objects.filter(delivered_at=None)
    late = waiting.filter(Q(attempts__gt=0) | Q(created_at__lt=Now() - PATIENCE))
    for entry in late.order_by("pk"):
        yield (
            _("Outbox entry %(number)d (%(kind)s) is not delivered: %(error)s")
            % {
                "number": entry.pk,
                "kind": entry.kind,
                "error": entry.last_error or _("nobody has tried"),
            }
        )


def stuck() -> Iterator[str]:
    """I10: approving prints in the same transaction, so no approved text waits."""
    approved = Story.objects.filter(status=Story.Status.APPROVED)
    waiting = approved.exclude(approved_revision=F("printed_revision"))
    for number in waiting.order_by("pk").values_list("pk", flat=True):
        yield _("Story %d is approved and was not printed.") % number
