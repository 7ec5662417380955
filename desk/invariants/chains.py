"""I4 and I5: revisions, editions and the audit verify, and nothing went unrecorded."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, Max, Min, Q
from django.utils.translation import gettext as _

from articles.models import Article, Edition
from desk.invariants.batches import batches, entries_of
from desk.models import Audit, AuditHead, Revision, Story
from desk.printing import hash_of
from desk.records import audit_hash
from newsroom.text.canonical import digest

SAVES = ("create", "save", "conflict")


def revisions() -> Iterator[str]:
    """I4: numbers from 1 without gaps, each hash right, each pointer to one's own."""
    counted = (
        Revision.objects.order_by()
        .values("story_id")
        .annotate(count=Count("id"), low=Min("number"), high=Max("number"))
    )
    for row in counted.filter(~Q(low=1) | ~Q(high=F("count"))):
        yield _("Story %d: its revisions have gaps.") % row["story_id"]
    for batch in batches(Revision.objects.order_by("pk")):
        for revision in batch:
            if digest(revision.content) != revision.hash:
                yield _("Revision %s does not fit its hash.") % revision
    strange = Story.objects.filter(
        ~Q(approved_revision__story=F("pk")) & Q(approved_revision__isnull=False)
        | ~Q(printed_revision__story=F("pk")) & Q(printed_revision__isnull=False)
    )
    for story in strange.order_by("pk"):
        yield _("Story %d points at another story's revision.") % story.pk


def editions() -> Iterator[str]:
    """I4: each edition's hash covers it and the one before."""
    before = ("", 0)
    for batch in batches(Edition.objects.order_by("article_id", "number")):
        for edition in batch:
            previous = before[0] if before[1] == edition.article_id else ""
            if edition.previous_hash != previous or hash_of(edition) != edition.hash:
                yield _("Edition %s does not fit its chain.") % edition
            before = (edition.hash, edition.article_id)


def audit() -> Iterator[str]:
    """I4: each audit entry covers itself and the one before, up to the head."""
    number, previous = 0, ""
    for batch in batches(Audit.objects.order_by("number")):
        for entry in batch:
            number += 1
            if (entry.number, entry.previous_hash) != (number, previous) or (
                audit_hash(entry) != entry.hash
            ):
                yield _("Audit entry %d does not fit its chain.") % entry.number
            number, previous = entry.number, entry.hash
    head = AuditHead.objects.get(pk=1)
    if (head.number, head.hash) != (number, previous):
        yield _("The audit's head names entry %d, which is not the last.") % head.number


def audited_changes() -> Iterator[str]:
    """I5: each revision, edition and withdrawal has exactly one audit entry."""
    for batch in batches(Story.objects.only("pk").order_by("pk")):
        numbers = {story.pk for story in batch}
        entries = entries_of(numbers)
        rows = Revision.objects.filter(story__in=numbers).order_by("pk")
        for story, number in rows.values_list("story_id", "number"):
            kept = [entries.get((story, act, "revision", number), []) for act in SAVES]
            if sum(map(len, kept)) != 1:
                yield _("Revision %d/%d is not recorded once.") % (story, number)
        kinds = Edition.objects.filter(article_id__in=numbers).order_by("pk")
        for story, kind, number in kinds.values_list("article_id", "kind", "number"):
            if len(entries.get((story, kind, "edition", number), [])) != 1:
                yield _("Edition %d/%d is not recorded once.") % (story, number)
        yield from _withdrawals(numbers)


def _withdrawals(numbers: set[int]) -> Iterator[str]:
    """A number is printed, withdrawn, printed, and so on: the counts must agree."""
    prints = Edition.objects.filter(article_id__in=numbers, kind=Edition.Kind.PRINT)
    printed = Counter(prints.values_list("article_id", flat=True))
    live = Counter(Article.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    acts = Audit.objects.filter(story_number__in=numbers, action="withdraw")
    withdrawn: Counter[Any] = Counter(acts.values_list("story_number", flat=True))
    for number in sorted(printed | withdrawn):
        if printed[number] - live[number] != withdrawn[number]:
            yield _("Story %d: its withdrawals are not recorded once.") % number
