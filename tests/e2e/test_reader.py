"""A reader's way, in a real browser, on a phone and at a desk."""

import re

import pytest
from playwright.sync_api import expect

from tests import makers
from tests.e2e.axe import TOO_WIDE

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_reader_finds_a_story_on_the_front_and_reads_it(
    live_server, page, complaints
):
    other = makers.article(headline="Đường sắt qua đèo Hải Vân mở lại")
    makers.article(
        headline="Ngập sâu ở Huế: Ậ, Ễ, Ộ, Ữ đều nguyên dấu",
        lead=makers.lead(makers.photo(size=(1600, 1200))),
        links=(makers.Link(makers.LinkKind.RELATED, story=other.pk),),
    )
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))

    page.goto(live_server.url)
    page.get_by_role("heading", name="Ngập sâu ở Huế").get_by_role("link").click()

    expect(page.locator("h1")).to_contain_text("Ngập sâu ở Huế")
    lead = page.locator("figure.lead img")
    expect(lead).not_to_have_js_property("naturalWidth", 0)
    assert lead.evaluate("img => img.currentSrc").endswith(".avif")
    expect(page.locator("figcaption .credit")).to_have_text("(Ảnh: Trần Mai/TTXVN)")
    page.get_by_role("link", name="Đường sắt qua đèo Hải Vân").click()
    expect(page).to_have_url(re.compile(rf"-{other.pk}\.html$"))
    assert complaints == []
    assert hosts == {live_server.url.split("/")[2]}


def test_nothing_is_wider_than_the_screen(live_server, page):
    article = makers.article(
        headline="Phát-biểu-dài-không-ngắt" * 4,
        body="<p>"
        + "khôngngắt" * 40
        + "</p><table><tr>"
        + "<td>một ô khá rộng</td>" * 12
        + "</tr></table>",
    )

    page.goto(live_server.url + article.get_absolute_url())

    assert page.evaluate(TOO_WIDE) <= 0
