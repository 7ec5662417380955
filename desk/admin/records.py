"""What was printed, withdrawn and done: to be read, and written by verbs alone."""

import json
from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Edition, Withdrawal
from desk.admin.readonly import ReadOnlyAdmin
from desk.models import Audit, Outbox


@admin.display(description=_("story"))
def story_link(row: Any) -> SafeString | str:
    """The story's number, leading to it; the story itself may be gone."""
    number = getattr(row, "article_id", None) or getattr(row, "story_number", None)
    if not number:
        return "–"
    address = reverse("admin:desk_story_change", args=[number])
    return format_html('<a href="{}">{}</a>', address, number)


@admin.display(description=_("detail"))
def pretty_detail(row: Audit) -> SafeString:
    text = json.dumps(json.loads(row.detail), ensure_ascii=False, indent=1)
    return format_html("<pre>{}</pre>", text)


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    list_display = ["headline", "section", "edition_number", "printed_at"]
    list_select_related = ["section"]
    search_fields = ["=id"]
    search_help_text = _("The number of the story")
    fields = [
        *("headline", "language", "section", "top_section", "edition_number"),
        *("first_printed_at", "printed_at", "updated_at", "corrected_at"),
    ]

    def view_on_site(self, article: Article) -> str:
        return article.get_absolute_url()


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    list_display = [story_link, "number", "kind", "printed_at", "revision_number"]
    list_display_links = ["number"]
    list_filter = ["kind"]
    ordering = ["-id"]
    search_fields = ["=article_id"]
    search_help_text = _("The number of the story")
    fields = readonly_fields = [
        *(story_link, "number", "kind", "printed_at", "revision_number"),
        *("hash", "previous_hash", "revision_hash", "schema", "content"),
    ]


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    list_display = [story_link, "withdrawn_at", "notice", "by"]
    list_display_links = ["withdrawn_at"]
    fields = readonly_fields = [story_link, "withdrawn_at", "notice", "by"]


@admin.register(Audit)
class AuditAdmin(ReadOnlyAdmin):
    list_display = ["number", "at", "actor_name", "action", story_link]
    search_fields = ["=story_number", "=actor_name", "=action"]
    search_help_text = _("The number of a story, a person's name, or an action")
    fields = readonly_fields = [
        *("number", "at", "actor_name", "action", story_link, pretty_detail),
        *("hash", "previous_hash"),
    ]


@admin.register(Outbox)
class OutboxAdmin(ReadOnlyAdmin):
    list_display = ["id", "kind", "created_at", "delivered_at", "attempts"]
    ordering = ["-id"]
