"""The site as it is measured: production's settings, and an empty page beside it."""

import os
import secrets

os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
os.environ["DEBUG"] = "False"
os.environ["ALLOWED_HOSTS"] = "127.0.0.1"

from newsroom.settings import *  # noqa: E402, F403

ROOT_URLCONF = "tests.benchmarks.urls"
STATIC_ROOT = os.environ.get("BENCH_STATIC", STATIC_ROOT)  # noqa: F405
if not REDIS_URL:  # noqa: F405
    # Every page is made for every reader.
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
