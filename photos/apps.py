"""The photo desk."""

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _


class PhotosConfig(AppConfig):
    name = "photos"
    verbose_name = _("The photo desk")

    def ready(self) -> None:
        from photos.house_style import Credit, format

        try:
            format(Credit(), model=settings.CREDIT_STYLE)
        except ValueError as error:
            raise ImproperlyConfigured(f"CREDIT_STYLE: {error}.") from error
