"""Where a list goes on: below the article of that moment and number."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from django.db.models import Q

from articles.dates import VIETNAM
from articles.fields import LARGEST

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_SHAPE = re.compile(r"([0-9]{1,17})-([1-9][0-9]{0,17})", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True)
class Cursor:
    """A place in a list that is ordered by a moment, then by number."""

    at: datetime
    number: int

    def __str__(self) -> str:
        """Microseconds since 1970 and the number, as they stand in an address."""
        return f"{(self.at - _EPOCH) // _TICK}-{self.number}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """None for what str() never gave."""
        found = _SHAPE.fullmatch(text)
        if not found:
            return None
        return cls(_EPOCH + int(found[1]) * _TICK, int(found[2]))

    @classmethod
    def end_of(cls, day: str) -> Self | None:
        """Above everything of that day, such as 2023-12-30, in Vietnam; or None."""
        if not _DAY.fullmatch(day):
            return None
        try:
            start = datetime.fromisoformat(day).replace(tzinfo=VIETNAM)
            return cls((start + timedelta(days=1)).astimezone(UTC) - _TICK, LARGEST)
        except (ValueError, OverflowError):
            return None

    def below(self, number: str = "pk", moment: str = "first_printed_at") -> Q:
        """What comes after it; `number` and `moment` name the columns of the order.

        The first condition says nothing new: it lets the database start there.
        """
        return Q(**{f"{moment}__lte": self.at}) & (
            Q(**{f"{moment}__lt": self.at}) | Q(**{f"{number}__lt": self.number})
        )
