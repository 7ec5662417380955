"""Signing in again in the page: as strict as the login page."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from desk import second_factor
from desk.models import User
from tests import makers

pytestmark = pytest.mark.django_db

RENEW = reverse("admin:renew")
WORDS = {"username": "lan", "password": "matkhau-dai"}


@pytest.fixture
def lan() -> User:
    user = makers.lan()
    User.objects.filter(pk=user.pk).update(is_staff=True)
    return user


def told(answer) -> dict:
    return json.loads(answer.content)


def test_it_works(client, lan):
    assert told(client.get(RENEW))["user"] == ""

    answer = client.post(RENEW, WORDS)

    assert told(answer)["user"] == "lan"
    assert told(client.get(RENEW))["user"] == "lan"
    assert client.get("/admin/desk/story/").status_code == 200


def test_the_new_token_is_the_one_to_post_with(lan):
    browser = Client(enforce_csrf_checks=True)
    first = told(browser.get(RENEW))["csrf"]

    renewed = browser.post(RENEW, {**WORDS, "csrfmiddlewaretoken": first})
    token = told(renewed)["csrf"]

    data = {"headline": "Mưa", "language": "vi", "csrfmiddlewaretoken": token}
    for prefix in ("bylines", "topics", "related", "more"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    assert browser.post("/admin/desk/story/add/", data).status_code == 302


def test_without_a_token_nobody_signs_in(lan):
    browser = Client(enforce_csrf_checks=True)

    assert browser.post(RENEW, WORDS).status_code == 403
    assert told(browser.get(RENEW))["user"] == ""


@pytest.mark.parametrize(
    "change",
    [
        {"password": "sai"},
        {"password": ""},
        {"username": "khong-co"},
        {"username": "\x00"},
    ],
)
def test_a_wrong_word_is_refused_with_a_sentence(client, lan, change):
    answer = client.post(RENEW, {**WORDS, **change})

    assert answer.status_code == 400
    assert told(answer)["error"]
    assert told(client.get(RENEW))["user"] == ""


def test_who_is_no_staff_is_refused(client):
    makers.lan()

    assert client.post(RENEW, WORDS).status_code == 400


def test_too_many_wrong_passwords_must_wait_here_too(client, lan, settings):
    for _number in range(settings.AXES_FAILURE_LIMIT):
        client.post(RENEW, {**WORDS, "password": "sai"})

    assert client.post(RENEW, WORDS).status_code == 429
    assert told(client.get(RENEW))["user"] == ""


def test_the_second_factor_is_asked_for_here_too(client, lan):
    code = with_code(lan)

    asked = client.post(RENEW, WORDS)
    wrong = client.post(RENEW, {**WORDS, "code": "khong-dung"})

    assert told(asked)["errors"] == {"needs_code": True}
    assert told(wrong)["errors"] == {"needs_code": True}
    assert told(client.get(RENEW))["user"] == ""
    assert code


def test_with_its_code_one_is_in(client, lan):
    code = with_code(lan)

    assert told(client.post(RENEW, {**WORDS, "code": code}))["user"] == "lan"


def with_code(user: User) -> str:
    """A second factor, and a recovery code of it."""
    second_factor.begin(user)
    from django_otp.plugins.otp_totp.models import TOTPDevice

    TOTPDevice.objects.filter(user=user).update(confirmed=True)
    return second_factor._new_codes(user)[0]


def test_nothing_of_it_is_stored_on_the_way(client):
    assert "no-store" in client.get(RENEW)["Cache-Control"]
