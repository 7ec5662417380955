"""gunicorn as in production, asked by wrk; what its workers and the database work."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.request import urlopen

from django.conf import settings
from django.db import connection

WORKERS = 3
READERS = 6  # connections of wrk at a time
_TICKS = os.sysconf("SC_CLK_TCK")  # of the kernel's clock, in a second
_BACKENDS = """
    SELECT pid FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


@dataclass(frozen=True)
class Cost:
    """Of one request: milliseconds of CPU; and how many a second there were."""

    workers: float
    database: float
    a_second: float


@dataclass(frozen=True)
class Server:
    port: int
    pid: int

    def cost(self, paths: Sequence[str], *, seconds: int) -> Cost:
        """Of these pages in turn, each asked before once by somebody else.

        Raises RuntimeError when one is not answered.
        """
        for path in paths:
            urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30).close()
        before = self._work()
        counted, duration = self._ask(paths, seconds)
        workers, database = (
            1000 * (after - began) / counted
            for after, began in zip(self._work(), before, strict=True)
        )
        return Cost(workers, database, counted / duration)

    def _ask(self, paths: Sequence[str], seconds: int) -> tuple[int, float]:
        """How many were answered, in how many seconds."""
        script = Path(__file__).with_name("asked.lua")
        with NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("\n".join(paths))
            file.flush()
            command = ["wrk", "-t1", f"-c{READERS}", f"-d{seconds}s", "-s", str(script)]
            said = subprocess.run(
                [*command, f"http://127.0.0.1:{self.port}", "--", file.name],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        found = re.search(r"^counted (\d+) (\d+) (\d+)$", said, re.MULTILINE)
        if found is None or found[3] != "0":
            raise RuntimeError(said)
        return int(found[1]), int(found[2]) / 1e6

    def _work(self) -> tuple[float, float]:
        """Seconds of CPU of the workers, and of the database's processes for them."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        workers = map(int, children.read_text().split())
        with connection.cursor() as cursor:
            cursor.execute(_BACKENDS)
            backends = [pid for (pid,) in cursor.fetchall()]
        return sum(map(_cpu, workers)), sum(map(_cpu, backends))


def _cpu(pid: int) -> float:
    """Seconds in user and system mode: fields 14 and 15 of proc(5)'s stat."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


@contextmanager
def serving(folder: Path, *, redis_url: str = "") -> Iterator[Server]:
    """Three workers that are warm; without Redis each page is made anew."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
        "REDIS_URL": redis_url,
        "GUNICORN_BIND": "127.0.0.1:0",
        "GUNICORN_WORKERS": str(WORKERS),
    }
    log = folder / "gunicorn.log"
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    # No worker is replaced while it is measured.
    command += ["--max-requests", "0", "newsroom.wsgi"]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, env=environment, cwd=settings.BASE_DIR, stderr=output
        )
    try:
        yield Server(_port(log), process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _port(log: Path) -> int:
    """Where gunicorn says that it listens, once it answers there."""
    for _attempt in range(300):
        found = re.search(r"Listening at: http://127\.0\.0\.1:(\d+)", log.read_text())
        if found:
            urlopen(f"http://127.0.0.1:{found[1]}/health/live", timeout=30).close()
            return int(found[1])
        time.sleep(0.1)
    raise RuntimeError(log.read_text())
