"""What came in over the wire."""

from django.contrib import admin

from desk.admin.readonly import ReadOnlyAdmin
from wire.models import WireItem


@admin.register(WireItem)
class WireItemAdmin(ReadOnlyAdmin):
    list_display = ["name", "encoding", "story", "received_at"]
    list_select_related = ["story"]
    exclude = ["raw"]
