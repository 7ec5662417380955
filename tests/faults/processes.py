"""Processes of their own for races and crashes, on the test's own database."""

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections

# `make proof` runs the long way; every other run a small part of it.
IS_PROOF = os.environ.get("PROOF") == "1"
PATIENCE = 120  # seconds
_FORKS = multiprocessing.get_context("fork")


def rounds(few: int, many: int) -> int:
    return many if IS_PROOF else few


def database_url() -> str:
    """The test database, as the other process must name it."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{settings.DATABASE_URL.rpartition('/')[0]}/{name}"


def start(module: str, *words: object) -> subprocess.Popen[str]:
    """`python -m MODULE WORDS...` with the test's database and pictures."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, words)],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": database_url(),
            "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        },
        stdout=subprocess.PIPE,
        text=True,
        cwd=settings.BASE_DIR,
    )


class Fork:
    """A process like this one, with its database, settings and pictures, and set up."""

    def __init__(self, act: Callable[..., Any], *words: Any, **more: Any) -> None:
        connection.close()  # or both would speak on one
        self._ear, mouth = _FORKS.Pipe(duplex=False)
        told = (mouth, act, words, more)
        self._process = _FORKS.Process(target=_tell, args=told, daemon=True)
        self._process.start()
        mouth.close()

    def said(self) -> Any:
        """What `act` returned; None of a process that fell, or never ended."""
        try:
            return self._ear.recv() if self._ear.poll(PATIENCE) else None
        except EOFError:
            return None
        finally:
            self.ended()

    def ended(self) -> int | None:
        """Its exit code when it has ended, with a minus the signal that killed it."""
        self._process.join(PATIENCE)
        return self._process.exitcode


# The test's own connections, which a fork has too: to be neither used nor ended there.
_left_alone: list[Any] = []


def _tell(mouth: Connection, act: Callable[..., Any], words: Any, more: Any) -> None:
    for each in connections.all(initialized_only=True):
        _left_alone.append(each)
        del connections[each.alias]
    mouth.send(act(*words, **more))


def wait_for(folder: Path, count: int) -> None:
    """Until so many processes stand at folder/barrier."""
    deadline = time.monotonic() + 60
    while len(list(folder.glob("barrier.*"))) < count:
        assert time.monotonic() < deadline, "a process did not come to the start"
        time.sleep(0.005)
