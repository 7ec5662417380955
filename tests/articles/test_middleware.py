"""The page cache: what is kept, for whom, and that nothing old is shown."""

import socket
from dataclasses import replace

import pytest
from django.conf import settings as project
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from articles import shelf
from articles.copy import Byline
from articles.middleware import EVERYBODY, NOT_SHARED, PAGES, PageCacheMiddleware
from articles.models import Article, Section, Stamp
from desk import authors, publishing, sections
from tests import makers
from tests.articles.test_views import queries
from tests.redis import caches_at, redis_server

pytestmark = pytest.mark.django_db

NOT_KEPT = {"search", "robots", "manifest", "favicon"}


def kept_entries() -> dict:
    """What lies in the process's own cache, by its key there."""
    return {key: cache.get(key.split(":", 2)[2]) for key in list(cache._cache)}


def grow_old(seconds: int) -> None:
    for key, entry in kept_entries().items():
        if isinstance(entry, shelf.Kept):
            older = replace(
                entry,
                made_at=entry.made_at - seconds,
                changed_at=entry.changed_at - seconds,
            )
            cache.set(key.split(":", 2)[2], older, 1000)


class Site:
    """The middleware around a view that counts how often it is asked."""

    def __init__(self, answer=None) -> None:
        self.asked = 0
        self.answer = answer or (lambda request: HttpResponse("Trang"))
        self.cache = PageCacheMiddleware(self._view)

    def _view(self, request):
        self.asked += 1
        return self.answer(request)

    def get(self, path: str = "/", **extra):
        return self.cache(RequestFactory().get(path, **extra))


def test_it_works(client):
    address = makers.article().get_absolute_url()

    first = client.get(address)

    assert client.get(address).content == first.content
    assert queries(client, address) == [4, 1]


def test_every_address_of_the_paper_is_kept_or_is_not_on_purpose():
    patterns = get_resolver("articles.urls").url_patterns

    assert {pattern.name for pattern in patterns} == PAGES | NOT_KEPT


def test_what_was_withdrawn_is_gone_at_once(client):
    article = makers.article()
    client.get(article.get_absolute_url())

    publishing.withdraw(makers.fresh(article), version=2, by=makers.chief())

    assert client.get(article.get_absolute_url()).status_code == 410
    assert article.headline not in client.get("/").content.decode()


def test_a_renamed_section_shows_at_once_on_every_page(client):
    article = makers.article()
    addresses = ("/", "/xa-hoi/", article.get_absolute_url(), "/rss/xa-hoi/")
    for address in addresses:
        client.get(address)

    row = Section.objects.get()
    plan = sections.Plan("Đời sống", slug=row.slug, language=row.language)
    sections.change(row, plan, by=makers.chief())

    for address in addresses:
        html = client.get(address).content.decode()
        assert "Đời sống" in html
        assert "Xã hội" not in html


def test_a_renamed_author_shows_at_once_on_pages_made_before_and_after(client):
    author = makers.author()
    lines = (Byline("T. Mai", author.pk),)
    pages = [makers.article(bylines=lines) for _page in range(2)]
    client.get(pages[0].get_absolute_url())

    profile = authors.Profile("Trần Thị Mai", biography=author.biography)
    authors.change(author, profile, by=makers.chief())

    for page in pages:
        html = client.get(page.get_absolute_url()).content.decode()
        assert "Trần Thị Mai" in html


def test_a_name_is_asked_for_once_until_something_changes(client):
    lines = (Byline("T. Mai", makers.author().pk),)
    first, second = (
        makers.article(bylines=lines).get_absolute_url() for _page in range(2)
    )

    assert queries(client, first) == [5, 1]
    with CaptureQueriesContext(connection) as captured:
        client.get(second)
    assert len(captured) == 3


def test_a_page_made_before_another_commit_is_not_judged_fresh():
    def answer(request):
        page = HttpResponse(f"{Article.objects.count()} bài")
        if site.asked == 1:
            makers.article()
        return page

    site = Site(answer)

    assert site.get().content.decode() == "0 bài"
    assert site.get().content.decode() == "1 bài"
    assert site.get().content.decode() == "1 bài"
    assert site.asked == 2


