"""Addresses for machines that watch over this process."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from desk.health import troubles


@never_cache
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """The process answers. If it does not, restart it."""
    return JsonResponse({"live": True})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """The process can work; 503 with the reasons when it cannot: send it no reader."""
    found = troubles()
    return JsonResponse({"troubles": found}, status=503 if found else 200)
