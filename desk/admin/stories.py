"""Stories: their list, and the addresses of all pages that a story has."""

from typing import Any

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from desk.admin import history, picker, preview, releasing, renewal, suggestions
from desk.admin.searching import having_words
from desk.admin.story_list import (
    MineFilter,
    SectionFilter,
    ShortPaginator,
    StateFilter,
    StoryList,
)
from desk.admin.story_writing import write
from desk.models import Story
from desk.permissions import may, within_reach

# CKEditor needs them, and only the pages that carry it get them; no unsafe-eval. Its
# handle for dragging is a picture of one clear pixel, in a data address.
_LOOSENED = {
    "img-src": ["data:"],
    "script-src": [UNSAFE_INLINE],
    "style-src": [UNSAFE_INLINE],
}
_HEAVY = ["body", "standfirst", "search_text", "lead_caption", "lead_alt"]
_HEAVY += ["lead_photo__original_metadata", "lead_photo__search_text"]


@admin.register(Story)
class StoryAdmin(admin.ModelAdmin):
    change_list_template = "admin/desk/story/list.html"
    list_filter = [MineFilter, StateFilter, SectionFilter]
    list_per_page = 50
    list_select_related = ["section__parent", "owner", "lead_photo"]
    ordering = ["-updated_at", "-id"]
    paginator = ShortPaginator
    search_fields = ["search_text"]
    show_full_result_count = False
    actions = None

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"may_import": may(request.user, "import"), **(extra_context or {})}
        return super().changelist_view(request, context)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[StoryList]:
        return StoryList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        stories = super().get_queryset(request).filter(within_reach(request.user))
        return stories.defer(*_HEAVY)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        return having_words(queryset, "search_text", search_term), False

    @csp_update(_LOOSENED)
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return write(request)

    @csp_update(_LOOSENED)
    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        return write(request, object_id)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "see")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, "see", obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "write")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, "write", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Django's own delete page is never asked; ours stands before it."""
        return False

    def get_urls(self) -> list[Any]:
        return [
            *history.urls,
            *preview.urls,
            *releasing.urls,
            *picker.urls,
            *suggestions.urls,
            *renewal.urls,
            *super().get_urls(),
        ]
