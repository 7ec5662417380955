"""What came in over the wire, byte for byte, for ever."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text.columns import CleanCharField


class WireItem(models.Model):
    raw = models.BinaryField(_("raw bytes"))
    sha256 = models.CharField(max_length=64)
    encoding = models.CharField(_("encoding"), max_length=20)
    name = CleanCharField(_("file name"), max_length=255)
    story = models.ForeignKey(
        "desk.Story",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="wire_items",
        verbose_name=_("story"),
    )
    received_at = models.DateTimeField(_("received at"))

    class Meta:
        verbose_name = _("wire item")
        verbose_name_plural = _("wire items")
        ordering = ["-received_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["sha256"], name="wire_item_sha256_unique"),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="wire_item_sha256_shape",
            ),
        ]

    def __str__(self) -> str:
        return self.name
