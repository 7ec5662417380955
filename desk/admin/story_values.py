"""What the story form shows first: the working copy, and names for its numbers."""

from collections.abc import Iterable
from typing import Any

from articles.copy import Byline, Copy, Link, LinkKind
from articles.models import Author, Topic
from desk.models import Story, User
from desk.permissions import within_reach
from desk.writable import COLUMNS
from desk.writing import copy_of


def initial_values(story: Story | None, *, by: User) -> dict[str, Any]:
    """By the prefix of each part of the sheet: the form's values, and rows."""
    if story is None:
        return _rows(_new_copy(by), by) | {"form": {"language": "vi"}}
    copy = copy_of(story)
    form = {
        **{name: getattr(copy, name) for name in COLUMNS},
        "section": copy.section,
        "version": story.version,
        "lead_photo": copy.lead.photo if copy.lead else None,
        "lead_caption": copy.lead.caption if copy.lead else "",
        "lead_alt": copy.lead.alt if copy.lead else "",
        "day": story.dateline_day,
        "month": story.dateline_month,
        "year": story.dateline_year,
        "embargo_until": story.embargo_until,
    }
    return _rows(copy, by) | {"form": form}


def _new_copy(by: User) -> Copy:
    """By whoever opens it."""
    return Copy(bylines=(Byline(by.author.name, by.author_id),) if by.author else ())


def _rows(copy: Copy, by: User) -> dict[str, list[dict[str, Any]]]:
    topics = _names(Topic, copy.topics)
    titles = _headlines({link.story for link in copy.links}, by)
    return {
        "bylines": _byline_rows(copy.bylines),
        "topics": [{"topic": pk, "name": topics[pk]} for pk in copy.topics],
        "related": _link_rows(copy.links, LinkKind.RELATED, titles),
        "more": _link_rows(copy.links, LinkKind.MORE, titles),
    }


def _byline_rows(bylines: Iterable[Byline]) -> list[dict[str, Any]]:
    names = _names(Author, {row.author for row in bylines})
    return [
        {
            "author": row.author,
            "title": names.get(row.author or 0, ""),
            "name": row.name,
            "role": row.role,
        }
        for row in bylines
    ]


def _link_rows(
    links: Iterable[Link], kind: LinkKind, titles: dict[int, str]
) -> list[dict[str, Any]]:
    return [
        {
            "target": row.story,
            "title": titles.get(row.story or 0, ""),
            "url": row.url,
            "text": row.text,
        }
        for row in links
        if row.kind == kind
    ]


def _names(model: type[Author | Topic], wanted: Iterable[int | None]) -> dict[int, str]:
    rows = model.objects.filter(pk__in={*wanted} - {None})
    return dict(rows.order_by("pk").values_list("pk", "name"))


def _headlines(numbers: set[int | None], by: User) -> dict[int, str]:
    """A story that `by` may not see keeps its headline to itself."""
    stories = Story.objects.filter(within_reach(by), pk__in=numbers - {None})
    return {row.pk: str(row) for row in stories.only("headline").order_by("pk")}
