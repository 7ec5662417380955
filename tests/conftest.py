"""What every test gets: its own pictures folder, a cold cache, quick passwords."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import TransactionTestCase
from django.utils import translation
from hypothesis import settings as hypothesis

from articles import masthead
from desk import roles

# No test fails because the machine is slow.
hypothesis.register_profile("newsroom", deadline=None)
hypothesis.load_profile("newsroom")

# What no test changes, and what would be made anew after each.
KEPT = {
    model._meta.db_table
    for model in (ContentType, Permission, Group, Group.permissions.through)
} | {"django_migrations"}
LEAVE = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what asks a database: that runs on both, the rest only once."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        if item.get_closest_marker("django_db") or "django_db_setup" in names:
            item.add_marker("database")


def pytest_collection_finish() -> None:
    """What is imported by now stays: Python need not look through it with each test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def emptied(_case: TransactionTestCase | None = None) -> None:
    """The rows go that a test with transactions of its own has left.

    Django's own way truncates every table of PostgreSQL, with a file for each and each
    of its indexes, and makes rights and roles anew: a fifth of a second for a few rows.
    """
    tables = set(connection.introspection.django_table_names()) - KEPT
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            # Rows that others name may go first.
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute(";".join(f'DELETE FROM "{name}"' for name in tables))
    else:
        flush = connection.ops.sql_flush(no_style(), sorted(tables))
        connection.ops.execute_sql_flush(flush)
    roles.first_rows(connection.alias)


TransactionTestCase._fixture_teardown = emptied


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:
    """At the end nobody else is in the database, or it could not be removed.

    A browser's test runs in a context of its own, and Django opens it a connection of
    its own there, which no test can close afterwards.
    """
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(LEAVE)


@pytest.fixture(autouse=True)
def newsroom(settings, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    masthead.kept.cache_clear()
    with translation.override("vi"):
        yield


def pytest_terminal_summary(terminalreporter, exitstatus: int, config) -> None:
    passed = len(terminalreporter.stats.get("passed", []))
    terminalreporter.write_line(f"{passed} tests passed on {connection.vendor}")


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session, exitstatus):
    yield
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") != "true" or reporter is None:
        return
    if reporter.stats.get("skipped") or reporter.stats.get("xfailed"):
        reporter.write_line("CI: a skipped test is a failed test.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
