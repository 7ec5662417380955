"""What machines read of an article: JSON-LD and the tags of the head."""

import html as markup
import json
import re

import pytest
from django.utils import timezone

from articles.copy import Byline
from articles.models import Article
from desk import publishing
from tests import makers

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


def source(client, article) -> str:
    return client.get(article.get_absolute_url()).content.decode()


def graph(html: str) -> dict[str, dict]:
    """The things of the one data block, by their type."""
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    data = json.loads(block)
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def tags(html: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html)
    return {name: markup.unescape(value) for name, value in found}


def full(width: int = 64, height: int = 48) -> Article:
    author = makers.author()
    top = makers.section()
    return makers.article(
        section=makers.section("Y tế", "y-te", parent=top).pk,
        lead=makers.lead(makers.photo(size=(width, height))),
        bylines=(Byline("Trần Mai", author.pk), Byline("Hoàng Thế")),
        topics=(makers.topic().pk,),
    )


def test_it_works(client):
    article = full()

    news = graph(source(client, article))["NewsArticle"]

    assert news["headline"] == "Mưa lớn ở Huế làm ngập nhiều tuyến phố"
    assert news["dateline"] == "TTXVN - Ngày 2/11, tại Huế,"
    assert news["url"] == SITE + article.get_absolute_url()
    assert news["articleSection"] == ["Xã hội", "Y tế"]
    assert news["keywords"] == ["Mưa lũ miền Trung"]
    assert news["author"] == [
        {"@type": "Person", "name": "Trần Mai", "url": f"{SITE}/tac-gia/tran-mai/"},
        {"@type": "Person", "name": "Hoàng Thế"},
    ]
    assert news["publisher"]["url"] == f"{SITE}/"


def test_the_picture_is_there_in_three_proportions_with_its_credit(client):
    images = graph(source(client, full(1600, 1200)))["NewsArticle"]["image"]

    assert [(image["width"], image["height"]) for image in images] == [
        (1280, 720),
        (960, 720),
        (480, 480),
    ]
    for image in images:
        assert image["url"].startswith(f"{SITE}/media/")
        assert image["creditText"] == "(Ảnh: Trần Mai/TTXVN)"
        assert image["creator"] == [{"@type": "Person", "name": "Trần Mai"}]


def test_the_breadcrumbs_lead_from_the_section_to_the_article(client):
    article = full()

    steps = graph(source(client, article))["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["item"]) for step in steps] == [
        (1, f"{SITE}/xa-hoi/"),
        (2, f"{SITE}/y-te/"),
        (3, SITE + article.get_absolute_url()),
    ]


def test_the_times_are_those_of_vietnam_and_a_reprint_changes_none(client):
    article = makers.article()
    publishing.reprint(
        makers.fresh(article), version=2, by=makers.chief(), reason="Sai tên."
    )
    Article.objects.update(first_printed_at=makers.AT)

    news = graph(source(client, article))["NewsArticle"]

    assert news["datePublished"] == "2023-12-30T18:05:00+07:00"
    assert news["dateModified"] == news["datePublished"]


def test_an_update_changes_the_modified_time(client):
    article = makers.article()
    Article.objects.update(first_printed_at=makers.AT, updated_at=timezone.now())

    news = graph(source(client, article))["NewsArticle"]

    assert news["dateModified"] > news["datePublished"]


def test_what_is_not_known_is_left_out(client):
    article = makers.article(standfirst="", dateline="", bylines=())

    news = graph(source(client, article))["NewsArticle"]

    assert not {"description", "dateline", "author", "image", "keywords"} & set(news)


@pytest.mark.parametrize("evil", ["</script><script>x", "<!--<script>", "]]>&lt;"])
def test_no_text_can_end_the_data_block(client, evil):
    article = makers.article(headline=f"Tin {evil}", dateline=evil)

    html = source(client, article)
    (block,) = re.findall(r'ld\+json">(.*)</script>', html)

    assert not re.search("[<>&]", block)
    assert graph(html)["NewsArticle"]["headline"] == f"Tin {evil}"


def test_the_head_says_what_is_shared(client):
    article = full(1600, 1200)

    html = source(client, article)
    found = tags(html)

    assert f'<link rel="canonical" href="{SITE}{article.get_absolute_url()}">' in html
    assert (
        found["description"] == found["og:description"] == "Nước lên nhanh trong đêm."
    )
    assert found["og:type"] == "article"
    assert found["og:locale"] == "vi_VN"
    assert found["og:image"].startswith(f"{SITE}/media/")
    assert found["og:image"].endswith("-share.jpg")
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")


@pytest.mark.parametrize("address", ["/", "/xa-hoi/", "/tin-moi-nhat/", "/gioi-thieu/"])
def test_every_page_names_its_one_address_and_a_picture(client, address):
    makers.article()

    html = client.get(f"{address}?utm_source=x", headers={"host": "localhost"})
    found = tags(html.content.decode())

    assert found["og:url"] == SITE + address
    assert found["og:image"] == f"{SITE}/static/icons/share.png"
    assert f'rel="canonical" href="{SITE}{address}"' in html.content.decode()


def test_a_place_in_a_list_is_a_page_of_its_own(client):
    makers.article()

    html = client.get("/xa-hoi/?truoc=9999999999999999-1").content.decode()

    assert tags(html)["og:url"] == f"{SITE}/xa-hoi/?truoc=9999999999999999-1"


def test_an_english_article_says_so_to_machines(client):
    english = makers.section("English", "english", language="en")
    html = source(client, makers.article(language="en", section=english.pk))

    assert tags(html)["og:locale"] == "en_GB"
    assert graph(html)["NewsArticle"]["inLanguage"] == "en"
