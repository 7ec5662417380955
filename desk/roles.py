"""The six roles, the rights each has in the admin, and the rows that must exist."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.models import Group, Permission
from django.db import DEFAULT_DB_ALIAS, connections
from django.utils.translation import gettext_lazy as _

from articles.models import Stamp
from desk.models import AuditHead
from newsroom.text.fold import fold
from photos.agencies import FIRST_RIGHTS
from photos.models import Agency

REPORTER = "phóng viên"
EDITOR = "biên tập viên"
PHOTO_EDITOR = "biên tập ảnh"
MANAGING_EDITOR = "thư ký tòa soạn"
CHIEF = "tổng biên tập"
ADMINISTRATOR = "quản trị"

# The same in the language of who reads it, and what each is there for.
LABELS = {
    REPORTER: (_("reporter"), _("writes own stories, takes in photos")),
    EDITOR: (_("editor"), _("writes and edits every story, brings in agency copy")),
    PHOTO_EDITOR: (
        _("photo editor"),
        _("describes photos, keeps their rights, reprints and takes them down"),
    ),
    MANAGING_EDITOR: (
        _("managing editor"),
        _("prints, corrects and withdraws what somebody else wrote"),
    ),
    CHIEF: (_("editor-in-chief"), _("the same, own stories too; arranges sections")),
    ADMINISTRATOR: (_("administrator"), _("the same, and keeps the accounts")),
}

_READ = (
    "view_story view_revision view_section view_author view_topic view_photo"
    " view_agency"
)
_AGENCIES = "add_agency change_agency delete_agency"
_WRITE = f"{_READ} add_story change_story delete_story"
_HEAD = (
    f"{_WRITE} change_photo add_author change_author add_topic change_topic"
    " view_edition view_withdrawal view_wireitem view_audit"
    f" {_AGENCIES}"
)
_SECTIONS = "add_section change_section delete_section"

RIGHTS: dict[str, str] = {
    REPORTER: _WRITE,
    EDITOR: f"{_WRITE} change_photo view_edition view_withdrawal view_wireitem",
    PHOTO_EDITOR: f"{_READ} change_photo {_AGENCIES}",
    MANAGING_EDITOR: _HEAD,
    CHIEF: f"{_HEAD} {_SECTIONS}",
    ADMINISTRATOR: f"{_HEAD} {_SECTIONS} view_user add_user change_user view_outbox",
}


# The rooms that have rights to give, as INSTALLED_APPS has them. Those of a room are
# there only after its own post_migrate: they are given after the last one's.
_ROOMS = ("photos", "articles", "desk", "wire")


def prepare(sender: AppConfig, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """After a migration: groups with their rights, and the rows that must exist."""
    if sender.label != _ROOMS[-1]:
        return
    tables = set(connections[using].introspection.table_names())
    if not {model._meta.db_table for model in (AuditHead, Stamp, Agency)} <= tables:
        return
    first_rows(using)
    for name, codenames in RIGHTS.items():
        group, _created = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(
            Permission.objects.using(using).filter(
                codename__in=codenames.split(),
                content_type__app_label__in=_ROOMS,
            )
        )


def first_rows(using: str) -> None:
    """The heads that are locked, and the agencies that an empty newsroom knows."""
    AuditHead.objects.using(using).get_or_create(pk=1)
    Stamp.objects.using(using).get_or_create(pk=1)
    if not Agency.objects.using(using).exists():
        Agency.objects.using(using).bulk_create(_first_agencies())


def _first_agencies() -> list[Agency]:
    return [
        Agency(name=name, search_name=fold(name), rights=rights)
        for rights, names in FIRST_RIGHTS.items()
        for name in map(str.strip, names.split(","))
    ]
