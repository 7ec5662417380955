"""How many wrong passwords are too many. Asked before a password is hashed."""

from datetime import datetime
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Sum
from django.http import HttpRequest
from django.utils import timezone

# An office shares one address: it may be wrong so many times as often as one name.
OFFICE = 8


class Throttle(AxesDatabaseHandler):
    """Locks one name from one address, and an address whatever the names.

    The first after AXES_FAILURE_LIMIT wrong passwords, the second after OFFICE times
    as many, both for AXES_COOLOFF_TIME. A name alone is never locked: anybody on the
    internet could keep its owner out. Both are counted in the database.
    """

    def get_failures(
        self, request: HttpRequest, credentials: dict[str, Any] | None = None
    ) -> int:
        name, address = (
            attempts.aggregate(failures=Sum("failures_since_start"))["failures"] or 0
            for attempts in self.get_user_attempts(request, credentials)
        )
        return max(name, address // OFFICE)

    def reset_user_attempts(
        self, request: HttpRequest, credentials: dict[str, Any] | None = None
    ) -> int:
        """A right password forgives its own name only: not what others tried here."""
        count, _rows = self.filter_user_attempts(request, credentials)[0].delete()
        return count

    def locked_until(
        self, request: HttpRequest, credentials: dict[str, Any] | None = None
    ) -> datetime | None:
        """When this client may try again: the last counted failure, and the wait."""
        attempts = self.get_user_attempts(request, credentials)
        last = [rows.aggregate(last=Max("attempt_time"))["last"] for rows in attempts]
        wait = get_cool_off(request)
        known = [at for at in last if at is not None]
        return max(known) + wait if known and wait else None


def wrong_passwords(username: str) -> int:
    """How many wrong passwords this name has had lately, from anywhere."""
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    rows = AccessAttempt.objects.filter(username=username, attempt_time__gte=since)
    return rows.aggregate(failures=Sum("failures_since_start"))["failures"] or 0
