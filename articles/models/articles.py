"""The article and the rows that lists and "where used" are asked from.

Every Article row is public now. Rows come and go only through desk.publishing.
"""

from typing import Any

from django.conf import settings
from django.db import connection, models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.cursors import Cursor
from articles.models.sections import Author, Section, Topic

CARD = [
    *("id", "language", "slug", "headline", "standfirst", "first_printed_at", "card"),
    *("section_id", "top_section_id"),
]


class ArticleQuerySet(models.QuerySet["Article"]):
    def for_cards(self) -> "ArticleQuerySet":
        """What a list shows, newest first; no text is loaded, and no section."""
        return self.only(*CARD).order_by("-first_printed_at", "-id")

    def with_texts(self) -> "ArticleQuerySet":
        """For cards, and the text a search looks into."""
        return self.only(*CARD, "search_text", "body_html")

    def newest_of(
        self,
        *streams: "models.QuerySet[Any]",
        count: int,
        before: Cursor | None = None,
    ) -> "ArticleQuerySet":
        """For cards: the newest `count` articles of each stream, below `before`.

        A stream holds articles or rows that name one. Each is read from the end of
        its own index, so an archive may grow and a page costs the same.
        """
        if [stream.model for stream in streams] == [Article]:
            stream = streams[0]
            rows = stream.filter(before.below("pk")) if before else stream
            return rows.for_cards()[:count]  # type: ignore[attr-defined]
        parts = []
        for stream in streams:
            number = "pk" if stream.model is Article else "article"
            rows = stream.filter(before.below(number)) if before else stream
            rows = rows.order_by("-first_printed_at", f"-{number}")
            numbers: Any = rows.values(number)[:count]
            if not connection.features.supports_slicing_ordering_in_compound:
                # SQLite takes a part that ends somewhere only from inside another.
                numbers = Article.objects.filter(pk__in=numbers).order_by().values("pk")
            parts.append(numbers)
        if not parts:
            return self.none()
        named = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
        return self.for_cards().filter(pk__in=named)

    def for_page(self) -> "ArticleQuerySet":
        return self.defer("search_text", "card")

    def in_section(self, section: Section) -> "ArticleQuerySet":
        """Everything in a section; a top section holds its sub-sections' too."""
        if section.parent_id is None:
            return self.filter(top_section=section)
        return self.filter(section=section)


class Article(models.Model):
    """What the public reads of one story. Its id is the story's number."""

    id = models.BigIntegerField(primary_key=True)
    language = models.CharField(max_length=8, default="vi", choices=settings.LANGUAGES)
    translation_group = models.UUIDField(null=True, blank=True)
    section = models.ForeignKey(Section, models.PROTECT, related_name="articles")
    top_section = models.ForeignKey(Section, models.PROTECT, related_name="+")
    slug = models.CharField(max_length=80)
    headline = models.CharField(max_length=300)
    standfirst = models.TextField(blank=True)
    first_printed_at = models.DateTimeField()
    printed_at = models.DateTimeField()
    updated_at = models.DateTimeField(null=True, blank=True)
    corrected_at = models.DateTimeField(null=True, blank=True)
    edition_number = models.PositiveIntegerField()
    content = models.TextField()
    card = models.JSONField()
    body_html = models.TextField(blank=True)
    search_text = models.TextField(blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-first_printed_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id__gte=1), name="article_id_positive"
            ),
            models.CheckConstraint(
                condition=~models.Q(headline="") & ~models.Q(slug=""),
                name="article_headline_and_slug_given",
            ),
            models.CheckConstraint(
                condition=models.Q(edition_number__gte=1),
                name="article_edition_from_one",
            ),
            models.CheckConstraint(
                condition=models.Q(printed_at__gte=models.F("first_printed_at")),
                name="article_first_printed_first",
            ),
        ]
        indexes = [
            models.Index(
                fields=["section", "-first_printed_at", "-id"], name="article_section"
            ),
            models.Index(
                fields=["top_section", "-first_printed_at", "-id"], name="article_top"
            ),
            models.Index(
                fields=["language", "-first_printed_at", "-id"], name="article_language"
            ),
            models.Index(fields=["-first_printed_at", "-id"], name="article_newest"),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse(
            "article",
            kwargs={"section": self.section.slug, "slug": self.slug, "number": self.pk},
        )


class Byline(models.Model):
    """One name of an article's byline, as written."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=160)
    role = models.CharField(max_length=80, blank=True)
    position = models.PositiveIntegerField()
    first_printed_at = models.DateTimeField()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author"],
                condition=models.Q(author__isnull=False),
                name="byline_author_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["author", "-first_printed_at", "-id"], name="byline_author"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ArticlePhoto(models.Model):
    """Which photos an article shows: the lead, and those in the body.

    `stem` names the public files that the printed text points at: a file whose stem
    stands in no row is shown by nobody.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="photos")
    photo = models.ForeignKey("photos.Photo", models.PROTECT, related_name="uses")
    stem = models.CharField(max_length=80)
    caption = models.TextField(blank=True)
    is_lead = models.BooleanField(default=False)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=models.Q(is_lead=True),
                name="article_photo_one_lead",
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.photo_id}"


class ArticleTopic(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="topics")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")
    first_printed_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "topic"], name="article_topic_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["topic", "-first_printed_at", "-id"], name="article_topic_list"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.topic_id}"


class ArticleLink(models.Model):
    """The numbers an article links to; answers "who links here"."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="links")
    kind = models.CharField(max_length=10)
    number = models.BigIntegerField()
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["number", "id"], name="article_link_number")]

    def __str__(self) -> str:
        return f"{self.article_id} -> {self.number}"
