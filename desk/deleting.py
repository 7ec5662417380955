"""Removing a story that readers never saw. What was printed stays for ever."""

from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Edition
from desk.models import Story, StoryLink, User
from desk.permissions import Forbidden, may, within_reach
from desk.records import clock, note
from desk.writing import Stale, head

NAMED = 5  # stories that are named in a refusal


class Undeletable(Exception):
    """Something needs this story; the text says what, and what to do."""


@transaction.atomic
def delete(story: Story, *, version: int, by: User) -> None:
    """Remove the story with all its revisions; the audit keeps that it was there.

    Raises Forbidden, Stale, Undeletable.
    """
    if not may(by, "delete", story):
        raise Forbidden(_("You may not delete this story; ask its owner or an editor."))
    found = Story.objects.select_for_update().filter(pk=story.pk, version=version)
    if not found.update(version=F("version") + 1):
        raise Stale(_("Somebody changed this story after you opened it."))
    if reason := obstacle(story, by=by):
        raise Undeletable(reason)
    newest = head(story)
    StoryLink.objects.filter(story=story.pk).delete()  # one may lead to itself
    try:
        found.model.objects.get(pk=story.pk).delete()
    except ProtectedError as error:
        raise Undeletable(_kept_by(error)) from error
    detail = {"hash": newest.hash, "revisions": newest.number} if newest else {}
    note("delete", by=by, at=clock(), story=story.pk, detail=detail)


def obstacle(story: Story, *, by: User) -> str:
    """Why the story cannot be deleted, in a sentence; "" when nothing is known."""
    if (
        story.printed_revision_id
        or Edition.objects.filter(article_id=story.pk).exists()
    ):
        return _(
            "This story was printed: what readers saw is kept for ever. Withdraw it"
            " instead."
        )
    links = StoryLink.objects.filter(target=story).exclude(story=story)
    linking = Story.objects.filter(pk__in=links.values("story"))
    count = linking.count()
    if not count:
        return ""
    seen = linking.filter(within_reach(by)).only("headline").order_by("pk")[:NAMED]
    names = "; ".join(f"“{row}” ({row.pk})" for row in seen)
    sentence = ngettext(
        "%(count)d story links here: take the link out first.",
        "%(count)d stories link here: take the links out first.",
        count,
    ) % {"count": count}
    return f"{sentence} {names}".strip()


def _kept_by(error: ProtectedError) -> str:
    kinds = {str(row._meta.verbose_name) for row in error.protected_objects}
    return _("This story cannot be deleted: something is kept with it (%(what)s).") % {
        "what": ", ".join(sorted(kinds))
    }
