"""A newsroom that is made once, for all the tests of a module."""

import copy
import shutil
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import translation


def made_once(make: Callable[[], Any]) -> tuple[Any, Any]:
    """Two fixtures; the first must be called `made`, the second as it pleases.

        made, world = made_once(everything)

    Each test has a copy of what was made, and of its files. What the test does is
    rolled back after it, what was made after the module: for modules without
    transactions of their own.
    """

    @pytest.fixture(scope="module")
    def made(django_db_setup, django_db_blocker, tmp_path_factory):
        media = tmp_path_factory.mktemp("made")
        hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
        settings = override_settings(MEDIA_ROOT=media, PASSWORD_HASHERS=hashers)
        with django_db_blocker.unblock(), transaction.atomic():
            with settings, translation.override("vi"):
                thing = make()
            yield thing, media
            transaction.set_rollback(True)

    @pytest.fixture
    def given(made, settings, tmp_path):
        thing, media = made
        settings.MEDIA_ROOT = shutil.copytree(media, tmp_path / "made")
        return copy.deepcopy(thing)

    return made, given
