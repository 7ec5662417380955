"""What is left of the outbox, done: for cron, after a crash or an error."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.models import Outbox
from desk.outbox import deliver


class Command(BaseCommand):
    help = "Do the effects outside the database that are still to be done."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(_("Done: %d") % deliver())
        left = Outbox.objects.filter(delivered_at=None).order_by("id")
        for entry in left:
            self.stderr.write(f"{entry.pk} {entry.kind}: {entry.last_error}")
        if left:
            raise CommandError(_("Not done: %d") % len(left))
