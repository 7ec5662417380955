"""Photos: their contact sheet, and the addresses of all pages that a photo has."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst

from desk.admin import photo_batch, photo_crops, photo_going, photo_page, photo_upload
from desk.admin.photo_sheet import Sheet
from desk.admin.readonly import ReadOnlyAdmin
from desk.admin.searching import having_words
from desk.permissions import may
from photos.models import Photo


@admin.register(Photo)
class PhotoAdmin(ReadOnlyAdmin):
    """Every page is ours; Django's own are asked for a name to pick (autocomplete)."""

    ordering = ["-created_at", "-id"]
    search_fields = ["search_text"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Photo], search_term: str
    ) -> tuple[QuerySet[Photo], bool]:
        return having_words(queryset, "search_text", search_term), False

    def changelist_view(
        self, request: HttpRequest, extra_context: Any = None
    ) -> HttpResponse:
        if not may(request.user, "see"):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": capfirst(self.opts.verbose_name_plural),
            "sheet": Sheet(request.GET),
            "may_describe": may(request.user, "describe photo"),
            "may_take_in": may(request.user, "take in photo"),
        }
        return TemplateResponse(request, "admin/photos/photo/sheet.html", context)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return photo_upload.upload(request)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        return photo_page.show(request, object_id)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return photo_going.ask(request, object_id, name="delete")

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return photo_page.history(request, object_id)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, "see")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "see")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "take in photo")

    def get_urls(self) -> list[Any]:
        return [
            *photo_batch.urls,
            *photo_crops.urls,
            *photo_going.urls,
            *super().get_urls(),
        ]
