"""An editor writes a story, with a photo, names, topics and links, and saves it."""

import re

import pytest
from playwright.sync_api import expect

from desk import writing
from desk.models import Story
from newsroom.text.fold import fold
from photos.models import Photo
from tests import makers
from tests.e2e import newsroom
from tests.e2e.axe import TOO_WIDE
from tests.e2e.screens import screens

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture(params=screens(820, 1280))
def browser_context_args(request):
    """On a tablet and at a desk."""
    return {"viewport": {"width": request.param, "height": 844}, "locale": "vi-VN"}


def choose(page, field: str, typed: str, item: str) -> None:
    """Types into a field that offers what fits, and takes what is offered."""
    page.locator(f"#add-{field}").press_sequentially(typed)
    page.locator(f"#add-{field} + .choices [role=option]").filter(
        has_text=item
    ).first.click()


def test_an_editor_writes_a_whole_story(live_server, page, complaints, tmp_path):
    author = makers.author("Trần Mai", search_name="tran mai")
    topic = makers.topic("Mưa lũ miền Trung", search_name=fold("Mưa lũ miền Trung"))
    section = makers.section()
    other = makers.article(headline="Nước sông Hương lên nhanh")
    picture = tmp_path / "anh.jpg"
    picture.write_bytes(makers.jpeg(800, 600))
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server)

    page.fill("[name=headline]", "Mưa lớn ở Huế làm ngập nhiều tuyến phố")
    page.fill("[name=standfirst]", "Nước lên nhanh trong đêm.")
    newsroom.text(page).press_sequentially("mưa kéo dài suốt đêm.")
    newsroom.text(page).press("Enter")
    page.locator(".cke_button__photo").click()
    page.set_input_files("#new-file", picture)
    page.fill("#new-caption", "Đường Lê Lợi sáng 2/11.")
    page.fill("#new-credit", "(Ảnh: Trần Mai/TTXVN)")
    page.locator("[data-picker-new] [type=submit]").click()
    expect(page.locator("[data-picker]")).to_be_hidden()
    page.select_option("[name=section]", str(section.pk))
    page.locator("[data-lead-pick]").click()
    page.locator("[data-picker-photos] button").first.click()
    choose(page, "bylines", "tran mai", "Trần Mai")
    choose(page, "bylines", "Đỗ Nam", "Đỗ Nam")
    choose(page, "topics", "mua lu", "Mưa lũ miền Trung")
    choose(page, "related", "song huong", "Nước sông Hương lên nhanh")
    choose(page, "more", "https://example.vn/ban-do", "https://example.vn/ban-do")
    page.locator('[name="more-2-text"]').fill("Bản đồ ngập")
    newsroom.save(page)

    photo = Photo.objects.get()
    copy = writing.copy_of(Story.objects.get(headline__startswith="Mưa lớn ở Huế"))
    assert copy.body == (
        "<p>mưa kéo dài suốt đêm.</p>\n"
        f'<figure class="photo" data-photo="{photo.pk}">'
        "<figcaption>Đường Lê Lợi sáng 2/11.</figcaption></figure>"
    )
    assert (copy.lead.photo, copy.lead.caption) == (photo.pk, "Đường Lê Lợi sáng 2/11.")
    names = [(row.name, row.author) for row in copy.bylines]
    assert names == [("Trần Mai", author.pk), ("Đỗ Nam", None)]
    assert (copy.section, copy.topics) == (section.pk, (topic.pk,))
    assert [(link.kind, link.story, link.text) for link in copy.links] == [
        ("related", other.pk, ""),
        ("more", None, "Bản đồ ngập"),
    ]
    assert complaints == []


def with_links(count: int) -> Story:
    targets = [makers.story(headline=f"Tin số {n}") for n in range(count)]
    links = tuple(makers.Link("related", story=each.pk) for each in targets)
    return makers.story(links=links)


def shown(page) -> list[str]:
    return page.locator("[data-rows=related] [data-title]").all_inner_texts()


def saved(story: Story) -> list[str]:
    rows = story.links.order_by("position", "id").select_related("target")
    return [row.target.headline for row in rows]


def test_links_are_ordered_and_taken_out_by_keyboard(live_server, page):
    story = with_links(3)
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server, story)

    page.locator("[data-rows=related] [data-down]").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert shown(page) == ["Tin số 1", "Tin số 2", "Tin số 0"]
    page.get_by_role("button", name=re.compile("Tin số 2")).last.focus()
    page.keyboard.press("Enter")
    newsroom.save(page)

    assert saved(story) == ["Tin số 1", "Tin số 0"]


def test_links_are_ordered_by_dragging(live_server, page):
    story = with_links(3)
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server, story)

    grips = page.locator("[data-rows=related] .grip")
    grips.nth(2).scroll_into_view_if_needed()
    grips.nth(2).hover()
    page.mouse.down()
    for place in (1, 0):
        box = grips.nth(place).bounding_box()
        page.mouse.move(box["x"] + 30, box["y"] + 4, steps=10)
        page.wait_for_timeout(300)  # rows glide to their places
    page.mouse.up()
    newsroom.save(page)

    assert saved(story) == ["Tin số 2", "Tin số 0", "Tin số 1"]


def test_a_fact_box_is_made_and_undone(live_server, page):
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server, makers.story(body="<p>một</p>\n<p>hai</p>"))

    newsroom.text(page).locator("p").first.click()
    page.locator(".cke_button__box").click()
    boxed = newsroom.body(page)
    page.locator(".cke_button__box").click()

    assert boxed == "<aside><p>một</p></aside>\n<p>hai</p>"
    assert newsroom.body(page) == "<p>một</p>\n<p>hai</p>"


def test_enter_in_a_field_that_offers_something_does_not_save(live_server, page):
    story = makers.story()
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server, story)

    page.locator("#add-topics").press_sequentially("không có gì")
    page.locator("#add-topics").press("Enter")

    assert makers.fresh(story).version == 1


def test_nothing_is_wider_than_the_screen(live_server, page):
    newsroom.sign_in(page, live_server, newsroom.binh())
    story = makers.story(headline="Phát-biểu-dài-không-ngắt" * 8)

    for address in (f"/admin/desk/story/{story.pk}/change/", "/admin/desk/story/"):
        page.goto(live_server.url + address)
        assert page.evaluate(TOO_WIDE) <= 0
