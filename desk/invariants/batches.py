"""The archive in pieces, so that a check holds only a little of it in memory."""

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from desk.models import Audit

SIZE = 500  # rows
Entries = dict[tuple[int, str, str, int], list[Audit]]


def batches(rows: QuerySet[Any]) -> Iterator[list[Any]]:
    """The rows, with what is annotated, in lists of at most SIZE."""
    stream = rows.iterator(chunk_size=SIZE)
    while batch := list(islice(stream, SIZE)):
        yield batch


def entries_of(numbers: set[int]) -> Entries:
    """Audit entries of stories by (story, action, "edition" or "revision", number)."""
    found: Entries = defaultdict(list)
    for entry in Audit.objects.filter(story_number__in=numbers).order_by("number"):
        detail = json.loads(entry.detail)
        for what in ("edition", "revision"):
            if what in detail and entry.story_number is not None:
                key = (entry.story_number, entry.action, what, detail[what])
                found[key].append(entry)
    return found
