"""Getting into the newsroom with a real browser, and waiting for its pages."""

from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse

from desk.models import Story, User
from tests import makers

PASSWORD = "matkhau-dai"


def staff(user: User) -> User:
    User.objects.filter(pk=user.pk).update(is_staff=True)
    return User.objects.get(pk=user.pk)


def binh() -> User:
    """The editor, who may sign in."""
    return staff(makers.binh())


def sign_in(page: Any, live_server: Any, user: User) -> None:
    """As if he had signed in a moment ago."""
    client = Client()
    client.force_login(user)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key}
    page.context.add_cookies([{**cookie, "url": live_server.url}])


def sign_out(page: Any) -> None:
    """His time is up: the page does not know it yet."""
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)


def open_story(page: Any, live_server: Any, story: Story | None = None) -> None:
    """The story's form, or a new one's, with its editor ready to write in."""
    name = "admin:desk_story_change" if story else "admin:desk_story_add"
    page.goto(live_server.url + reverse(name, args=[story.pk] if story else []))
    ready(page)


def ready(page: Any) -> None:
    page.wait_for_selector("[data-story-form][data-ready]")


def save(page: Any) -> None:
    """Presses Save, and waits for the page that says so."""
    page.locator("[data-save]").click()
    page.wait_for_selector(".messagelist .success")
    ready(page)


def body(page: Any) -> str:
    return page.evaluate("CKEDITOR.instances.id_body.getData()")


def text(page: Any) -> Any:
    """What one writes in."""
    return page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")
