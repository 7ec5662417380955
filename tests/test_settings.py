"""Each unsafe value stops the start with a sentence."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from newsroom.safety import complaints

SAFE = {
    "DEBUG": False,
    "SECRET_KEY": "k7Hq2vX9" * 8,
    "ALLOWED_HOSTS": ["bao.example.vn"],
    "SITE_URL": "https://bao.example.vn",
    "DATABASE_URL": "postgres://newsroom@db/newsroom",
    "MEDIA_ROOT": "/srv/media",
    "MEDIA_URL": "/media/",
    "TRUSTED_PROXIES": [],
    "S3_PRIVATE_BUCKET": "",
    "S3_PUBLIC_BUCKET": "",
}


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    safe = {"SECRET_KEY": "k7Hq2vX9" * 8, "DATABASE_URL": "sqlite:///:memory:"}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        env={"PATH": os.environ["PATH"], **safe, **environment},
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
    )


def test_it_works():
    assert complaints(SAFE) == []


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SECRET_KEY", "", "SECRET_KEY"),
        ("SECRET_KEY", "django-insecure-" + "x7" * 40, "SECRET_KEY"),
        ("SECRET_KEY", "a" * 80, "SECRET_KEY"),
        ("ALLOWED_HOSTS", [], "ALLOWED_HOSTS"),
        ("ALLOWED_HOSTS", ["*"], "ALLOWED_HOSTS"),
        ("SITE_URL", "http://bao.example.vn", "https"),
        ("SITE_URL", "bao.example.vn", "SITE_URL"),
        ("SITE_URL", "https://bao.example.vn/tin", "SITE_URL"),
        ("DATABASE_URL", "mysql://db/newsroom", "DATABASE_URL"),
        ("MEDIA_ROOT", "/", "MEDIA_ROOT"),
        ("MEDIA_URL", "media", "MEDIA_URL"),
        ("MEDIA_URL", "/static/", "MEDIA_URL"),
        ("TRUSTED_PROXIES", ["nginx"], "TRUSTED_PROXIES"),
        ("TRUSTED_PROXIES", ["0.0.0.0/0"], "TRUSTED_PROXIES"),
        ("DEBUG", True, "DEBUG"),
        ("S3_PUBLIC_BUCKET", "a", "two buckets"),
    ],
)
def test_an_unsafe_value_is_named(name: str, value: object, says: str):
    found = complaints({**SAFE, "MEDIA_URL": "https://anh.example.vn/", name: value})

    assert len(found) == 1
    assert says in found[0]


def test_a_bucket_needs_an_address_and_is_not_the_other_one():
    buckets = {"S3_PRIVATE_BUCKET": "a", "S3_PUBLIC_BUCKET": "b"}
    address = {"MEDIA_URL": "https://anh.example.vn/"}

    assert complaints({**SAFE, **buckets, **address}) == []
    (sentence,) = complaints({**SAFE, **buckets})
    assert "MEDIA_URL" in sentence
    (sentence,) = complaints({**SAFE, **buckets, **address, "S3_PUBLIC_BUCKET": "a"})
    assert "two buckets" in sentence


def test_the_start_stops_with_the_sentence():
    answer = start(ALLOWED_HOSTS="*")

    assert answer.returncode != 0
    assert "ALLOWED_HOSTS=* answers for any host" in answer.stderr


def test_a_secret_may_begin_with_a_dollar():
    assert start(SECRET_KEY="$k7Hq2vX9" * 8).returncode == 0


def test_a_sqlite_address_keeps_the_pragmas():
    code = (
        "import django; django.setup(); from django.conf import settings;"
        "print(settings.DATABASES['default']['OPTIONS']['transaction_mode'])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DATABASE_URL": "sqlite:///other.sqlite3",
        },
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
    )

    assert answer.stdout.strip() == "IMMEDIATE"


def test_the_deployment_check_is_clean():
    answer = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level=WARNING"],
        env={
            "PATH": os.environ["PATH"],
            "SECRET_KEY": "k7Hq2vX9" * 8,
            "ALLOWED_HOSTS": "bao.example.vn",
            "SITE_URL": "https://bao.example.vn",
            "TRUSTED_PROXIES": "127.0.0.1",
        },
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
    )

    assert answer.returncode == 0, answer.stderr
