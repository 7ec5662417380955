"""Print, correct, reprint, withdraw, delete at their door: asked, told, or refused."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.db.models.functions import Now
from django.urls import reverse

from articles.copy import Link, LinkKind
from articles.models import Article, Edition, Withdrawal
from desk import publishing, writing
from desk.models import Audit, Story
from desk.roles import (
    ADMINISTRATOR,
    CHIEF,
    EDITOR,
    MANAGING_EDITOR,
    PHOTO_EDITOR,
    REPORTER,
)
from photos.models import Photo
from tests import makers
from tests.desk.admin.staff import asked, client_of, rows, staff, undrawn

pytestmark = pytest.mark.django_db

WORDS = {
    "print": {},
    "correct": {"note": "Sai số liệu."},
    "reprint": {"reason": "Sai tên người chụp."},
    "withdraw": {"notice": "Tin chưa kiểm chứng."},
    "delete": {},
}
RELEASES = ["print", "correct", "reprint", "withdraw"]


def address(name: str, story: Story | Article) -> str:
    return reverse(f"admin:desk_story_{name}", args=[story.pk])


def post(client, name: str, story: Story | Article, version: int, **words: str):
    return client.post(
        address(name, story), {"version": version, **WORDS[name], **words}
    )


def changed(article: Article, **fields) -> Story:
    """The article's story, with a newer text that readers do not see yet."""
    story = makers.fresh(article)
    binh = makers.User.objects.filter(username="binh").first() or makers.binh()
    writing.save(story, makers.copy(**fields), version=story.version, by=binh)
    return makers.fresh(story)


@pytest.fixture
def thu(db):
    return makers.thu()


@pytest.fixture
def client(thu):
    return client_of(thu)


def test_it_works(client):
    story = makers.story()

    page = client.get(address("print", story))
    answer = post(client, "print", story, page.context["outlook"].version)

    assert answer["Location"] == address("change", story)
    assert Article.objects.get().pk == story.pk
    assert [str(each) for each in get_messages(answer.wsgi_request)]


def test_before_a_first_print_the_address_and_section_are_told(client):
    story = makers.story()

    page = client.get(address("print", story)).content.decode()

    assert f"/xa-hoi/mua-lon-o-hue-lam-ngap-nhieu-tuyen-pho-{story.pk}.html" in page
    assert "Xã hội" in page and makers.copy().headline in page


def test_before_an_update_the_difference_from_what_is_live_is_told(client):
    story = changed(makers.article(), headline="Mưa nhỏ ở Huế làm ngập nhiều tuyến phố")

    page = client.get(address("print", story))

    assert [change.name for change in page.context["changes"]] == ["headline"]
    assert "<del>lớn</del><ins>nhỏ</ins>" in page.content.decode()


def test_a_corrected_credit_is_told_before_a_reprint(client):
    article = makers.article(lead=makers.lead(makers.photo()))
    Photo.objects.update(credit_text="(Ảnh: Lê Hà/TTXVN)")

    page = client.get(address("reprint", article))

    assert [change.name for change in page.context["changes"]] == ["pictures"]
    assert "<del>Trần Mai</del><ins>Lê Hà</ins>" in page.content.decode()


def test_a_reprint_tells_nothing_of_edits_that_are_not_printed(client):
    story = changed(makers.article(), headline="Chưa duyệt")

    page = client.get(address("reprint", story))

    assert page.context["changes"] == []


def test_before_a_withdrawal_its_links_are_told(client):
    article = makers.article()
    link = Link(LinkKind.RELATED, story=article.pk)
    makers.article(headline="Tin trỏ tới", links=(link,))

    page = client.get(address("withdraw", article))

    assert page.context["outlook"].linking == 1
    assert article.get_absolute_url() in page.content.decode()


@pytest.mark.parametrize("name", RELEASES)
def test_asking_changes_nothing(client, name):
    story = changed(makers.article(lead=makers.lead(makers.photo())), headline="Mới")
    before = rows()

    assert client.get(address(name, story)).status_code == 200

    assert rows() == before


def test_a_correction_needs_its_note_and_keeps_it(client):
    story = changed(makers.article(), standfirst="Sửa số.")

    refused = post(client, "correct", story, story.version, note=" ")
    done = post(client, "correct", story, story.version)

    assert refused.status_code == 200 and refused.context["form"].errors["note"]
    assert done.status_code == 302
    assert Edition.objects.get(number=2).kind == "correction"
    assert "Sai số liệu." in Audit.objects.get(action="correction").detail


