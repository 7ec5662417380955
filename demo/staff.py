"""One account for each role. A password is told once, when the account is made."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from demo import register
from desk import people, roles
from desk.models import User

CAST = {
    "lan": (roles.REPORTER, "Nguyễn Hà", "Lan"),
    "binh": (roles.EDITOR, "Trần Thanh", "Bình"),
    "ngoc": (roles.PHOTO_EDITOR, "Lê Bích", "Ngọc"),
    "thu": (roles.MANAGING_EDITOR, "Phạm Hồng", "Thu"),
    "dung": (roles.CHIEF, "Vũ Trí", "Dũng"),
    "khoa": (roles.ADMINISTRATOR, "Đặng Anh", "Khoa"),
}
Staff = dict[str, User]


class NameTaken(Exception):
    """Somebody else has the name of one of the cast; the text says who."""


def hire_all(*, by: User, at: datetime) -> tuple[Staff, dict[str, str]]:
    """The cast by username, and the passwords of those who are new.

    Raises NameTaken, before anybody is hired.
    """
    ours = register.made(register.ACCOUNT)
    missing = [username for username in CAST if username not in ours]
    taken = User.objects.filter(username__in=missing).order_by("id").first()
    if taken:
        raise NameTaken(
            _("There is a user “%(name)s” who is not the demo's: use another database.")
            % {"name": taken.username}
        )
    passwords = {username: secrets.token_urlsafe(12) for username in missing}
    for username, password in passwords.items():
        _hire(username, password, by=by, at=at)
    return {user.username: user for user in _cast()}, passwords


def _cast() -> list[User]:
    numbers = register.made(register.ACCOUNT).values()
    return list(User.objects.filter(pk__in=numbers).order_by("id"))


@transaction.atomic
def _hire(username: str, password: str, *, by: User, at: datetime) -> None:
    role, last, first = CAST[username]
    account = people.Account(
        username=username, roles=frozenset({role}), last_name=last, first_name=first
    )
    user = people.hire(account, password=password, by=by)
    register.remember(register.ACCOUNT, username, user.pk, at=at)
