"""From the draft to the reader and back, in a real browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article, Edition
from desk import writing
from tests import makers
from tests.e2e import newsroom
from tests.e2e.axe import faults
from tests.e2e.screens import screens

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture(params=screens(820, 1280))
def browser_context_args(request):
    """A tablet and a desk; widths in pixels."""
    return {"viewport": {"width": request.param, "height": 900}, "locale": "vi-VN"}


@pytest.fixture
def chief(page, live_server):
    user = newsroom.staff(makers.chief())
    newsroom.sign_in(page, live_server, user)
    return user


def go(page, live_server, name, story):
    address = reverse(f"admin:desk_story_{name}", args=[story.pk])
    return page.goto(live_server.url + address)


def confirm(page):
    with page.expect_navigation():
        page.locator(".release-form [type=submit]").click()


def test_a_story_is_previewed_printed_corrected_and_withdrawn(
    live_server, page, chief, complaints
):
    story = makers.story(lead=makers.lead(makers.photo()))

    go(page, live_server, "preview", story)
    expect(page.locator(".ribbon")).to_be_visible()
    picture = page.locator("figure img").first
    expect(picture).not_to_have_js_property("naturalWidth", 0)
    assert not Article.objects.exists()

    go(page, live_server, "print", story)
    confirm(page)
    newsroom.ready(page)
    address = live_server.url + Article.objects.get().get_absolute_url()
    page.goto(address)
    expect(page.locator("h1")).to_have_text(makers.copy().headline)

    newsroom.open_story(page, live_server, story)
    page.locator("[name=standfirst]").fill("Nước lên 2 m.")
    newsroom.save(page)
    go(page, live_server, "correct", story)
    expect(page.locator("ins").first).to_be_visible()
    page.locator("[name=note]").fill("Sai mực nước.")
    confirm(page)
    newsroom.ready(page)
    page.goto(address)
    expect(page.locator(".standfirst").first).to_have_text("Nước lên 2 m.")
    kinds = Edition.objects.order_by("number").values_list("kind", flat=True)
    assert list(kinds) == ["print", "correction"]

    go(page, live_server, "withdraw", story)
    page.locator("[name=notice]").fill("Tin chưa kiểm chứng.")
    confirm(page)
    newsroom.ready(page)
    assert complaints == []
    answer = page.goto(address)
    assert answer.status == 410
    expect(page.get_by_text("Tin chưa kiểm chứng.")).to_be_visible()


def test_a_draft_is_deleted_after_it_was_asked_for(live_server, page, chief):
    story = makers.story(by=chief)

    go(page, live_server, "delete", story)
    confirm(page)

    expect(page).to_have_url(re.compile(r"/admin/desk/story/$"))
    assert go(page, live_server, "history", story).status == 404


def test_a_screen_reader_stumbles_over_nothing(live_server, page, chief):
    article = makers.article(lead=makers.lead(makers.photo()))
    story = makers.fresh(article)
    writing.save(story, makers.copy(headline="Nước rút"), version=2, by=chief)

    for name in ("print", "correct", "reprint", "withdraw", "delete"):
        go(page, live_server, name, story)
        assert faults(page) == []
