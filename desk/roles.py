"""The six roles, the rights each has in the admin, and the rows that must exist."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import DEFAULT_DB_ALIAS, connections

from articles.models import Stamp
from desk.models import AuditHead

REPORTER = "phóng viên"
EDITOR = "biên tập viên"
PHOTO_EDITOR = "biên tập ảnh"
MANAGING_EDITOR = "thư ký tòa soạn"
CHIEF = "tổng biên tập"
ADMINISTRATOR = "quản trị"

_READ_DESK = "view_story view_revision view_section view_author view_topic view_photo"
_WRITE = f"{_READ_DESK} add_story change_story"
_HEAD = f"{_WRITE} change_photo change_author change_topic add_author add_topic"

RIGHTS: dict[str, str] = {
    REPORTER: _WRITE,
    EDITOR: f"{_WRITE} change_photo",
    PHOTO_EDITOR: f"{_READ_DESK} change_photo",
    MANAGING_EDITOR: f"{_HEAD} view_edition view_audit",
    CHIEF: f"{_HEAD} add_section change_section view_edition view_audit",
    ADMINISTRATOR: (
        f"{_HEAD} add_section change_section view_edition view_audit"
        " view_user add_user change_user view_outbox view_wireitem"
    ),
}


def prepare(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """After a migration: groups with their rights, and the two single rows."""
    tables = set(connections[using].introspection.table_names())
    if not {AuditHead._meta.db_table, Stamp._meta.db_table} <= tables:
        return
    AuditHead.objects.using(using).get_or_create(pk=1)
    Stamp.objects.using(using).get_or_create(pk=1)
    for name, codenames in RIGHTS.items():
        group, _created = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(
            Permission.objects.using(using).filter(
                codename__in=codenames.split(),
                content_type__app_label__in=["articles", "photos", "desk", "wire"],
            )
        )
