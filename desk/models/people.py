"""Staff: a login. What the public sees of a person is an articles.Author."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Written only by desk.people. Whoever has `sections` works in these alone."""

    language = models.CharField(
        _("language"), max_length=8, default="vi", choices=settings.LANGUAGES
    )
    author = models.OneToOneField(
        "articles.Author",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("author"),
    )
    sections = models.ManyToManyField(
        "articles.Section", blank=True, related_name="+", verbose_name=_("sections")
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")  # type: ignore[assignment]
        verbose_name_plural = _("accounts")  # type: ignore[assignment]
        swappable = "AUTH_USER_MODEL"

    def get_full_name(self) -> str:
        """Family name first, as names are said in Vietnamese."""
        return f"{self.last_name} {self.first_name}".strip()
