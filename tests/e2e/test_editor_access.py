"""The desk for everybody: by keyboard, with a screen reader, and without JavaScript."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.copy import Byline, Link
from desk import writing
from tests import makers
from tests.e2e import newsroom
from tests.e2e.axe import violations
from tests.e2e.screens import screens

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture(params=screens(820, 1280))
def browser_context_args(request):
    return {"viewport": {"width": request.param, "height": 844}, "locale": "vi-VN"}


def story_of_everything():
    other = makers.article(headline="Nước sông Hương lên nhanh")
    return makers.story(
        kicker="Bão số 5",
        bylines=(Byline("Trần Mai", makers.author().pk), Byline("Đỗ Nam")),
        lead=makers.lead(makers.photo()),
        topics=(makers.topic().pk,),
        links=(
            Link("related", story=other.pk),
            Link("more", url="https://example.vn/", text="Bản đồ"),
        ),
    )


def faults(page) -> dict[str, str]:
    """What axe finds, but for the inside of the editor, which is not ours."""
    return violations(page, {"exclude": [[".cke"]]}, iframes=False)


def test_axe_finds_nothing_on_the_form_and_its_dialogs(live_server, page):
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server, story_of_everything())

    assert faults(page) == {}
    page.locator("#add-bylines").press_sequentially("mai")
    page.wait_for_selector(".choices:not([hidden])")
    assert faults(page) == {}
    page.keyboard.press("Escape")
    page.locator("[data-lead-pick]").click()
    page.wait_for_selector("[data-picker-photos] button")
    assert faults(page) == {}


def test_axe_finds_nothing_on_a_refused_form(live_server, page):
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server, story_of_everything())
    page.fill("[name=headline]", "a" * 301)
    page.fill("[name=day]", "44")

    page.locator("[data-save]").click()
    page.wait_for_selector("[data-unsaved][data-ready]")

    assert faults(page) == {}


def test_axe_finds_nothing_on_the_list(live_server, page):
    story_of_everything()
    newsroom.sign_in(page, live_server, newsroom.binh())
    page.goto(live_server.url + reverse("admin:desk_story_changelist"))

    assert faults(page) == {}


def test_who_may_only_read_reads(live_server, page, complaints):
    story = makers.story(by=newsroom.binh())
    newsroom.sign_in(page, live_server, newsroom.staff(makers.lan()))
    page.goto(live_server.url + reverse("admin:desk_story_change", args=[story.pk]))
    page.wait_for_selector("iframe.cke_wysiwyg_frame")

    expect(page.locator("[data-save]")).to_have_count(0)
    expect(page.locator("[name=headline]")).to_be_disabled()
    expect(newsroom.text(page)).to_have_attribute("contenteditable", "false")
    assert complaints == []


class TestWithoutJavaScript:
    @pytest.fixture
    def browser_context_args(self):
        return {"java_script_enabled": False, "locale": "vi-VN"}

    def test_a_story_is_written_in_plain_fields(self, live_server, page):
        story = story_of_everything()
        newsroom.sign_in(page, live_server, newsroom.binh())
        page.goto(live_server.url + reverse("admin:desk_story_change", args=[story.pk]))

        page.fill("[name=headline]", "Nước rút")
        page.fill("[name=body]", "<p>Nước <b>rút</b>.</p>")
        page.fill("[name=bylines-0-ORDER]", "2")
        page.fill("[name=bylines-1-ORDER]", "1")
        page.fill("[name=bylines-2-name]", "Lê Hoa")
        page.check("[name=more-0-DELETE]")
        page.fill("[name=related-1-url]", "https://example.vn/b")
        page.locator("[data-save]").click()
        page.wait_for_selector(".messagelist .success")

        copy = writing.copy_of(makers.fresh(story))
        assert (copy.headline, copy.body) == ("Nước rút", "<p>Nước rút.</p>")
        assert [row.name for row in copy.bylines] == ["Đỗ Nam", "Trần Mai", "Lê Hoa"]
        assert [link.url for link in copy.links] == ["", "https://example.vn/b"]
