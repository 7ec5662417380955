"""Every address × every person: who may not, sees nothing and changes nothing."""

from contextlib import nullcontext

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import Resolver404, resolve

from articles.models import Article
from desk.models import Story, User
from desk.roles import EDITOR, REPORTER, RIGHTS
from tests import makers
from tests.desk.admin.doors import TABLE, Door, Rule, doors
from tests.desk.admin.staff import asked, client_of, rows, staff, undrawn
from tests.shared import made_once
from tests.worlds import World, everything

pytestmark = pytest.mark.django_db

made, world = made_once(everything)

OUTSIDE = ["anonymous", "closed", "no desk"]
EVERYBODY = [*RIGHTS, "nobody", "limited", *OUTSIDE]
WHO = asked(EVERYBODY, [EDITOR, "anonymous"])
SECRET = "Một tin còn cấm đăng"
# What a forged form carries: a value for whatever a page might read.
FORGED = {
    **dict.fromkeys(("version", "post", "into", "separate", "position"), "1"),
    **dict.fromkeys(("name", "headline", "caption", "notice", "note"), "Khác"),
    "act": "password",
    "password1": "muoi-hai-vit",
    "password2": "muoi-hai-vit",
    "language": "en",
    "username": "ke-la",
    "roles": [REPORTER],
    "reason": "Khác",
}


def person(who: str, world: World) -> tuple[User | AnonymousUser, Client]:
    if who in RIGHTS or who == "nobody":
        return world.people[who], client_of(world.people[who])
    if who == "limited":
        user, client = staff(EDITOR, "xa")
        user.sections.add(makers.section("Nơi khác", "noi-khac"))
        return user, client
    if who == "anonymous":
        return AnonymousUser(), Client()
    user, client = staff(EDITOR, "dong")
    user.is_active, user.is_staff = who != "closed", who != "no desk"
    user.save()
    return user, client


def expects(rule: Rule, ask, user, row, who: str) -> bool:
    return rule.is_public or who not in OUTSIDE and ask(user, row)


def opened(answer) -> bool:
    """Whether the page was shown: no refusal, and nobody was sent to sign in."""
    if answer.status_code in (401, 403, 404, 405):
        return False
    return not answer.get("Location", "").startswith("/admin/login/?")


def addresses(door: Door, rule: Rule, world: World):
    """(row, address) for each row that the rule is asked on."""
    for row in rule.rows(world):
        number = row.pk if row else world.photo.pk
        revision = 1 if "pk" in door.names else number
        numbers = {"pk": number, "object_id": number, "number": revision}
        words = {"slug": "a", "section": "xa-hoi", "name": "a.jpg", "url": "x"}
        kinds = {"app_label": "desk", "content_type_id": 1}
        yield row, door.address(**numbers, **words, **kinds, month=makers.AT)


def ruled() -> list[tuple[Door, Rule]]:
    return [(door, TABLE[door.name]) for door in doors()]


def test_it_works():
    assert {door.name for door in doors()} >= {"front", "admin:desk_story_change"}


def test_every_address_is_in_the_table():
    assert {door.name for door in doors()} - set(TABLE) == set()


def test_the_table_names_no_address_that_is_gone():
    assert set(TABLE) - {door.name for door in doors()} == set()


@pytest.mark.parametrize("who", WHO)
def test_each_door_opens_to_whom_it_should_and_to_nobody_else(who, world):
    user, client = person(who, world)
    faults = []

    for door, rule in ruled():
        if rule.is_public and who != "anonymous":
            continue
        for row, address in addresses(door, rule, world):
            should = expects(rule, rule.look, user, row, who)
            with undrawn() if should and not rule.is_public else nullcontext():
                answer = client.get(address)
            if rule.is_public:
                assert answer.status_code < 500
                continue
            is_open = opened(answer)
            is_missing = rule.may_be_missing and answer.status_code in (404, 405)
            if is_open != should and not (should and is_missing):
                faults.append((address, answer.status_code, "open" if is_open else ""))
            if not should and SECRET in answer.content.decode(errors="ignore"):
                faults.append((address, "tells the secret headline"))

    assert faults == []


@pytest.mark.parametrize("who", WHO)
def test_a_forged_form_of_who_may_not_changes_no_row(who, world):
    user, client = person(who, world)
    faults = []
    before = rows()

    for door, rule in ruled():
        for row, address in addresses(door, rule, world):
            if expects(rule, rule.send, user, row, who):
                continue
            with undrawn():
                is_open = opened(client.post(address, FORGED))
            if is_open and not expects(rule, rule.look, user, row, who):
                faults.append(address)

    assert faults == []
    assert rows() == before


@pytest.mark.parametrize("who", ["anonymous", "quản trị"])
def test_view_on_site_tells_nobody_the_slug_of_a_draft(who, world):
    """Row 1.2 of the trust document: Django's own told any staff user."""
    _user, client = person(who, world)
    kinds = ContentType.objects.get_for_models(Story, Article)

    for kind in kinds.values():
        for number in (world.draft.pk, world.article.pk):
            assert client.get(f"/admin/r/{kind.pk}/{number}/").status_code == 404


def test_no_upload_of_the_editors_is_mounted():
    """Row 1.1: through ckeditor_uploader staff stored evil.html."""
    assert not [door for door in doors() if "ckeditor" in door.name + door.module]
    with pytest.raises(Resolver404):
        resolve("/ckeditor/upload/")
