"""What articles are filed under: sections, topics, and the authors readers see."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.pictures import Image, portrait_image
from newsroom.text.columns import CleanCharField, CleanTextField

# Top-level words that the site needs for itself; no section may be called so.
RESERVED_SLUGS = frozenset(
    [
        "admin",
        "api",
        "bao-dien-tu",
        "chu-de",
        "dang-nhap",
        "doc-nhieu",
        "en",
        "favicon",
        "gioi-thieu",
        "health",
        "manifest",
        "media",
        "rss",
        "robots",
        "sitemap",
        "static",
        "tac-gia",
        "tim-kiem",
        "tin-moi-nhat",
    ]
)
# The order of the paper: each branch together, its head first.
IN_BRANCHES = [
    Coalesce("parent__position", "position").asc(),
    Coalesce("parent_id", "id").asc(),
    models.F("parent").asc(nulls_first=True),
    *("position", "id"),
]
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Section(models.Model):
    """A section of the paper; two levels at most (a verb's rule)."""

    name = CleanCharField(_("name"), max_length=120)
    slug = models.CharField(_("slug"), max_length=80)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent section"),
    )
    language = models.CharField(
        _("language"), max_length=8, default="vi", choices=settings.LANGUAGES
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="section_slug_unique"),
            models.CheckConstraint(
                condition=models.Q(slug__regex=_SLUG), name="section_slug_shape"
            ),
            models.CheckConstraint(
                condition=~models.Q(slug__in=sorted(RESERVED_SLUGS)),
                name="section_slug_not_reserved",
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")),
                name="section_not_own_parent",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""), name="section_name_given"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("section", kwargs={"section": self.slug})


class Author(models.Model):
    """What the public sees of a person. Never deleted: merged into another.

    `portrait_card` is what readers see of the portrait; desk.portraits writes it.
    """

    name = CleanCharField(_("name"), max_length=120)
    slug = models.CharField(_("slug"), max_length=80)
    search_name = models.CharField(max_length=120, editable=False, default="")
    biography = CleanTextField(_("biography"), blank=True, default="")
    portrait = models.ForeignKey(
        "photos.Photo",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
    )
    portrait_card = models.TextField(blank=True, default="", editable=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("merged into")
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="author_slug_unique"),
            models.CheckConstraint(
                condition=models.Q(slug__regex=_SLUG), name="author_slug_shape"
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")),
                name="author_not_merged_into_itself",
            ),
        ]
        indexes = [models.Index(fields=["search_name", "id"], name="author_search")]

    def __str__(self) -> str:
        return self.name

    @property
    def image(self) -> Image | None:
        """The portrait that readers see."""
        return portrait_image(self.portrait_card, base_url=settings.MEDIA_URL)


class Topic(models.Model):
    """A running story (dòng sự kiện). Never deleted: merged into another."""

    name = CleanCharField(_("name"), max_length=160)
    slug = models.CharField(_("slug"), max_length=80)
    search_name = models.CharField(max_length=160, editable=False, default="")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("merged into")
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="topic_slug_unique"),
            models.CheckConstraint(
                condition=models.Q(slug__regex=_SLUG), name="topic_slug_shape"
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")),
                name="topic_not_merged_into_itself",
            ),
        ]
        indexes = [models.Index(fields=["search_name", "id"], name="topic_search")]

    def __str__(self) -> str:
        return self.name
