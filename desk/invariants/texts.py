"""I11: every text column of ours is clean: NFC, and no character outside the list."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from newsroom.text.clean import clean

TEXTS = (models.CharField, models.TextField, models.JSONField)


def unclean() -> Iterator[str]:
    for app in apps.get_app_configs():
        if Path(app.path).parent == settings.BASE_DIR:  # a room of ours
            for model in app.get_models():
                yield from _unclean_rows(model)


def _unclean_rows(model: type[models.Model]) -> Iterator[str]:
    names = [
        column.attname
        for column in model._meta.concrete_fields
        if isinstance(column, TEXTS)
    ]
    rows = model._default_manager.order_by("pk").values_list("pk", *names)
    for pk, *values in rows.iterator(chunk_size=500) if names else ():
        for name, value in zip(names, values, strict=True):
            if _text(value) != clean(_text(value)):
                yield (
                    _("%(model)s %(number)s: “%(column)s” is not clean text.")
                    % {"model": model._meta.label, "number": pk, "column": name}
                )


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False) if value else ""
