"""The first page of the morning, the frame around every page, and the error pages."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from desk import notices
from desk.permissions import Forbidden
from desk.roles import ADMINISTRATOR, EDITOR, PHOTO_EDITOR, REPORTER
from tests import makers
from tests.desk.admin.staff import staff

pytestmark = pytest.mark.django_db


def test_it_works():
    lan, client = staff(REPORTER, "lan")
    makers.story(by=lan, headline="Tin của Lan")
    makers.article(headline="Tin của hãng")

    page = client.get("/admin/")

    assert [line.story.headline for line in page.context["own"]] == ["Tin của Lan"]
    (other,) = page.context["others"]
    assert (other.story.headline, other.is_live) == ("Tin của hãng", True)
    assert [str(article) for article in page.context["printed"]] == ["Tin của hãng"]
    assert reverse("admin:desk_story_add") in page.content.decode()


def test_it_costs_the_same_however_many_stories_there_are(
    django_assert_max_num_queries,
):
    binh, client = staff(EDITOR, "binh")
    for number in range(12):
        makers.story(by=binh if number % 2 else None, headline=f"Tin {number}")

    with django_assert_max_num_queries(12):
        page = client.get("/admin/")

    assert len(page.context["own"]) == 6
    assert len(page.context["others"]) == 6


def test_a_story_out_of_reach_is_not_named():
    person, client = staff(EDITOR)
    person.sections.add(makers.section("Thể thao", "the-thao"))
    makers.story(headline="Tin cấm đăng")

    assert "Tin cấm đăng" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("role", [REPORTER, PHOTO_EDITOR, ADMINISTRATOR])
def test_an_empty_desk_says_what_to_do_next(role):
    _person, client = staff(role)

    page = client.get("/admin/").content.decode()

    assert page.count('class="empty"') == 3


def test_who_has_no_role_is_told_to_ask_for_one():
    _person, client = staff()

    page = client.get("/admin/").content.decode()

    assert 'class="note"' in page
    assert reverse("admin:photos_photo_changelist") not in page


def test_the_screens_lie_on_shelves_and_only_those_that_open():
    _person, client = staff(REPORTER)

    shelves = client.get("/admin/").context["available_apps"]

    names = {screen["object_name"] for shelf in shelves for screen in shelf["models"]}
    assert names == {"Story", "Photo", "Agency", "Section", "Topic", "Author"}


def test_what_a_verb_refuses_stands_on_the_page():
    request = RequestFactory().get("/admin/")
    request.user, _client = staff(REPORTER)

    page = notices.permission_denied(request, Forbidden("Hãy hỏi thư ký tòa soạn."))

    assert page.status_code == 403
    assert "Hãy hỏi thư ký tòa soạn." in page.content.decode()


def test_what_django_refuses_is_not_repeated():
    request = RequestFactory().get("/admin/")
    request.user, _client = staff(REPORTER)

    page = notices.permission_denied(request, PermissionError("raw words"))

    assert "raw words" not in page.content.decode()


@pytest.mark.parametrize("address", ["/admin/khong-co/", "/khong-co/khong-co/"])
def test_the_desk_and_the_paper_have_pages_of_their_own(address):
    _person, client = staff(REPORTER)

    page = client.get(address)

    assert page.status_code == 404
    assert ("desk/admin.css" in page.content.decode()) == address.startswith("/admin")


def test_a_broken_page_of_the_desk_asks_nothing_of_the_database(
    django_assert_num_queries,
):
    with django_assert_num_queries(0):
        page = notices.server_error(RequestFactory().get("/admin/"))

    assert page.status_code == 500


def test_scripts_are_spoken_to_in_vietnamese():
    _person, client = staff(REPORTER)

    words = client.get("/admin/jsi18n/").content.decode()

    assert '"Monday": "Th\\u1ee9 hai"' in words
