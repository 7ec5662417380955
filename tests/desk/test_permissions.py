"""Who may do what: every role, every act."""

import pytest
from django.contrib.auth.models import Group

from desk.models import Revision, Story
from desk.permissions import ACTS, may
from desk.roles import (
    ADMINISTRATOR,
    CHIEF,
    EDITOR,
    MANAGING_EDITOR,
    PHOTO_EDITOR,
    REPORTER,
    RIGHTS,
)
from tests import makers

pytestmark = pytest.mark.django_db

MATRIX = {
    REPORTER: {"see", "write", "delete", "take in photo"},
    EDITOR: {"see", "write", "delete", "import", "take in photo"},
    PHOTO_EDITOR: {"see", "take in photo", "reprint"},
    MANAGING_EDITOR: set(ACTS),
    CHIEF: set(ACTS),
    ADMINISTRATOR: set(ACTS),
}


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

    assert not may(thu, "print", Revision(author=thu))
    assert may(thu, "print", Revision(author=tong))
    assert may(tong, "print", Revision(author=tong))


def test_a_reporter_writes_in_her_own_stories_only():
    lan, binh = makers.lan(), makers.binh()

    assert may(lan, "write", Story(owner=lan))
    assert not may(lan, "write", Story(owner=binh))
    assert may(binh, "write", Story(owner=lan))


def test_every_role_has_a_group_with_rights():
    assert set(Group.objects.values_list("name", flat=True)) == set(RIGHTS)
    for group in Group.objects.all():
        codenames = set(group.permissions.values_list("codename", flat=True))
        assert codenames == set(RIGHTS[group.name].split())
