"""Saving: one writer, one version, nothing overwritten."""

import json
from datetime import UTC, datetime

import pytest

from articles.copy import Byline, Copy, Link
from desk import writing
from desk.models import Audit, Revision, Story
from desk.permissions import Forbidden
from tests import makers

pytestmark = pytest.mark.django_db


def test_it_works():
    lan = makers.lan()

    story = makers.story(by=lan)
    revision = writing.save(
        story, makers.copy(headline="Nước rút"), version=story.version, by=lan
    )

    assert makers.fresh(story).headline == "Nước rút"
    assert (revision.number, revision.author) == (2, lan)
    assert Copy.from_json(revision.content) == writing.copy_of(makers.fresh(story))


def test_a_save_over_a_newer_save_changes_nothing():
    binh = makers.binh()
    story = makers.story()
    writing.save(story, makers.copy(headline="Của người trước"), version=1, by=binh)

    with pytest.raises(writing.Stale):
        writing.save(story, makers.copy(headline="Của người sau"), version=1, by=binh)

    assert makers.fresh(story).headline == "Của người trước"
    assert story.revisions.count() == 2


def test_every_part_of_the_copy_comes_back_from_the_rows():
    other = makers.story()
    photo = makers.photo()
    copy = makers.copy(
        kicker="Bão số 5",
        bylines=(Byline("Trần Mai"), Byline("Đỗ Nam", role="tổng hợp")),
        lead=makers.lead(photo),
        links=(
            Link("related", story=other.pk),
            Link("more", url="https://example.vn/", text="Bản đồ"),
        ),
        body=f'<p>a</p><figure class="photo" data-photo="{photo.pk}"></figure>',
    )

    story = writing.create(copy, by=makers.lan())

    assert writing.copy_of(story) == copy
    assert story.photos.get().photo == photo


def test_a_save_that_changes_nothing_adds_no_revision():
    binh = makers.binh()
    story = makers.story()

    writing.save(story, makers.copy(), version=1, by=binh)

    assert story.revisions.count() == 1


def test_an_unknown_section_is_refused_with_a_sentence():
    story = makers.story()

    with pytest.raises(writing.Unwritable, match="404"):
        writing.save(story, makers.copy(section=404), version=1, by=makers.binh())


def test_a_headline_too_long_is_refused_with_its_length():
    with pytest.raises(writing.Unwritable, match="301"):
        makers.story(headline="a" * 301)


def test_a_reporter_may_not_write_in_a_colleagues_story():
    story = makers.story(by=makers.binh())

    with pytest.raises(Forbidden):
        writing.save(story, makers.copy(), version=1, by=makers.lan())

    assert makers.fresh(story).version == 1


def test_every_save_has_one_audit_entry():
    story = makers.story()

    writing.save(story, makers.copy(kicker="Mới"), version=1, by=makers.binh())

    actions = Audit.objects.filter(story_number=story.pk).order_by("number")
    assert [entry.action for entry in actions] == ["create", "save"]


def test_a_conflicts_loser_is_never_the_head():
    story = makers.story()
    Revision.objects.create(
        story=story,
        number=2,
        base_number=1,
        content="{}",
        hash="0" * 64,
        source=Revision.Source.CONFLICT,
        created_at=makers.AT,
    )

    assert writing.head(story).number == 1
    assert Story.objects.count() == 1


EMBARGO = datetime(2026, 1, 2, 5, 0, tzinfo=UTC)


def test_an_embargo_is_saved_beside_the_copy_and_recorded():
    binh = makers.binh()
    story = makers.story()
    timing = writing.Timing(30, 12, None, EMBARGO)

    writing.save(story, makers.copy(), version=1, by=binh, timing=timing)

    saved = makers.fresh(story)
    assert saved.embargo_until == EMBARGO
    assert (saved.dateline_day, saved.dateline_month, saved.dateline_year) == (
        30,
        12,
        None,
    )
    assert story.revisions.count() == 1
    entry = Audit.objects.get(action="embargo")
    assert json.loads(entry.detail) == {"until": "2026-01-02T05:00:00.000000+00:00"}


def test_an_embargo_that_stays_is_not_recorded_again():
    story = writing.create(
        makers.copy(), by=makers.lan(), timing=writing.Timing(embargo_until=EMBARGO)
    )

    for version in (1, 2):
        timing = writing.Timing(embargo_until=EMBARGO)
        writing.save(
            story, makers.copy(), version=version, by=story.owner, timing=timing
        )
    writing.save(story, makers.copy(kicker="a"), version=3, by=story.owner)

    assert Audit.objects.filter(action="embargo").count() == 1
    assert makers.fresh(story).embargo_until == EMBARGO


def test_a_stale_save_moves_no_embargo():
    story = makers.story()
    Story.objects.filter(pk=story.pk).update(version=2)

    with pytest.raises(writing.Stale):
        writing.save(
            story,
            makers.copy(),
            version=1,
            by=makers.binh(),
            timing=writing.Timing(embargo_until=EMBARGO),
        )

    assert makers.fresh(story).embargo_until is None
    assert not Audit.objects.filter(action="embargo").exists()
