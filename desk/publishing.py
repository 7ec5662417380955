"""Print, update, correct, reprint, withdraw: the only way to the public and back.

Every verb takes the version its door saw, and locks and writes in one order: story,
clock, photos, article, edition, outbox, audit, stamp.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.copy import Copy
from articles.models import Article, ArticlePhoto, Edition, Section, Withdrawal
from articles.printed import Printed
from desk import printing
from desk.developing import in_one_transaction
from desk.models import Revision, Story, User
from desk.outbox import deliver_soon, enqueue
from desk.permissions import Forbidden, may, roles_of
from desk.records import clock, seal
from desk.resolving import resolve
from desk.writing import Stale, head
from photos.models import Photo


class NotLive(Exception):
    """The story is not public, so there is nothing to change or take away."""


class Embargoed(Exception):
    """The story may not be printed yet; the text says until when."""


@in_one_transaction
def print_story(story: Story, *, version: int, by: User) -> Article:
    """Approve the newest revision and print it: the first time, again, or anew.

    Raises Forbidden, Stale, Embargoed, printing.Unprintable.
    """
    _claim(story, version, gated=True)
    live = Article.objects.filter(pk=story.pk).exists()
    kind = Edition.Kind.UPDATE if live else Edition.Kind.PRINT
    return _print(story, _approved(story, "print", by=by), kind, by=by)


@in_one_transaction
def correct(story: Story, *, version: int, by: User, note: str) -> Article:
    """Print the newest revision as a correction of what is live; `note` says why.

    Raises Forbidden, Stale, Embargoed, NotLive, printing.Unprintable.
    """
    _claim(story, version, gated=True)
    _require_live(story)
    revision = _approved(story, "correct", by=by)
    return _print(story, revision, Edition.Kind.CORRECTION, by=by, note=note)


@in_one_transaction
def reprint(story: Story, *, version: int, by: User, reason: str) -> Article:
    """Print the printed revision again, with its photos' credits as they are now.

    Nobody's unapproved edits go out. Raises as correct() does.
    """
    if not may(by, "reprint", story):
        raise Forbidden(_("You may not reprint; ask the managing editor."))
    _claim(story, version, gated=True)
    _require_live(story)
    revision = _printed_revision(story)
    return _print(story, revision, Edition.Kind.REPRINT, by=by, note=reason)


@transaction.atomic
def leave_out(story: Story, photo: Photo, *, by: User, note: str) -> Article | None:
    """Print what is live again without a photo that was taken down, and else as it is.

    Called by desk.photo_removal alone, which has asked whether `by` may; no embargo and
    no version stops it. None when readers do not see the photo there.
    """
    if not Story.objects.filter(pk=story.pk).update(version=F("version") + 1):
        return None
    at = clock()
    article = Article.objects.filter(pk=story.pk).first()
    printed = Printed.from_json(article.content) if article else None
    if article is None or printed is None or not printed.picture(photo.pk):
        return None
    kept = tuple(item for item in printed.pictures if item.photo != photo.pk)
    revision = _printed_revision(story)
    return _store(
        story,
        replace(printed, pictures=kept),
        revision,
        Edition.Kind.REPRINT,
        section=article.section,
        at=at,
        by=by,
        note=note,
    )


@transaction.atomic
def withdraw(story: Story, *, version: int, by: User, notice: str = "") -> Withdrawal:
    """Take the article away; its address answers 410 with `notice`.

    An embargo does not stop it. Raises Forbidden, Stale, NotLive.
    """
    if not may(by, "withdraw", story):
        raise Forbidden(_("You may not withdraw; ask the managing editor."))
    _claim(story, version)
    _require_live(story)
    at = clock()
    shown = _pictures_of(story)
    Article.objects.filter(pk=story.pk).delete()
    withdrawal = Withdrawal.objects.create(
        article_id=story.pk, withdrawn_at=at, notice=notice, by=by.get_username()
    )
    _tell_photo_desk(shown, at=at)
    seal("withdraw", by=by, at=at, story=story.pk, detail={"notice": notice})
    return withdrawal


def _claim(story: Story, version: int, *, gated: bool = False) -> None:
    """Compare and swap: the one writer who saw the newest version goes on."""
    rows = Story.objects.filter(pk=story.pk, version=version)
    if gated:
        rows = rows.filter(Q(embargo_until__isnull=True) | Q(embargo_until__lte=Now()))
    if rows.update(version=F("version") + 1):
        return
    now = Story.objects.filter(pk=story.pk, version=version).first()
    if now is None or now.embargo_until is None:
        raise Stale(_("Somebody changed this story after you opened it."))
    until = date_format(timezone.localtime(now.embargo_until), "H:i d/m/Y")
    raise Embargoed(
        _("This story is under embargo until %(until)s.") % {"until": until}
    )


def _printed_revision(story: Story) -> Revision:
    printed = Story.objects.filter(pk=story.pk).values("printed_revision")
    return Revision.objects.get(pk__in=printed)


def _approved(story: Story, act: str, *, by: User) -> Revision:
    """The newest revision, approved by `by` as a second pair of eyes."""
    revision = head(story)
    if revision is None:
        raise printing.Unprintable(_("This story has no revision: save it first."))
    if not may(by, act, revision):
        raise Forbidden(
            _(
                "You may not print this: a story is printed by a managing editor who"
                " did not write it."
            )
        )
    return revision


def _print(
    story: Story, revision: Revision, kind: str, *, by: User, note: str = ""
) -> Article:
    copy = Copy.from_json(revision.content)
    section = printing.check(copy)
    at = clock()
    changes: dict[str, Any] = {"printed_revision": revision}
    if kind != Edition.Kind.REPRINT:
        changes |= {"status": Story.Status.APPROVED, "approved_revision": revision}
    Story.objects.filter(pk=story.pk).update(**changes)
    printed = resolve(copy)
    return _store(
        story, printed, revision, kind, section=section, at=at, by=by, note=note
    )


def _store(
    story: Story,
    printed: Printed,
    revision: Revision,
    kind: str,
    *,
    section: Section,
    at: datetime,
    by: User,
    note: str,
) -> Article:
    """Article, edition, outbox, audit and stamp, in this order."""
    shown = _pictures_of(story)
    article, past = printing.store_article(
        story.pk, printed, section=section, kind=kind, at=at
    )
    Withdrawal.objects.filter(article_id=story.pk).delete()
    pictures = printed.pictures
    edition = printing.add_edition(
        article, past, kind=kind, revision=revision, pictures=pictures, at=at
    )
    _tell_photo_desk(shown - _pictures_of(story), at=at)
    seal(
        str(kind),
        by=by,
        at=at,
        story=story.pk,
        detail={
            "edition": edition.number,
            "revision": revision.number,
            "hash": edition.hash,
            "note": note,
            "roles": sorted(roles_of(by)),
        },
    )
    return article


def _pictures_of(story: Story) -> set[tuple[int, str]]:
    """(photo, stem) of each picture that readers see in the story now."""
    uses = ArticlePhoto.objects.filter(article_id=story.pk)
    return set(uses.values_list("photo_id", "stem"))


def _tell_photo_desk(pictures: set[tuple[int, str]], *, at: datetime) -> None:
    """Once committed, the files of these that no article shows are removed."""
    if pictures:
        photos = sorted({photo for photo, _stem in pictures})
        enqueue("hide photos", {"photos": photos}, at=at)
        deliver_soon()


def _require_live(story: Story) -> None:
    if not Article.objects.filter(pk=story.pk).exists():
        raise NotLive(_("This story is not public now: print it instead."))