def test_a_reprint_needs_its_reason(client):
    article = makers.article()

    refused = post(client, "reprint", article, 2, reason="")

    assert refused.context["form"].errors["reason"]
    assert Edition.objects.count() == 1


def test_a_withdrawal_is_gone_for_readers_with_its_notice(client):
    article = makers.article()

    post(client, "withdraw", article, 2)

    answer = client.get(article.get_absolute_url())
    assert answer.status_code == 410
    assert "Tin chưa kiểm chứng." in answer.content.decode()


def test_a_notice_too_long_is_said_beside_its_field(client):
    article = makers.article()

    answer = post(client, "withdraw", article, 2, notice="dài " * 200)

    assert answer.context["form"].errors["notice"]
    assert not Withdrawal.objects.exists()


def test_before_printing_again_the_withdrawal_is_told(client, thu):
    story = makers.fresh(makers.article())
    publishing.withdraw(story, version=2, by=thu)

    page = client.get(address("print", story))

    assert page.context["outlook"].withdrawal
    assert post(client, "print", story, 3).status_code == 302


@pytest.mark.parametrize("name", RELEASES)
def test_a_version_that_is_not_the_newest_is_refused_on_the_same_page(client, name):
    article = makers.article()
    story = changed(article, headline="Người khác vừa lưu")
    before = rows()

    answer = post(client, name, story, 2)

    assert answer.status_code == 200 and answer.context["refusal"]
    assert rows() == before
    for value in WORDS[name].values():
        assert value in answer.content.decode()
    assert answer.context["form"]["version"].value() == story.version


@pytest.mark.parametrize("name", ["print", "correct", "reprint"])
def test_an_embargo_is_told_and_holds(client, name):
    story = changed(makers.article(), headline="Mới")
    Story.objects.update(embargo_until=Now() + timedelta(hours=1))
    before = rows()

    page = client.get(address(name, story))
    answer = post(client, name, story, story.version)

    assert not page.context["can_go"] and page.context["obstacles"]
    assert answer.status_code == 200 and answer.context["refusal"]
    assert rows() == before


def test_an_embargo_does_not_stop_a_withdrawal(client):
    article = makers.article()
    Story.objects.update(embargo_until=Now() + timedelta(hours=1))

    assert post(client, "withdraw", article, 2).status_code == 302
    assert not Article.objects.exists()


@pytest.mark.parametrize("name", ["correct", "reprint", "withdraw"])
def test_what_is_not_live_is_told_to_be_printed_first(client, name):
    story = makers.story()
    before = rows()

    page = client.get(address(name, story))
    answer = post(client, name, story, 1)

    assert not page.context["can_go"]
    assert answer.status_code == 200 and answer.context["refusal"]
    assert rows() == before


def test_what_a_print_lacks_is_told(client):
    story = makers.story(lead=makers.lead(makers.photo()), headline="", section=None)
    Photo.objects.update(taken_down_at=makers.AT)

    page = client.get(address("print", story))
    answer = post(client, "print", story, 1)

    assert len(page.context["obstacles"]) == 2
    assert answer.context["refusal"]
    assert not Article.objects.exists()


def test_nobody_prints_what_he_wrote_himself_and_he_is_told_before(client, thu):
    story = makers.story(by=thu)

    page = client.get(address("print", story))
    answer = post(client, "print", story, 1)

    assert not page.context["can_go"] and page.context["obstacles"]
    assert answer.status_code == 200 and answer.context["refusal"]
    assert not Article.objects.exists()


def test_a_draft_is_deleted_and_the_list_comes(client):
    story = makers.story()

    page = client.get(address("delete", story))
    answer = post(client, "delete", story, page.context["form"]["version"].value())

    assert answer["Location"] == reverse("admin:desk_story_changelist")
    assert not Story.objects.exists()


def test_the_deletion_of_a_printed_story_is_refused_with_a_sentence(client):
    article = makers.article()
    before = rows()

    page = client.get(address("delete", article))
    answer = post(client, "delete", article, 2)

    assert not page.context["can_go"] and page.context["obstacles"]
    assert answer.status_code == 200 and answer.context["refusal"]
    assert rows() == before


