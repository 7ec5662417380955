"""What stands beside a copy: its dateline's day, as far as known, and an embargo."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from desk.models import Story
from newsroom.text.canonical import canonical


@dataclass(frozen=True)
class Timing:
    """An embargo stops printing, never saving."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    embargo_until: datetime | None = None

    @classmethod
    def of(cls, story: Story) -> Self:
        """As it stands in the story's row."""
        return cls(
            story.dateline_day,
            story.dateline_month,
            story.dateline_year,
            story.embargo_until,
        )

    @classmethod
    def from_json(cls, text: str) -> Self | None:
        """None for a revision from before timings were kept."""
        if not text:
            return None
        values = json.loads(text)
        if values["embargo_until"]:
            values["embargo_until"] = datetime.fromisoformat(values["embargo_until"])
        return cls(**values)

    def to_json(self) -> str:
        return canonical(self.facts())

    def facts(self) -> dict[str, int | str | None]:
        """What JSON holds."""
        until = self.embargo_until
        return {
            "day": self.day,
            "month": self.month,
            "year": self.year,
            "embargo_until": until.astimezone(UTC).isoformat() if until else None,
        }

    def values(self) -> dict[str, object]:
        """The columns of a story."""
        return {
            "dateline_day": self.day,
            "dateline_month": self.month,
            "dateline_year": self.year,
            "embargo_until": self.embargo_until,
        }
