"""REDIS_URL for real: a Redis server of our own, on a socket's port of this machine."""

import os
import subprocess
import sys

from django.conf import settings

from tests.redis import redis_server

ASK = (
    "from django.core.cache import cache; cache.set('a', 'Huế'); print(cache.get('a'))"
)


def test_it_works(tmp_path):
    with redis_server(tmp_path) as (url, _server):
        answer = subprocess.run(
            [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", ASK],
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "newsroom.settings",
                "REDIS_URL": url,
            },
            capture_output=True,
            text=True,
            cwd=settings.BASE_DIR,
        )

    assert answer.stdout.strip() == "Huế", answer.stderr
