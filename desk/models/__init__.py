"""The nouns of the editorial floor, grouped by subject."""

from desk.models.people import User
from desk.models.records import Audit, AuditHead, Outbox
from desk.models.stories import (
    Revision,
    Story,
    StoryByline,
    StoryLink,
    StoryPhoto,
    StoryTopic,
)

__all__ = [
    "Audit",
    "AuditHead",
    "Outbox",
    "Revision",
    "Story",
    "StoryByline",
    "StoryLink",
    "StoryPhoto",
    "StoryTopic",
    "User",
]
