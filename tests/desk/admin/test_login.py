"""Signing in: throttled before a password is hashed, with a second factor."""

import re
import time
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import SESSION_KEY, hashers
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from desk import people, second_factor
from desk.models import Audit, User
from desk.roles import ADMINISTRATOR
from desk.throttling import OFFICE
from tests import makers
from tests.desk.admin.staff import staff
from tests.redis import caches_at

pytestmark = pytest.mark.django_db

PASSWORD = "matkhau-dai"
LIMIT = 5


@pytest.fixture
def lan() -> User:
    return makers.person("lan", "phóng viên", is_staff=True)


class Counter(hashers.MD5PasswordHasher):
    """Counts how often a password is hashed."""

    calls = 0

    def encode(self, *args, **kwargs) -> str:
        Counter.calls += 1
        return super().encode(*args, **kwargs)


@pytest.fixture
def hashing(settings) -> type[Counter]:
    settings.PASSWORD_HASHERS = [f"{__name__}.Counter"]
    Counter.calls = 0
    return Counter


def sign_in(client: Client, name: str = "lan", password: str = PASSWORD, **extra):
    values = {"username": name, "password": password, "next": "/admin/desk/story/"}
    return client.post("/admin/login/", values, **extra)


def fail(client: Client, times: int = LIMIT, **extra) -> None:
    for number in range(times):
        sign_in(client, password=f"sai{number}", **extra)


def code_of(user: User, *, confirmed: bool = True, steps: int = 0) -> str:
    """What the phone shows, so many half minutes from now."""
    device = TOTPDevice.objects.get(user=user, confirmed=confirmed)
    at = int(time.time()) // device.step + steps
    return f"{totp(device.bin_key, t0=-at * device.step + int(time.time())):06d}"


def with_phone(user: User) -> list[str]:
    """Turns the second factor on; gives the recovery codes."""
    second_factor.begin(user)
    return second_factor.finish(user, code_of(user, confirmed=False, steps=-1))


def test_it_works(client, lan):
    answer = sign_in(client)

    assert answer.status_code == 302
    assert answer["Location"] == "/admin/desk/story/"
    assert client.get("/admin/").status_code == 200


def test_a_wrong_password_is_told_in_vietnamese(client, lan):
    answer = sign_in(client, password="sai")

    assert answer.status_code == 200
    assert "Hãy nhập đúng tên đăng nhập và mật khẩu" in answer.content.decode()


def test_an_account_without_the_desk_stays_outside(client):
    makers.person("doc")

    sign_in(client, "doc")

    assert SESSION_KEY not in client.session


def test_once_locked_no_password_is_hashed(client, lan, hashing):
    lan.set_password(PASSWORD)
    lan.save()
    fail(client)
    before = hashing.calls

    answers = [sign_in(client) for _try in range(20)]

    assert hashing.calls == before
    assert {answer.status_code for answer in answers} == {429}
    assert SESSION_KEY not in client.session


def test_unknown_names_lock_the_address_before_hashing(client, lan, hashing):
    for number in range(LIMIT * OFFICE):
        sign_in(client, name=f"ai{number}")
    before = hashing.calls

    assert sign_in(client, name="mot-nguoi-khac").status_code == 429
    assert hashing.calls == before


def test_the_lock_says_when_to_try_again(client, lan):
    fail(client)

    page = sign_in(client).content.decode()

    until = AccessAttempt.objects.get().attempt_time + timedelta(minutes=15)
    assert timezone.localtime(until).strftime("%H:%M") in page
    assert '<html lang="vi"' in page


def test_trying_on_does_not_make_the_wait_longer(client, lan):
    fail(client)
    before = AccessAttempt.objects.get().attempt_time

    sign_in(client)

    assert AccessAttempt.objects.get().attempt_time == before


def test_after_the_wait_the_right_password_opens(client, lan):
    fail(client)
    long_ago = timezone.now() - timedelta(minutes=16)
    AccessAttempt.objects.update(attempt_time=long_ago)

    assert sign_in(client).status_code == 302


def test_a_colleague_in_the_same_office_is_not_locked_out(client, lan):
    makers.person("hoa", "phóng viên", is_staff=True)
    fail(client)

    assert sign_in(Client(), "hoa").status_code == 302


