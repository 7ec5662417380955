"""I1, I2, I3, I8: what readers see is what was printed, by whom it may be."""

import json
from collections.abc import Iterator

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles.models import Article, Edition, Withdrawal
from articles.printed import Printed
from desk import printing
from desk.invariants.batches import batches, entries_of
from desk.models import Audit, Revision, Story
from desk.permissions import ALONE
from newsroom.text.canonical import digest


def before_embargo() -> Iterator[str]:
    """I1, by the database's clock."""
    held = Story.objects.filter(
        embargo_until__gt=Now(), pk__in=Article.objects.values("pk")
    )
    for number in held.order_by("pk").values_list("pk", flat=True):
        yield _("Article %d is public before its embargo ends.") % number
    early = Article.objects.filter(
        Q(printed_at__gt=Now()) | Q(first_printed_at__gt=Now())
    )
    for number in early.order_by("pk").values_list("pk", flat=True):
        yield _("Article %d was printed in the future.") % number


def edition_numbers() -> Iterator[str]:
    """I2: numbers from 1 without gaps, and the newest one is public or withdrawn."""
    counted = (
        Edition.objects.order_by()
        .values("article_id")
        .annotate(count=Count("id"), low=Min("number"), high=Max("number"))
    )
    for row in counted.filter(~Q(low=1) | ~Q(high=F("count"))):
        yield _("Article %d: its editions have gaps.") % row["article_id"]
    editions = Edition.objects.filter(article_id=OuterRef("pk"))
    unlike = Article.objects.exclude(
        Exists(editions.filter(number=OuterRef("edition_number")))
        & ~Exists(editions.filter(number__gt=OuterRef("edition_number")))
    )
    for number in unlike.order_by("pk").values_list("pk", flat=True):
        yield _("Article %d does not show its newest edition.") % number
    live = Exists(Article.objects.filter(pk=OuterRef("article_id")))
    gone = Exists(Withdrawal.objects.filter(article_id=OuterRef("article_id")))
    for edition in Edition.objects.filter(~(live ^ gone), number=1).order_by("pk"):
        yield (_("Article %d must be either public or withdrawn.") % edition.article_id)


def public_text() -> Iterator[str]:
    """I3: the public text is its edition's, and that is its revision's."""
    edition = Edition.objects.filter(
        article_id=OuterRef("pk"), number=OuterRef("edition_number")
    )
    articles = Article.objects.order_by("pk").annotate(
        edition_content=Subquery(edition.values("content")),
        revision_hash=Subquery(edition.values("revision_hash")),
    )
    for batch in batches(articles):
        for article in batch:
            if article.content != article.edition_content:
                yield _("Article %d is not the text of its edition.") % article.pk
                continue
            copy = Printed.from_json(article.content).copy
            if digest(copy.to_json()) != article.revision_hash:
                yield _("Article %d is not the text of its revision.") % article.pk


def approvals() -> Iterator[str]:
    """I3: each edition's revision exists, and a second pair of eyes let it out."""
    revision = Revision.objects.filter(
        story_id=OuterRef("article_id"),
        number=OuterRef("revision_number"),
        hash=OuterRef("revision_hash"),
    )
    editions = Edition.objects.defer("content").order_by("article_id", "number")
    annotated = editions.annotate(
        known=Exists(revision), author=Subquery(revision.values("author_id"))
    )
    for batch in batches(annotated):
        entries = entries_of({edition.article_id for edition in batch})
        for edition in batch:
            key = (edition.article_id, edition.kind, "edition", edition.number)
            if not edition.known:
                yield _("Edition %s names a revision that is not there.") % edition
            for entry in entries.get(key, []):
                if not _may_have_let_out(entry, edition):
                    yield _("Edition %s was let out by its own author.") % edition


def edition_photos() -> Iterator[str]:
    """I8: which photos an edition showed is what its text says."""
    editions = Edition.objects.order_by("article_id", "number")
    for batch in batches(editions.prefetch_related("photos")):
        for edition in batch:
            shown = {item.photo for item in Printed.from_json(edition.content).pictures}
            if {row.photo_id for row in edition.photos.all()} != shown:
                yield _("Edition %s: its photos differ from its text.") % edition


def _may_have_let_out(entry: Audit, edition: Edition) -> bool:
    if edition.kind == Edition.Kind.REPRINT or edition.author is None:  # type: ignore[attr-defined]
        return True
    roles = json.loads(entry.detail)["roles"]
    return entry.actor_id != edition.author or bool(ALONE & set(roles))  # type: ignore[attr-defined]


def projections() -> Iterator[str]:
    """I8: what lists, search and "where used" ask is what the article says."""
    articles = Article.objects.order_by("pk").select_related("section")
    related = articles.prefetch_related("bylines", "photos", "topics", "links")
    for batch in batches(related):
        for article in batch:
            for name in _unlike(article):
                yield (
                    _("Article %(number)d: its “%(column)s” differs from its text.")
                    % {"number": article.pk, "column": name}
                )


def _unlike(article: Article) -> Iterator[str]:
    printed = Printed.from_json(article.content)
    for name, value in printing.derived(printed).items():
        if getattr(article, name) != value:
            yield name
    if article.section_id != printed.copy.section:
        yield "section"
    if article.top_section_id != (article.section.parent_id or article.section_id):
        yield "top_section"
    wanted = printing.projections(article, printed)
    for name, rows in wanted.items():
        if _facts(getattr(article, name).all()) != _facts(rows):
            yield name


def _facts(rows) -> list[tuple]:
    """The rows' columns without their ids, in order of those columns."""
    return sorted(
        tuple(
            str(getattr(row, column.attname))
            for column in row._meta.concrete_fields
            if not column.primary_key
        )
        for row in rows
    )
