"""What stands beside a copy, kept with each revision as text."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from desk import writing
from desk.models import Audit
from desk.timing import Timing
from tests import makers

EMBARGO = datetime(2026, 1, 2, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "timing", [Timing(), Timing(30, 12), Timing(30, 12, 2023, EMBARGO)]
)
def test_it_works(timing):
    assert Timing.from_json(timing.to_json()) == timing


def test_one_moment_is_one_text_in_every_time_zone():
    there = EMBARGO.astimezone(timezone(timedelta(hours=7)))

    text = Timing(embargo_until=there).to_json()

    assert text == Timing(embargo_until=EMBARGO).to_json()


def test_a_revision_from_before_has_none():
    assert Timing.from_json("") is None


@pytest.mark.django_db
def test_another_day_alone_is_told_in_the_audit():
    binh = makers.binh()
    story = makers.story(by=binh)

    writing.save(story, makers.copy(), version=1, by=binh, timing=Timing(2, 11))

    assert story.revisions.count() == 1
    entry = Audit.objects.get(action="save timing")
    told = json.loads(entry.detail)
    assert told["before"]["day"] is None
    assert (told["after"]["day"], told["after"]["month"]) == (2, 11)


@pytest.mark.django_db
def test_a_revision_keeps_the_timing_of_its_save_whether_it_was_sent_or_not():
    story, binh = makers.story(), makers.binh()
    timing = Timing(2, 11, None, EMBARGO)

    writing.save(story, makers.copy(kicker="a"), version=1, by=binh, timing=timing)
    writing.save(story, makers.copy(kicker="b"), version=2, by=binh)

    kept = story.revisions.order_by("number").values_list("timing", flat=True)
    assert [Timing.from_json(text) for text in kept] == [Timing(), timing, timing]