def test_the_same_name_from_elsewhere_is_not_locked_out(client, lan):
    fail(client)

    assert sign_in(Client(), REMOTE_ADDR="203.0.113.9").status_code == 302


def test_an_address_that_a_stranger_claims_counts_for_nothing(client, lan):
    for number in range(LIMIT):
        sign_in(client, password="sai", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    assert sign_in(client).status_code == 429
    assert AccessAttempt.objects.get().ip_address == "127.0.0.1"


def test_behind_a_trusted_proxy_each_address_counts_for_itself(client, lan, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    fail(client, HTTP_X_FORWARDED_FOR="203.0.113.1")

    assert sign_in(client, HTTP_X_FORWARDED_FOR="203.0.113.1").status_code == 429
    assert sign_in(client, HTTP_X_FORWARDED_FOR="203.0.113.2").status_code == 302


def test_another_browser_is_no_other_client(client, lan):
    for number in range(LIMIT):
        sign_in(client, password="sai", HTTP_USER_AGENT=f"x{number}")

    assert sign_in(client).status_code == 429


def test_a_right_password_forgives_its_own_name_only(client, lan):
    makers.person("hoa", "phóng viên", is_staff=True)
    fail(client, LIMIT - 1)

    sign_in(Client(), "hoa")
    sign_in(client, password="sai")

    assert sign_in(client).status_code == 429


def test_throttling_works_with_redis_down(client, lan, settings):
    settings.CACHES = caches_at("redis://127.0.0.1:1/0")
    fail(client)

    assert sign_in(client).status_code == 429


def test_no_password_is_kept_with_a_wrong_try(client, lan):
    sign_in(client, password="gan-dung-roi")

    attempt = AccessAttempt.objects.get()
    assert "gan-dung-roi" not in attempt.post_data + attempt.get_data


def test_an_administrator_lets_somebody_try_again(client, lan):
    fail(client)
    people.let_try_again(lan, by=makers.person("quan", ADMINISTRATOR))

    assert sign_in(client).status_code == 302


def test_sessions_are_in_the_database_and_cookies_are_the_browsers(
    client, lan, settings
):
    answer = sign_in(client)

    assert Session.objects.filter(pk=client.session.session_key).exists()
    cookie = answer.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_the_phone_is_shown_a_picture_of_our_own():
    lan, client = staff("phóng viên", "lan")
    client.post("/admin/account/code/", {"act": "begin"})

    page = client.get("/admin/account/code/").content.decode()
    picture = client.get("/admin/account/scan/")

    assert re.search(r'src="/admin/account/scan/"', page)
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content
    assert "no-store" in picture["Cache-Control"]
    assert not second_factor.is_on(lan)


def test_the_first_right_code_turns_it_on_and_gives_recovery_codes():
    lan, client = staff("phóng viên", "lan")
    client.post("/admin/account/code/", {"act": "begin"})
    values = {"act": "finish", "code": code_of(lan, confirmed=False)}

    page = client.post("/admin/account/code/", values).content.decode()

    assert second_factor.is_on(lan)
    codes = list(StaticToken.objects.values_list("token", flat=True))
    assert len(codes) == 10
    assert all(code in page for code in codes)
    assert codes[0] not in client.get("/admin/account/code/").content.decode()
    assert client.get("/admin/account/scan/").status_code == 404
    assert Audit.objects.first().action == "second factor on"


def test_a_wrong_first_code_leaves_it_off():
    lan, client = staff("phóng viên", "lan")
    client.post("/admin/account/code/", {"act": "begin"})

    client.post("/admin/account/code/", {"act": "finish", "code": "000000"})

    assert not second_factor.is_on(lan)


def test_a_look_at_the_page_writes_nothing():
    lan, client = staff("phóng viên", "lan")

    client.get("/admin/account/code/")
    client.get("/admin/account/scan/")

    assert not TOTPDevice.objects.exists()


def test_the_password_alone_opens_nothing_then(client, lan):
    with_phone(lan)

    answer = sign_in(client)

    assert answer["Location"] == "/admin/login/code/?next=%2Fadmin%2Fdesk%2Fstory%2F"
    assert SESSION_KEY not in client.session
    assert client.get("/admin/").status_code == 302
    assert client.get("/admin/account/").status_code == 302


def test_password_and_code_open(client, lan):
    with_phone(lan)
    address = sign_in(client)["Location"]

    answer = client.post(address, {"code": code_of(lan)})

    assert answer["Location"] == "/admin/desk/story/"
    assert client.get("/admin/").status_code == 200


def test_a_code_opens_once(client, lan):
    with_phone(lan)
    code = code_of(lan)
    client.post(sign_in(client)["Location"], {"code": code})
    other = Client()

    answer = other.post(sign_in(other)["Location"], {"code": code})

    assert answer.status_code == 200
    assert SESSION_KEY not in other.session


def test_a_recovery_code_opens_once(client, lan):
    code = with_phone(lan)[0]
    client.post(sign_in(client)["Location"], {"code": f" {code.upper()} "})
    assert client.get("/admin/").status_code == 200
    other = Client()

    other.post(sign_in(other)["Location"], {"code": code})

    assert SESSION_KEY not in other.session


def test_wrong_codes_make_the_next_one_wait(client, lan):
    with_phone(lan)
    address = sign_in(client)["Location"]
    for _try in range(3):
        client.post(address, {"code": "000000"})

    answer = client.post(address, {"code": code_of(lan)})

    sentence = gettext("Too many wrong codes: try again at %(until)s.")
    assert sentence.split("%")[0] in answer.content.decode()
    assert SESSION_KEY not in client.session


def test_nobody_comes_to_the_code_without_the_password(client, lan):
    with_phone(lan)

    answer = client.post("/admin/login/code/", {"code": code_of(lan)})

    assert answer["Location"].startswith("/admin/login/?")
    assert SESSION_KEY not in client.session


def test_the_password_is_remembered_for_five_minutes(client, lan):
    with_phone(lan)
    address = sign_in(client)["Location"]
    session = client.session
    session["password_was_right"]["until"] -= 301
    session.save()

    assert client.post(address, {"code": code_of(lan)})["Location"].startswith(
        "/admin/login/?"
    )


def test_a_password_changed_meanwhile_is_asked_again(client, lan):
    with_phone(lan)
    address = sign_in(client)["Location"]
    lan.set_password("mot-mat-khau-moi")
    lan.save()

    client.post(address, {"code": code_of(lan)})

    assert SESSION_KEY not in client.session


def test_nobody_is_sent_to_another_site(client, lan):
    with_phone(lan)
    values = {"username": "lan", "password": PASSWORD, "next": "https://evil.example/"}
    address = client.post("/admin/login/", values)["Location"]

    answer = client.post(f"{address}&next=//evil.example", {"code": code_of(lan)})

    assert answer["Location"] == "/admin/"


def test_turning_it_off_takes_a_code():
    lan, client = staff("phóng viên", "lan")
    codes = with_phone(lan)

    client.post("/admin/account/code/", {"act": "stop", "code": "sai-ma"})
    assert second_factor.is_on(lan)
    StaticDevice.objects.update(throttling_failure_timestamp=None)
    client.post("/admin/account/code/", {"act": "stop", "code": codes[1]})

    assert not second_factor.is_on(lan)
    assert not StaticToken.objects.exists()


def test_an_administrator_turns_it_off_for_who_lost_everything(client, lan):
    with_phone(lan)
    second_factor.reset(lan, by=makers.person("quan", ADMINISTRATOR))

    assert sign_in(client)["Location"] == "/admin/desk/story/"
    assert Audit.objects.first().action == "reset second factor"


def test_the_desk_speaks_the_language_that_a_person_chose():
    lan, client = staff("phóng viên", "lan")
    assert '<html lang="vi"' in client.get("/admin/account/").content.decode()

    client.post("/admin/account/", {"language": "en"})

    assert '<html lang="en"' in client.get("/admin/").content.decode()
    assert '<html lang="vi"' in Client().get("/admin/login/").content.decode()
    assert '<html lang="vi"' in client.get("/").content.decode()
