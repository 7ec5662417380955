"""Liveness and readiness, as whoever restarts processes asks them."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError

from desk import health

pytestmark = pytest.mark.django_db


def test_it_works(client):
    Path(settings.MEDIA_ROOT).mkdir()

    answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()) == (200, {"troubles": []})
    assert client.get("/health/live").json() == {"live": True}


def test_without_its_database_it_lives_but_is_not_ready(client, monkeypatch):
    Path(settings.MEDIA_ROOT).mkdir()

    def down(connection):
        raise DatabaseError

    monkeypatch.setattr(health, "MigrationExecutor", down)

    answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()) == (503, {"troubles": ["database"]})
    assert client.get("/health/live").status_code == 200


def test_without_a_place_for_pictures_it_is_not_ready(client):
    assert client.get("/health/ready").json() == {"troubles": ["media"]}


def test_nobody_keeps_the_answer(client):
    assert "no-store" in client.get("/health/live")["Cache-Control"]
