"""The pictures of the documents: the demo newsroom, at a fixed hour, in a browser.

`make screenshots` writes docs/pictures/. Everything is made anew in a temporary folder,
and the hour is always the same, so a picture changes only when its page does.
"""

import io
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from threading import Thread
from typing import Any

FOLDER = Path(tempfile.mkdtemp(prefix="newsroom-pictures-"))
os.environ |= {
    "DATABASE_URL": f"sqlite:///{FOLDER}/db.sqlite3",
    "DEBUG": "True",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright's loop runs in this thread
    "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    "MEDIA_ROOT": str(FOLDER / "media"),
    "SECRET_KEY": "only for pictures: nobody signs in to this newsroom",
    "SITE_URL": "http://127.0.0.1:8000",
}

import django  # noqa: E402
from django.utils import timezone as clock  # noqa: E402

NOW = datetime(2026, 11, 25, 9, 40, tzinfo=timezone(timedelta(hours=7)))
clock.now = lambda: NOW  # before anything asks for the time

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.servers.basehttp import (  # noqa: E402
    ThreadedWSGIServer,
    WSGIRequestHandler,
)
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from articles.models import Article  # noqa: E402
from demo import hours  # noqa: E402
from demo.scenes.album import jpeg  # noqa: E402
from desk import writing  # noqa: E402
from desk.models import Revision, Story, User  # noqa: E402
from tests.e2e.conftest import CHROMIUM, FLAGS  # noqa: E402

PICTURES = Path(__file__).parent / "pictures"
DISPATCH = Path(__file__).parent / "sample-dispatch.txt"
PHONE, DESK = (390, 844), (1280, 900)  # pixels
COLOURS = 256  # of a picture: the file is a third, and no dot loses its colour


def newsroom() -> None:
    """The demo, and two editors who changed one draft."""
    call_command("migrate", verbosity=0)
    call_command("demo", stdout=io.StringIO())
    printed = Article.objects.values("pk")
    story = Story.objects.exclude(pk__in=printed).filter(language="vi").latest("pk")
    thu, binh = (User.objects.get(username=name) for name in ("thu", "binh"))
    copy, seen = writing.copy_of(story), story.version
    base = writing.base_of(story, seen)
    first = replace(copy, headline=f"{copy.headline} trong đêm")
    late = replace(
        copy,
        headline=f"Sáng nay: {copy.headline}",
        standfirst=f"{copy.standfirst} Chưa có thiệt hại về người.",
    )
    with hours.at(NOW - timedelta(minutes=4)):
        writing.save(story, first, version=seen, by=thu)
    with hours.at(NOW - timedelta(minutes=1)):
        writing.keep_loser(story, late, base=base, by=binh)


@contextmanager
def served() -> Iterator[str]:
    """Its address."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    server.daemon_threads = True
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    logging.getLogger("django.server").disabled = True  # set up again just now
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class Camera:
    """One browser, in which somebody of the demo may be signed in."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address

    @contextmanager
    def opened(
        self,
        path: str,
        *,
        by: str = "",
        size: tuple[int, int] = DESK,
        scheme: Any = "light",
    ) -> Iterator[Page]:
        width, height = size
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale="vi-VN",
            timezone_id=settings.TIME_ZONE,
            reduced_motion="reduce",
        )
        if by:
            context.add_cookies([self._session(by)])
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(self.address + path, wait_until="networkidle")
        yield page
        context.close()

    def _session(self, name: str) -> Any:
        client = Client()
        client.force_login(User.objects.get(username=name))
        key = settings.SESSION_COOKIE_NAME
        return {"name": key, "value": client.cookies[key].value, "url": self.address}

    def take(self, name: str, path: str, **options: Any) -> None:
        with self.opened(path, **options) as page:
            keep(page, name)


LOADED = """() => Promise.all([...document.images]
  .filter((image) => image.checkVisibility()
    && image.getBoundingClientRect().top < innerHeight)
  .map((image) => image.decode()))"""


def keep(page: Page, name: str) -> None:
    """With few colours: a page is mostly paper."""
    page.evaluate(LOADED)
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    small = picture.convert("RGB").quantize(
        COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE
    )
    small.save(PICTURES / f"{name}.png", optimize=True)
    print(PICTURES / f"{name}.png")


def paper(camera: Camera) -> None:
    article = Article.objects.order_by("-first_printed_at", "-pk")[0]
    address = article.get_absolute_url()
    camera.take("front-light", "/", size=(1280, 1400))
    camera.take("front-dark", "/", size=(1280, 1400), scheme="dark")
    camera.take("article-phone", address, size=PHONE)
    camera.take("article-desk", address, size=(1280, 1400))


def desk(camera: Camera) -> None:
    live = Article.objects.order_by("-first_printed_at", "-pk")[0].pk
    loser = Revision.objects.get(source=Revision.Source.CONFLICT)
    camera.take("stories", reverse("admin:desk_story_changelist"), by="thu")
    form = reverse("admin:desk_story_change", args=[live])
    with camera.opened(form, by="thu") as page:
        page.wait_for_selector("[data-ready]")
        keep(page, "story-form")
        page.locator("[data-lead-pick]").click()
        page.wait_for_selector("[data-picker-photos] img")
        page.mouse.move(0, 0)
        keep(page, "picker")
    compare = reverse("admin:desk_story_compare", args=[live])
    camera.take("compare", compare, by="thu")
    merge = reverse("admin:desk_story_merge", args=[loser.story_id, loser.number])
    camera.take("conflict", merge, by="binh")


def pasted(camera: Camera) -> None:
    """Read, with the photo of its caption."""
    address = reverse("admin:wire_wireitem_paste")
    with camera.opened(address, by="thu", size=(1280, 1200)) as page:
        page.locator("#id_text").fill(DISPATCH.read_text())
        page.locator("[data-save]").click()
        page.wait_for_selector(".parts")
        photo = {"name": "muoi.jpg", "mimeType": "image/jpeg"}
        file = {**photo, "buffer": jpeg("salt_field", 0.75)}
        page.locator(".photo-place input[type=file]").first.set_input_files(file)
        page.locator("[data-save]").click()
        page.wait_for_selector(".slot img")
        keep(page, "paste")


def photos(camera: Camera) -> None:
    live = Article.objects.order_by("-first_printed_at", "-pk")[0]
    number = live.photos.order_by("pk")[0].photo_id
    camera.take("photo-sheet", reverse("admin:photos_photo_changelist"), by="ngoc")
    page = reverse("admin:photos_photo_change", args=[number])
    camera.take("photo-page", page, by="ngoc", size=(1280, 1200))
    camera.take(
        "photo-crops", reverse("admin:photos_photo_crops", args=[number]), by="ngoc"
    )


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    newsroom()
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        camera = Camera(browser, address)
        paper(camera)
        desk(camera)
        pasted(camera)
        photos(camera)
        browser.close()


if __name__ == "__main__":
    try:
        main()
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
