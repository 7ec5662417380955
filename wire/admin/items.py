"""What came in over the wire; it comes in by pasting, too."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from desk.admin.readonly import ReadOnlyAdmin
from desk.permissions import may
from wire.admin import pasting
from wire.models import WireItem


@admin.register(WireItem)
class WireItemAdmin(ReadOnlyAdmin):
    change_list_template = "admin/wire/items.html"
    list_display = ["name", "encoding", "story", "received_at"]
    list_select_related = ["story"]
    exclude = ["raw"]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"may_import": may(request.user, "import"), **(extra_context or {})}
        return super().changelist_view(request, context)

    def get_urls(self) -> list[Any]:
        return [*pasting.urls, *super().get_urls()]
