"""What must always hold, checked in the database and on the disk."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.invariants import CHECKS, violations


class Command(BaseCommand):
    help = "Check what must always hold; the exit code is 1 when something does not."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="for a machine")

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(violations())
        if options["json"]:
            facts = {
                "checked": list(CHECKS),
                "violations": [asdict(violation) for violation in found],
            }
            self.stdout.write(json.dumps(facts, ensure_ascii=False, indent=1))
        else:
            for violation in found:
                self.stdout.write(f"{violation.code}: {violation.text}")
        if found:
            raise CommandError(_("Violations: %d") % len(found))
        if not options["json"]:
            self.stdout.write(_("Everything holds: %s") % ", ".join(CHECKS))
