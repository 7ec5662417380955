"""People at the admin's door, and everything that a refused request must not change."""

from django.apps import apps
from django.contrib.auth.models import Group
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


def rows() -> dict[str, list[tuple]]:
    """Every row of every room, as it is now; logins apart."""
    return {
        model._meta.label: list(
            model._default_manager.order_by("pk").values_list(
                *[
                    column.attname
                    for column in model._meta.concrete_fields
                    if column.attname != "last_login"
                ]
            )
        )
        for name in ROOMS
        for model in apps.get_app_config(name).get_models()
    }
