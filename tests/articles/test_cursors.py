"""Where a list goes on: written into an address, and read from one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cursors import Cursor
from articles.models import Article
from tests import makers

AT = makers.AT


def test_it_works():
    cursor = Cursor(AT, 7)

    assert str(cursor) == "1703934300000000-7"
    assert Cursor.parse("1703934300000000-7") == cursor


@given(
    st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1)).map(
        lambda at: at.replace(tzinfo=UTC)
    ),
    st.integers(1, 10**18 - 1),
)
def test_every_place_can_be_written_and_read(at, number):
    assert Cursor.parse(str(Cursor(at, number))) == Cursor(at, number)


@pytest.mark.parametrize(
    "text", ["", "1", "1-", "-1-1", "1-0", "1-01", "１-1", "1-1 ", "9" * 30 + "-1"]
)
def test_what_is_no_place_is_none(text):
    assert Cursor.parse(text) is None


def test_the_end_of_a_day_is_in_vietnam():
    end = Cursor.end_of("2023-12-30")

    assert end.at == datetime(2023, 12, 30, 17, tzinfo=UTC) - timedelta(microseconds=1)


@pytest.mark.parametrize("day", ["", "2023-02-30", "30/12/2023", "0000-01-01", "x"])
def test_what_is_no_day_is_none(day):
    assert Cursor.end_of(day) is None


@pytest.mark.django_db
def test_below_a_place_come_the_older_and_of_one_moment_the_lower_numbers():
    like = makers.article()
    Article.objects.update(first_printed_at=AT)
    for number, minutes in ((901, 0), (902, 0), (903, 0), (904, 1), (905, -1)):
        like.pk, like.first_printed_at = number, AT + timedelta(minutes=minutes)
        like.printed_at = like.first_printed_at + timedelta(hours=1)
        like.save(force_insert=True)

    rows = Article.objects.filter(Cursor(AT, 902).below(), pk__gt=900)

    assert set(rows.values_list("pk", flat=True)) == {901, 905}
