"""What the newsroom works on: stories with their parts and revisions.

Written only by desk.writing and desk.publishing. No row here is public.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.columns import HTMLField
from articles.copy import LinkKind
from newsroom.text.columns import CleanCharField, CleanTextField


class Story(models.Model):
    """The working copy. `status` speaks of it; `printed_revision` of what is live."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        APPROVED = "approved", _("approved")

    version = models.PositiveIntegerField(_("version"), default=1)
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.DRAFT
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("owner"),
    )
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    scheduled_for = models.DateTimeField(_("scheduled for"), null=True, blank=True)
    approved_revision = models.ForeignKey(
        "desk.Revision", models.RESTRICT, null=True, blank=True, related_name="+"
    )
    printed_revision = models.ForeignKey(
        "desk.Revision", models.PROTECT, null=True, blank=True, related_name="+"
    )
    language = models.CharField(
        _("language"), max_length=8, default="vi", choices=settings.LANGUAGES
    )
    translation_group = models.UUIDField(null=True, blank=True)
    section = models.ForeignKey(
        "articles.Section",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("section"),
    )
    kicker = CleanCharField(_("kicker"), max_length=160, blank=True)
    headline = CleanCharField(_("headline"), max_length=300, blank=True)
    short_headline = CleanCharField(_("short headline"), max_length=160, blank=True)
    search_headline = CleanCharField(_("search headline"), max_length=160, blank=True)
    standfirst = CleanTextField(_("standfirst"), blank=True)
    dateline = CleanCharField(_("dateline"), max_length=300, blank=True)
    dateline_day = models.PositiveSmallIntegerField(null=True, blank=True)
    dateline_month = models.PositiveSmallIntegerField(null=True, blank=True)
    dateline_year = models.PositiveSmallIntegerField(null=True, blank=True)
    body = HTMLField(_("body"), blank=True)
    end_mark = CleanCharField(_("end mark"), max_length=16, blank=True)
    sign_off = CleanCharField(_("sign-off"), max_length=300, blank=True)
    lead_photo = models.ForeignKey(
        "photos.Photo",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead photo"),
    )
    lead_caption = CleanTextField(_("caption"), blank=True)
    lead_alt = CleanCharField(_("alternative text"), max_length=300, blank=True)
    search_text = models.TextField(editable=False, blank=True)
    created_at = models.DateTimeField(_("created at"))
    updated_at = models.DateTimeField(_("updated at"))

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-updated_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(version__gte=1), name="story_version_from_one"
            ),
            models.CheckConstraint(
                condition=models.Q(status="draft")
                | models.Q(approved_revision__isnull=False),
                name="story_approved_has_revision",
            ),
            models.CheckConstraint(
                condition=models.Q(dateline_day__isnull=True)
                | models.Q(dateline_day__range=(1, 31)),
                name="story_dateline_day",
            ),
            models.CheckConstraint(
                condition=models.Q(dateline_month__isnull=True)
                | models.Q(dateline_month__range=(1, 12)),
                name="story_dateline_month",
            ),
        ]
        indexes = [
            models.Index(fields=["-updated_at", "-id"], name="story_updated"),
            models.Index(fields=["status", "-updated_at", "-id"], name="story_status"),
            models.Index(fields=["owner", "-updated_at", "-id"], name="story_owner"),
        ]

    def __str__(self) -> str:
        return self.headline or str(_("(no headline yet)"))


class Revision(models.Model):
    """What a story was at one save: the whole copy, and its timing. Never changed.

    `timing` is JSON (desk/timing.py), empty where it was not kept yet.
    """

    class Source(models.TextChoices):
        PERSON = "person", _("person")
        WIRE = "wire", _("wire")
        RESTORE = "restore", _("restored")
        CONFLICT = "conflict", _("conflict")

    story = models.ForeignKey(Story, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    base_number = models.PositiveIntegerField(_("base"), null=True, blank=True)
    content = models.TextField(_("content"))
    hash = models.CharField(_("hash"), max_length=64)
    timing = models.TextField(blank=True, editable=False)
    source = models.CharField(_("source"), max_length=12, choices=Source)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("author"),
    )
    created_at = models.DateTimeField(_("created at"))

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["story", "number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "number"], name="revision_number_unique"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="revision_number_from_one"
            ),
            models.CheckConstraint(
                condition=models.Q(base_number__isnull=True)
                | models.Q(base_number__lt=models.F("number")),
                name="revision_base_before",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story_id}/{self.number}"


class StoryByline(models.Model):
    story = models.ForeignKey(Story, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        "articles.Author", models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = CleanCharField(_("name"), max_length=160)
    role = CleanCharField(_("role"), max_length=80, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "author"],
                condition=models.Q(author__isnull=False),
                name="story_byline_author_once",
            )
        ]

    def __str__(self) -> str:
        return self.name


class StoryTopic(models.Model):
    story = models.ForeignKey(Story, models.CASCADE, related_name="topics")
    topic = models.ForeignKey("articles.Topic", models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["story", "topic"], name="story_topic_once")
        ]

    def __str__(self) -> str:
        return f"{self.story_id}: {self.topic_id}"


class StoryPhoto(models.Model):
    """Which photos stand in the body. An index: the body itself is the truth."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="photos")
    photo = models.ForeignKey("photos.Photo", models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.story_id}: {self.photo_id}"


class StoryLink(models.Model):
    """A line of "Tin liên quan" or "Xem thêm": a story, or an outside address."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="links")
    kind = models.CharField(
        _("list"),
        max_length=10,
        choices=[(LinkKind.RELATED, _("Related news")), (LinkKind.MORE, _("See more"))],
    )
    target = models.ForeignKey(
        Story,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="linked_from",
        verbose_name=_("story"),
    )
    url = models.URLField(_("address"), max_length=1000, blank=True)
    text = CleanCharField(_("text"), max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["related", "more"]), name="link_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(target__isnull=True) & ~models.Q(url="")
                | models.Q(target__isnull=False, url=""),
                name="link_one_target",
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.url or str(self.target)
