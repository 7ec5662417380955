"""Sitemaps, robots.txt, the manifest and the icons."""

import json
import re
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.utils import timezone

from articles.models import Article
from articles.sitemaps import FILE
from tests import makers
from tests.articles.test_views import queries

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def places(client, address: str) -> list[str]:
    answer = client.get(address, headers={"host": "localhost"})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(answer.content)
    return [each.text for each in root.findall(".//s:loc", NAMES)]


def test_it_works(client):
    article = makers.article()
    part = (article.pk - 1) // FILE + 1

    assert places(client, "/sitemap.xml") == [f"{SITE}/sitemap-{part}.xml"]
    assert places(client, f"/sitemap-{part}.xml") == [SITE + article.get_absolute_url()]


def test_each_file_holds_a_range_of_numbers(client):
    like = makers.article()
    for number in (FILE * 3, FILE * 3 + 1):
        like.pk = number
        like.save(force_insert=True)

    assert places(client, "/sitemap.xml")[1:] == [
        f"{SITE}/sitemap-3.xml",
        f"{SITE}/sitemap-4.xml",
    ]
    assert len(places(client, "/sitemap-3.xml")) == 1


@pytest.mark.parametrize("part", ["9", "0", "01", "9" * 18, "x"])
def test_a_file_of_nothing_is_not_found(client, part):
    makers.article()

    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_the_news_are_those_of_two_days(client):
    fresh, old = makers.article(headline="Tin mới & nóng"), makers.article()
    Article.objects.filter(pk=old.pk).update(
        first_printed_at=timezone.now() - timedelta(hours=49)
    )

    root = ElementTree.fromstring(client.get("/sitemap-news.xml").content)

    assert places(client, "/sitemap-news.xml") == [SITE + fresh.get_absolute_url()]
    assert root.findtext(".//n:title", namespaces=NAMES) == "Tin mới & nóng"
    assert root.findtext(".//n:language", namespaces=NAMES) == "vi"


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemap-news.xml"])
def test_a_sitemap_is_one_query_and_the_stamp(client, address):
    makers.archive(makers.article(), 60)

    assert queries(client, address) == [2, 1]


def test_robots_are_kept_from_the_desk_and_shown_the_sitemaps(client):
    answer = client.get("/robots.txt")
    lines = answer.content.decode().splitlines()

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert {"Disallow: /admin/", "Disallow: /tim-kiem/"} <= set(lines)
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert f"Sitemap: {SITE}/sitemap-news.xml" in lines


def test_the_manifest_names_icons_that_are_there(client):
    answer = client.get("/manifest.webmanifest")
    facts = json.loads(answer.content)

    assert answer["Content-Type"] == "application/manifest+json"
    assert facts["lang"] == "vi"
    for icon in facts["icons"]:
        file = Path(settings.BASE_DIR) / icon["src"].lstrip("/")
        assert file.is_file()


def test_every_icon_that_a_page_names_is_there(client):
    html = client.get("/").content.decode()

    for name in re.findall(r'="/(static/[^"]+)"', html):
        assert (Path(settings.BASE_DIR) / name).is_file()
    assert client.get("/favicon.ico")["Location"] == "/static/icons/favicon.ico"
