"""A crash, a session that ends, a text too long: what was written is not lost."""

import pytest
from playwright.sync_api import expect

from desk import writing
from tests import makers
from tests.e2e import newsroom

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]

OFFER = "[data-draft-offer]"


@pytest.fixture
def browser_context_args():
    return {"viewport": {"width": 1280, "height": 844}, "locale": "vi-VN"}


@pytest.fixture
def story(live_server, page):
    """Open at the editor's, in a browser."""
    story = makers.story(bylines=(makers.Byline("Trần Mai"),))
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server, story)
    return story


def write(page) -> None:
    """A word in the headline, one in the text, and a name."""
    page.fill("[name=headline]", "Nước rút dần ở Huế")
    newsroom.text(page).press("Control+End")
    newsroom.text(page).press_sequentially(" Đêm qua")
    page.locator("#add-bylines").press_sequentially("Đỗ Nam")
    page.locator("#add-bylines + .choices [role=option]").first.click()


def kept(page) -> None:
    """Until the browser has written it down."""
    expect(page.locator("[data-kept]")).not_to_be_empty()


def crash(page, live_server, story=None) -> None:
    """The window is gone; another is opened."""
    page.goto("about:blank")
    newsroom.open_story(page, live_server, story)


def test_after_a_crash_the_text_is_offered_and_restored(live_server, page, story):
    write(page)
    kept(page)
    crash(page, live_server, story)

    assert page.input_value("[name=headline]") != "Nước rút dần ở Huế"
    page.locator("[data-draft-restore]").click()
    newsroom.save(page)

    saved = writing.copy_of(makers.fresh(story))
    assert saved.headline == "Nước rút dần ở Huế"
    assert saved.body.endswith("Đêm qua</p>")
    assert [row.name for row in saved.bylines] == ["Trần Mai", "Đỗ Nam"]
    expect(page.locator(OFFER)).to_be_hidden()


def test_after_a_save_nothing_is_offered(live_server, page, story):
    write(page)
    kept(page)
    newsroom.save(page)

    crash(page, live_server, story)

    expect(page.locator(OFFER)).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_what_is_dropped_is_not_offered_again(live_server, page, story):
    write(page)
    kept(page)
    crash(page, live_server, story)

    page.locator("[data-draft-drop]").click()
    expect(page.locator(OFFER)).to_be_hidden()
    crash(page, live_server, story)

    expect(page.locator(OFFER)).to_be_hidden()


def test_a_new_story_is_kept_too(live_server, page, story):
    newsroom.open_story(page, live_server)
    page.fill("[name=headline]", "Tin vừa bắt đầu")
    kept(page)
    crash(page, live_server)

    page.locator("[data-draft-restore]").click()

    expect(page.locator("[name=headline]")).to_have_value("Tin vừa bắt đầu")


def test_a_text_kept_before_somebody_elses_save_leads_to_both(live_server, page, story):
    write(page)
    kept(page)
    writing.save(story, makers.copy(kicker="Của Thu"), version=1, by=makers.thu())
    crash(page, live_server, story)

    page.locator("[data-draft-restore]").click()
    page.locator("[data-save]").click()
    expect(page.locator("[data-story-form]")).to_have_count(0)

    assert makers.fresh(story).kicker == "Của Thu"
    loser = story.revisions.get(source="conflict")
    assert "Nước rút dần ở Huế" in loser.content
    crash(page, live_server, story)
    expect(page.locator(OFFER)).to_be_hidden()


def test_a_session_that_ended_is_renewed_in_the_page(live_server, page, story):
    write(page)
    newsroom.sign_out(page)

    page.locator("[data-save]").click()
    page.fill("#renewal-password", "sai")
    page.keyboard.press("Enter")
    expect(page.locator("[data-renewal] [role=alert]")).to_be_visible()
    page.fill("#renewal-password", newsroom.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")

    saved = makers.fresh(story)
    assert saved.headline == "Nước rút dần ở Huế"
    assert saved.body.endswith("Đêm qua</p>")


def test_who_does_not_sign_in_again_keeps_the_text(live_server, page, story):
    write(page)
    newsroom.sign_out(page)

    page.locator("[data-save]").click()
    page.locator("[data-renewal] [data-close]").click()

    expect(page.locator("[name=headline]")).to_have_value("Nước rút dần ở Huế")
    assert makers.fresh(story).version == 1


def test_the_picker_asks_to_sign_in_again_too(live_server, page, story):
    makers.photo()
    newsroom.sign_out(page)

    page.locator("[data-lead-pick]").click()
    page.fill("#renewal-password", newsroom.PASSWORD)
    page.keyboard.press("Enter")

    expect(page.locator("[data-picker-photos] button")).to_have_count(1)


def test_without_an_answer_nothing_is_sent_and_the_text_stays(live_server, page, story):
    write(page)
    page.route("**/renew/", lambda route: route.abort())

    page.locator("[data-save]").click()

    expect(page.locator("[data-save-trouble]")).to_be_visible()
    expect(page.locator("[name=headline]")).to_have_value("Nước rút dần ở Huế")
    assert makers.fresh(story).version == 1


def test_a_text_above_the_hard_limit_never_leaves_the_page(
    live_server, page, story, settings
):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 60_000
    newsroom.open_story(page, live_server, story)
    page.fill("[name=standfirst]", "a" * 80_000)

    page.locator("[data-save]").click()

    expect(page.locator("[data-save-trouble]")).to_be_visible()
    assert len(page.input_value("[name=standfirst]")) == 80_000
    assert page.evaluate("Object.values(localStorage).join().length") > 80_000


def test_a_refused_text_is_still_kept_by_the_browser(live_server, page, story):
    page.fill("[name=headline]", "a" * 301)
    page.locator("[data-save]").click()
    page.wait_for_selector("[data-unsaved][data-ready]")
    kept(page)

    crash(page, live_server, story)

    page.locator("[data-draft-restore]").click()
    expect(page.locator("[name=headline]")).to_have_value("a" * 301)


def test_ctrl_s_saves_from_inside_the_text(live_server, page, story):
    newsroom.text(page).press("Control+End")
    newsroom.text(page).press_sequentially(" Đêm qua")
    newsroom.text(page).press("Control+s")
    page.wait_for_selector(".messagelist .success")

    assert makers.fresh(story).body.endswith("Đêm qua</p>")


def test_a_step_saves_first_what_was_written_since(live_server, page, story):
    page.fill("[name=headline]", "Nước rút dần ở Huế")

    page.locator("[data-then=preview]").click()
    page.wait_for_url("**/preview/")

    assert makers.fresh(story).headline == "Nước rút dần ở Huế"
    assert "Nước rút dần ở Huế" in page.content()
