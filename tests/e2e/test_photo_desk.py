"""The photo editor's day: files dropped, crops drawn, a photo put in a story."""

import base64

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from desk.roles import PHOTO_EDITOR
from photos.crops import check_crops
from photos.models import Photo
from tests import makers
from tests.e2e import newsroom

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]

DROP = """
    (files) => {
      const dropped = new DataTransfer();
      for (const [name, text] of files) {
        const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        dropped.items.add(new File([bytes], name, { type: "image/jpeg" }));
      }
      const place = document.querySelector("[data-drop]");
      place.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped }));
    }
"""


@pytest.fixture
def ngoc(page, live_server):
    """The photo editor, signed in."""
    user = newsroom.staff(makers.person("ngoc", PHOTO_EDITOR))
    newsroom.sign_in(page, live_server, user)
    return user


@pytest.fixture
def photo(transactional_db) -> Photo:
    return makers.photo(size=(1200, 800))


@pytest.fixture
def cropping(page, live_server, ngoc, photo, complaints):
    page.goto(live_server.url + reverse("admin:photos_photo_crops", args=[photo.pk]))
    page.wait_for_selector("[data-cropping][data-ready]")
    return page


def saved(page, photo: Photo) -> Photo:
    page.get_by_role("button", name="Lưu khung cắt").click()
    page.wait_for_selector(".messagelist .success")
    photo.refresh_from_db()
    check_crops(photo.crops, width=photo.width, height=photo.height)
    return photo


def middle(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, start: tuple[float, float], across: float, down: float) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + across, start[1] + down, steps=4)
    page.mouse.up()


def test_it_works(cropping, photo, complaints):
    """With the mouse: a corner makes the box smaller, then it is moved to the right."""
    cropping.get_by_label("1:1", exact=True).check()
    before = cropping.locator('[data-crop="1x1"] svg').get_attribute("viewBox")

    cropping.locator("[data-corner=se]").scroll_into_view_if_needed()
    drag(cropping, middle(cropping.locator("[data-corner=se]")), -90, -90)
    drag(cropping, middle(cropping.locator("[data-box]")), 500, 0)
    after = cropping.locator('[data-crop="1x1"] svg').get_attribute("viewBox")

    left, _top, right, _bottom = saved(cropping, photo).crops["1x1"]
    assert before != after
    assert right == 1000 and 100 < right - left < 667
    assert set(photo.crops) == {"1x1"}
    assert complaints == []


def test_the_focal_point_is_set_by_a_finger(cropping, photo, complaints):
    box = cropping.locator("[data-stage]").bounding_box()
    spot = {"x": box["width"] * 0.8, "y": box["height"] * 0.25}

    touch = cropping.context.new_cdp_session(cropping)
    points = [{"x": box["x"] + spot["x"], "y": box["y"] + spot["y"]}]
    asked = {"type": "touchStart", "touchPoints": points}
    touch.send("Input.dispatchTouchEvent", asked)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    photo = saved(cropping, photo)
    assert (photo.focal_x, photo.focal_y) == (800, 250)
    assert photo.crops == {} and complaints == []


def test_a_box_is_set_with_the_keyboard_alone(cropping, photo, complaints):
    cropping.get_by_label("16:9", exact=True).focus()
    cropping.keyboard.press("Space")
    cropping.locator("[data-box]").focus()
    for key in ("Shift+-", "Shift+-", "Shift+ArrowRight", "ArrowDown"):
        cropping.keyboard.press(key)

    left, top, right, _bottom = saved(cropping, photo).crops["16x9"]
    assert right - left == 900
    assert (left, top) == (100, 125)
    assert complaints == []


def test_files_are_dropped_and_captioned(page, live_server, ngoc, complaints):
    page.goto(live_server.url + reverse("admin:photos_photo_add"))
    page.get_by_label("Dòng nguồn ảnh").fill("(Ảnh: Trần Mai/TTXVN)")
    files = [[f"{n}.jpg", base64.b64encode(makers.jpeg()).decode()] for n in range(3)]

    page.evaluate(DROP, [*files, ["hong.jpg", base64.b64encode(b"x").decode()]])
    page.get_by_role("button", name="Đưa vào kho").click()
    page.get_by_text("Đã vào kho 3 trên 4 ảnh").wait_for()

    assert page.locator(".queue .failed").inner_text().startswith("không nhận được")
    page.get_by_role("link", name="Viết chú thích").click()
    captions = page.get_by_label("Chú thích ảnh")
    expect(captions).to_have_count(3)
    captions.first.fill("Nước lên nhanh.")
    as_above = page.get_by_role("button", name="Như ảnh bên trên")
    expect(as_above).to_have_count(2)
    for button in as_above.all():
        button.click()
    page.get_by_role("button", name="Lưu tất cả").click()
    page.wait_for_selector(".messagelist .success")
    assert {photo.caption for photo in Photo.objects.all()} == {"Nước lên nhanh."}
    assert [said for said in complaints if "400" not in said] == []


def test_the_sheet_is_walked_with_arrows_and_photos_are_ticked(
    page, live_server, ngoc, complaints
):
    for _number in range(4):
        makers.photo()
    page.goto(live_server.url + reverse("admin:photos_photo_changelist"))

    page.locator(".frame .open").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")

    assert page.get_by_text("Đã chọn: 2 ảnh").is_visible()
    page.get_by_role("button", name="Chú thích ảnh đã chọn").click()
    expect(page.get_by_label("Chú thích ảnh")).to_have_count(2)
    assert complaints == []


def test_a_story_takes_its_photo_from_the_same_sheet(page, live_server, complaints):
    photo = makers.photo()
    makers.photo(credit="Ảnh: NVCC")
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server)

    page.locator("[data-lead-pick]").click()
    picker = page.locator("dialog.picker")
    picker.locator(".frame").nth(1).wait_for()
    picker.get_by_label("Chú thích, nguồn, nhân vật").fill("tran mai")
    expect(picker.locator(".frame")).to_have_count(1)
    picker.locator(".frame button").click()

    assert page.locator("[name=lead_photo]").input_value() == str(photo.pk)
    assert page.locator("[name=lead_caption]").input_value() == photo.caption
    assert complaints == []
