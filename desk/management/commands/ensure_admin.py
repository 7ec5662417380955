"""The first administrator, with a random password that is shown once."""

import secrets
from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from desk.models import User
from desk.roles import ADMINISTRATOR


class Command(BaseCommand):
    help = "Create the first administrator, unless there is a superuser already."

    def handle(self, *args: Any, **options: Any) -> None:
        known = User.objects.filter(is_superuser=True).order_by("id").first()
        if known:
            self.stdout.write(
                _("Administrator: %(name)s. New password: make password")
                % {"name": known.username}
            )
            return
        password = secrets.token_urlsafe(12)
        user = User.objects.create_superuser("admin", password=password)
        user.groups.add(Group.objects.get(name=ADMINISTRATOR))
        self.stdout.write(
            _("Administrator: admin  Password (shown once): %s") % password
        )
