"""The desk's own pages: axe finds nothing, nothing is wider than a tablet."""

import pytest
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import expect

from desk import second_factor
from tests import makers
from tests.e2e import newsroom
from tests.e2e.axe import faults
from tests.e2e.screens import screens
from tests.worlds import World, everything

# Every run sees the tablet in the dark; `make proof` the desk in the light as well.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]

LISTS = [
    *("articles_section", "articles_author", "articles_topic", "articles_edition"),
    *("articles_withdrawal", "photos_photo", "desk_user", "desk_audit", "desk_outbox"),
    *("wire_wireitem", "photos_agency"),
]


@pytest.fixture(params=screens((820, "dark"), (1280, "light")), ids=str)
def browser_context_args(request):
    width, scheme = request.param
    return {
        "viewport": {"width": width, "height": 900},
        "color_scheme": scheme,
        "locale": "vi-VN",
    }


@pytest.fixture
def world() -> World:
    return everything()


def pages(world: World) -> list[str]:
    rows = {
        "articles_section": world.section,
        "articles_author": world.author,
        "photos_photo": world.photo,
        "desk_user": world.person,
        "desk_audit": world.audit,
    }
    return [
        *("/admin/", "/admin/account/", "/admin/account/code/"),
        *("/admin/password_change/", "/admin/khong-co/", "/admin/desk/outbox/add/"),
        *(reverse(f"admin:{name}_changelist") for name in LISTS),
        *(reverse(f"admin:{name}_change", args=[row.pk]) for name, row in rows.items()),
        reverse(
            "admin:articles_section_delete", args=[makers.section("Trống", "t").pk]
        ),
        *(reverse(f"admin:{name}_add") for name in ("articles_author", "photos_photo")),
        *(
            reverse(f"admin:photos_photo_{way}", args=[world.photo.pk])
            for way in ("crops", "replace", "take_down", "put_back", "delete")
        ),
        reverse("admin:photos_photo_batch") + f"?photo={world.photo.pk}",
        reverse("admin:desk_user_add"),
        reverse("admin:desk_user_sign_in", args=[world.person.pk]),
        reverse("admin:articles_author_merge", args=[world.author.pk]),
        reverse("admin:wire_wireitem_paste"),
    ]


def test_it_works(live_server, page, world, complaints):
    """In by the door with password and code; a wrong password is told."""
    second_factor.begin(world.person)
    device = TOTPDevice.objects.get()
    code = totp(device.bin_key, t0=30)
    second_factor.finish(world.person, f"{code:06d}")

    page.goto(live_server.url + "/admin/")
    found = faults(page)
    page.get_by_label("Tên đăng nhập").fill(world.person.username)
    page.get_by_label("Mật khẩu").fill("sai")
    page.get_by_role("button").click()
    page.locator(".errornote").wait_for()
    found += faults(page)
    page.get_by_label("Mật khẩu").fill(newsroom.PASSWORD)
    page.get_by_role("button").click()
    page.locator("#id_code").wait_for()
    found += faults(page)
    page.locator("#id_code").fill(f"{totp(device.bin_key):06d}")
    page.get_by_role("button").click()

    expect(page).to_have_url(live_server.url + "/admin/")
    assert found == []
    assert complaints == []


def test_axe_finds_nothing_on_any_page(live_server, page, world, complaints):
    newsroom.sign_in(page, live_server, world.root)
    found = []

    for address in pages(world):
        answer = page.goto(live_server.url + address)
        found += faults(page)
        if answer.ok:
            found += complaints
        complaints.clear()

    assert found == []


def test_an_author_is_picked_by_keyboard(live_server, page, world, complaints):
    newsroom.sign_in(page, live_server, world.root)
    page.goto(live_server.url + reverse("admin:desk_user_add"))
    page.locator("#id_author + .select2 [role=combobox]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("tran van")
    page.get_by_role("option", name="Trần Văn Đức").wait_for()
    page.keyboard.press("Enter")

    assert page.locator("#id_author").input_value() == str(world.author.pk)
    # A question is given up when the next letter comes.
    assert [said for said in complaints if "/autocomplete/" not in said] == []


def test_the_second_factor_is_turned_on_with_what_the_page_shows(
    live_server, page, world, complaints
):
    newsroom.sign_in(page, live_server, world.person)
    page.goto(live_server.url + reverse("admin:second_factor"))
    page.get_by_role("button", name="Bắt đầu").click()

    size = page.locator("img.scan").evaluate(
        "img => img.decode().then(() => img.naturalWidth)"
    )
    device = TOTPDevice.objects.get(user=world.person)
    page.locator("#id_code").fill(f"{totp(device.bin_key):06d}")
    page.get_by_role("button", name="Bật").click()

    assert size > 0
    expect(page.locator(".codes li")).to_have_count(second_factor.CODES)
    assert faults(page) == []
    assert complaints == []
