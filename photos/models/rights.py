"""What may be printed, and until when: agencies, leases, and exceptions made."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from newsroom.text.columns import CleanCharField, CleanTextField


class Rights(models.TextChoices):
    OWN = "own", _("own")
    AGENCY = "agency", _("agency")
    HANDOUT = "handout", _("handout")
    LICENSED = "licensed", _("licensed")
    PUBLIC_DOMAIN = "public_domain", _("public domain")
    SCREENSHOT = "screenshot", _("screenshot")
    UNKNOWN = "unknown", _("unknown")


class Agency(models.Model):
    """What the house may do with an agency's pictures. Staff keep the table.

    `search_name` is the folded name: a credit names its agency in any case.
    """

    name = CleanCharField(_("name"), max_length=160)
    search_name = models.CharField(max_length=160, editable=False)
    rights = models.CharField(_("rights"), max_length=16, choices=Rights)
    note = CleanTextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["search_name"], name="agency_name_unique"),
            models.CheckConstraint(
                condition=~Q(search_name=""), name="agency_name_given"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class LeaseQuerySet(models.QuerySet["Lease"]):
    def current(self) -> Self:
        """Those that count now, by the database's clock."""
        return self.filter(
            Q(starts_at=None) | Q(starts_at__lte=Now()),
            Q(ends_at=None) | Q(ends_at__gt=Now()),
        )


class Lease(models.Model):
    """A span of time in which a photo may be used, or may not."""

    class Access(models.TextChoices):
        ALLOW = "allow", _("allowed")
        DENY = "deny", _("denied")

    photo = models.ForeignKey("photos.Photo", models.CASCADE, related_name="leases")
    access = models.CharField(_("use"), max_length=8, choices=Access)
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    note = CleanCharField(_("note"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created at"))
    created_by = CleanCharField(_("created by"), max_length=150)

    objects = LeaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("lease")
        verbose_name_plural = _("leases")
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at=None)
                | Q(ends_at=None)
                | Q(starts_at__lt=F("ends_at")),
                name="lease_starts_before_it_ends",
            ),
        ]
        indexes = [
            models.Index(fields=["access", "ends_at", "id"], name="lease_end"),
        ]

    def __str__(self) -> str:
        return self.note or self.get_access_display()


class Override(models.Model):
    """What forbade a photo and was let through; `code` is a photos.validity.Code."""

    photo = models.ForeignKey("photos.Photo", models.CASCADE, related_name="overrides")
    code = models.CharField(_("what is let through"), max_length=20)
    reason = CleanCharField(_("reason"), max_length=500)
    created_at = models.DateTimeField(_("created at"))
    created_by = CleanCharField(_("created by"), max_length=150)

    class Meta:
        verbose_name = _("exception")
        verbose_name_plural = _("exceptions")
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["photo", "code"], name="override_once"),
        ]

    def __str__(self) -> str:
        return self.code
