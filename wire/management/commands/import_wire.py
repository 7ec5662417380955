"""Agency texts in from files: one line for each, and a truthful exit code."""

import hashlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.models import Article
from desk.models import User
from desk.permissions import Forbidden
from desk.printing import Unprintable
from desk.publishing import Embargoed, print_story
from desk.refusals import PhotoRejected
from desk.writing import Stale, Unwritable
from photos.intake import PhotoRefused
from wire.importing import Imported, Wishes, import_dispatch
from wire.parser import Unreadable

MAX_BYTES = 10_000_000
REFUSALS = (
    Unreadable,
    Unwritable,
    PhotoRefused,
    PhotoRejected,
    Unprintable,
    Forbidden,
    Stale,
    Embargoed,
    OSError,
)


class Command(BaseCommand):
    help = "Import agency texts; with --publish, print them too."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--photo", type=Path, help="the file of the first caption")
        parser.add_argument("--section", default="", help="slug; instead of the text's")
        parser.add_argument("--publish", action="store_true", help="print at once")
        parser.add_argument(
            "--dry-run", action="store_true", help="write nothing, say what would be"
        )
        parser.add_argument("--by", default="", help="username of who brings it in")

    def handle(self, *args: Any, **options: Any) -> None:
        by = self._person(options)
        files = list(_files(options["paths"]))
        if options["photo"] and len(files) != 1:
            raise CommandError(_("--photo goes with one text, not with several."))
        refused = 0
        self.rehearsed: dict[str, Path] = {}
        for path in files:
            try:
                line = self._import(path, by, options)
            except REFUSALS as refusal:
                refused += 1
                line = f"{path}: {_('refused')}: {_reason(refusal)}"
                self.stderr.write(self.style.ERROR(line))
            else:
                self.stdout.write(f"{path}: {line}")
        if refused or not files:
            raise CommandError(
                _("%(refused)d of %(all)d texts were refused.")
                % {"refused": refused, "all": len(files)}
            )

    def _person(self, options: dict[str, Any]) -> User | None:
        """Who is named by --by. Nobody prints without a name."""
        if not options["by"]:
            if options["publish"]:
                raise CommandError(_("--publish needs --by: say who prints."))
            return None
        person = User.objects.filter(username=options["by"]).first()
        if person is None:
            raise CommandError(_("There is no user “%s”.") % options["by"])
        return person

    def _import(self, path: Path, by: User | None, options: dict[str, Any]) -> str:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise Unreadable(_("The file is larger than 10 MB; split it into texts."))
        raw = path.read_bytes()
        key = hashlib.sha256(raw).hexdigest()
        if options["dry_run"] and key in self.rehearsed:
            return _("the same text as %s") % self.rehearsed[key]
        imported = import_dispatch(
            raw,
            name=path.name,
            by=by,
            wishes=Wishes(section=options["section"]),
            photo=options["photo"],
            is_rehearsal=options["dry_run"],
        )
        self.rehearsed[key] = path
        said = [_said(imported)]
        if by and options["publish"] and not options["dry_run"]:
            said.append(_printed(imported, by))
        return " · ".join(said + imported.remarks)


def _files(paths: list[Path]) -> list[Path]:
    """The files named, and those in the folders named, in order of name."""
    files = []
    for path in paths:
        inside = sorted(path.glob("**/*.txt")) if path.is_dir() else [path]
        files += [file for file in inside if not file.is_dir()]
    return files


def _reason(refusal: Exception) -> str:
    if isinstance(refusal, OSError):
        return _("This file cannot be read: is it there, and are you allowed to?")
    return " ".join(str(refusal).split())


def _said(imported: Imported) -> str:
    if imported.story.pk is None:
        return _("a new story: %s") % imported.story.headline
    words = _("story %d") if imported.is_new else _("story %d, known already")
    return words % imported.story.pk


def _printed(imported: Imported, by: User) -> str:
    story = imported.story
    live = Article.objects.select_related("section").filter(pk=story.pk).first()
    article = live or print_story(story, version=story.version, by=by)
    return f"{settings.SITE_URL}{article.get_absolute_url()}"
