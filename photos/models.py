"""Photos as the photo desk keeps them: one row for each original, and who took it.

Written only by photos.intake and the photo desk's verbs. Users are names here.
"""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text.columns import CleanCharField, CleanTextField
from photos.credits import Kind
from photos.framing import Framing, resolved


def new_public_key() -> str:
    """128 random bits as 32 hexadecimal digits: nobody can guess a public name."""
    return secrets.token_hex(16)


class Photo(models.Model):
    """One original. Sizes are those of the upright picture, in pixels.

    `credit_text` is the credit line verbatim; `agency`, `relay_agency`, `kind` and
    the photographers are what photos.credits read in it.
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

    class Rights(models.TextChoices):
        OWN = "own", _("own")
        AGENCY = "agency", _("agency")
        HANDOUT = "handout", _("handout")
        LICENSED = "licensed", _("licensed")
        PUBLIC_DOMAIN = "public_domain", _("public domain")
        SCREENSHOT = "screenshot", _("screenshot")
        UNKNOWN = "unknown", _("unknown")

    sha256 = models.CharField(_("SHA-256"), max_length=64, editable=False)
    public_key = models.CharField(max_length=32, default=new_public_key, editable=False)
    format = models.CharField(_("format"), max_length=8, choices=Format)
    size = models.BigIntegerField(_("size in bytes"))
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    file_name = CleanCharField(_("file name"), max_length=255, blank=True)
    caption = CleanTextField(_("caption"), blank=True)
    alt = CleanCharField(_("alternative text"), max_length=300, blank=True)
    credit_text = CleanCharField(_("credit line"), max_length=500, blank=True)
    agency = CleanCharField(_("agency"), max_length=160, blank=True)
    relay_agency = CleanCharField(_("relay agency"), max_length=160, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.OWN)
    rights = models.CharField(
        _("rights"), max_length=16, choices=Rights, default=Rights.UNKNOWN
    )
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
    created_at = models.DateTimeField(_("created at"))
    created_by = CleanCharField(_("created by"), max_length=150, blank=True)

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
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="photo_sha256_shape",
            ),
            models.CheckConstraint(
                condition=models.Q(public_key__regex=r"^[0-9a-f]{32}$"),
                name="photo_public_key_shape",
            ),
            models.CheckConstraint(
                condition=models.Q(width__gte=1, height__gte=1, size__gte=1),
                name="photo_has_size",
            ),
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=1000, focal_y__lte=1000),
                name="photo_focal_point_inside",
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="photo_newest"),
            models.Index(fields=["agency", "-created_at", "-id"], name="photo_agency"),
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
