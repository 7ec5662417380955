"""Sections, topics and authors, as the lists in paper/ name them."""

from dataclasses import dataclass, field

from articles.models import Author, Section, Topic
from demo.paper.reading import Manuscript, pair, rows
from desk import authors, sections
from desk.models import User
from newsroom.text.slugs import slugify


@dataclass(frozen=True)
class Names:
    """The numbers of what stories name: sections by slug, the others by name."""

    sections: dict[str, int] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)


def furnish(stories: list[Manuscript], *, by: User) -> Names:
    """Make what is missing; what is there already stays as it is."""
    return Names(
        sections=_sections(by=by),
        topics=_topics({name for story in stories for name in story.topic}, by=by),
        authors=_authors(by=by),
    )


def _sections(*, by: User) -> dict[str, int]:
    known = dict(Section.objects.values_list("slug", "pk"))
    above = None
    for position, (indent, cells) in enumerate(rows("sections")):
        slug, name, *language = cells
        if slug not in known:
            plan = sections.Plan(
                name=name,
                slug=slug,
                parent=above if indent else None,
                language=language[0] if language else "vi",
                position=position * 10,
            )
            known[slug] = sections.make(plan, by=by).pk
        above = above if indent else known[slug]
    return known


def _topics(names: set[str], *, by: User) -> dict[str, int]:
    known = dict(Topic.objects.values_list("slug", "pk"))
    found = {}
    for name in sorted(names):
        slug = slugify(name)
        if slug not in known:
            profile = authors.Profile(name=name, slug=slug)
            known[slug] = authors.make(Topic, profile, by=by).pk
        found[name] = known[slug]
    return found


def _authors(*, by: User) -> dict[str, int]:
    known = dict(Author.objects.values_list("slug", "pk"))
    found = {}
    for _indent, cells in rows("authors"):
        name, biography = pair("|".join(cells))
        slug = slugify(name)
        if slug not in known:
            profile = authors.Profile(name=name, slug=slug, biography=biography)
            known[slug] = authors.make(Author, profile, by=by).pk
        found[name] = known[slug]
    return found
