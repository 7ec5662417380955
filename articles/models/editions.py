"""What readers saw, and when; and what was taken away from them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text.columns import CleanCharField


class Edition(models.Model):
    """One printing, append-only. It survives a withdrawal: no key to Article."""

    class Kind(models.TextChoices):
        PRINT = "print", _("print")
        UPDATE = "update", _("update")
        CORRECTION = "correction", _("correction")
        REPRINT = "reprint", _("reprint")

    article_id = models.BigIntegerField(_("article"))
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    schema = models.PositiveSmallIntegerField(_("schema"))
    content = models.TextField(_("content"))
    hash = models.CharField(_("hash"), max_length=64)
    previous_hash = models.CharField(_("previous hash"), max_length=64, blank=True)
    revision_number = models.PositiveIntegerField(_("revision"))
    revision_hash = models.CharField(_("revision hash"), max_length=64)
    printed_at = models.DateTimeField(_("printed at"))

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["article_id", "number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article_id", "number"], name="edition_number_unique"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="edition_number_from_one"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["print", "update", "correction", "reprint"]
                ),
                name="edition_kind_known",
            ),
            models.CheckConstraint(
                condition=models.Q(number=1, previous_hash="")
                | models.Q(number__gt=1) & ~models.Q(previous_hash=""),
                name="edition_chained",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number}"


class EditionPhoto(models.Model):
    """Which photos an edition showed: what was printed once is never deleted."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="photos")
    photo = models.ForeignKey("photos.Photo", models.PROTECT, related_name="editions")

    class Meta:
        ordering = ["edition", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "edition"], name="edition_photo_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.photo_id}"


class Withdrawal(models.Model):
    """This number was public and is no more: 410 with a notice."""

    article_id = models.BigIntegerField(_("article"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"))
    notice = CleanCharField(_("notice"), max_length=500, blank=True)
    by = CleanCharField(_("by"), max_length=150)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["-withdrawn_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article_id"], name="withdrawal_article_unique"
            )
        ]

    def __str__(self) -> str:
        return str(self.article_id)
