"""A real browser: Debian's Chromium, asked for nothing but the page."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import testcases
from playwright.sync_api import expect

from tests.e2e.screens import screens


class KeptFiles(StaticFilesHandler):
    """Static files as their sources are now, kept by the browser as in production."""

    def serve(self, request: HttpRequest) -> HttpResponseBase:
        answer = super().serve(request)
        answer["Cache-Control"] = "max-age=3600"
        return answer


# pytest-django knows the app of static files by its plain name only, and would serve
# what somebody has collected once.
testcases._StaticFilesHandler = KeptFiles
# Playwright's loop runs in this thread; the tests themselves touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
# Chromium without its windows: the same engine at three quarters of the cost.
CHROMIUM = "/usr/bin/chromium-headless-shell"
# No test fails because the machine is slow.
expect.set_options(timeout=30_000)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-site-isolation-trials",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": CHROMIUM, "args": FLAGS, "headless": True}


@pytest.fixture(params=screens(390, 1280))
def browser_context_args(request) -> dict[str, Any]:
    """Of a phone or of a desk; widths in pixels."""
    return {"viewport": {"width": request.param, "height": 844}, "locale": "vi-VN"}


@pytest.fixture
def complaints(page) -> Iterator[list[str]]:
    """What the browser complained of: its console's errors and failed requests.

    A request is aborted when its page is left before it was answered: no complaint.
    """
    heard: list[str] = []

    def failed(request) -> None:
        if request.failure != "net::ERR_ABORTED":
            heard.append(f"{request.url}: {request.failure}")

    page.on("console", lambda said: said.type == "error" and heard.append(said.text))
    page.on("requestfailed", failed)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield heard
