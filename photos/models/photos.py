"""Photos as the photo desk keeps them: one row for each original, and who took it.

Written only by photos.intake and the photo desk's verbs. Users are names here.
"""

import secrets
from typing import Self

from django.db import models
from django.db.models import Case, Exists, F, Max, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from newsroom.text.columns import CleanCharField, CleanTextField
from photos.framing import Framing, resolved
from photos.house_style import Kind
from photos.models.rights import Lease, Rights


def new_public_key() -> str:
    """128 random bits as 32 hexadecimal digits: nobody can guess a public name."""
    return secrets.token_hex(16)


class PhotoQuerySet(models.QuerySet["Photo"]):
    def with_leases(self) -> Self:
        """What photos.validity asks of leases, by the database's clock."""
        leases = Lease.objects.filter(photo=OuterRef("pk")).order_by()
        allowing = leases.filter(access=Lease.Access.ALLOW)
        last = allowing.values("photo").annotate(last=Max("ends_at")).values("last")
        return self.annotate(
            is_denied=Exists(leases.current().filter(access=Lease.Access.DENY)),
            is_leased=Exists(allowing.current()),
            was_leased=Exists(allowing),
            leased_until=Subquery(last),
        )


class Photo(models.Model):
    """One original. Sizes are those of the upright picture, in pixels.

    `credit_text` is a credit line that is printed as it stands; without one, the line
    is made in house style of `agency`, `relay_agency`, `kind` and the photographers.
    `rights` follow from these too, unless a person gave them. `day` is when the picture
    was taken, or else when it came in.
    """

    class Format(models.TextChoices):
        JPEG = "jpeg", "JPEG"
        PNG = "png", "PNG"
        WEBP = "webp", "WebP"
        GIF = "gif", "GIF"
        TIFF = "tiff", "TIFF"
        AVIF = "avif", "AVIF"

    class Kind(models.TextChoices):
        OWN = Kind.OWN, _("own work")
        ARCHIVE = Kind.ARCHIVE, _("archive")
        ILLUSTRATION = Kind.ILLUSTRATION, _("illustration")
        GRAPHIC = Kind.GRAPHIC, _("graphic")
        SCREENSHOT = Kind.SCREENSHOT, _("screenshot")
        HANDOUT = Kind.HANDOUT, _("handout")

    class Orientation(models.TextChoices):
        LANDSCAPE = "landscape", _("landscape")
        PORTRAIT = "portrait", _("portrait")
        SQUARE = "square", _("square")

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64, editable=False)
    public_key = models.CharField(max_length=32, default=new_public_key, editable=False)
    format = models.CharField(_("format"), max_length=8, choices=Format)
    size = models.BigIntegerField(_("size in bytes"))
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    orientation = models.GeneratedField(
        expression=Case(
            When(width__gt=F("height"), then=Value("landscape")),
            When(width__lt=F("height"), then=Value("portrait")),
            default=Value("square"),
        ),
        output_field=models.CharField(
            _("orientation"), max_length=10, choices=Orientation
        ),
        db_persist=True,
    )
    file_name = CleanCharField(_("file name"), max_length=255, blank=True)
    caption = CleanTextField(_("caption"), blank=True)
    alt = CleanCharField(_("alternative text"), max_length=300, blank=True)
    credit_text = CleanCharField(_("credit line"), max_length=500, blank=True)
    agency = CleanCharField(_("agency"), max_length=160, blank=True)
    relay_agency = CleanCharField(_("relay agency"), max_length=160, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.OWN)
    people = CleanTextField(_("people in the picture"), blank=True)
    place = CleanCharField(_("place"), max_length=160, blank=True)
    keywords = CleanTextField(_("keywords"), blank=True)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    day = models.DateField(_("day"), editable=False)
    rights = models.CharField(
        _("rights"), max_length=16, choices=Rights, default=Rights.UNKNOWN
    )
    are_rights_given = models.BooleanField(_("rights given by hand"), default=False)
    restrictions = CleanTextField(_("restrictions"), blank=True)
    focal_x = models.PositiveSmallIntegerField(_("focal point, x ‰"), default=500)
    focal_y = models.PositiveSmallIntegerField(_("focal point, y ‰"), default=500)
    crops = models.JSONField(_("crops"), default=dict, blank=True, editable=False)
    copyright_notice = CleanCharField(_("copyright notice"), max_length=300, blank=True)
    licence = CleanCharField(_("licence"), max_length=300, blank=True)
    original_metadata = models.JSONField(
        _("metadata as read"), default=dict, blank=True, editable=False
    )
    search_text = models.TextField(editable=False, blank=True)
    taken_down_at = models.DateTimeField(_("taken down at"), null=True, blank=True)
    taken_down_note = CleanCharField(
        _("why it was taken down"), max_length=500, blank=True
    )
    created_at = models.DateTimeField(_("created at"))
    created_by = CleanCharField(_("created by"), max_length=150, blank=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["sha256"], name="photo_sha256_unique"),
            models.UniqueConstraint(
                fields=["public_key"], name="photo_public_key_unique"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="photo_sha256_shape",
            ),
            models.CheckConstraint(
                condition=Q(public_key__regex=r"^[0-9a-f]{32}$"),
                name="photo_public_key_shape",
            ),
            models.CheckConstraint(
                condition=Q(width__gte=1, height__gte=1, size__gte=1),
                name="photo_has_size",
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="photo_version_from_one"
            ),
            models.CheckConstraint(
                condition=Q(focal_x__lte=1000, focal_y__lte=1000),
                name="photo_focal_point_inside",
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="photo_newest"),
            models.Index(fields=["agency", "-created_at", "-id"], name="photo_agency"),
            models.Index(fields=["rights", "-created_at", "-id"], name="photo_rights"),
            models.Index(
                fields=["orientation", "-created_at", "-id"], name="photo_orientation"
            ),
            models.Index(fields=["-day", "-id"], name="photo_day"),
            models.Index(
                fields=["-created_at", "-id"],
                condition=Q(credit_text="", agency="", relay_agency="", kind="own"),
                name="photo_without_credit",
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.file_name or self.sha256[:12]

    @property
    def framing(self) -> Framing:
        """Its renditions and their sizes."""
        focus = (self.focal_x, self.focal_y)
        size = {"width": self.width, "height": self.height}
        return Framing(**size, crops=resolved(self.crops, **size, focus=focus))


class PhotoPhotographer(models.Model):
    """One name of a credit, as written."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="photographers")
    name = CleanCharField(_("name"), max_length=160)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("photographer")
        verbose_name_plural = _("photographers")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["name", "id"], name="photographer_name")]

    def __str__(self) -> str:
        return self.name


class FormerOriginal(models.Model):
    """An original that another file has taken the place of: kept for ever."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="former_originals")
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    format = models.CharField(_("format"), max_length=8, choices=Photo.Format)
    size = models.BigIntegerField(_("size in bytes"))
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    file_name = CleanCharField(_("file name"), max_length=255, blank=True)
    original_metadata = models.JSONField(default=dict, blank=True)
    replaced_at = models.DateTimeField(_("replaced at"))
    replaced_by = CleanCharField(_("replaced by"), max_length=150)

    class Meta:
        verbose_name = _("former original")
        verbose_name_plural = _("former originals")
        ordering = ["-replaced_at", "-id"]
        indexes = [models.Index(fields=["sha256", "id"], name="former_original_sha256")]

    def __str__(self) -> str:
        return self.file_name or self.sha256[:12]
