"""A session that ends, a crash, a text too long: what was pasted is not lost."""

import pytest
from playwright.sync_api import expect

from desk.models import Story
from tests import makers
from tests.e2e import newsroom
from tests.e2e.pasting import PASTE, kind_of, made, make, paste
from tests.wire.samples import STORY, written

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]

TEXT = written()


@pytest.fixture
def browser_context_args():
    return {"viewport": {"width": 1280, "height": 844}, "locale": "vi-VN"}


@pytest.fixture(autouse=True)
def _signed_in(page, live_server):
    makers.section("Giao thông", "giao-thong")
    newsroom.sign_in(page, live_server, newsroom.binh())


def test_a_session_that_ended_is_renewed_and_nothing_is_lost(live_server, page):
    page.goto(live_server.url + PASTE)
    paste(page, TEXT)
    kind_of(page, STORY["third"]).select_option(label="Tít xen")
    newsroom.sign_out(page)

    page.get_by_role("button", name="Lập thành bài").click()
    page.fill("#renewal-password", newsroom.PASSWORD)
    page.keyboard.press("Enter")
    made(page)

    expect(page.locator("[name=headline]")).to_have_value(STORY["headline"])
    assert f"<h2>{STORY['third']}</h2>" in Story.objects.get().body


def test_after_a_crash_the_text_and_the_choices_are_offered(live_server, page):
    page.goto(live_server.url + PASTE)
    paste(page, TEXT)
    kind_of(page, STORY["third"]).select_option(label="Tít xen")
    expect(page.locator("[data-kept]")).not_to_be_empty()
    page.goto("about:blank")
    page.goto(live_server.url + PASTE)

    page.locator("[data-draft-restore]").click()
    expect(page.locator("#id_text")).to_have_value(TEXT)
    page.get_by_role("button", name="Đọc bản tin").click()

    expect(kind_of(page, STORY["third"])).to_have_value("subheading")
    expect(page.locator("[data-draft-offer]")).to_be_hidden()
    make(page)
    page.goto(live_server.url + PASTE)
    expect(page.locator("[data-draft-offer]")).to_be_hidden()


def test_a_text_above_the_hard_limit_never_leaves_the_page(live_server, page, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 60_000
    page.goto(live_server.url + PASTE)
    page.locator("#id_text").fill("a" * 80_000)

    page.get_by_role("button", name="Đọc bản tin").click()

    expect(page.locator("[data-save-trouble]")).to_be_visible()
    expect(page.locator("#id_text")).to_have_value("a" * 80_000)
