"""What the database itself refuses: each constraint, once."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import Article, Author, Edition, Section, Stamp, Topic
from desk.models import AuditHead, Revision, Story, StoryLink
from photos.models import Photo
from tests import makers
from wire.models import WireItem

pytestmark = pytest.mark.django_db


def changes():
    """(constraint, model, the change it refuses), after one article was printed."""
    return [
        ("story_version_from_one", Story, {"version": 0}),
        ("story_approved_has_revision", Story, {"approved_revision": None}),
        ("story_dateline_day", Story, {"dateline_day": 32}),
        ("story_dateline_month", Story, {"dateline_month": 13}),
        ("revision_number_from_one", Revision, {"number": 0}),
        ("revision_base_before", Revision, {"base_number": 1}),
        ("section_slug_shape", Section, {"slug": "Xã hội"}),
        ("section_slug_not_reserved", Section, {"slug": "admin"}),
        ("section_name_given", Section, {"name": ""}),
        ("author_slug_shape", Author, {"slug": "-a"}),
        ("topic_slug_shape", Topic, {"slug": "a--b"}),
        ("article_headline_and_slug_given", Article, {"headline": ""}),
        ("article_edition_from_one", Article, {"edition_number": 0}),
        ("article_first_printed_first", Article, {"printed_at": makers.AT}),
        ("stamp_single_row", Stamp, {"id": 2}),
        ("audit_head_single_row", AuditHead, {"id": 2}),
        ("photo_sha256_shape", Photo, {"sha256": "abc"}),
        ("photo_public_key_shape", Photo, {"public_key": "x" * 32}),
        ("photo_has_size", Photo, {"width": 0}),
        ("photo_focal_point_inside", Photo, {"focal_x": 1001}),
    ]


def test_the_database_refuses_it():
    makers.article(lead=makers.lead(makers.photo()), topics=(makers.topic().pk,))
    makers.author()

    for name, model, change in changes():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            model.objects.update(**change)


def test_two_editions_of_one_number_are_refused():
    makers.article()
    edition = Edition.objects.get()
    edition.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        edition.save(force_insert=True)


def test_a_link_names_a_story_or_an_address_and_never_both():
    story = makers.story()
    rows = [
        StoryLink(story=story, kind="related"),
        StoryLink(story=story, kind="related", target=story, url="https://a.vn/"),
        StoryLink(story=story, kind="other", target=story),
    ]

    for row in rows:
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_the_same_bytes_are_one_wire_item():
    facts = {"raw": b"a", "sha256": "0" * 64, "encoding": "utf-8", "name": "a"}
    WireItem.objects.create(**facts, received_at=makers.AT)

    with pytest.raises(IntegrityError), transaction.atomic():
        WireItem.objects.create(**facts, received_at=makers.AT)


def test_a_section_with_articles_cannot_be_deleted():
    makers.article()

    with pytest.raises(IntegrityError), transaction.atomic():
        Section.objects.get().delete()
