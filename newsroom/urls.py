"""Addresses: the admin, pictures of what is printed, and the paper."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("health/", include("desk.urls")),
]

if settings.MEDIA_URL.startswith("/"):
    urlpatterns.append(path(settings.MEDIA_URL.lstrip("/"), include("photos.urls")))
urlpatterns.append(path("", include("articles.urls")))

handler400 = "desk.notices.bad_request"
handler403 = "desk.notices.permission_denied"
handler404 = "desk.notices.not_found"
handler500 = "desk.notices.server_error"
