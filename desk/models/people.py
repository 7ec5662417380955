"""Staff: a login. What the public sees of a person is an articles.Author."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
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

    class Meta(AbstractUser.Meta):
        swappable = "AUTH_USER_MODEL"
