"""Processes of their own for races and crashes, on the test's own database."""

import os
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.db import connection

# `make proof` runs the long way; every other run a small part of it.
IS_PROOF = os.environ.get("PROOF") == "1"


def rounds(few: int, many: int) -> int:
    return many if IS_PROOF else few


def database_url() -> str:
    """The test database, as the other process must name it."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{settings.DATABASE_URL.rpartition('/')[0]}/{name}"


def start(module: str, *words: object, **extra: str) -> subprocess.Popen[str]:
    """`python -m MODULE WORDS...` with the test's database and pictures."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, words)],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": database_url(),
            "MEDIA_ROOT": str(settings.MEDIA_ROOT),
            **extra,
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=settings.BASE_DIR,
    )


def wait_for(folder: Path, count: int) -> None:
    """Until so many processes stand at folder/barrier."""
    deadline = time.monotonic() + 60
    while len(list(folder.glob("barrier.*"))) < count:
        assert time.monotonic() < deadline, "a process did not come to the start"
        time.sleep(0.005)
