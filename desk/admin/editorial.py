"""Stories, their revisions and the records. The story form comes with its issue."""

from django.contrib import admin

from desk.admin.readonly import ReadOnlyAdmin
from desk.models import Audit, Outbox, Revision, Story


@admin.register(Story)
class StoryAdmin(ReadOnlyAdmin):
    list_display = ["headline", "section", "status", "updated_at"]
    list_filter = ["status", "section"]
    list_select_related = ["section"]


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ["story", "number", "source", "author", "created_at"]
    list_select_related = ["story", "author"]


@admin.register(Audit)
class AuditAdmin(ReadOnlyAdmin):
    list_display = ["number", "at", "actor_name", "action", "story_number"]


@admin.register(Outbox)
class OutboxAdmin(ReadOnlyAdmin):
    list_display = ["id", "kind", "created_at", "delivered_at", "attempts"]
