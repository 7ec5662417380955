"""The editorial floor."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("The desk")

    def ready(self) -> None:
        from desk import hiding, photo_removal, photo_uses  # noqa: F401
        from desk.roles import prepare

        # No sender: it waits for the last room's, where all permissions are there.
        post_migrate.connect(prepare, dispatch_uid="desk.roles.prepare")
