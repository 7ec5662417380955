"""The revisions of a story: listed, compared, restored."""

import pytest
from django.urls import reverse

from articles.copy import Byline, Link, LinkKind
from desk import writing
from desk.admin.history import PAGE
from desk.models import Revision, Story
from desk.roles import PHOTO_EDITOR
from tests import makers
from tests.desk.admin.staff import client_of, rows, staff

pytestmark = pytest.mark.django_db


def address(name: str, story: Story, *args: int) -> str:
    return reverse(f"admin:desk_story_{name}", args=[story.pk, *args])


def saved(story: Story, by, **fields) -> Revision:
    version = makers.fresh(story).version
    return writing.save(story, makers.copy(**fields), version=version, by=by)


@pytest.fixture
def binh(db):
    return makers.binh()


@pytest.fixture
def client(binh):
    return client_of(binh)


def test_it_works(client, binh):
    story = makers.story()
    saved(story, binh, headline="Nước rút", kicker="Bão số 5")

    answer = client.get(address("history", story))

    newest, first = answer.context["rows"]
    assert (newest.revision.number, newest.fields) == (2, ["tít phụ trên", "tít"])
    assert (first.revision.number, first.fields) == (1, None)
    assert newest.is_head and not first.is_head


def test_a_long_history_comes_in_pages_of_few_queries(
    client, binh, django_assert_max_num_queries
):
    story = makers.story()
    for number in range(PAGE + 3):
        saved(story, binh, headline=f"Lần {number}")

    with django_assert_max_num_queries(12):
        newest = client.get(address("history", story))
    older = client.get(address("history", story), {"before": newest.context["older"]})

    assert len(newest.context["rows"]) == PAGE
    assert [row.revision.number for row in older.context["rows"]] == [4, 3, 2, 1]
    assert all(row.fields == ["tít"] for row in newest.context["rows"])
    assert older.context["older"] is None


def test_a_conflicts_loser_is_listed_beside_what_it_was_written_on(client, binh):
    story = makers.story()
    saved(story, binh, headline="Của người trước")
    lost = makers.copy(standfirst="Của người sau")
    writing.keep_loser(story, lost, base=1, by=binh)

    loser, winner, _first = client.get(address("history", story)).context["rows"]

    assert loser.is_lost and loser.fields == ["sapo"]
    assert winner.is_head
    assert writing.head(story).number == 2


def test_what_readers_see_is_marked(client):
    story = makers.fresh(makers.article())

    (row,) = client.get(address("history", story)).context["rows"]

    assert row.is_live


def test_without_choice_the_newest_is_compared_with_the_one_before(client, binh):
    story = makers.story()
    saved(story, binh, headline="Mưa nhỏ ở Huế làm ngập nhiều tuyến phố")

    answer = client.get(address("compare", story))

    assert (answer.context["old"].number, answer.context["new"].number) == (1, 2)
    assert "<del>lớn</del><ins>nhỏ</ins>" in answer.content.decode()


def test_any_two_are_compared_and_names_are_told(client, binh):
    story, author = makers.story(), makers.author("Lê Hà")
    other = makers.story(headline="Đường sắt mở lại")
    saved(
        story,
        binh,
        bylines=(Byline("Lê Hà", author.pk),),
        lead=makers.lead(makers.photo()),
        topics=(makers.topic().pk,),
        links=(Link(LinkKind.MORE, story=other.pk),),
    )
    saved(story, binh)

    page = client.get(address("compare", story), {"old": 3, "new": 2}).content.decode()

    for words in ("Lê Hà → Lê Hà", "Mưa lũ miền Trung", "Xem thêm: Đường sắt mở lại"):
        assert f"<ins>{words}</ins>" in page
    assert "<ins>Mưa trên phố.</ins>" in page
    assert '<img src="/admin/desk/story/photos/' in page


def test_a_comparison_of_every_part_takes_a_bounded_number_of_queries(
    client, django_assert_max_num_queries
):
    article = makers.full_article(bylines=5, photos=10, links=20, topics=8)
    story = makers.fresh(article)
    saved(story, makers.chief())

    with django_assert_max_num_queries(20):
        answer = client.get(address("compare", story), {"old": 1, "new": 2})

    assert answer.status_code == 200


@pytest.mark.parametrize("number", ["0", "99", "1abc", "01x", "１", "-1", "9" * 30, ""])
def test_a_number_that_is_no_revision_is_404(client, number):
    story = makers.story()

    compared = client.get(address("compare", story), {"old": number, "new": 1})

    assert compared.status_code == 404


