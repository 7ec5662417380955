"""A newspaper worth looking at, made in a minute."""

from argparse import ArgumentParser
from datetime import datetime, timedelta
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from demo import hours, register, staff
from demo.developing import copying, develop, drawing
from demo.furnishing import furnish
from demo.paper.reading import Manuscript, manuscripts, scenes_of
from demo.pressing import WRITTEN, Desk, missing, press, written
from desk.models import Story, User

OPENED = timedelta(days=1)  # before the oldest story: accounts, sections, pictures


class Command(BaseCommand):
    help = (
        "Make a newsroom to look at: stories, drawn pictures, an account for each role."
        " Run again, it adds what is missing and changes nothing. The times in it are"
        " invented; the audit says so. Stories of others stop it, unless --force."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--force", action="store_true", help="beside stories that are there already"
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when there is a story"
        )
        parser.add_argument(
            "--scale", type=float, default=0.8, help="of the pictures: 1 is 1600 pixels"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and Story.objects.exists():
            return
        now = timezone.now()
        stories = manuscripts()
        if not missing(stories, now=now):
            self.stdout.write(_("The demo is here already: nothing was added."))
            return
        others = register.others()
        if others and not written() and not options["force"]:
            raise CommandError(
                _(
                    "There are %(number)d stories here that are not the demo's: use an"
                    " empty database, or --force to add the demo beside them."
                )
                % {"number": others}
            )
        self._make(stories, now, scale=options["scale"])

    def _make(self, stories: list[Manuscript], now: datetime, *, scale: float) -> None:
        stories = sorted(stories, key=lambda story: story.at(now))
        opened = stories[0].at(now) - WRITTEN - OPENED
        by = self._administrator()
        with hours.at(opened), drawing(scenes_of(stories), scale=scale) as drawn:
            cast = self._hire(by, opened)
            names = furnish(stories, by=cast["dung"])
            self._say(_("Sections: %d"), len(names.sections))
            self._say(_("Topics: %d"), len(names.topics))
            self._say(_("Authors: %d"), len(names.authors))
            photos = develop(drawn, by=cast["ngoc"], at=opened)
            self._say(_("Pictures: %d"), len(photos))
        with copying(photos.values()):
            press(stories, Desk(cast, names, photos, now=now, stories=written()))
        self._say(_("Stories: %d"), len(stories))

    def _administrator(self) -> User:
        """A superuser hires the cast; where there is none, the first one is made."""
        superusers = User.objects.filter(is_superuser=True, is_active=True)
        if not superusers.exists():
            call_command("ensure_admin", stdout=self.stdout)
        return superusers.order_by("id")[0]

    def _hire(self, by: User, at: datetime) -> staff.Staff:
        try:
            cast, passwords = staff.hire_all(by=by, at=at)
        except staff.NameTaken as refusal:
            raise CommandError(str(refusal)) from refusal
        for username, password in passwords.items():
            role = staff.CAST[username][0]
            self.stdout.write(
                _("%(role)s: %(name)s  Password (shown once): %(password)s")
                % {"role": role, "name": username, "password": password}
            )
        return cast

    def _say(self, sentence: str, number: int) -> None:
        self.stdout.write(sentence % number)
