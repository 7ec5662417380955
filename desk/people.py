"""Accounts: who works here, as what, and where. Never deleted: closed.

Nothing here makes a superuser or gives a single right: rights come with roles, and a
superuser is made on the server (`ensure_admin`, `createsuperuser`).
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Author, Section
from desk.models import User
from desk.permissions import Forbidden, may
from desk.records import clock, note
from desk.refusals import AccountRefused
from desk.roles import RIGHTS


@dataclass(frozen=True)
class Account:
    """What an account is to say. Whoever has `sections` works in these alone."""

    username: str
    roles: frozenset[str]
    sections: frozenset[int] = frozenset()
    last_name: str = ""
    first_name: str = ""
    email: str = ""
    language: str = "vi"
    author: Author | None = None
    is_active: bool = True


@transaction.atomic
def hire(account: Account, *, password: str, by: User) -> User:
    """A new account that may open the desk. Raises Forbidden, AccountRefused."""
    _require(by)
    user = User(is_staff=True)
    _set(user, account)
    _check(user, account)
    _check_password(password, user)
    user.set_password(password)
    user.save(force_insert=True)
    _set_roles(user, account)
    _note("make account", user, by=by, **_facts(account))
    return user


@transaction.atomic
def change(user: User, account: Account, *, by: User) -> User:
    """Whatever differs; gives the row as it is now. A closed account is out at once.

    Raises Forbidden (for one's own account and a superuser's too), AccountRefused.
    """
    now = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    _require(by, now)
    before = _account_of(now)
    _set(now, account)
    _check(now, account)
    if before == account:
        return now
    now.save(force_update=True)
    _set_roles(now, account)
    _note("change account", now, by=by, before=_facts(before), after=_facts(account))
    return now


@transaction.atomic
def set_password(user: User, password: str, *, by: User) -> None:
    """A new password for somebody else; his sessions end. Raises as change() does."""
    _require(by, user)
    _check_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    _note("set password", user, by=by)


@transaction.atomic
def let_try_again(user: User, *, by: User) -> None:
    """Forget the wrong passwords that lock this name out. Raises Forbidden."""
    _require(by, user)
    AxesProxyHandler.reset_attempts(username=user.username)
    _note("unlock account", user, by=by)


@transaction.atomic
def speak(user: User, language: str) -> None:
    """The language of the admin, chosen by the person. Raises AccountRefused."""
    if language not in dict(settings.LANGUAGES):
        raise AccountRefused(_("Choose one of the languages."), field="language")
    if User.objects.filter(pk=user.pk).exclude(language=language).exists():
        User.objects.filter(pk=user.pk).update(language=language)
        _note("change language", user, by=user, language=language)


def _require(by: User, user: User | None = None) -> None:
    if not may(by, "manage people", user):
        raise Forbidden(
            _("You may not change this account; ask another administrator.")
        )


def _set(user: User, account: Account) -> None:
    user.username = User.normalize_username(account.username.strip())
    user.last_name, user.first_name = account.last_name, account.first_name
    user.email = User.objects.normalize_email(account.email)
    user.language, user.author = account.language, account.author
    user.is_active = account.is_active


def _check(user: User, account: Account) -> None:
    if not account.roles or account.roles - set(RIGHTS):
        raise AccountRefused(_("Choose at least one role."), field="roles")
    others = User.objects.exclude(pk=user.pk)
    if others.filter(username__iexact=user.username).exists():
        raise AccountRefused(_("Somebody has this name already."), field="username")
    if user.author and others.filter(author=user.author).exists():
        raise AccountRefused(
            _("Another account writes as this author."), field="author"
        )
    known = Section.objects.filter(pk__in=account.sections).count()
    if known != len(account.sections):
        raise AccountRefused(_("A section is not there any more."), field="sections")


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise AccountRefused(" ".join(error.messages), field="password1") from error


def _set_roles(user: User, account: Account) -> None:
    user.groups.set(Group.objects.filter(name__in=account.roles))
    user.sections.set(account.sections)


def _account_of(user: User) -> Account:
    return Account(
        username=user.username,
        roles=_names(user.groups.values_list("name", flat=True)),
        sections=frozenset(user.sections.values_list("pk", flat=True)),
        last_name=user.last_name,
        first_name=user.first_name,
        email=user.email,
        language=user.language,
        author=user.author,
        is_active=user.is_active,
    )


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


def _facts(account: Account) -> dict[str, Any]:
    """For the audit, as canonical JSON takes it."""
    author = account.author.pk if account.author else None
    facts = asdict(replace(account, author=None))
    roles, sections = sorted(account.roles), sorted(account.sections)
    return {**facts, "author": author, "roles": roles, "sections": sections}


def _note(action: str, user: User, *, by: User, **detail: Any) -> None:
    account = {"account": user.pk, "username": user.username}
    note(action, by=by, at=clock(), detail={**account, **detail})
