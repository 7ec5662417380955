"""Section, topic, author, the latest by day: lists that go on below a place."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.copy import Byline
from articles.lists import PAGE
from articles.models import Article
from tests import makers
from tests.articles.test_views import page, queries

pytestmark = pytest.mark.django_db


def filed(like: Article, count: int, *, author=None, topic=None) -> None:
    """So many older articles, each under the author and the topic."""
    makers.archive(like, count)
    with connection.cursor() as cursor:
        if author:
            cursor.execute(
                """
                INSERT INTO articles_byline
                    (article_id, author_id, name, role, position, first_printed_at)
                SELECT id, %s, %s, '', 0, first_printed_at
                FROM articles_article WHERE id <> %s
                """,
                [author.pk, author.name, like.pk],
            )
        if topic:
            cursor.execute(
                """
                INSERT INTO articles_articletopic
                    (article_id, topic_id, first_printed_at)
                SELECT id, %s, first_printed_at FROM articles_article WHERE id <> %s
                """,
                [topic.pk, like.pk],
            )


def next_address(html: str) -> str:
    found = re.search(r'href="(\?truoc=[^"]+)" rel="next"', html)
    return found[1] if found else ""


def test_it_works(client):
    author, topic = makers.author(), makers.topic()
    makers.article(bylines=(Byline("T.Mai", author.pk),), topics=(topic.pk,))

    assert page(client, "/tac-gia/tran-mai/").of("h1") == ["Trần Mai"]
    assert page(client, "/chu-de/mua-lu-mien-trung/").of("h1") == ["Mưa lũ miền Trung"]


@pytest.mark.parametrize(
    "address", ["/xa-hoi/", "/tac-gia/tran-mai/", "/chu-de/mua-lu-mien-trung/"]
)
def test_a_list_goes_on_to_its_end_and_says_nothing_twice(client, address):
    like = makers.article()
    filed(like, PAGE * 2 + 5, author=makers.author(), topic=makers.topic())
    seen: list[str] = []

    place = address
    while place:
        html = client.get(place).content.decode()
        seen += re.findall(r'<h2><a href="([^"]+)"', html)
        rest = next_address(html)
        place = address + rest if rest else ""

    assert (
        len(seen) == len(set(seen)) == Article.objects.count() - (address != "/xa-hoi/")
    )


def test_the_last_page_leads_back_to_the_newest(client):
    makers.archive(makers.article(), PAGE + 1)
    first = client.get("/xa-hoi/").content.decode()

    last = client.get("/xa-hoi/" + next_address(first)).content.decode()

    assert re.search(r'class="pager"[^>]*>\s*<a href="/xa-hoi/">', last)
    assert next_address(last) == ""


@pytest.mark.parametrize("place", ["x", "1", "1-01", "", "9" * 40])
@pytest.mark.parametrize("address", ["/xa-hoi/", "/tin-moi-nhat/"])
def test_an_odd_place_is_not_found(client, address, place):
    makers.article()

    assert client.get(address, {"truoc": place}).status_code == 404


@pytest.mark.parametrize("count", [60, 5_000])
def test_the_number_of_queries_is_fixed_however_long_the_list(client, count):
    author, topic = makers.author(), makers.topic()
    filed(makers.article(), count, author=author, topic=topic)
    deep = Article.objects.order_by("first_printed_at")[40]
    place = f"?truoc={deep.first_printed_at.timestamp() * 1e6:.0f}-{deep.pk}"

    assert queries(client, "/tac-gia/tran-mai/") == [4, 1]
    assert queries(client, "/chu-de/mua-lu-mien-trung/") == [4, 1]
    assert queries(client, "/tin-moi-nhat/") == [3, 1]
    assert queries(client, "/xa-hoi/") == [3, 1]
    for address in ("/xa-hoi/", "/tin-moi-nhat/"):
        assert queries(client, address + place) == [3, 1]
    assert queries(client, "/gioi-thieu/") == [3, 1]


@pytest.mark.parametrize("name", ["topic", "author"])
def test_a_merged_name_is_sent_to_its_heir_who_shows_both(client, name):
    make = getattr(makers, name)
    heir = make("Tên thật")
    old = make("Tên cũ", merged_into=heir)
    for each in (old, heir):
        fields = {
            "topic": {"topics": (each.pk,)},
            "author": {"bylines": (Byline(each.name, each.pk),)},
        }
        makers.article(headline=f"Tin của {each.name}", **fields[name])
    folder = {"topic": "chu-de", "author": "tac-gia"}[name]

    answer = client.get(f"/{folder}/ten-cu/")

    assert (answer.status_code, answer["Location"]) == (301, f"/{folder}/ten-that/")
    assert page(client, answer["Location"]).of("h2") == [
        "Tin của Tên thật",
        "Tin của Tên cũ",
    ]


def test_a_name_that_only_a_draft_bears_is_not_there(client):
    author, topic = makers.author(), makers.topic()
    makers.topic("Cũ", merged_into=topic)
    makers.story(bylines=(Byline("Mai", author.pk),), topics=(topic.pk,))

    for address in ("/tac-gia/tran-mai/", "/chu-de/mua-lu-mien-trung/", "/chu-de/cu/"):
        assert client.get(address).status_code == 404
    assert "Trần Mai" not in client.get("/gioi-thieu/").content.decode()


def test_the_biography_stands_on_the_page_of_the_author_and_below_the_article(client):
    author = makers.author(biography="Viết về sông nước.")
    article = makers.article(bylines=(Byline("T. Mai", author.pk, "ảnh"),))

    elements = page(client, article.get_absolute_url())

    assert elements.of("a.name") == ["T. Mai"]
    assert elements.of("section.author-card") == ["Trần Mai Viết về sông nước."]
    assert page(client, "/tac-gia/tran-mai/").of("p.biography") == [
        "Viết về sông nước."
    ]


def test_the_latest_stand_by_day_in_vietnam(client):
    days = ["2023-12-30T16:59", "2023-12-30T17:00", "2023-12-31T02:00"]
    for number, moment in enumerate(days):
        article = makers.article(headline=f"Tin {number}")
        at = timezone.datetime.fromisoformat(f"{moment}+00:00")
        Article.objects.filter(pk=article.pk).update(first_printed_at=at)

    elements = page(client, "/tin-moi-nhat/")

    assert elements.of("h2.label") == ["Chủ Nhật, 31/12/2023", "Thứ Bảy, 30/12/2023"]
    assert elements.of("time")[:3] == ["09:00", "00:00", "23:59"]


def test_the_latest_can_begin_at_a_day(client):
    older, newer = makers.article(headline="Cũ"), makers.article(headline="Mới")
    at = makers.AT
    for article, moment in ((older, at), (newer, at + timedelta(days=1))):
        Article.objects.filter(pk=article.pk).update(first_printed_at=moment)

    assert page(client, "/tin-moi-nhat/?ngay=2023-12-30").of("h3") == ["Cũ"]
    assert page(client, "/tin-moi-nhat/?ngay=hôm+nay").of("h3") == ["Mới", "Cũ"]


def test_sisters_stand_at_the_head_of_a_sub_section(client):
    top = makers.section()
    for name, slug in (("Y tế", "y-te"), ("Giáo dục", "giao-duc")):
        makers.section(name, slug, parent=top)

    elements = page(client, "/y-te/")

    assert elements.of("p.section-line") == ["Xã hội"]
    assert elements.of("ul.children") == ["Y tế Giáo dục"]


@pytest.mark.parametrize(
    "address", ["/tim-kiem/", "/tin-moi-nhat/", "/gioi-thieu/", "/rss/", "/sitemap.xml"]
)
def test_words_of_the_site_are_no_sections(client, address):
    makers.article()

    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405


def test_an_unknown_address_offers_search(client):
    html = client.get("/khong-co-gi/").content.decode()

    assert 'role="search"' in html
