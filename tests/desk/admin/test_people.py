"""Accounts: roles and sections, and no way to a right that nobody gave."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from desk import people, second_factor
from desk.models import Audit, User
from desk.people import Account
from desk.permissions import Forbidden, may
from desk.refusals import AccountRefused
from desk.roles import ADMINISTRATOR, CHIEF, EDITOR, REPORTER, RIGHTS
from tests import makers
from tests.desk.admin.staff import staff

pytestmark = pytest.mark.django_db

PASSWORD = "muoi-hai-con-vit"


@pytest.fixture
def admin_client():
    return staff(ADMINISTRATOR, "quan")


def sheet(**values) -> dict:
    """What the form sends for a new account."""
    return {
        "username": "hoa",
        "last_name": "Lê Thị",
        "first_name": "Hoa",
        "email": "hoa@example.vn",
        "roles": [REPORTER],
        "sections": [],
        "author": "",
        "language": "vi",
        "is_active": "on",
        "password1": PASSWORD,
        "password2": PASSWORD,
        **values,
    }


def forged(user: User) -> dict:
    """A value for every column and relation that an account has."""
    rights = [str(right.pk) for right in Permission.objects.all()[:3]]
    values = {column.name: "on" for column in User._meta.get_fields()}
    return {
        **values,
        "id": user.pk,
        "password": "md5$a$b",
        "is_superuser": "on",
        "is_staff": "on",
        "user_permissions": rights,
        "groups": ["1", "2", "3", "4", "5", "6"],
        "date_joined_0": "01/01/2000",
        "last_login_0": "01/01/2000",
    }


def test_it_works(admin_client):
    _admin, client = admin_client
    sport = makers.section("Thể thao", "the-thao")

    answer = client.post(
        reverse("admin:desk_user_add"), sheet(sections=[sport.pk]), follow=True
    )

    hoa = User.objects.get(username="hoa")
    assert "Đã thêm" in answer.content.decode()
    assert [group.name for group in hoa.groups.all()] == [REPORTER]
    assert list(hoa.sections.all()) == [sport]
    assert hoa.check_password(PASSWORD)
    assert (hoa.is_staff, hoa.is_superuser) == (True, False)
    assert hoa.get_full_name() == "Lê Thị Hoa"
    assert Audit.objects.first().action == "make account"
    assert PASSWORD not in Audit.objects.first().detail


def test_a_new_account_asks_for_a_role(admin_client):
    _admin, client = admin_client

    answer = client.post(reverse("admin:desk_user_add"), sheet(roles=[]))

    assert answer.context["adminform"].form.errors["roles"]
    assert not User.objects.filter(username="hoa").exists()


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("ngan", "ít nhất 10 ký tự"),
        ("12345678901", "toàn chữ số"),
        ("password123", "nhiều người dùng"),
        ("hoa@example.vn", "quá giống"),
    ],
)
def test_password_rules_are_said_in_vietnamese(admin_client, password, says):
    _admin, client = admin_client
    values = sheet(password1=password, password2=password)

    answer = client.post(reverse("admin:desk_user_add"), values)

    (said,) = answer.context["adminform"].form.errors["password1"]
    assert says in said
    assert not User.objects.filter(username="hoa").exists()


def test_a_person_is_changed_and_the_audit_says_how(admin_client):
    _admin, client = admin_client
    lan = makers.lan()
    address = reverse("admin:desk_user_change", args=[lan.pk])

    client.post(address, sheet(username="lan", roles=[EDITOR], language="en"))

    lan = User.objects.get(pk=lan.pk)
    assert [group.name for group in lan.groups.all()] == [EDITOR]
    assert lan.language == "en"
    assert '"roles":["phóng viên"]' in Audit.objects.first().detail
    assert '"roles":["biên tập viên"]' in Audit.objects.first().detail


def test_a_closed_account_is_out_at_once(admin_client):
    _admin, client = admin_client
    lan, lans_client = staff(REPORTER, "lan")
    values = sheet(username="lan")
    del values["is_active"]

    client.post(reverse("admin:desk_user_change", args=[lan.pk]), values)

    assert lans_client.get("/admin/").status_code == 302
    assert not User.objects.get(pk=lan.pk).is_active


def test_names_differ_by_more_than_capitals(admin_client):
    _admin, client = admin_client
    makers.lan()

    answer = client.post(reverse("admin:desk_user_add"), sheet(username="Lan"))

    assert answer.context["adminform"].form.errors["username"]


def test_two_accounts_do_not_write_as_one_author(admin_client):
    _admin, client = admin_client
    author = makers.author()
    User.objects.filter(pk=makers.lan().pk).update(author=author)

    answer = client.post(reverse("admin:desk_user_add"), sheet(author=author.pk))

    assert answer.context["adminform"].form.errors["author"]


def test_a_forged_form_makes_no_superuser(admin_client):
    admin, client = admin_client

    client.post(reverse("admin:desk_user_add"), {**forged(admin), **sheet()})

    hoa = User.objects.get(username="hoa")
    assert not hoa.is_superuser
    assert not hoa.user_permissions.exists()
    assert [group.name for group in hoa.groups.all()] == [REPORTER]
    assert hoa.date_joined.year > 2000


def test_a_forged_value_of_a_picked_row_is_an_error_beside_the_field(admin_client):
    _admin, client = admin_client

    for nonsense in ("on", "0", "-1", "9" * 40, "1; drop"):
        answer = client.post(reverse("admin:desk_user_add"), sheet(author=nonsense))
        assert answer.context["adminform"].form.errors["author"]


def test_a_forged_form_changes_only_what_the_form_has(admin_client):
    _admin, client = admin_client
    lan = makers.lan()
    address = reverse("admin:desk_user_change", args=[lan.pk])

    client.post(address, {**forged(lan), **sheet(username="lan")})

    now = User.objects.get(pk=lan.pk)
    assert (now.is_superuser, now.is_staff) == (False, lan.is_staff)
    assert (now.password, now.date_joined) == (lan.password, lan.date_joined)
    assert not now.user_permissions.exists()
    assert [group.name for group in now.groups.all()] == [REPORTER]


@pytest.mark.parametrize("page", ["desk_user_change", "desk_user_sign_in"])
def test_nobody_gives_himself_anything(admin_client, page):
    admin, client = admin_client
    before = User.objects.values().get(pk=admin.pk)
    address = reverse(f"admin:{page}", args=[admin.pk])
    values = {**forged(admin), **sheet(roles=list(RIGHTS)), "act": "password"}

    assert client.post(address, values).status_code == 403
    assert User.objects.values().get(pk=admin.pk) == before
    assert [group.name for group in admin.groups.all()] == [ADMINISTRATOR]


@pytest.mark.parametrize("page", ["desk_user_change", "desk_user_sign_in"])
@pytest.mark.parametrize("act", ["password", "unlock", "reset"])
def test_a_superusers_account_is_only_a_superusers(admin_client, page, act):
    _admin, client = admin_client
    root = makers.person("goc", is_superuser=True, is_staff=True)
    second_factor.begin(root)
    before = User.objects.values().get(pk=root.pk)
    values = {**sheet(username="goc"), "act": act}

    answer = client.post(reverse(f"admin:{page}", args=[root.pk]), values)

    assert answer.status_code == 403
    assert User.objects.values().get(pk=root.pk) == before


@pytest.mark.parametrize("role", [role for role in RIGHTS if role != ADMINISTRATOR])
def test_no_other_role_touches_an_account(role):
    person, client = staff(role)
    lan = makers.lan()
    before = list(User.objects.values())

    for name, arguments in (
        ("add", []),
        ("change", [lan.pk]),
        ("sign_in", [lan.pk]),
        ("changelist", []),
    ):
        address = reverse(f"admin:desk_user_{name}", args=arguments)
        assert client.get(address).status_code == 403
        assert client.post(address, {**sheet(), "act": "password"}).status_code == 403

    assert list(User.objects.values()) == before
    with pytest.raises(Forbidden):
        people.hire(Account("x", frozenset([REPORTER])), password=PASSWORD, by=person)
    with pytest.raises(Forbidden):
        people.change(lan, Account("x", frozenset([REPORTER])), by=person)
    with pytest.raises(Forbidden):
        people.set_password(lan, PASSWORD, by=person)
    with pytest.raises(Forbidden):
        people.let_try_again(lan, by=person)
    with pytest.raises(Forbidden):
        second_factor.reset(lan, by=person)


def test_an_account_is_never_deleted(admin_client):
    _admin, client = admin_client
    lan = makers.lan()

    answer = client.post(
        reverse("admin:desk_user_delete", args=[lan.pk]), {"post": "yes"}
    )

    assert answer.status_code == 403
    assert User.objects.filter(pk=lan.pk).exists()


def test_a_new_password_ends_the_persons_sessions(admin_client):
    _admin, client = admin_client
    lan, lans_client = staff(REPORTER, "lan")
    values = {"act": "password", "password1": PASSWORD, "password2": PASSWORD}

    client.post(reverse("admin:desk_user_sign_in", args=[lan.pk]), values)

    assert User.objects.get(pk=lan.pk).check_password(PASSWORD)
    assert lans_client.get("/admin/").status_code == 302
    assert Audit.objects.first().action == "set password"


def test_an_unknown_role_is_refused():
    root = makers.person("goc", is_superuser=True)

    with pytest.raises(AccountRefused):
        people.hire(Account("x", frozenset(["vua"])), password=PASSWORD, by=root)


def test_a_chief_is_made_and_may_print(admin_client):
    admin, _client = admin_client

    made = people.hire(Account("ha", frozenset([CHIEF])), password=PASSWORD, by=admin)

    assert may(made, "print")
