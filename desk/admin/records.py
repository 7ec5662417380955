"""What was printed, withdrawn and done: to be read, and written by verbs alone."""

import json
from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Edition, Withdrawal
from desk.admin.readonly import ReadOnlyAdmin
from desk.models import Audit, Outbox

# What verbs note, in words; a test compares with what they write.
ACTIONS = {
    "create": _("made the story"),
    "save": _("saved"),
    "save unchanged": _("saved without a change"),
    "save timing": _("changed the day or the embargo"),
    "conflict": _("saved beside a newer text"),
    "embargo": _("set the embargo"),
    "delete": _("deleted the story"),
    "print": _("printed"),
    "update": _("printed an update"),
    "correction": _("printed a correction"),
    "reprint": _("printed again"),
    "withdraw": _("withdrew"),
    "take in photo": _("took in a photo"),
    "describe photo": _("described a photo"),
    "crop photo": _("cropped a photo"),
    "give photo rights": _("gave the rights in a photo"),
    "lease photo": _("added a lease to a photo"),
    "end lease": _("took a lease from a photo"),
    "override photo": _("let a photo through"),
    "end override": _("stopped letting a photo through"),
    "take down photo": _("took a photo down"),
    "put back photo": _("put a photo back"),
    "replace photo": _("replaced a photo's file"),
    "delete photo": _("deleted a photo"),
    "download original": _("took an original away"),
    "keep agency": _("kept the table of agencies"),
    "remove agency": _("removed an agency"),
    "make section": _("made a section"),
    "change section": _("changed a section"),
    "remove section": _("removed a section"),
    "make author": _("made an author"),
    "change author": _("changed an author"),
    "merge author": _("merged two authors"),
    "reprint portrait": _("printed a portrait again"),
    "hide portrait": _("took a portrait from the readers"),
    "separate author": _("parted two authors"),
    "make topic": _("made a topic"),
    "change topic": _("changed a topic"),
    "merge topic": _("merged two topics"),
    "separate topic": _("parted two topics"),
    "make account": _("made an account"),
    "change account": _("changed an account"),
    "change language": _("chose a language"),
    "set password": _("set a password"),
    "unlock account": _("let somebody try again"),
    "second factor on": _("turned the second factor on"),
    "second factor off": _("turned the second factor off"),
    "reset second factor": _("turned somebody's second factor off"),
    "new recovery codes": _("took new recovery codes"),
}
EFFECTS = {
    "hide photos": _("hide photos that no page shows"),
    "reprint photos": _("reprint pages whose photos changed"),
    "take down photo": _("take a photo from every page"),
}


def pretty(text: str) -> SafeString:
    """JSON for people: one thing a line."""
    lines = json.dumps(json.loads(text), ensure_ascii=False, indent=1)
    return format_html("<pre>{}</pre>", lines)


@admin.display(description=_("story"))
def story_link(row: Any) -> SafeString | str:
    """The story's number, leading to it; the story itself may be gone."""
    number = getattr(row, "article_id", None) or getattr(row, "story_number", None)
    if not number:
        return "–"
    address = reverse("admin:desk_story_change", args=[number])
    return format_html('<a href="{}">{}</a>', address, number)


@admin.display(description=_("content"))
def content(edition: Edition) -> SafeString:
    return pretty(edition.content)


@admin.display(description=_("action"), ordering="action")
def action(entry: Audit) -> str:
    return str(ACTIONS.get(entry.action, entry.action))


@admin.display(description=_("detail"))
def detail(entry: Audit) -> SafeString:
    return pretty(entry.detail)


@admin.display(description=_("kind"), ordering="kind")
def kind(entry: Outbox) -> str:
    return str(EFFECTS.get(entry.kind, entry.kind))


@admin.display(description=_("payload"))
def payload(entry: Outbox) -> SafeString:
    return pretty(json.dumps(entry.payload))


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
        *("hash", "previous_hash", "revision_hash", "schema", content),
    ]


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    list_display = [story_link, "withdrawn_at", "notice", "by"]
    list_display_links = ["withdrawn_at"]
    fields = readonly_fields = [story_link, "withdrawn_at", "notice", "by"]


@admin.register(Audit)
class AuditAdmin(ReadOnlyAdmin):
    list_display = ["number", "at", "actor_name", action, story_link]
    search_fields = ["=story_number", "=actor_name", "=action"]
    search_help_text = _("The number of a story, or a person's name for signing in")
    fields = readonly_fields = [
        *("number", "at", "actor_name", action, story_link, detail, "hash"),
    ]


@admin.register(Outbox)
class OutboxAdmin(ReadOnlyAdmin):
    list_display = ["id", kind, "created_at", "delivered_at", "attempts"]
    ordering = ["-id"]
    fields = readonly_fields = [
        *(kind, payload, "created_at", "delivered_at", "attempts", "last_error"),
    ]
