"""Two editors, one story: no word of either is lost, in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from desk import writing
from desk.models import Revision
from tests import makers
from tests.e2e import newsroom
from tests.e2e.axe import faults
from tests.e2e.screens import screens

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture(params=screens(820, 1280))
def browser_context_args(request):
    """A tablet and a desk; widths in pixels."""
    return {"viewport": {"width": request.param, "height": 900}, "locale": "vi-VN"}


def signed_in(browser, browser_context_args, live_server, user):
    """A page in a browser of this person's own."""
    page = browser.new_context(**browser_context_args).new_page()
    newsroom.sign_in(page, live_server, newsroom.staff(user))
    return page


def save(page):
    with page.expect_navigation():
        page.locator("[data-save]").click()


def test_a_second_editors_save_is_merged_and_no_word_is_lost(
    live_server, browser, browser_context_args
):
    story = makers.story()
    people = (makers.thu(), makers.binh())
    thu, binh = (
        signed_in(browser, browser_context_args, live_server, person)
        for person in people
    )
    for page in (thu, binh):
        newsroom.open_story(page, live_server, story)
    thu.locator("[name=headline]").fill("Nước rút, Huế dọn bùn")
    save(thu)

    binh.locator("[name=headline]").fill("Huế ngập sâu nhất mười năm")
    binh.locator("[name=standfirst]").fill("Sapo của Bình.")
    save(binh)

    expect(binh.locator("[data-decision]")).to_have_count(2)
    expect(binh.get_by_text("Nước rút, Huế dọn bùn").first).to_be_attached()
    (loser,) = Revision.objects.filter(source="conflict")
    assert "Huế ngập sâu nhất mười năm" in loser.content

    headline = binh.locator("[data-decision]").first
    headline.locator("summary").click()
    headline.locator("textarea").fill("Nước rút sau trận ngập sâu nhất mười năm")
    expect(headline.locator("input[value=edited]")).to_be_checked()
    with binh.expect_navigation():
        binh.locator("[data-merge] [type=submit]").click()

    binh.wait_for_url(f"**/story/{story.pk}/change/")
    assert writing.copy_of(makers.fresh(story)) == makers.copy(
        headline="Nước rút sau trận ngập sâu nhất mười năm",
        standfirst="Sapo của Bình.",
    )


def test_the_merge_works_without_scripts(live_server, browser, browser_context_args):
    story = makers.story()
    thu, binh = makers.thu(), makers.binh()
    writing.save(story, makers.copy(headline="Của thu"), version=1, by=thu)
    late = makers.copy(headline="Của bình", kicker="Bão số 5")
    loser = writing.keep_loser(story, late, base=1, by=binh)
    args = {**browser_context_args, "java_script_enabled": False}
    page = signed_in(browser, args, live_server, binh)

    merge = reverse("admin:desk_story_merge", args=[story.pk, loser.number])
    page.goto(live_server.url + merge)
    page.locator("[data-decision] input[value=theirs]").last.check()
    page.locator("[data-merge] [type=submit]").click()

    page.wait_for_url(f"**/story/{story.pk}/change/")
    saved = makers.fresh(story)
    assert (saved.headline, saved.kicker) == ("Của thu", "Bão số 5")


def test_a_screen_reader_stumbles_over_nothing(
    live_server, browser, browser_context_args
):
    story = makers.story(lead=makers.lead(makers.photo()))
    thu, binh = makers.thu(), makers.binh()
    writing.save(story, makers.copy(headline="Của thu"), version=1, by=thu)
    late = makers.copy(headline="Của bình", body="<p>a</p><p>b</p>")
    loser = writing.keep_loser(story, late, base=1, by=binh)
    page = signed_in(browser, browser_context_args, live_server, binh)

    for name in ("history", "compare", "restore", "merge"):
        number = {"restore": [1], "merge": [loser.number]}.get(name, [])
        address = reverse(f"admin:desk_story_{name}", args=[story.pk, *number])
        page.goto(live_server.url + address)
        assert faults(page) == []
