"""Who may do what: every role, every act, and the sections a person is limited to."""

import pytest
from django.contrib.auth.models import Group

from desk.models import Revision, Story
from desk.permissions import ACTS, may, within_reach
from desk.roles import (
    ADMINISTRATOR,
    CHIEF,
    EDITOR,
    LABELS,
    MANAGING_EDITOR,
    PHOTO_EDITOR,
    REPORTER,
    RIGHTS,
)
from tests import makers

pytestmark = pytest.mark.django_db

HEAD = set(ACTS) - {"arrange sections", "manage people"}
PHOTOS = {"take in photo", "describe photo", "download original"}
MATRIX = {
    REPORTER: {"see", "write", "delete", "take in photo"},
    EDITOR: {"see", "write", "delete", "import", *PHOTOS},
    PHOTO_EDITOR: {
        *("see", "reprint", "keep photo rights", "replace photo", "take down photo"),
        *("delete photo", *PHOTOS),
    },
    MANAGING_EDITOR: HEAD,
    CHIEF: HEAD | {"arrange sections"},
    ADMINISTRATOR: set(ACTS),
}


def limited(role: str, *sections, name: str = "ai"):
    person = makers.person(name, role)
    person.sections.set(sections)
    return person


def test_it_works():
    assert may(makers.thu(), "print")


@pytest.mark.parametrize("role", MATRIX)
def test_each_role_may_do_its_acts_and_no_other(role):
    person = makers.person("ai", role)

    assert {act for act in ACTS if may(person, act)} == MATRIX[role]


def test_a_person_without_role_may_do_nothing():
    person = makers.person("ai")

    assert not any(may(person, act) for act in ACTS)


def test_an_account_that_is_closed_may_do_nothing():
    person = makers.person("ai", CHIEF, is_active=False, is_superuser=True)

    assert not any(may(person, act) for act in ACTS)


def test_an_unknown_act_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        may(makers.thu(), "dance")


def test_nobody_but_the_chief_prints_what_he_wrote():
    thu, tong = makers.thu(), makers.chief()
    story = makers.story()

    assert not may(thu, "print", Revision(story=story, author=thu))
    assert may(thu, "print", Revision(story=story, author=tong))
    assert may(tong, "print", Revision(story=story, author=tong))


def test_a_reporter_writes_in_her_own_stories_only():
    lan, binh = makers.lan(), makers.binh()

    assert may(lan, "write", Story(owner=lan))
    assert not may(lan, "write", Story(owner=binh))
    assert may(binh, "write", Story(owner=lan))


def test_who_is_limited_works_in_his_sections_and_their_sub_sections():
    sport = makers.section("Thể thao", "the-thao")
    football = makers.section("Bóng đá", "bong-da", parent=sport)
    person = limited(MANAGING_EDITOR, sport)

    for act in ("see", "write", "delete", "print", "correct", "reprint", "withdraw"):
        assert may(person, act, Story(section=sport))
        assert may(person, act, Story(section=football))
        assert not may(person, act, Story(section=makers.section()))


def test_a_sub_section_does_not_open_the_section_above():
    sport = makers.section("Thể thao", "the-thao")
    football = makers.section("Bóng đá", "bong-da", parent=sport)

    assert not may(limited(EDITOR, football), "see", Story(section=sport))


def test_a_story_without_a_section_is_any_editors():
    sport = makers.section("Thể thao", "the-thao")
    editor, reporter = limited(EDITOR, sport), limited(REPORTER, sport, name="be")

    assert may(editor, "write", Story())
    assert not may(reporter, "see", Story())


def test_an_own_story_stays_open_wherever_it_has_come_to_but_is_not_printed_there():
    person = limited(CHIEF, makers.section("Thể thao", "the-thao"))
    own = Story(owner=person, section=makers.section())

    assert may(person, "see", own) and may(person, "write", own)
    assert not may(person, "print", own)
    assert not may(person, "withdraw", own)


@pytest.mark.parametrize("act", ["print", "correct"])
def test_a_revision_is_in_reach_when_its_story_is(act):
    sport = makers.section("Thể thao", "the-thao")
    person = limited(CHIEF, sport)
    there, elsewhere = makers.story(section=sport.pk), makers.story()

    assert may(person, act, Revision(story=there))
    assert not may(person, act, Revision(story=elsewhere))
    assert not may(person, act, Revision(story=elsewhere, author=person))


@pytest.mark.parametrize("role", RIGHTS)
def test_lists_hold_exactly_what_may_be_seen(role):
    sport = makers.section("Thể thao", "the-thao")
    football = makers.section("Bóng đá", "bong-da", parent=sport)
    people = [makers.person("o", role), limited(role, sport)]
    for owner in (None, *people):
        for place in (sport, football, makers.section(), None):
            story = makers.story()
            Story.objects.filter(pk=story.pk).update(section=place, owner=owner)

    for person in people:
        listed = set(Story.objects.filter(within_reach(person)))
        assert listed == {row for row in Story.objects.all() if may(person, "see", row)}


def test_lists_are_empty_without_a_role_and_full_for_a_superuser():
    makers.story()
    nobody = makers.person("khong")
    root = makers.person("goc", is_superuser=True)
    root.sections.set([makers.section("Thể thao", "the-thao")])

    assert not Story.objects.filter(within_reach(nobody)).exists()
    assert Story.objects.filter(within_reach(root)).exists()


def test_nobody_manages_his_own_account_or_a_superusers():
    admin = makers.person("quan", ADMINISTRATOR)
    root = makers.person("goc", is_superuser=True)

    assert may(admin, "manage people", makers.lan())
    assert not may(admin, "manage people", admin)
    assert not may(admin, "manage people", root)
    assert may(root, "manage people", root)


def test_every_role_has_a_group_with_rights_and_a_label():
    assert set(Group.objects.values_list("name", flat=True)) == set(RIGHTS)
    assert set(LABELS) == set(RIGHTS)
    for group in Group.objects.all():
        codenames = set(group.permissions.values_list("codename", flat=True))
        assert codenames == set(RIGHTS[group.name].split())
