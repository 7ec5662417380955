"""A folder of pictures in: one line for each new or refused one."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from photos.ingesting import ingest, is_known, pictures_in


class Command(BaseCommand):
    help = (
        "Take in every picture below a folder, with the caption and credit that it"
        " says itself. Stopped, it goes on where it was; what is known stays as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--by", default="", help="username of who brings them in")
        parser.add_argument(
            "--processes", type=int, default=os.cpu_count() or 1, help="so many at once"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="only say which are new"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["folder"].is_dir():
            raise CommandError(_("There is no folder %s.") % options["folder"])
        paths = pictures_in(options["folder"])
        if options["dry_run"]:
            for path in tqdm(paths, disable=None):
                if not is_known(path):
                    self.stdout.write(f"{path}: {_('new')}")
            return
        new = refused = 0
        done = ingest(
            paths,
            by=options["by"],
            clock=timezone.now,
            processes=options["processes"],
        )
        for each in tqdm(done, total=len(paths), disable=None):
            if each.refusal:
                refused += 1
                line = f"{each.path}: {_('refused')}: {' '.join(each.refusal.split())}"
                self.stderr.write(self.style.ERROR(line))
            elif each.is_new:
                new += 1
                self.stdout.write(f"{each.path}: {each.photo}")
        known = len(paths) - new - refused
        self.stdout.write(
            _("New: %(new)d. Known already: %(known)d.") % {"new": new, "known": known}
        )
        if refused:
            raise CommandError(
                _("%(refused)d of %(all)d pictures were refused.")
                % {"refused": refused, "all": len(paths)}
            )
