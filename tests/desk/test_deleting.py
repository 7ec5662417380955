"""What readers never saw can be deleted; what they saw is kept for ever."""

import json

import pytest

from articles.copy import Link, LinkKind
from desk import deleting, publishing, writing
from desk.invariants import violations
from desk.models import Audit, Revision, Story
from desk.permissions import Forbidden
from tests import makers
from wire.importing import import_dispatch
from wire.models import WireItem

pytestmark = pytest.mark.django_db

DISPATCH = """Xã hội

Mưa lớn ở Huế

Nước lên nhanh trong đêm.

TTXVN - Ngày 2/11, tại Huế, mưa kéo dài suốt đêm./.

Trần Mai
"""


def test_it_works():
    lan = makers.lan()
    story = makers.story(by=lan, lead=makers.lead(makers.photo()))
    writing.save(story, makers.copy(headline="Nước rút"), version=1, by=lan)

    deleting.delete(story, version=2, by=lan)

    assert not Story.objects.exists() and not Revision.objects.exists()
    entry = Audit.objects.get(action="delete")
    assert (entry.actor_name, entry.story_number) == ("lan", story.pk)
    assert json.loads(entry.detail)["revisions"] == 2
    assert list(violations()) == []


def test_a_conflicts_loser_goes_with_its_story():
    binh = makers.binh()
    story = makers.story()
    writing.keep_loser(story, makers.copy(headline="Đến muộn"), base=1, by=binh)

    deleting.delete(story, version=1, by=binh)

    assert not Revision.objects.exists()


def test_what_was_ever_printed_is_kept_even_withdrawn():
    thu = makers.chief()
    article = makers.article()
    publishing.withdraw(makers.fresh(article), version=2, by=thu)

    with pytest.raises(deleting.Undeletable):
        deleting.delete(makers.fresh(article), version=3, by=thu)

    assert Story.objects.filter(pk=article.pk, version=3).exists()


def test_a_story_that_others_link_to_is_kept_and_they_are_named():
    binh = makers.binh()
    story = makers.story()
    link = Link(LinkKind.RELATED, story=story.pk)
    other = makers.story(headline="Đường sắt mở lại", links=(link,))

    with pytest.raises(deleting.Undeletable, match="Đường sắt mở lại") as refusal:
        deleting.delete(story, version=1, by=binh)

    assert str(other.pk) in str(refusal.value)
    assert makers.fresh(story).version == 1


def test_a_linking_story_out_of_reach_is_counted_and_not_named():
    binh = makers.binh()
    story = makers.story()
    closed = makers.section("Thể thao", "the-thao")
    link = Link(LinkKind.RELATED, story=story.pk)
    makers.story(headline="Còn giữ kín", section=closed.pk, links=(link,))
    binh.sections.add(makers.section())

    with pytest.raises(deleting.Undeletable, match="1") as refusal:
        deleting.delete(story, version=1, by=binh)

    assert "Còn giữ kín" not in str(refusal.value)


def test_a_link_to_itself_keeps_no_story():
    binh = makers.binh()
    story = makers.story()
    link = Link(LinkKind.RELATED, story=story.pk)
    writing.save(story, makers.copy(links=(link,)), version=1, by=binh)

    deleting.delete(story, version=2, by=binh)

    assert not Story.objects.exists()


def test_a_story_that_came_over_the_wire_is_kept_with_its_bytes():
    story = import_dispatch(DISPATCH.encode(), name="a.txt", by=None).story

    with pytest.raises(deleting.Undeletable):
        deleting.delete(story, version=1, by=makers.binh())

    assert WireItem.objects.get().story == story


def test_a_story_changed_meanwhile_is_kept():
    binh = makers.binh()
    story = makers.story()
    writing.save(story, makers.copy(headline="Nước rút"), version=1, by=binh)

    with pytest.raises(writing.Stale):
        deleting.delete(story, version=1, by=binh)

    assert Story.objects.exists()


def test_a_reporter_deletes_her_own_story_only():
    story = makers.story(by=makers.binh())

    with pytest.raises(Forbidden):
        deleting.delete(story, version=1, by=makers.lan())

    assert Story.objects.exists()
