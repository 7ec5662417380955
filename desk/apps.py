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

        # No sender: permissions of an app exist only after its own post_migrate.
        post_migrate.connect(prepare, dispatch_uid="desk.roles.prepare")
