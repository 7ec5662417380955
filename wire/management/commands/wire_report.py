"""How well real stories are read, field by field; -v 2 shows every miss."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from wire.encodings import decode
from wire.measuring import Outcome, measure, tally
from wire.samples import TABLES
from wire.unreadable import Unreadable


class Command(BaseCommand):
    help = "Measure the parser on stories with answers (NNN.txt, NNN.expected.json)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(_("There is no folder “%s”.") % folder)
        inner = folder / "stories"
        stories = list(_stories(inner if inner.is_dir() else folder))
        samples = list(_samples(folder if inner.is_dir() else folder.parent))
        if not stories and not samples:
            raise CommandError(_("No stories with answers are in “%s”.") % folder)
        if options["verbosity"] > 1:
            for name, outcome in stories + samples:
                self._miss(name, outcome)
        self._table([outcome for _name, outcome in stories + samples])

    def _miss(self, name: str, outcome: Outcome) -> None:
        if not outcome.is_right:
            how = "listed" if outcome.is_listed else "SILENT"
            self.stdout.write(f"{name} {outcome.field}: {how}")
            self.stdout.write(f"    expected {str(outcome.expected)[:300]}")
            self.stdout.write(f"    found    {str(outcome.found)[:300]}")

    def _table(self, outcomes: list[Outcome]) -> None:
        self.stdout.write(f"{'':16} right          listed silent doubted")
        for field, sum_ in tally(outcomes).items():
            self.stdout.write(
                f"{field:16} {sum_.right:5} {sum_.share:5.1f} % "
                f"{sum_.listed:6} {sum_.silent:6} {sum_.doubted:6}"
            )


def _stories(folder: Path) -> Iterator[tuple[str, Outcome]]:
    for answers in sorted(folder.glob("*.expected.json")):
        name = answers.name.removesuffix(".expected.json")
        try:
            text = decode((folder / f"{name}.txt").read_bytes())
        except (Unreadable, OSError) as refusal:
            yield name, Outcome("refused", "", str(refusal), False, True)
            continue
        for outcome in measure(text, json.loads(answers.read_text("utf-8"))):
            yield name, outcome


def _samples(folder: Path) -> Iterator[tuple[str, Outcome]]:
    for file, read in TABLES.items():
        path = folder / file
        rows = path.read_text("utf-8").split("\n")[1:] if path.is_file() else []
        for number, row in enumerate(rows, start=2):
            if row.strip():
                yield f"{file}:{number}", read(row.split("\t"))
