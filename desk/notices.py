"""Error pages: at the desk in the desk's look, elsewhere the paper's."""

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles import views as paper
from desk.permissions import Forbidden

# A form above the server's limits: its text never arrived, and is still in the browser.
_TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not _is_desk(request):
        return paper.bad_request(request, exception)
    if isinstance(exception, _TOO_LARGE):
        return _notice(request, 413, name="too_large")
    return _notice(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """With the verb's own sentence when a verb refused."""
    if not _is_desk(request):
        return paper.permission_denied(request, exception)
    reason = str(exception) if isinstance(exception, Forbidden) else ""
    return _notice(request, 403, reason=reason)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not _is_desk(request):
        return paper.not_found(request, exception)
    return _notice(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """At the desk it asks nothing of the database, which may be what broke."""
    if not _is_desk(request):
        return paper.server_error(request)
    return render(None, "admin/500.html", status=500)


def _is_desk(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("admin:index"))


def _notice(
    request: HttpRequest, status: int, *, name: str = "", reason: str = ""
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "reason": reason,
        "most_megabytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024**2,
        "most_fields": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS,
    }
    return render(request, f"admin/{name or status}.html", context, status=status)