def test_another_storys_revision_is_404(client, binh):
    story, other = makers.story(), makers.story()
    saved(other, binh, headline="Không được xem")

    assert client.get(address("restore", story, 2)).status_code == 404
    assert client.post(address("restore", story, 2), {"version": 1}).status_code == 404
    shown = client.get(address("compare", story), {"old": 1, "new": 2})
    assert shown.status_code == 404


def test_a_link_to_a_story_out_of_reach_keeps_its_headline(client, binh):
    closed = makers.section("Thể thao", "the-thao")
    hidden = makers.story(section=closed.pk, headline="Tin còn giữ kín")
    story = makers.story(links=(Link(LinkKind.MORE, story=hidden.pk),))
    saved(story, binh)
    binh.sections.add(makers.section())

    page = client.get(address("compare", story)).content.decode()

    assert "Tin còn giữ kín" not in page
    assert f"{hidden.pk}" in page


@pytest.mark.parametrize("name", ["history", "compare"])
def test_who_may_not_see_the_story_may_not_see_its_past(name):
    story = makers.story()
    user, client = staff(PHOTO_EDITOR)
    user.sections.add(makers.section("Thể thao", "the-thao"))

    assert client.get(address(name, story)).status_code == 403
    assert staff(None)[1].get(address(name, story)).status_code == 403


def test_the_restore_is_asked_for_first_and_shows_what_it_changes(client, binh):
    story = makers.story()
    saved(story, binh, headline="Mưa nhỏ ở Huế làm ngập nhiều tuyến phố")

    page = client.get(address("restore", story, 1))

    assert "<del>nhỏ</del><ins>lớn</ins>" in page.content.decode()
    assert makers.fresh(story).version == 2


def test_an_old_text_comes_back_as_a_new_revision(client, binh):
    story = makers.story()
    saved(story, binh, headline="Nước rút")

    answer = client.post(address("restore", story, 1), {"version": 2})

    newest = writing.head(story)
    assert answer["Location"] == address("change", story)
    assert (newest.number, newest.source, newest.base_number) == (3, "restore", 1)
    assert newest.author == binh
    assert makers.fresh(story).headline == makers.copy().headline
    assert story.revisions.count() == 3


@pytest.mark.parametrize(
    "before",
    [
        {"bylines": (Byline("Lê Hà", role="tổng hợp"),)},
        {"links": (Link(LinkKind.MORE, url="https://a.vn/", text="Bản đồ"),)},
        {"topics": ()},
        {"sign_off": "(TTXVN)"},
    ],
)
def test_a_revision_that_differs_in_one_row_is_restored(client, binh, before):
    story = makers.story(**before)
    saved(story, binh, topics=(makers.topic().pk,))

    client.post(address("restore", story, 1), {"version": 2})

    assert writing.copy_of(makers.fresh(story)) == makers.copy(**before)


def test_a_revision_that_differs_in_the_order_of_photos_is_restored(client, binh):
    figures = [
        f'<figure class="photo" data-photo="{makers.photo().pk}"></figure>'
        for _photo in range(2)
    ]
    story = makers.story(body="".join(figures))
    saved(story, binh, body="".join(reversed(figures)))

    client.post(address("restore", story, 1), {"version": 2})

    assert writing.copy_of(makers.fresh(story)) == makers.copy(body="".join(figures))


def test_a_loser_is_restored_like_any_other(client, binh):
    story = makers.story()
    saved(story, binh, headline="Của người trước")
    lost = makers.copy(headline="Của người sau")
    loser = writing.keep_loser(story, lost, base=1, by=binh)

    client.post(address("restore", story, loser.number), {"version": 2})

    assert makers.fresh(story).headline == "Của người sau"


def test_a_restore_over_a_newer_save_changes_nothing_and_says_so(client, binh):
    story = makers.story()
    saved(story, binh, headline="Nước rút")
    before = rows()

    answer = client.post(address("restore", story, 1), {"version": 1})

    assert answer.status_code == 200
    assert answer.context["refusal"]
    assert rows() == before


def test_who_may_only_see_may_not_restore(binh):
    story = makers.story(by=binh)
    saved(story, binh, headline="Nước rút")
    _user, client = staff(PHOTO_EDITOR)
    before = rows()

    page = client.get(address("history", story)).content.decode()
    answer = client.post(address("restore", story, 1), {"version": 2})

    assert address("restore", story, 1) not in page
    assert answer.status_code == 403
    assert rows() == before


def test_a_stranger_is_asked_to_log_in(client):
    story = makers.story()
    client.logout()

    for name in ("history", "compare"):
        answer = client.get(address(name, story))
        assert answer["Location"].startswith("/admin/login/")
