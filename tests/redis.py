"""A throw-away Redis server on a port of this machine."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings


@contextmanager
def redis_server(
    folder: Path, *, port: int = 0
) -> Iterator[tuple[str, subprocess.Popen]]:
    """Its address for REDIS_URL, and its process, which may be killed."""
    port = port or _free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1"]
    server = subprocess.Popen(
        [*command, "--save", "", "--dir", str(folder)], stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0", server
    finally:
        server.terminate()
        server.wait(timeout=10)


def caches_at(url: str) -> dict[str, dict[str, Any]]:
    """CACHES with this Redis, as newsroom/settings.py has them."""
    backend = "django.core.cache.backends.redis.RedisCache"
    place = {"LOCATION": url, "OPTIONS": settings.REDIS_OPTIONS}
    return {"default": {"BACKEND": backend, **place}}


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait_for(port: int) -> None:
    for _attempt in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"no Redis at port {port}")
