"""From a pasted dispatch to the reader, in a real browser."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article
from desk.models import Story
from photos.models import Photo
from tests import makers
from tests.e2e import newsroom
from tests.e2e.axe import faults
from tests.e2e.pasting import PASTE, kind_of, make, paste
from tests.e2e.screens import screens
from tests.wire.samples import LEAD, STORY, written
from wire.models import WireItem

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]

TEXT = written()
PICTURE = {"name": "cau.jpg", "mimeType": "image/jpeg"}


@pytest.fixture(params=screens(820, 1280))
def browser_context_args(request):
    """A tablet and a desk; widths in pixels."""
    return {"viewport": {"width": request.param, "height": 900}, "locale": "vi-VN"}


@pytest.fixture
def thu(page, live_server):
    """The managing editor, who may bring in and print."""
    makers.section("Giao thông", "giao-thong")
    newsroom.sign_in(page, live_server, newsroom.staff(makers.thu()))


def test_a_dispatch_is_pasted_corrected_illustrated_previewed_and_printed(
    live_server, page, thu, complaints
):
    page.goto(live_server.url + reverse("admin:index"))
    page.get_by_role("link", name="Dán tin thông tấn").click()
    paste(page, TEXT)
    # The sapo stands twice, as in the model dispatch: once is enough.
    kind_of(page, LEAD).nth(1).select_option(label="Không vào bài")
    picture = {**PICTURE, "buffer": makers.jpeg(1600, 1066)}
    page.get_by_label("Tệp ảnh").first.set_input_files(picture)
    make(page)

    expect(page.locator("[name=headline]")).to_have_value(STORY["headline"])
    expect(page.locator("[data-lead-image]")).to_be_visible()
    page.locator("[data-then=preview]").click()
    expect(page.locator(".ribbon")).to_be_visible()
    shown = page.locator("figure.lead img")
    expect(shown).not_to_have_js_property("naturalWidth", 0)
    assert not Article.objects.exists()

    page.go_back()
    newsroom.ready(page)
    page.locator("[data-then=print]").click()
    page.locator(".release-form [type=submit]").click()
    newsroom.ready(page)
    page.goto(live_server.url + Article.objects.get().get_absolute_url())
    expect(page.locator("h1")).to_have_text(STORY["headline"])
    expect(page.locator("figcaption")).to_contain_text("(Ảnh: Minh Hạ/TTXVN)")
    expect(page.locator(".end-mark")).to_have_text(".../.")
    expect(page.locator("main")).to_contain_text("TTXVN - Ngày 2/9, tại Nghệ An,")
    expect(page.get_by_text(LEAD)).to_have_count(1)
    assert complaints == []


@pytest.fixture
def plain(browser, browser_context_args, live_server) -> Iterator:
    """A browser without scripts."""
    makers.section("Giao thông", "giao-thong")
    args = {**browser_context_args, "java_script_enabled": False}
    context = browser.new_context(**args)
    page = context.new_page()
    newsroom.sign_in(page, live_server, newsroom.binh())
    yield page
    context.close()


def test_it_all_works_without_scripts(live_server, plain):
    plain.goto(live_server.url + PASTE)
    paste(plain, TEXT.replace("Giao thông\n", "Chuyện bên sông\n", 1))
    plain.locator(".doubts a").click()
    expect(plain.get_by_label("Chuyên mục", exact=True)).to_be_focused()
    plain.get_by_label("Chuyên mục", exact=True).select_option(label="Giao thông")
    files = plain.get_by_label("Tệp ảnh")
    files.first.set_input_files({**PICTURE, "buffer": b"<html>"})

    plain.get_by_role("button", name="Lập thành bài").click()
    expect(plain.locator(".slot .errorlist")).to_contain_text("không phải ảnh")
    files.first.set_input_files({**PICTURE, "buffer": makers.jpeg()})
    plain.get_by_role("button", name="Lập thành bài").click()

    expect(plain.locator(".messagelist .success")).to_be_visible()
    story = Story.objects.get()
    assert (story.section.slug, story.lead_photo) == ("giao-thong", Photo.objects.get())
    assert WireItem.objects.get().story == story


# In the light every other test sees it.
@pytest.mark.parametrize("scheme", screens("light", "dark"))
def test_a_screen_reader_stumbles_over_nothing(live_server, page, thu, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(live_server.url + PASTE)
    found = faults(page)
    paste(page, TEXT.replace("Giao thông\n", "Chuyện bên sông\n", 1))
    found += faults(page)
    page.get_by_label("Tệp ảnh").first.set_input_files(
        {**PICTURE, "buffer": makers.jpeg()}
    )
    page.locator(".more-photo summary").click()
    page.get_by_label("Tệp ảnh").last.set_input_files({**PICTURE, "buffer": b"<html>"})
    page.get_by_role("button", name="Đọc lại").click()
    expect(page.locator(".slot img")).to_be_visible()

    assert found + faults(page) == []
