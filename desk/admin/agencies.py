"""The table of agencies, kept by the photo desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from desk import agencies
from desk.admin.saving import VerbAdmin
from desk.admin.searching import having_words
from desk.permissions import may
from photos.models import Agency


@admin.register(Agency)
class AgencyAdmin(VerbAdmin):
    act = "keep photo rights"
    fields = ["name", "rights", "note"]
    list_display = ["name", "rights", "note"]
    list_filter = ["rights"]
    ordering = ["name", "id"]
    search_fields = ["search_name"]

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        return having_words(queryset, "search_name", search_term), False

    def store(
        self, request: HttpRequest, row: Any, form: Any, *, is_new: bool
    ) -> Agency:
        values = form.cleaned_data
        return agencies.keep(
            None if is_new else Agency.objects.get(pk=row.pk),
            name=values["name"],
            rights=values["rights"],
            remark=values["note"],
            by=request.user,
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, self.act)

    def delete_model(self, request: HttpRequest, obj: Agency) -> None:
        agencies.remove(obj, by=request.user)
