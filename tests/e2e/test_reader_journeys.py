"""A reader's ways through the paper, on a phone and at a desk, without JavaScript."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from articles.copy import Byline
from articles.lists import PAGE
from tests import makers

# Every run takes these ways on a phone, `make proof` at a desk too; what the pages ask
# of the database is asked of both in tests/articles.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "java_script_enabled": False}


def paper() -> None:
    author = makers.author(biography="Viết về sông nước.")
    topic = makers.topic()
    photo = makers.photo(size=(1500, 1000))
    old = makers.article(headline="Đê sông Bồ được gia cố")
    makers.archive(old, PAGE + 5)
    makers.article(headline="Hồ Bình Điền xả lũ", topics=(topic.pk,))
    makers.article(
        headline="Lũ sông Hương vượt báo động ba",
        lead=makers.lead(photo),
        bylines=(Byline("Trần Mai", author.pk),),
        topics=(topic.pk,),
    )


def test_from_the_front_to_the_topic_and_the_author(live_server, page):
    paper()
    page.goto(live_server.url)

    page.get_by_role("heading", name="Lũ sông Hương").get_by_role("link").click()
    page.get_by_role("list", name="Dòng sự kiện").get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Mưa lũ miền Trung")

    page.get_by_role("link", name="Lũ sông Hương").first.click()
    page.locator(".bylines").get_by_role("link", name="Trần Mai").click()
    expect(page.locator("h1")).to_have_text("Trần Mai")
    expect(page.get_by_text("Viết về sông nước.")).to_be_visible()


def test_from_a_section_to_its_older_news_and_back(live_server, page):
    paper()
    page.goto(live_server.url)

    page.get_by_role("navigation", name="Chuyên mục", exact=True).get_by_role(
        "link", name="Xã hội"
    ).click()
    page.locator(".pager [rel=next]").click()
    expect(page).to_have_url(re.compile(r"\?truoc="))
    expect(page.locator("article.strip")).to_have_count(7)

    page.locator(".pager a").first.click()
    expect(page).to_have_url(f"{live_server.url}/xa-hoi/")


def test_see_more_leads_on_below_the_article(live_server, page):
    paper()
    page.goto(live_server.url)
    page.get_by_role("heading", name="Lũ sông Hương").get_by_role("link").click()

    page.locator(".more .onward a").click()

    expect(page.locator("h2").first).to_have_text("Hồ Bình Điền xả lũ")


def test_a_story_is_found_without_accents(live_server, page):
    paper()
    page.goto(live_server.url)

    page.locator(".masthead .tools").get_by_role("link", name="Tìm kiếm").click()
    page.get_by_role("searchbox").fill("lu song huong bao dong")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("mark").first).to_have_text("Lũ sông Hương")

    page.locator("h2 a").first.click()
    expect(page.locator("h1")).to_have_text("Lũ sông Hương vượt báo động ba")


def test_the_keyboard_reaches_the_text_first_and_sees_where_it_is(live_server, page):
    paper()
    page.goto(live_server.url)

    page.keyboard.press("Tab")
    skip = page.locator(":focus")

    expect(skip).to_have_attribute("href", "#content")
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")


def test_on_paper_the_address_is_printed_and_the_navigation_is_not(live_server, page):
    paper()
    page.goto(live_server.url)
    page.get_by_role("heading", name="Lũ sông Hương").get_by_role("link").click()

    page.emulate_media(media="print")

    expect(page.locator(".printed-address")).to_be_visible()
    expect(page.locator("figure.lead img")).to_be_visible()
    expect(page.locator(".sections")).to_be_hidden()
    expect(page.locator(".links")).to_be_hidden()
