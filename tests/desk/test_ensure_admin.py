"""The first administrator of `make run`."""

import re

import pytest
from django.core.management import call_command

from desk.models import User
from desk.permissions import may

pytestmark = pytest.mark.django_db


def test_it_works(capsys):
    call_command("ensure_admin")

    said = capsys.readouterr().out
    password = re.search(r"\S{16}$", said.strip())[0]
    admin = User.objects.get()
    assert (admin.username, admin.is_superuser) == ("admin", True)
    assert admin.check_password(password)
    assert may(admin, "print")


def test_a_second_time_keeps_everything_and_says_how_to_reset(capsys):
    call_command("ensure_admin")
    before = User.objects.get().password
    capsys.readouterr()

    call_command("ensure_admin")

    assert User.objects.get().password == before
    assert "make password" in capsys.readouterr().out


def test_each_password_is_another(capsys):
    call_command("ensure_admin")
    first = capsys.readouterr().out
    User.objects.all().delete()

    call_command("ensure_admin")

    assert capsys.readouterr().out != first


def test_another_superuser_is_enough():
    User.objects.create_superuser("an", password="matkhau-dai")

    call_command("ensure_admin")

    assert User.objects.get().username == "an"
