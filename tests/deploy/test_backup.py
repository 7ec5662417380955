"""Backup and restore, by the very commands of docs/deploy.md."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from articles.models import Edition
from desk.models import Audit, Story
from tests import makers
from tests.faults.processes import database_url

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(settings.BASE_DIR)
DOCUMENT = (ROOT / "docs/deploy.md").read_text()
COUNT = (
    "from articles.models import *; from desk.models import *;"
    "print(Article.objects.count(), Edition.objects.count(), Audit.objects.count(),"
    " Story.objects.count())"
)


def commands(name: str) -> str:
    suffix = "-sqlite" if connection.vendor == "sqlite" else ""
    block = re.search(rf"```{name}{suffix}\n(.*?)```", DOCUMENT, re.DOTALL)[1]
    return block.replace(".venv/bin/python", sys.executable)


def run(script: str, **environment: str) -> str:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        env={"PATH": os.environ["PATH"], **client(), **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def client() -> dict[str, str]:
    """How PostgreSQL's own programs find the server of this test."""
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        return {}
    return {
        "PGHOST": str(facts["HOST"]),
        "PGPORT": str(facts["PORT"]),
        "PGUSER": str(facts["USER"]),
    }


@pytest.fixture
def elsewhere(tmp_path) -> Iterator[dict[str, str]]:
    """An empty place to restore into: its own database and folder of pictures."""
    name = str(connection.settings_dict["NAME"])
    new = str(tmp_path / "new.sqlite3") if name.startswith("/") else f"{name}_restored"
    (tmp_path / "restored").mkdir()
    yield {
        "DATABASE": new,
        "DATABASE_URL": database_url().replace(name, new),
        "MEDIA_ROOT": str(tmp_path / "restored"),
        "SECRET_KEY": os.environ["SECRET_KEY"],
    }
    if connection.vendor == "postgresql":
        run(f"dropdb --if-exists {new}")


def test_it_works(tmp_path, elsewhere):
    story = makers.fresh(makers.article(lead=makers.lead(makers.photo())))
    makers.story(headline="Chưa đăng")
    counts = (1, Edition.objects.count(), Audit.objects.count(), Story.objects.count())
    (tmp_path / "backup").mkdir()
    backup = str(tmp_path / "backup")
    connection.close()

    run(
        commands("backup"),
        BACKUP=backup,
        DATABASE=str(connection.settings_dict["NAME"]),
        MEDIA_ROOT=str(settings.MEDIA_ROOT),
    )
    shutil.rmtree(settings.MEDIA_ROOT)
    said = run(commands("restore"), BACKUP=backup, **elsewhere)

    assert "I1, I2" in said
    restored = run(f"{sys.executable} manage.py shell -v 0 -c '{COUNT}'", **elsewhere)
    assert tuple(map(int, restored.split())) == counts
    assert story.printed_revision is not None
