"""Pasting a dispatch with a real browser."""

from typing import Any

from django.urls import reverse
from playwright.sync_api import expect

PASTE = reverse("admin:wire_wireitem_paste")


def paste(page: Any, text: str) -> None:
    page.locator("#id_text").fill(text)
    page.get_by_role("button", name="Đọc bản tin").click()
    expect(page.locator(".parts")).to_be_visible()


def kind_of(page: Any, words: str) -> Any:
    """The choice beside these words."""
    return page.locator(".part").filter(has_text=words).locator("select")


def make(page: Any) -> None:
    page.get_by_role("button", name="Lập thành bài").click()
    made(page)


def made(page: Any) -> None:
    """Until the story's own form is there, ready to write in."""
    page.wait_for_selector(".story-form[data-ready]")
