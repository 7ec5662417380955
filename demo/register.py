"""What the demo has made, as the audit tells: so a second run makes nothing again.

The audit is never changed, whatever an editor does to a story afterwards.
"""

import json
from datetime import datetime

from desk.models import Audit, Story
from desk.records import note

ACTION = "demo"
ACCOUNT, PHOTO, ACT = "account", "photo", "act"


def remember(kind: str, name: str, number: int, *, at: datetime) -> None:
    """That something of this name was made, or done; `number` is its row's."""
    detail = {"kind": kind, "name": name, "number": number, "is_invented": True}
    note(ACTION, by=None, at=at, detail=detail)


def made(kind: str) -> dict[str, int]:
    """The numbers of everything of that kind, by the name it has in the demo."""
    entries = Audit.objects.filter(action=ACTION).order_by("number")
    details = map(json.loads, entries.values_list("detail", flat=True))
    return {row["name"]: row["number"] for row in details if row["kind"] == kind}


def others() -> int:
    """How many stories there are that are not the demo's."""
    return Story.objects.exclude(pk__in=set(made(ACT).values())).count()
