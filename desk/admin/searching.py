"""Accent-free search, for the list of stories and for everything that is picked."""

import re
from typing import TypeVar

from django.db.models import Model, QuerySet

from newsroom.text.fold import fold

WORDS = 8  # of a query; more narrow nothing down

Row = TypeVar("Row", bound=Model)


def words_of(text: str) -> list[str]:
    """The words and numbers to look for, folded."""
    return re.findall(r"[^\W_]+", fold(text[:200]))[:WORDS]


def having_words(rows: QuerySet[Row], column: str, text: str) -> QuerySet[Row]:
    """Those in whose folded `column` every word of `text` occurs."""
    for word in words_of(text):
        rows = rows.filter(**{f"{column}__contains": word})
    return rows
