"""Sitemaps, robots.txt, the manifest and the icons."""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.utils import timezone

from articles.models import Article
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


def dated(*moments: str) -> list[Article]:
    """An article first printed at each of these moments, ISO 8601."""
    rows = []
    for moment in moments:
        row = makers.article(headline=f"Tin {moment[:7]}")
        at = datetime.fromisoformat(moment)
        Article.objects.filter(pk=row.pk).update(first_printed_at=at)
        rows.append(row)
    return rows


def test_it_works(client):
    (article,) = dated("2023-12-30T11:05Z")

    assert places(client, "/sitemap.xml") == [f"{SITE}/sitemap-2023-12.xml"]
    assert places(client, "/sitemap-2023-12.xml") == [SITE + article.get_absolute_url()]


def test_an_empty_paper_has_an_empty_index(client):
    assert places(client, "/sitemap.xml") == []


def test_there_is_a_file_for_each_month_between_the_first_and_the_last(client):
    dated("2023-11-05T05:00Z", "2024-02-01T05:00Z")

    months = [place[-11:-4] for place in places(client, "/sitemap.xml")]

    assert months == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert places(client, "/sitemap-2023-12.xml") == []


def test_a_month_begins_and_ends_at_midnight_in_vietnam(client):
    before, first, last, after = dated(
        *("2023-11-30T16:59:59Z", "2023-11-30T17:00Z"),
        *("2023-12-31T16:59:59Z", "2023-12-31T17:00Z"),
    )

    assert places(client, "/sitemap-2023-12.xml") == [
        SITE + row.get_absolute_url() for row in (last, first)
    ]


@pytest.mark.parametrize(
    "month",
    ["2023-11", "2024-01", "2023-13", "2023-00", "0000-01", "9999-12", "9", "x"],
)
def test_a_month_without_a_paper_is_not_found(client, month):
    dated("2023-12-30T11:05Z")

    assert client.get(f"/sitemap-{month}.xml").status_code == 404


def test_the_news_are_those_of_two_days(client, settings):
    settings.SITE_NAME = "Báo Sông & Biển"
    fresh, old = makers.article(headline="Tin mới & nóng"), makers.article()
    Article.objects.filter(pk=old.pk).update(
        first_printed_at=timezone.now() - timedelta(hours=49)
    )

    root = ElementTree.fromstring(client.get("/sitemap-news.xml").content)

    assert places(client, "/sitemap-news.xml") == [SITE + fresh.get_absolute_url()]
    assert root.findtext(".//n:title", namespaces=NAMES) == "Tin mới & nóng"
    assert root.findtext(".//n:language", namespaces=NAMES) == "vi"
    assert root.findtext(".//n:name", namespaces=NAMES) == "Báo Sông & Biển"


@pytest.mark.parametrize("count", [60, 5_000])
def test_a_sitemap_costs_as_many_queries_however_large_the_archive(client, count):
    makers.archive(dated("2023-12-30T11:05Z")[0], count)

    assert queries(client, "/sitemap.xml") == [3, 1]
    assert queries(client, "/sitemap-2023-12.xml") == [5, 1]
    assert queries(client, "/sitemap-news.xml") == [3, 1]


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
