"""The site's addresses, and one that does nothing: what the stack alone costs."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


urlpatterns = [path("trong/", empty), path("", include("newsroom.urls"))]
