"""People at the admin's door, and everything that a refused request must not change."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import Model
from django.template.backends.django import Template
from django.test import Client

from desk.models import User
from tests import makers

ROOMS = ("photos", "articles", "desk", "wire")


def client_of(user: User) -> Client:
    """A browser in which this person is logged in; a login of staff."""
    User.objects.filter(pk=user.pk).update(is_staff=True)
    user.refresh_from_db()
    client = Client()
    client.force_login(user)
    return client


def staff(role: str | None = None, name: str = "ai") -> tuple[User, Client]:
    user = User.objects.filter(username=name).first() or makers.person(name)
    user.groups.set(Group.objects.filter(name=role) if role else [])
    return user, client_of(user)


def asked(everybody: Sequence[Any], few: Sequence[Any]) -> Sequence[Any]:
    """Who is asked in a test of who may what: the rules are Python's, so on PostgreSQL
    one who may and one who may not show that its queries answer."""
    return few if connection.vendor == "postgresql" else everybody


def undrawn() -> AbstractContextManager[Any]:
    """For who asks what a view decides and gives its template: drawing an editor's form
    takes most of its request, and other tests look at the page."""
    return patch.object(Template, "render", return_value="")


def rows() -> dict[str, list[tuple]]:
    """Every row of every room, as it is now; logins apart.

    Asked without models, for it is asked before and after hundreds of requests.
    """
    found = {}
    with connection.cursor() as cursor:
        for model in _models():
            meta = model._meta
            columns = [
                connection.ops.quote_name(each.column)
                for each in meta.concrete_fields
                if each.attname != "last_login"
            ]
            table, key = map(connection.ops.quote_name, (meta.db_table, meta.pk.column))
            cursor.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {key}")
            found[meta.label] = cursor.fetchall()
    return found


def _models() -> list[type[Model]]:
    return [model for name in ROOMS for model in apps.get_app_config(name).get_models()]
