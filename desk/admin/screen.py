"""What every screen of ours has in common."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst


class Screen(admin.ModelAdmin):
    """A list is called by what it lists; nothing is done to many rows at once."""

    actions = None
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    view_on_site = False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**title, **(extra_context or {})})
