"""Addresses that the pages' scripts ask: JSON in, JSON out, and who may."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from desk.permissions import may

View = Callable[..., HttpResponse]


def endpoint(act: str) -> Callable[[View], View]:
    """401 for who is logged out, 403 for who may not do `act`: each with a sentence."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not admin.site.has_permission(request):
                return refusal(_("You are logged out: log in again."), status=401)
            if not may(request.user, act):
                return refusal(_("You may not do this."), status=403)
            response = view(request, *args, **kwargs)
            if "Cache-Control" not in response:
                add_never_cache_headers(response)
            return response

        return guarded

    return decorate


def refusal(sentence: str, *, status: int = 400, **errors: Any) -> JsonResponse:
    """`errors` by field, each a sentence."""
    return JsonResponse({"error": sentence, "errors": errors}, status=status)