def test_a_section_that_is_newer_than_the_masthead_is_named(client):
    client.get("/")
    newer = makers.section("Mục mới", "muc-moi")
    article = makers.article(section=newer.pk)
    stamp = Stamp.objects.get().n
    Stamp.objects.update(n=stamp - 1)

    assert client.get(article.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "extra",
    [
        {"HTTP_COOKIE": f"{project.SESSION_COOKIE_NAME}=abc"},
        {"HTTP_AUTHORIZATION": "Bearer abc"},
    ],
)
def test_who_brings_a_session_gets_a_page_of_his_own_that_nobody_shares(extra):
    site = Site()
    site.get()

    answer = site.get(**extra)
    site.get(**extra)

    assert site.asked == 3
    assert answer["Cache-Control"] == NOT_SHARED


def with_header(name: str, value: str) -> HttpResponse:
    return HttpResponse("Trang", headers={name: value})


def with_cookie(request) -> HttpResponse:
    answer = HttpResponse("Trang")
    answer.set_cookie("a", "b")
    return answer


def with_policy(request) -> HttpResponse:
    answer = HttpResponse("Trang")
    answer._csp_update = {"script-src": "'unsafe-inline'"}
    return answer


def with_nonce(request) -> HttpResponse:
    request._csp_nonce = "abc"
    return HttpResponse("Trang")


@pytest.mark.parametrize(
    "answer",
    [
        with_cookie,
        with_policy,
        with_nonce,
        lambda request: with_header("Vary", "Cookie"),
        lambda request: with_header("Cache-Control", "private"),
        lambda request: with_header("Cache-Control", "no-store"),
        lambda request: StreamingHttpResponse([b"Trang"]),
        *(
            lambda request, status=status: HttpResponse("Trang", status=status)
            for status in (301, 302, 404, 410, 500, 503)
        ),
    ],
)
def test_what_is_not_the_same_for_everybody_is_not_kept(answer):
    site = Site(answer)

    site.get()
    site.get()

    assert site.asked == 2


@pytest.mark.parametrize("path", ["/admin/", "/health/live", "/tim-kiem/?q=a", "/a/b"])
def test_what_is_no_page_of_the_paper_asks_nothing(path, django_assert_num_queries):
    site = Site()

    with django_assert_num_queries(0):
        site.get(path)
        site.get(path)

    assert site.asked == 2


def test_only_what_makes_another_page_is_another_page():
    site = Site(lambda request: HttpResponse(request.GET.get("truoc", "")))

    for path in ("/xa-hoi/", "/xa-hoi/?fbclid=1", "/xa-hoi/?utm_source=a&utm_id=2"):
        assert site.get(path).content == b""
    assert site.get("/xa-hoi/?truoc=5-6").content == b"5-6"
    assert site.get("/xa-hoi/?a=b&truoc=5-6").content == b"5-6"
    assert site.get("/xa-hoi/?truoc=5-6&truoc=7-8").content == b"7-8"
    assert site.asked == 3


def test_an_unknown_host_is_refused_whatever_is_kept(client):
    client.get("/")

    assert client.get("/", HTTP_HOST="khac.example.vn").status_code == 400


def test_a_kept_page_has_the_headers_of_the_first_and_no_cookie(client):
    makers.article()
    first = client.get("/")

    again = client.get("/")

    changing = {"Last-Modified"}
    assert {*first.headers} - changing == {*again.headers} - changing
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert "nonce" not in again["Content-Security-Policy"]
    assert again["X-Frame-Options"] == "DENY"
    assert again["Cache-Control"] == EVERYBODY
    assert not again.cookies


def test_each_page_keeps_its_language(client):
    english = makers.section("Society", "society", language="en")
    pages = [makers.article(), makers.article(language="en", section=english.pk)]

    for _round in range(2):
        found = [client.get(page.get_absolute_url()).content.decode() for page in pages]
        assert ["Tin liên quan" in html for html in found] == [True, False]
        assert ["Related news" in html for html in found] == [False, True]


def test_head_is_get_without_the_body(client):
    makers.article()
    page = client.get("/")

    answer = client.head("/")

    assert answer.content == b""
    assert answer["ETag"] == page["ETag"]
    assert answer["Content-Length"] == page["Content-Length"]


