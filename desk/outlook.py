"""What readers would see change, and what stands in the way: told before it is done.

Asks and changes nothing. The verbs of desk.publishing decide anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.copy import Copy
from articles.models import Article, ArticleLink, Section, Withdrawal
from articles.printed import Printed
from desk import printing, resolving
from desk.changes import Change, Names, changes, picture_changes
from desk.models import Revision, Story, User
from desk.naming import names_of, photos_of
from desk.permissions import may
from desk.records import clock
from desk.writing import head


@dataclass(frozen=True)
class Text:
    """What would be printed; `section` is None while none is chosen."""

    revision: Revision
    copy: Copy
    section: Section | None


@dataclass(frozen=True)
class Outlook:
    """`version` was read before everything else: what is newer is refused as stale.

    `address` is where readers would find the story, whole; "" when it has none yet.
    """

    version: int
    text: Text | None
    live: Article | None
    withdrawal: Withdrawal | None
    first_printed_at: datetime | None
    address: str
    linking: int
    obstacles: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    names: Names = field(default_factory=Names)

    @property
    def is_changing(self) -> bool:
        return any(not change.is_same for change in self.changes)


def outlook(story: Story, act: str, *, by: User) -> Outlook:
    """`act` is print, correct, reprint or withdraw."""
    names = ["version", "embargo_until", "printed_revision"]
    story.refresh_from_db(fields=names)
    live = Article.objects.select_related("section").filter(pk=story.pk).first()
    text = _text(story, of_printed=act in ("reprint", "withdraw"))
    judged = resolving.judge(photos_of(text.copy) if text else set())
    found, known = _differences(text.copy, live, by) if text and live else ([], Names())
    return Outlook(
        version=story.version,
        text=text,
        live=live,
        withdrawal=Withdrawal.objects.filter(article_id=story.pk).first(),
        first_printed_at=printing.past_of(story.pk).first,
        address=_address(story, text),
        linking=ArticleLink.objects.filter(number=story.pk).count(),
        obstacles=tuple(_obstacles(story, act, text, live, judged, by=by)),
        warnings=judged.warnings,
        changes=tuple(found),
        names=known,
    )


def _text(story: Story, *, of_printed: bool) -> Text | None:
    """The printed revision, or the newest that may be printed."""
    revision = story.printed_revision if of_printed else head(story)
    if revision is None:
        return None
    revision.story = story
    copy = Copy.from_json(revision.content)
    sections = Section.objects.select_related("parent").filter(pk=copy.section or 0)
    return Text(revision, copy, sections.first())


def _differences(copy: Copy, live: Article, by: User) -> tuple[list[Change], Names]:
    """Between what readers see and what they would see."""
    printed = Printed.from_json(live.content)
    names = names_of(printed.copy, copy, by=by)
    shown = photos_of(copy)
    after = tuple(row for photo, row in names.pictures.items() if photo in shown)
    found = changes(printed.copy, copy, names=names)
    return [*found, *picture_changes(printed.pictures, after)], names


def _address(story: Story, text: Text | None) -> str:
    if text is None or text.section is None:
        return ""
    names = {"section": text.section.slug, "slug": printing.slug_of(text.copy)}
    return settings.SITE_URL + reverse("article", kwargs={**names, "number": story.pk})


def _obstacles(
    story: Story,
    act: str,
    text: Text | None,
    live: Article | None,
    judged: resolving.Judgement,
    *,
    by: User,
) -> Iterator[str]:
    if act != "print" and live is None:
        yield _("This story is not public now: print it instead.")
    elif act != "withdraw":
        until = story.embargo_until
        if until and until > clock():
            at = date_format(timezone.localtime(until), "H:i d/m/Y")
            yield _("This story is under embargo until %(until)s.") % {"until": at}
        if text is None:
            yield _("This story has no revision: save it first.")
        else:
            yield from _lacks(act, text, by)
            yield from judged.lacks


def _lacks(act: str, text: Text, by: User) -> Iterator[str]:
    if act != "reprint" and not may(by, act, text.revision):
        yield _(
            "You may not print this: a story is printed by a managing editor who did"
            " not write it."
        )
    try:
        printing.check(text.copy)
    except printing.Unprintable as lacks:
        yield from str(lacks).splitlines()
