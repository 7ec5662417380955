"""Columns whose text is clean however it gets there, and however it is asked for."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models import lookups

from newsroom.text.clean import clean, clean_line


class _Clean:
    """Cleans on validation, on every query value, and on the instance when saved."""

    cleaner: Callable[[str], str]
    attname: str

    def _cleaned(self, value: Any) -> Any:
        return type(self).cleaner(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> Any:
        return self._cleaned(super().to_python(value))  # type: ignore[misc]

    def get_prep_value(self, value: Any) -> Any:
        return self._cleaned(super().get_prep_value(value))  # type: ignore[misc]

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self._cleaned(super().pre_save(model_instance, add))  # type: ignore[misc]
        setattr(model_instance, self.attname, value)
        return value


class CleanCharField(_Clean, models.CharField):
    """One line of clean text."""

    cleaner = staticmethod(clean_line)


class CleanTextField(_Clean, models.TextField):
    """Clean text of any number of lines."""

    cleaner = staticmethod(clean)


class _CleanPart:
    """Part of a text is cleaned too: Django hands it to the database as it is."""

    def get_prep_lookup(self) -> Any:
        part = super().get_prep_lookup()  # type: ignore[misc]
        return clean(part) if isinstance(part, str) else part


for _lookup in (
    lookups.IExact,
    lookups.Contains,
    lookups.IContains,
    lookups.StartsWith,
    lookups.IStartsWith,
    lookups.EndsWith,
    lookups.IEndsWith,
):
    for _column in (CleanCharField, CleanTextField):
        _column.register_lookup(type(_lookup.__name__, (_CleanPart, _lookup), {}))
