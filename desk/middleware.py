"""The admin speaks the language of the person who asks; public pages are untouched."""

from collections.abc import Callable

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation


class StaffMiddleware:
    """For addresses of the admin: the person's language, and his roles, read once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(reverse("admin:index")):
            return self.get_response(request)
        language = settings.LANGUAGE_CODE
        if request.user.is_authenticated:
            language = request.user.language
            prefetch_related_objects([request.user], "groups", "sections")
        with translation.override(language):
            return self.get_response(request)
