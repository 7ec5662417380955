"""The one admin: everything is registered on it, and each page opens."""

import pytest
from django.contrib import admin
from django.urls import reverse

from desk.models import User
from desk.site import NewsroomSite
from tests import makers
from tests.shared import made_once

pytestmark = pytest.mark.django_db

NAMES = sorted(
    f"{model._meta.app_label}_{model._meta.model_name}"
    for model in admin.site._registry
)


made, world = made_once(
    lambda: makers.full_article(bylines=1, photos=2, links=1, topics=1)
)


@pytest.fixture
def chief(client, world) -> User:
    user = makers.chief()
    User.objects.filter(pk=user.pk).update(is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


def test_it_works(client, chief):
    answer = client.get("/admin/")

    assert answer.status_code == 200
    assert "Tòa soạn" in answer.content.decode()


def test_there_is_one_site():
    assert isinstance(admin.site, NewsroomSite)
    assert "desk_story" in NAMES and "wire_wireitem" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_list_opens(client, chief, name):
    assert client.get(reverse(f"admin:{name}_changelist")).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_every_row_opens(client, chief, name):
    model = next(
        model
        for model in admin.site._registry
        if f"{model._meta.app_label}_{model._meta.model_name}" == name
    )

    for row in model._default_manager.all()[:2]:
        address = reverse(f"admin:{name}_change", args=[row.pk])
        assert client.get(address).status_code == 200


def test_a_stranger_is_asked_to_log_in(client):
    answer = client.get("/admin/desk/story/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")
