"""What waits on a person's desk in the morning: asked by the index page."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from articles.models import Article
from desk.models import Story, User
from desk.permissions import may, within_reach
from desk.photo_rights import marks

SHOWN = 8  # stories of each list


@dataclass(frozen=True)
class Line:
    """One story in a list of the index."""

    story: Story
    is_live: bool


def waiting(user: User) -> dict[str, Any]:
    """His newest stories, the others' that he may see, the paper's, and his acts.

    Above all: which photos readers see though they may not be shown any more.
    """
    own = _newest(Story.objects.filter(owner=user))
    seen = Story.objects.filter(within_reach(user)).exclude(owner=user)
    others = _newest(seen)
    numbers = [story.pk for story in (*own, *others)]
    live = set(Article.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    return {
        "own": [Line(story, story.pk in live) for story in own],
        "others": [Line(story, story.pk in live) for story in others],
        "printed": list(Article.objects.for_cards().select_related("section")[:SHOWN]),
        "marks": marks(most=SHOWN) if may(user, "see") else [],
        "may_write": may(user, "write"),
        "may_import": may(user, "import"),
    }


def _newest(stories: QuerySet[Story]) -> list[Story]:
    shown = stories.select_related("section", "owner").only(
        *("headline", "status", "updated_at", "section__name", "owner__username"),
        *("owner__first_name", "owner__last_name"),
    )
    return list(shown.order_by("-updated_at", "-id")[:SHOWN])