@pytest.mark.parametrize("weakness", ["", "W/"])
def test_who_has_these_bytes_is_told_so(client, weakness):
    makers.article()
    etag = client.get("/")["ETag"]

    answer = client.get("/", HTTP_IF_NONE_MATCH=weakness + etag)
    makers.article(headline="Tin mới hơn")
    later = client.get("/", HTTP_IF_NONE_MATCH=weakness + etag)

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["Cache-Control"] == EVERYBODY
    assert later.status_code == 200


def test_a_time_is_told_once_its_second_is_over(client):
    makers.article()
    client.get("/")
    grow_old(2)
    changed = client.get("/")["Last-Modified"]

    answer = client.get("/", HTTP_IF_MODIFIED_SINCE=changed)
    makers.article(headline="Tin mới hơn")
    later = client.get("/", HTTP_IF_MODIFIED_SINCE=changed)

    assert answer.status_code == 304
    assert later.status_code == 200
    assert "Last-Modified" not in later


def test_an_old_page_is_made_anew_once_while_others_are_shown_the_old_one():
    def answer(request):
        if site.asked == 2:
            others.append(site.get().content)
        return HttpResponse(f"Lần {site.asked}")

    others: list[bytes] = []
    site = Site(answer)
    site.get()
    grow_old(shelf.LIFE + 1)

    assert site.get().content.decode() == "Lần 2"
    assert [other.decode() for other in others] == ["Lần 1"]
    assert site.get().content.decode() == "Lần 2"
    assert site.asked == 2


def test_a_page_far_too_old_is_shown_to_nobody():
    site = Site(lambda request: HttpResponse(f"Lần {site.asked}"))
    site.get()
    grow_old(shelf.LIFE + shelf.TURN)
    cache.add(next(key.split(":", 2)[2] for key in cache._cache) + "-turn", 1)

    assert site.get().content.decode() == "Lần 2"


def test_a_page_in_redis_is_for_every_process(settings, tmp_path):
    with redis_server(tmp_path) as (url, _server):
        settings.CACHES = caches_at(url)
        one, other = Site(), Site()

        one.get()

        assert other.get().content.decode() == "Trang"
        assert other.asked == 0


def test_with_redis_killed_pages_are_made_as_ever(settings, tmp_path):
    site = Site()
    with redis_server(tmp_path) as (url, server):
        settings.CACHES = caches_at(url)
        site.get()
        site.get()

        server.kill()
        server.wait()

        assert [site.get().status_code for _time in range(3)] == [200] * 3
    assert site.asked == 4


def test_with_redis_silent_pages_are_made_as_ever(settings):
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        settings.CACHES = caches_at(f"redis://127.0.0.1:{deaf.getsockname()[1]}/0")
        site = Site()

        assert site.get().content.decode() == "Trang"
        assert site.get().content.decode() == "Trang"
        assert site.asked == 2


def test_redis_is_asked_again_once_it_is_back(settings, monkeypatch, tmp_path):
    monkeypatch.setattr(shelf, "SILENCE", 0)
    site = Site()
    with redis_server(tmp_path) as (url, server):
        port = url.rpartition(":")[2].partition("/")[0]
        settings.CACHES = caches_at(url)
        server.kill()
        server.wait()
        site.get()
        with redis_server(tmp_path, port=int(port)):
            site.get()
            site.get()

    assert site.asked == 2


@pytest.fixture
def no_database():
    """Gone, until the test is over."""

    def leave() -> None:
        connection.close()
        connection.settings_dict["NAME"] = "/khong/co"

    known = connection.settings_dict["NAME"]
    yield leave
    connection.close()
    connection.settings_dict["NAME"] = known


@pytest.mark.django_db(transaction=True)
def test_with_the_database_down_readers_still_read(client, no_database):
    makers.article(headline="Vẫn đọc được")
    client.get("/")
    grow_old(600)

    no_database()

    assert "Vẫn đọc được" in client.get("/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_with_the_database_down_nothing_withdrawn_comes_back(client, no_database):
    article = makers.article()
    client.get(article.get_absolute_url())
    publishing.withdraw(makers.fresh(article), version=2, by=makers.chief())
    client.get("/")
    client.raise_request_exception = False

    no_database()

    assert client.get(article.get_absolute_url()).status_code == 500
