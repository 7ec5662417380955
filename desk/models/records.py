"""What was done, by whom, in a chain; and what is still to be told outside."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditHead(models.Model):
    """The end of the audit chain: a single row, locked near a transaction's end."""

    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=1), name="audit_head_single_row"
            )
        ]

    def __str__(self) -> str:
        return str(self.number)


class Audit(models.Model):
    """One state change. The actor is kept as plain values.

    `photo_number` stands in the detail too, which the hash covers.
    """

    number = models.BigIntegerField(_("number"))
    at = models.DateTimeField(_("at"))
    actor_id = models.BigIntegerField(_("actor"), null=True)
    actor_name = models.CharField(_("actor's name"), max_length=150)
    action = models.CharField(_("action"), max_length=40)
    story_number = models.BigIntegerField(_("story"), null=True)
    photo_number = models.BigIntegerField(_("photo"), null=True)
    detail = models.TextField(_("detail"))
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(_("hash"), max_length=64)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-number", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["number"], name="audit_number_unique"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="audit_number_from_one"
            ),
        ]
        indexes = [
            models.Index(fields=["story_number", "number"], name="audit_story"),
            models.Index(
                fields=["photo_number", "number"],
                condition=models.Q(photo_number__isnull=False),
                name="audit_photo",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Outbox(models.Model):
    """An effect outside the database, recorded with its cause and done after it."""

    kind = models.CharField(_("kind"), max_length=40)
    payload = models.JSONField(_("payload"))
    created_at = models.DateTimeField(_("created at"))
    delivered_at = models.DateTimeField(_("delivered at"), null=True, blank=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    last_error = models.TextField(_("last error"), blank=True)

    class Meta:
        verbose_name = _("outbox entry")
        verbose_name_plural = _("outbox")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["id"],
                condition=models.Q(delivered_at__isnull=True),
                name="outbox_undelivered",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
