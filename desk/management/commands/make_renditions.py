"""The files that readers get of photos, made before they are printed: for cron."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from desk import developing
from photos.files import strays
from photos.models import Photo
from photos.refusals import PhotoRefused
from photos.renditions import make_all, missing
from photos.stores import remove_stray


class Command(BaseCommand):
    help = (
        "Make what is missing of the photos that stories and articles show, and write"
        " public files that were lost. Stopped, it goes on where it was."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="of every photo")
        parser.add_argument(
            "--processes", type=int, default=os.cpu_count() or 1, help="so many at once"
        )
        parser.add_argument("--dry-run", action="store_true", help="only say how many")

    def handle(self, *args: Any, **options: Any) -> None:
        for path in strays():
            remove_stray(path)
        everything = Photo.objects.filter(taken_down_at=None)
        photos = everything if options["all"] else developing.chosen()
        wanted = [photo for photo in photos.iterator() if missing(photo)]
        if options["dry_run"]:
            self.stdout.write(_("Photos to make: %d") % len(wanted))
            return
        refused = self._make(wanted, options["processes"])
        lost, behind = self._expose()
        self.stdout.write(_("Photos made: %d") % (len(wanted) - refused))
        self.stdout.write(_("Photos shown again: %d") % lost)
        if refused or behind:
            raise CommandError(
                _("Not made: %(refused)d. To be reprinted: %(behind)d.")
                % {"refused": refused, "behind": behind}
            )

    def _make(self, photos: list[Photo], processes: int) -> int:
        """How many could not be made."""
        refused = 0
        done = make_all(photos, processes=processes)
        for photo, refusal in zip(
            photos, tqdm(done, total=len(photos), disable=None), strict=True
        ):
            if refusal:
                refused += 1
                self.stderr.write(f"{photo.pk}: {refusal}")
        return refused

    def _expose(self) -> tuple[int, int]:
        """How many were lost and are there again, and how many only a reprint makes."""
        lost, behind = 0, 0
        shown = developing.chosen().filter(uses__isnull=False).distinct()
        for photo in shown.prefetch_related("photographers"):
            try:
                lost += developing.expose_again(photo)
            except PhotoRefused as refusal:
                self.stderr.write(f"{photo.pk}: {refusal}")
                behind += 1
            else:
                behind += developing.is_behind(photo)
        return lost, behind
