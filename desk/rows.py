"""A copy as the rows of a story, and the rows as a copy. Called by desk.writing."""

from articles.copy import Byline, Copy, Link, Picture
from articles.html import photo_ids, plain
from desk.models import Story, StoryByline, StoryLink, StoryPhoto, StoryTopic
from desk.writable import COLUMNS
from newsroom.text.fold import fold


def copy_of(story: Story) -> Copy:
    """The working copy as it stands in the story's rows."""
    lead = None
    if story.lead_photo_id:
        lead = Picture(story.lead_photo_id, story.lead_caption, story.lead_alt)
    bylines = story.bylines.order_by("position", "id")
    links = story.links.order_by("position", "id")
    return Copy(
        section=story.section_id,
        lead=lead,
        bylines=tuple(Byline(row.name, row.author_id, row.role) for row in bylines),
        topics=tuple(
            story.topics.order_by("position", "id").values_list("topic_id", flat=True)
        ),
        links=tuple(
            Link(row.kind, row.target_id, row.url, row.text)  # type: ignore[arg-type]
            for row in links
        ),
        **{name: getattr(story, name) for name in COLUMNS},
    )


def values_of(copy: Copy) -> dict[str, object]:
    """The columns of the story itself."""
    words = (copy.kicker, copy.headline, copy.standfirst, plain(copy.body))
    return {
        **{name: getattr(copy, name) for name in COLUMNS},
        "section_id": copy.section,
        "lead_photo_id": copy.lead.photo if copy.lead else None,
        "lead_caption": copy.lead.caption if copy.lead else "",
        "lead_alt": copy.lead.alt if copy.lead else "",
        "search_text": fold(" ".join(words)),
    }


def replace_children(story: Story, copy: Copy) -> None:
    """Child rows are replaced as a set: they have no life of their own."""
    for rows in (story.bylines, story.topics, story.photos, story.links):
        rows.all().delete()
    StoryByline.objects.bulk_create(
        StoryByline(
            story=story,
            author_id=row.author,
            name=row.name,
            role=row.role,
            position=n,
        )
        for n, row in enumerate(copy.bylines)
    )
    StoryTopic.objects.bulk_create(
        StoryTopic(story=story, topic_id=pk, position=n)
        for n, pk in enumerate(copy.topics)
    )
    StoryPhoto.objects.bulk_create(
        StoryPhoto(story=story, photo_id=pk, position=n)
        for n, pk in enumerate(photo_ids(copy.body))
    )
    StoryLink.objects.bulk_create(
        StoryLink(
            story=story,
            kind=row.kind,
            target_id=row.story,
            url=row.url,
            text=row.text,
            position=n,
        )
        for n, row in enumerate(copy.links)
    )
