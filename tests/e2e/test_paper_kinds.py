"""Every kind of public page in a real browser: sound, strict, and on one host."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import RequestFactory
from django.utils import timezone

from articles import views
from articles.copy import Byline
from articles.cursors import Cursor
from articles.models import Article
from desk import publishing
from tests import makers
from tests.e2e.axe import TOO_WIDE, violations

# Every run sees the phone, and what is too wide at a desk; `make proof` the desk too.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]

# A box that cuts off what is too high for it cuts the marks of stacked letters first.
CLIPPED = """() => [...document.body.querySelectorAll("*")]
  .filter(e => e.offsetParent && getComputedStyle(e).overflowY !== "visible"
    && e.scrollHeight > e.clientHeight).map(e => e.className || e.tagName)"""


@dataclass(frozen=True)
class Kind:
    """A kind of page: its address, and its text where no address gives it."""

    address: str
    status: int = 200
    html: str = ""


def figure(photo, caption: str) -> str:
    return (
        f'<figure class="photo" data-photo="{photo.pk}"><figcaption>{caption}'
        "</figcaption></figure>"
    )


def full() -> Article:
    """An article of everything that a body may hold."""
    author = makers.author(biography="Viết về sông nước Huế.")
    makers.author("Võ Diễm", biography="Ảnh báo chí.")
    topic = makers.topic()
    top = makers.section()
    below = makers.section("Môi trường", "moi-truong", parent=top)
    wide = makers.photo("(Ảnh: Võ Diễm/TTXVN)", data=makers.jpeg(1500, 1000))
    tall = makers.photo("Ảnh: NVCC", data=makers.jpeg(800, 1200))
    for number in range(8):
        is_shown = number % 2
        makers.article(
            headline=f"ẬỄỘ Ữ ỹ: nước lên đợt {number} ở hạ lưu sông Bồ",
            lead=makers.lead(makers.photo(size=(900, 600))) if is_shown else None,
            section=below.pk,
            topics=(topic.pk,),
        )
    body = (
        "<p>Nước lên nhanh.</p><h2>Hai phía</h2><blockquote><p>Nghe nước.</p>"
        f"</blockquote>{figure(tall, 'Bà Ộn')}<aside><h3>Các mức</h3><table><caption>"
        "Sông Hương</caption><thead><tr><th>Mức</th><th>Mét</th></tr></thead><tbody>"
        "<tr><td>Một</td><td>1,0</td></tr></tbody></table></aside>"
        '<ul><li>Huế</li></ul><p>Xem <a href="https://example.vn/">bản đồ</a>.</p>'
    )
    return makers.article(
        headline="Lũ sông Hương vượt báo động ba, Huế sơ tán bốn nghìn hộ",
        kicker="Mưa lũ",
        lead=makers.lead(wide),
        section=below.pk,
        body=body,
        bylines=(Byline("Trần Mai", author.pk, "bài"), Byline("Võ Diễm")),
        topics=(topic.pk,),
    )


def kinds() -> dict[str, Kind]:
    """A paper with something in it, and an address of each kind of its pages."""
    english = makers.section("English", "english", language="en", position=9)
    makers.article(headline="In English", language="en", section=english.pk)
    article = full()
    makers.archive(article, 45)
    Article.objects.filter(pk=article.pk).update(
        updated_at=timezone.now(), corrected_at=timezone.now()
    )
    gone = makers.article(headline="Đã gỡ")
    publishing.withdraw(
        makers.fresh(gone), version=2, by=makers.chief(), notice="Tin sai."
    )
    typed = makers.article(headline="Không ảnh, không tác giả", bylines=())
    old = Article.objects.order_by("first_printed_at")[9].first_printed_at
    place = Cursor(old, 1)
    return {
        "front": Kind("/"),
        "section": Kind("/xa-hoi/"),
        "sub-section": Kind("/moi-truong/"),
        "deep in a section": Kind(f"/xa-hoi/?truoc={place}"),
        "empty section": Kind(makers.section("Mới", "moi").get_absolute_url()),
        "english section": Kind("/english/"),
        "article": Kind(article.get_absolute_url()),
        "article of type": Kind(typed.get_absolute_url()),
        "topic": Kind("/chu-de/mua-lu-mien-trung/"),
        "author": Kind("/tac-gia/tran-mai/"),
        "latest": Kind("/tin-moi-nhat/"),
        "search form": Kind("/tim-kiem/"),
        "answer": Kind("/tim-kiem/?q=song+h%C6%B0%C6%A1ng"),
        "no answer": Kind("/tim-kiem/?q=khongcogi"),
        "about": Kind("/gioi-thieu/"),
        "404": Kind("/khong-co/", 404),
        "410": Kind(gone.get_absolute_url(), 410),
        **dict(broken()),
    }


def broken() -> Iterator[tuple[str, Kind]]:
    """Pages that no address gives while all is well."""
    request = RequestFactory().get("/")
    for answer in (
        views.bad_request(request, Exception()),
        views.permission_denied(request, Exception()),
        views.server_error(request),
    ):
        status = answer.status_code
        yield str(status), Kind(f"/hong-{status}/", status, answer.content.decode())


@pytest.fixture
def said(page) -> list[str]:
    """What the browser says in its console; that a page is 404 is no complaint."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def visit(page, kind: Kind, host: str) -> list[str]:
    """Goes to a kind of page, and gives what is asked of other hosts on the way."""
    address = host + kind.address
    if kind.html:
        answer = {"status": kind.status, "content_type": "text/html; charset=utf-8"}
        page.route(address, lambda route: route.fulfill(body=kind.html, **answer))
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    response = page.goto(address, wait_until="load")
    assert response.status == kind.status
    return [url for url in asked if not url.startswith(host)]


def misfits(page) -> list[str]:
    """What is too wide for a screen, and what cuts the marks of letters."""
    usual, found = page.viewport_size, []
    for width in (320, 390, 820, 1280):
        page.set_viewport_size({**usual, "width": width})
        if page.evaluate(TOO_WIDE) > 0:
            found.append(f"wider than {width} pixels")
        found += page.evaluate(CLIPPED)
    page.set_viewport_size(usual)
    return found


def stumbling_blocks(page) -> list[str]:
    """What axe-core finds: everything in light, the contrast again in dark."""
    page.emulate_media(color_scheme="light")
    found = [*violations(page).items()]
    page.emulate_media(color_scheme="dark")
    found += violations(page, runOnly=["color-contrast"]).items()
    return [f"{rule}: {html}" for rule, html in found]


def test_every_kind_of_page_is_sound_and_stays_on_its_host(live_server, page, said):
    found: dict[str, list[str]] = {}

    for name, kind in kinds().items():
        found[name] = visit(page, kind, live_server.url)
        found[name] += misfits(page) + stumbling_blocks(page)
        found[name] += [text for text in said if "status of" not in text]
        said.clear()

    assert found == dict.fromkeys(found, [])


def test_the_checks_would_notice_what_they_look_for(page):
    page.set_content(
        '<div style="height: 9px; overflow: hidden">Ậ</div><img src="data:,">'
        '<p style="width: 2000px">rộng</p>'
    )

    assert "image-alt" in violations(page)
    assert page.evaluate(CLIPPED) == ["DIV"]
    assert page.evaluate(TOO_WIDE) > 0
