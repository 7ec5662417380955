"""The list of stories: what it says, what it finds, and what it costs."""

import copy
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk import publishing
from desk.admin.story_list import MOST
from desk.models import Story, User
from tests import makers

pytestmark = pytest.mark.django_db

LIST = "/admin/desk/story/"


def staff(user: User) -> User:
    User.objects.filter(pk=user.pk).update(is_staff=True)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def binh(client) -> User:
    user = staff(makers.binh())
    client.force_login(user)
    return user


def listed(client, **query) -> list:
    answer = client.get(LIST, query)
    assert answer.status_code == 200, answer.get("Location")
    return answer.context["cl"].rows


def numbers(rows: list) -> list[int]:
    return [row.story.pk for row in rows]


def test_it_works(client, binh):
    story = makers.story(lead=makers.lead(makers.photo()))

    (row,) = listed(client)
    page = client.get(LIST).content.decode()

    assert (row.story, row.section, row.people) == (story, "Xã hội", "Trần Mai")
    assert row.edition is None and not row.is_withdrawn
    assert max(row.thumbnail.width, row.thumbnail.height) == 88
    assert row.thumbnail.src in page and row.address in page
    assert "nháp" in page


def test_what_is_live_is_told_with_edition_and_time(client, binh):
    article = makers.article()
    thu = makers.thu()
    story = makers.fresh(article)
    publishing.print_story(story, version=story.version, by=thu)

    (row,) = listed(client)

    article.refresh_from_db()
    assert (row.edition, row.printed_at) == (2, article.printed_at)


def test_what_was_withdrawn_is_told(client, binh):
    story = makers.fresh(makers.article())
    publishing.withdraw(story, version=story.version, by=makers.thu())

    (row,) = listed(client)

    assert row.edition is None and row.is_withdrawn


def test_the_newest_change_stands_first(client, binh):
    first, second = makers.story(), makers.story()
    Story.objects.filter(pk=first.pk).update(
        updated_at=second.updated_at + timedelta(seconds=1)
    )

    assert numbers(listed(client)) == [first.pk, second.pk]


@pytest.mark.parametrize(
    "query",
    [
        "hoi nghi quan doi",
        "Hội nghị Quân đội",
        "QUÂN ĐỘI hội",
        "đội, nghị",
        "  quan   doi ",
        "hội nghị",
    ],
)
def test_words_are_found_without_marks_in_any_order(client, binh, query):
    story = makers.story(headline="Hội nghị Quân chính toàn quân", kicker="Quân đội")
    makers.story(headline="Hội nghị về giáo dục")

    assert story.pk in numbers(listed(client, q=query))


@pytest.mark.parametrize("query", ["hoi nghi hai quan", "doi quan nghi x", "100%"])
def test_every_word_must_occur(client, binh, query):
    makers.story(headline="Hội nghị Quân chính toàn quân", kicker="Quân đội")

    assert listed(client, q=query) == []


@pytest.mark.parametrize("query", ["\x00", "'", "%", "_", "a" * 5000, "\ud7ff", "☺"])
def test_a_strange_query_finds_nothing_strange(client, binh, query):
    assert client.get(LIST, {"q": query}).status_code == 200


def test_my_stories_are_mine(client, binh):
    mine = makers.story(by=binh)
    makers.story(by=makers.lan())

    assert numbers(listed(client, mine="1")) == [mine.pk]


def test_a_section_holds_its_sub_sections(client, binh):
    top = makers.section("Thể thao", "the-thao")
    below = makers.section("Bóng đá", "bong-da", parent=top)
    inside = makers.story(section=below.pk)
    makers.story()

    assert numbers(listed(client, section=top.pk)) == [inside.pk]
    assert numbers(listed(client, section=below.pk)) == [inside.pk]


def test_a_state_is_a_filter(client, binh):
    printed = makers.article()
    makers.story()

    assert numbers(listed(client, state="approved")) == [printed.pk]
    assert len(listed(client, state="draft")) == 1


@pytest.mark.parametrize(
    "query", [{"section": "x"}, {"section": "99"}, {"state": "x"}, {"mine": "x"}]
)
def test_a_filter_that_does_not_exist_breaks_nothing(client, binh, query):
    assert client.get(LIST, query).status_code == 200


def test_filters_and_words_stay_in_the_form(client, binh):
    makers.story()

    page = client.get(LIST, {"q": "mưa", "state": "draft"}).content.decode()

    assert 'value="mưa"' in page
    assert re.search(r'<option value="draft" selected>', page)


def test_who_is_limited_to_sections_sees_only_these(client):
    lan = staff(makers.lan())
    lan.sections.add(makers.section("Thể thao", "the-thao"))
    makers.story(headline="Điều chưa được biết")
    client.force_login(lan)

    page = client.get(LIST).content.decode()

    assert "Điều chưa được biết" not in page


def test_without_a_story_the_list_says_what_to_do_next(client, binh):
    assert 'class="empty"' in client.get(LIST).content.decode()


def many(like: Story, count: int) -> None:
    """So many older stories like this one, as an archive of years holds them."""
    rows = []
    for number in range(Story.objects.count(), count):
        row = copy.copy(like)
        row.pk, row.updated_at = None, like.updated_at - timedelta(minutes=number)
        rows.append(row)
    Story.objects.bulk_create(rows, batch_size=2_000)


QUERIES = 13


def asked(client, query: dict[str, str]) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        client.get(LIST, query)
    return [each["sql"] for each in captured]


def test_the_list_costs_few_queries_and_counts_no_table(client, binh):
    queries = ({}, {"q": "mua hue"}, {"state": "draft", "p": "2"})
    makers.full_article(bylines=3, photos=2, links=1, topics=1)
    many(makers.story(by=binh, lead=makers.lead(makers.photo())), 60)
    client.get(LIST)

    few = [asked(client, query) for query in queries]
    many(Story.objects.order_by("pk").last(), 1_500)
    more = [asked(client, query) for query in queries]

    assert [len(each) for each in few] == [len(each) for each in more]
    assert max(len(each) for each in more) <= QUERIES
    assert not [sql for each in more for sql in each if "COUNT(" in sql.upper()]


def test_it_can_be_paged_to_an_end_and_the_rest_is_searched_for(client, binh):
    story = makers.story(by=binh)
    many(story, MOST + 30)

    first, last = client.get(LIST), client.get(LIST, {"p": MOST // 50})

    assert (first.context["cl"].newer, last.context["cl"].older) == ("", "")
    assert "p=2" in first.context["cl"].older
    assert last.context["cl"].is_end_of_cut and len(last.context["cl"].rows) == 50


@pytest.mark.parametrize("page", ["0", "-1", "999", "x", "1e3"])
def test_a_page_that_does_not_exist_breaks_nothing(client, binh, page):
    makers.story()

    assert client.get(LIST, {"p": page}, follow=True).status_code == 200
