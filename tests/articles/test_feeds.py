"""RSS 2.0: what a feed reader gets."""

from xml.etree import ElementTree

import pytest

from articles.models import Article
from desk import publishing
from tests import makers
from tests.articles.test_views import queries

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
MEDIA = "{http://search.yahoo.com/mrss/}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def channel(client, address: str = "/rss/") -> ElementTree.Element:
    answer = client.get(address, headers={"host": "localhost"})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content).find("channel")


def test_it_works(client):
    article = makers.article(lead=makers.lead(makers.photo()))

    item = channel(client).find("item")

    assert item.findtext("title") == "Mưa lớn ở Huế làm ngập nhiều tuyến phố"
    assert item.findtext("link") == SITE + article.get_absolute_url()
    assert item.findtext("description") == "Nước lên nhanh trong đêm."
    assert item.findtext("category") == "Xã hội"
    assert [each.text for each in item.findall(CREATOR)] == ["Trần Mai"]


def test_a_picture_comes_with_its_caption_and_credit(client):
    makers.article(lead=makers.lead(makers.photo()))

    picture = channel(client).find(f"item/{MEDIA}content")

    assert picture.get("url").startswith(f"{SITE}/media/")
    assert (picture.get("width"), picture.get("height")) == ("64", "48")
    assert picture.findtext(f"{MEDIA}description") == "Phố ngập nước sáng 2/11."
    assert picture.findtext(f"{MEDIA}credit") == "(Ảnh: Trần Mai/TTXVN)"


def test_a_picture_is_enclosed_once_as_jpeg(client):
    makers.article(lead=makers.lead(makers.photo()))

    (enclosed,) = channel(client).findall("item/enclosure")

    assert enclosed.get("url").endswith("-w320.jpg")
    assert (enclosed.get("type"), enclosed.get("length")) == ("image/jpeg", "0")


def test_a_story_keeps_its_name_when_its_address_changes(client):
    makers.article()
    before = channel(client).find("item/guid")

    Article.objects.update(slug="khac")
    after = channel(client).find("item/guid")

    assert before.text == after.text
    assert before.get("isPermaLink") == "false"


def test_a_section_has_a_feed_of_its_own_and_its_sub_sections(client):
    top = makers.section()
    below = makers.section("Y tế", "y-te", parent=top)
    makers.article(headline="Tin y tế", section=below.pk)
    makers.article(headline="Kinh tế", section=makers.section("Kinh tế", "kinh-te").pk)

    found = channel(client, "/rss/xa-hoi/")

    assert [item.findtext("title") for item in found.findall("item")] == ["Tin y tế"]
    assert found.findtext("link") == f"{SITE}/xa-hoi/"
    assert found.findtext("language") == "vi"


def test_an_english_section_has_an_english_feed(client):
    english = makers.section("English", "english", language="en")
    makers.article(language="en", section=english.pk)

    assert channel(client, "/rss/english/").findtext("language") == "en"
    assert channel(client).find("item") is None


def test_drafts_and_withdrawn_stories_are_in_no_feed(client):
    article = makers.article()
    makers.story(headline="Chưa duyệt")
    publishing.withdraw(makers.fresh(article), version=2, by=makers.chief())

    assert channel(client).find("item") is None


def test_an_unknown_section_has_no_feed(client):
    assert client.get("/rss/khong-co/").status_code == 404


def test_hostile_words_are_only_words(client):
    evil = "]]></title><script>x</script>&"
    makers.article(headline=f"Tin {evil}", standfirst=evil)

    assert channel(client).findtext("item/title") == f"Tin {evil}"


def test_a_feed_costs_as_many_queries_however_large_the_archive(client):
    full = makers.full_article(links=0)

    for count in (60, 5_000):
        makers.archive(full, count)
        assert queries(client, "/rss/") == [3, 1]
        assert queries(client, "/rss/xa-hoi/") == [4, 1]
