"""The column for body HTML. It names no widget, so the editor stays replaceable."""

from typing import Any

from django.db import models

from articles.html import sanitise


class HTMLField(models.TextField):
    """Sanitises wherever a value goes to the database. Raises html.BodyRefused."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return sanitise(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = sanitise(value)
            setattr(model_instance, self.attname, value)
        return value
