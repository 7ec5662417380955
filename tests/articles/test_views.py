"""What readers get: the article, the front, sections, and what is no more."""

import contextlib
import re
from html.parser import HTMLParser

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import masthead
from articles.copy import Link, LinkKind
from articles.models import Article
from desk import publishing
from photos import addresses, renditions
from tests import makers

pytestmark = pytest.mark.django_db

VOID = {"meta", "link", "img", "br"}


class Elements(HTMLParser):
    """The text of each element, by its tag and first class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        name = (dict(attributes).get("class") or "").split(" ")[0]
        if tag not in VOID:
            self._open.append((f"{tag}.{name}" if name else tag, []))

    def handle_data(self, data):
        for _name, words in self._open:
            words.append(data)

    def handle_endtag(self, tag):
        if tag not in VOID:
            name, words = self._open.pop()
            self.texts.append((name, " ".join("".join(words).split())))

    def of(self, name: str) -> list[str]:
        return [text for found, text in self.texts if found == name]


def without_data(html: str) -> str:
    """The page without its one data block, which no browser runs."""
    rest, count = re.subn(
        r'<script type="application/ld\+json">[^<>]*</script>', "", html
    )
    assert count == 1
    return rest


def page(client, address: str) -> Elements:
    answer = client.get(address)
    assert answer.status_code == 200
    return Elements(answer.content.decode())


def test_it_works(client):
    article = makers.article(lead=makers.lead(makers.photo()))

    elements = page(client, article.get_absolute_url())

    assert elements.of("p.section-line") == ["Xã hội"]
    assert elements.of("h1") == ["Mưa lớn ở Huế làm ngập nhiều tuyến phố"]
    assert elements.of("p.standfirst") == ["Nước lên nhanh trong đêm."]
    assert elements.of("ul.bylines") == ["Trần Mai"]
    assert elements.of("span.caption") == ["Phố ngập nước sáng 2/11."]
    assert elements.of("span.credit") == ["(Ảnh: Trần Mai/TTXVN)"]
    assert elements.of("span.dateline") == ["TTXVN - Ngày 2/11, tại Huế,"]
    assert elements.of("span.end-mark") == ["./."]
    assert elements.of("p.sign-off") == ["Trần Mai"]
    assert elements.of("h2.label") == ["Tin liên quan", "Xem thêm"]


def test_the_parts_stand_in_the_order_of_a_dispatch(client):
    article = makers.article(lead=makers.lead(makers.photo()))

    text = " ".join(page(client, article.get_absolute_url()).of("main")[0].split())

    parts = [
        *("Xã hội", "Mưa lớn ở Huế", "Nước lên nhanh", "Phố ngập", "(Ảnh: Trần Mai/"),
        *("TTXVN - Ngày 2/11, tại Huế, mưa kéo dài", "Sáng nay nước đã rút./."),
        *("Trần Mai", "Tin liên quan", "Xem thêm"),
    ]
    places = [text.index(parts[0])]
    for part in parts[1:]:
        places.append(text.index(part, places[-1]))
    assert places == sorted(places)


def test_the_date_line_is_vietnamese(client):
    article = makers.article()
    address = article.get_absolute_url()
    Article.objects.update(first_printed_at=makers.AT)

    lines = page(client, address).of("p.date-line")

    assert lines == ["Thứ Bảy, 30/12/2023, 18:05 (GMT+7)"]


def test_an_empty_list_keeps_its_label_and_leads_to_the_section(client):
    elements = page(client, makers.article().get_absolute_url())

    assert elements.of("section.related") == ["Tin liên quan Thêm tin Xã hội"]
    assert elements.of("section.more") == ["Xem thêm Thêm tin Xã hội"]


def test_a_link_shows_only_while_its_story_is_public(client):
    chief = makers.chief()
    public = makers.article(headline="Đường tàu mở lại")
    draft = makers.story(headline="Chưa ai được đọc")
    links = tuple(Link(LinkKind.RELATED, story=row.pk) for row in (draft, public))
    address = makers.article(links=links).get_absolute_url()

    before = page(client, address).of("section.related")
    publishing.withdraw(makers.fresh(public), version=2, by=chief)
    after = page(client, address).of("section.related")

    assert before == ["Tin liên quan Đường tàu mở lại"]
    assert after == ["Tin liên quan Thêm tin Xã hội"]


def test_an_outside_link_keeps_its_text(client):
    link = Link(LinkKind.MORE, url="https://example.vn/", text="Bản đồ ngập")

    elements = page(client, makers.article(links=(link,)).get_absolute_url())

    assert elements.of("section.more") == ["Xem thêm Bản đồ ngập Thêm tin Xã hội"]


def test_an_article_in_english_speaks_english_around_the_text(client):
    article = makers.article(
        language="en", section=makers.section("Society", "society", language="en").pk
    )

    answer = client.get(article.get_absolute_url())

    assert '<html lang="en">' in answer.content.decode()
    assert "Related news" in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/kinh-te/{slug}-{pk}.html", "/xa-hoi/cu-{pk}.html", "/a/Ầ-{pk}.html"]
)
def test_a_wrong_section_or_slug_is_sent_to_the_address(client, address):
    article = makers.article()

    answer = client.get(address.format(slug=article.slug, pk=article.pk))

    assert answer.status_code == 301
    assert answer["Location"] == article.get_absolute_url()


@pytest.mark.parametrize("number", ["999", "1abc", "01", "0", "１", "9" * 30, ""])
def test_an_unknown_or_odd_number_is_not_found(client, number):
    makers.article()

    assert client.get(f"/xa-hoi/mua-{number}.html").status_code == 404


def test_what_was_withdrawn_is_gone_at_every_address(client):
    article = makers.article()
    story = makers.fresh(article)
    publishing.withdraw(story, version=2, by=makers.chief(), notice="Tin sai.")

    for address in (article.get_absolute_url(), f"/b/khac-{article.pk}.html"):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "Tin sai." in answer.content.decode()


def test_a_draft_is_not_found(client):
    story = makers.story()

    assert client.get(f"/xa-hoi/mua-{story.pk}.html").status_code == 404


def test_the_front_shows_the_newest_first(client):
    for headline in ("Tin cũ nhất", "Tin cũ", "Tin mới"):
        makers.article(headline=headline)

    elements = page(client, "/")

    assert elements.of("h2") == ["Tin mới"]
    assert elements.of("h3") == ["Tin cũ", "Tin cũ nhất"]


def test_the_front_shows_no_draft(client):
    makers.story(headline="Chưa duyệt")

    assert "Chưa duyệt" not in client.get("/").content.decode()


def test_a_section_holds_its_sub_sections_articles(client):
    top = makers.section()
    below = makers.section("Y tế", "y-te", parent=top)
    makers.article(headline="Tin y tế", section=below.pk)
    makers.article(headline="Tin xã hội")

    assert page(client, "/xa-hoi/").of("h2") == ["Tin xã hội", "Tin y tế"]
    assert page(client, "/y-te/").of("h2") == ["Tin y tế"]


def test_an_unknown_section_is_not_found(client):
    assert client.get("/khong-co/").status_code == 404


def test_an_empty_section_says_so(client):
    makers.section()

    assert "Chưa có tin nào" in client.get("/xa-hoi/").content.decode()


def test_a_short_headline_stands_in_lists_only(client):
    article = makers.article(short_headline="Huế ngập")

    assert page(client, "/").of("h2") == ["Huế ngập"]
    assert page(client, article.get_absolute_url()).of("h1") == [article.headline]


def queries(client, address: str) -> list[int]:
    """Of a first reader with nothing kept anywhere, and of the second one."""
    cache.clear()
    masthead.kept.cache_clear()
    counts = []
    for _reader in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        counts.append(len(captured))
    return counts


def test_the_number_of_queries_is_fixed_however_large_the_archive(client):
    full = makers.full_article()

    for count in (60, 5_000):
        makers.archive(full, count)
        assert Article.objects.count() == count
        assert queries(client, full.get_absolute_url()) == [5, 1]
        assert queries(client, "/") == [4, 1]
        assert queries(client, "/xa-hoi/") == [3, 1]


def test_the_page_carries_a_strict_policy_and_asks_no_other_host(client):
    answer = client.get(makers.full_article().get_absolute_url())
    html = answer.content.decode()

    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", without_data(html))
    assert not re.search(r'(?:src|srcset)="(?:https?:)?//', html)


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_page_is_only_read(client, method):
    address = makers.article().get_absolute_url()

    assert getattr(client, method)(address).status_code == 405


def test_hostile_words_are_only_words(client):
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    article = makers.article(
        headline=f"Tin {evil}",
        standfirst=evil,
        kicker=evil,
        sign_off=evil,
        dateline=evil,
        end_mark="<b>",
        body=f"<p>{evil}</p>",
    )

    html = without_data(client.get(article.get_absolute_url()).content.decode())

    assert "<script" not in html
    assert "onerror=" not in html.replace("onerror=alert(1)&gt;", "")
    assert "<b>" not in html


def test_a_picture_of_an_unprinted_story_cannot_be_fetched_even_by_its_owner(client):
    photo = makers.photo()
    makers.story(lead=makers.lead(photo))
    stem = renditions.preview(photo)["stem"]
    known_to_an_owner = [
        addresses.private_name(photo.sha256, "w320.jpg"),
        addresses.original_name(photo.sha256, "jpg"),
        addresses.rendition_name(f"{photo.sha256[:32]}-{stem[33:]}", "w320.jpg"),
    ]

    for name in [*known_to_an_owner, addresses.rendition_name(stem, "w320.jpg")]:
        for folder in ("/media/", "/media/private/", "/media/public/", "/media/../"):
            assert client.get(folder + name).status_code == 404


def test_the_same_picture_is_there_once_its_story_is_printed(client):
    address = makers.article(lead=makers.lead(makers.photo())).get_absolute_url()

    source = re.search(r'<img src="([^"]+)"', client.get(address).content.decode())[1]

    with contextlib.closing(client.get(source)) as answer:
        assert answer["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("name", ["front", "latest", "feed", "manifest"])
def test_the_paper_bears_the_name_it_is_given(client, settings, name):
    settings.SITE_NAME = "Báo Ví dụ"

    said = client.get(reverse(name)).content.decode()

    assert "Báo Ví dụ" in said or r"B\u00e1o V\u00ed d\u1ee5" in said
    assert "Tòa soạn" not in said
