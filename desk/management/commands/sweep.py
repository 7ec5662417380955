"""What rollbacks and killed processes left on the disk, removed: for cron."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from desk.hiding import left_behind, sweep


class Command(BaseCommand):
    help = "Remove picture files that nothing names any more."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say which")

    def handle(self, *args: Any, **options: Any) -> None:
        for name in left_behind() if options["dry_run"] else sweep():
            self.stdout.write(name)