@pytest.mark.parametrize("name", WORDS)
def test_a_forged_version_changes_nothing(client, name):
    article = changed(makers.article(), headline="Mới")
    before = rows()

    for version in ("", "x", "0", "-1", "９", "9" * 30):
        answer = post(client, name, article, version)

        assert answer.status_code == 200, version
        assert rows() == before, version


@pytest.mark.parametrize("name", WORDS)
def test_a_story_that_is_not_there_is_404(client, name):
    missing = Story(pk=404)

    assert client.get(address(name, missing)).status_code == 404
    assert post(client, name, missing, 1).status_code == 404


def test_each_page_takes_a_bounded_number_of_queries(
    client, django_assert_max_num_queries
):
    article = makers.full_article(bylines=5, photos=10, links=20, topics=8)
    changed(article, headline="Mới")

    for name in RELEASES:
        with django_assert_max_num_queries(26):
            client.get(address(name, article))


# Who may do what to which story; everything else must change no row at all.
_HEADS = {MANAGING_EDITOR, CHIEF, ADMINISTRATOR}
_EDITORS = _HEADS | {EDITOR}
EXPECTED: dict[str, dict[str, set[str]]] = {
    "draft": {"print": _HEADS, "delete": _EDITORS, "restore": _EDITORS},
    "printed": {
        **dict.fromkeys(["print", "correct", "withdraw"], _HEADS),
        "reprint": _HEADS | {PHOTO_EDITOR},
        "restore": _EDITORS,
    },
    "withdrawn": {"print": _HEADS, "restore": _EDITORS},
    "embargoed": {"withdraw": _HEADS, "restore": _EDITORS},
}
ROLES = [None, REPORTER, EDITOR, PHOTO_EDITOR, MANAGING_EDITOR, CHIEF, ADMINISTRATOR]


def in_state(state: str) -> Story:
    """A story of binh's with two texts, the second one not printed yet."""
    binh, chief = makers.binh(), makers.chief()
    story = makers.story(by=binh)
    if state != "draft":
        publishing.print_story(story, version=1, by=chief)
    if state == "withdrawn":
        publishing.withdraw(story, version=2, by=chief)
    story = makers.fresh(story)
    writing.save(story, makers.copy(kicker="Mới"), version=story.version, by=binh)
    if state == "embargoed":
        Story.objects.update(embargo_until=Now() + timedelta(hours=1))
    return makers.fresh(story)


@pytest.mark.parametrize("role", asked(ROLES, [REPORTER, MANAGING_EDITOR]))
@pytest.mark.parametrize("state", EXPECTED)
def test_a_forged_post_changes_only_what_the_role_may(state, role):
    story = in_state(state)
    _user, client = staff(role)
    before, done = rows(), set()

    for name in [*WORDS, "restore"]:
        where = address(name, story) if name in WORDS else restoring(story)
        data = {"version": story.version, **WORDS.get(name, {})}
        with transaction.atomic(), undrawn():
            answer = client.post(where, data)
            if answer.status_code == 302:
                done.add(name)
                assert rows() != before
            else:
                assert answer.status_code in (200, 403)
                assert rows() == before
            transaction.set_rollback(True)

    assert done == {name for name, roles in EXPECTED[state].items() if role in roles}


def restoring(story: Story) -> str:
    return reverse("admin:desk_story_restore", args=[story.pk, 1])


@pytest.mark.parametrize("name", [*WORDS, "restore"])
def test_a_head_limited_to_another_section_is_refused(name):
    story = in_state("printed")
    user, client = staff(MANAGING_EDITOR)
    user.sections.add(makers.section("Thể thao", "the-thao"))
    before = rows()

    where = address(name, story) if name in WORDS else restoring(story)
    answers = [
        client.get(where),
        client.post(where, {"version": story.version, **WORDS.get(name, {})}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert rows() == before


def test_a_stranger_changes_nothing(client):
    story = in_state("printed")
    client.logout()
    before = rows()

    for name in WORDS:
        answer = post(client, name, story, story.version)
        assert answer["Location"].startswith("/admin/login/")
    assert rows() == before


def test_without_its_token_no_post_is_taken(thu):
    story = makers.story()
    client = client_of(thu)
    client.handler.enforce_csrf_checks = True

    assert post(client, "print", story, 1).status_code == 403
    assert not Article.objects.exists()
