"""Photos that readers see though they may not be shown any more: for cron."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.photo_rights import marks


class Command(BaseCommand):
    help = (
        "List the live articles that show a photo whose lease has ended or denies its"
        " use; the exit code is 1 when there are any."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = marks(most=10_000)
        for mark in found:
            told = " ".join(mark.sentences)
            address = mark.article.get_absolute_url()
            self.stdout.write(f"{address}\t{mark.photo.pk}\t{told}")
        if found:
            raise CommandError(_("Photos that must go: %d") % len(found))
        self.stdout.write(_("No photo must go."))
