"""The page cache: who may be given a kept page, and which answer may be kept.

A kept page is fresh while the stamp is the one that was read before its first query:
a page out of the cache costs one query, and nothing withdrawn or renamed is shown.
Only what everybody gets at an address is kept, and nothing for who brings a session.
"""

import time
from collections.abc import Callable
from hashlib import sha256

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from articles.models import Stamp
from articles.shelf import Kept, Shelf
from newsroom.text.canonical import canonical, digest

PAGES = frozenset(
    [
        *("front", "section", "article", "topic", "author", "latest", "about"),
        *("feed", "section-feed", "sitemap", "sitemap-month", "sitemap-news"),
    ]
)
PARAMETERS = ("ngay", "truoc")  # what else an address brings makes no other page
EVERYBODY = "public, max-age=0, s-maxage=2"  # seconds: what is gone is gone everywhere
NOT_SHARED = "private, no-cache"


class PageCacheMiddleware:
    """Stands before sessions and users, and behind what is added to every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.shelf = Shelf(f"page-{digest(settings.SITE_URL)[:16]}")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_page(request):
            return self.get_response(request)
        if _is_somebody(request):
            return _marked(self.get_response(request), NOT_SHARED)
        request.get_host()  # an unknown host is refused whatever is kept
        page = _key(request)
        kept = self.shelf.get(page)
        stamp = vars(request)["stamp"] = self._stamp()
        if kept and self._may_be_shown(page, kept, stamp):
            answer = HttpResponse(kept.content, headers=kept.headers)
            return _answer(request, answer, kept)
        response = self.get_response(request)
        if stamp is None or not _may_be_kept(request, response):
            return _marked(response, EVERYBODY)
        kept = _kept(response, stamp, before=kept)
        self.shelf.put(page, kept)
        return _answer(request, response, kept)

    def _stamp(self) -> int | None:
        """None while the database is down."""
        try:
            stamp = Stamp.objects.values_list("n", flat=True).get(pk=1)
        except DatabaseError:
            return None
        self.shelf.tell(stamp)
        return stamp

    def _may_be_shown(self, page: str, kept: Kept, stamp: int | None) -> bool:
        """With the database down however old, if nothing is known to have changed."""
        if stamp is None:
            return kept.stamp == self.shelf.told()
        return self.shelf.is_fresh(page, kept, stamp)


def _is_page(request: HttpRequest) -> bool:
    if request.method not in ("GET", "HEAD"):
        return False
    try:
        return resolve(request.path_info).view_name in PAGES
    except Resolver404:
        return False


def _is_somebody(request: HttpRequest) -> bool:
    return (
        settings.SESSION_COOKIE_NAME in request.COOKIES
        or "HTTP_AUTHORIZATION" in request.META
    )


def _key(request: HttpRequest) -> str:
    """The same for every address of the same page."""
    asked = {name: request.GET[name] for name in PARAMETERS if name in request.GET}
    return digest(canonical([request.path, asked]))


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Whole and well, the same for everybody, and nothing in it is of this request."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not {"Vary", "Cache-Control"} & set(response.headers)
        and getattr(request, "_csp_nonce", None) is None
        and not any(name.startswith("_csp") for name in vars(response))
    )


def _kept(response: HttpResponse, stamp: int, *, before: Kept | None) -> Kept:
    now = time.time()
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    is_same = before and (before.stamp, before.etag) == (stamp, etag)
    return Kept(
        stamp=stamp,
        made_at=now,
        changed_at=before.changed_at if before and is_same else now,
        etag=etag,
        headers=dict(response.headers),
        content=response.content,
    )


def _answer(
    request: HttpRequest, response: HttpResponse, kept: Kept
) -> HttpResponseBase:
    """The response, or 304 when the client has these very bytes."""
    response.headers["ETag"] = kept.etag
    second = int(kept.changed_at)
    is_over = time.time() >= second + 1  # or the same second may bring another page
    if is_over:
        response.headers["Last-Modified"] = http_date(second)
    conditional = get_conditional_response(
        request,
        etag=kept.etag,
        last_modified=second if is_over else None,
        response=_marked(response, EVERYBODY),
    )
    return conditional or response


def _marked(response: HttpResponse, shared: str) -> HttpResponse:
    """Says who else may keep it, unless the view did or something broke."""
    if response.status_code < 500:
        response.headers.setdefault("Cache-Control", shared)
    return response
