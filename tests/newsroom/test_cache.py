"""REDIS_URL for real: a Redis server of our own, on a socket's port of this machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from django.conf import settings

ASK = (
    "from django.core.cache import cache; cache.set('a', 'Huế'); print(cache.get('a'))"
)


@pytest.fixture
def redis_url(tmp_path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = f"redis-server --port {port} --bind 127.0.0.1 --save '' --dir {tmp_path}"
    server = subprocess.Popen(
        [word.strip("'") for word in words.split()], stdout=subprocess.DEVNULL
    )
    for _attempt in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.02)
    yield f"redis://127.0.0.1:{port}/0"
    server.terminate()
    server.wait(timeout=10)


def test_it_works(redis_url):
    answer = subprocess.run(
        [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", ASK],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "REDIS_URL": redis_url,
        },
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
    )

    assert answer.stdout.strip() == "Huế", answer.stderr
