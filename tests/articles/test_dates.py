from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.dates import age_line, date_line, day_line

AT = datetime(2023, 12, 30, 11, 5, tzinfo=UTC)


def test_it_works():
    assert date_line(AT, "vi") == "Thứ Bảy, 30/12/2023, 18:05 (GMT+7)"


def test_english_readers_read_english():
    assert date_line(AT, "en") == "Saturday, 30 December 2023, 18:05 (GMT+7)"


def test_a_day_stands_without_its_time():
    assert day_line(AT, "vi") == "Thứ Bảy, 30/12/2023"
    assert day_line(AT, "en") == "Saturday, 30 December 2023"


@pytest.mark.parametrize("hours", [-11, 0, 7, 14])
def test_the_zone_it_was_noted_in_does_not_matter(hours):
    zone = timezone(timedelta(hours=hours))

    assert date_line(AT.astimezone(zone), "vi") == "Thứ Bảy, 30/12/2023, 18:05 (GMT+7)"


def test_the_day_is_the_day_in_vietnam():
    at = datetime(2023, 12, 31, 17, 0, tzinfo=UTC)

    assert date_line(at, "vi") == "Thứ Hai, 01/01/2024, 00:00 (GMT+7)"
    assert date_line(at, "en") == "Monday, 1 January 2024, 00:00 (GMT+7)"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (1, "Thứ Hai"),
        (2, "Thứ Ba"),
        (3, "Thứ Tư"),
        (4, "Thứ Năm"),
        (5, "Thứ Sáu"),
        (6, "Thứ Bảy"),
        (7, "Chủ Nhật"),
    ],
)
def test_every_day_of_the_week_has_its_name(day, name):
    assert day_line(datetime(2024, 1, day, tzinfo=UTC), "vi").startswith(f"{name}, ")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_time_without_a_zone_is_refused(language):
    naive = datetime(2023, 12, 30, 18, 5)

    with pytest.raises(ValueError, match="a moment needs its time zone"):
        date_line(naive, language)


@pytest.mark.parametrize(
    ("ago", "vietnamese", "english"),
    [
        (timedelta(seconds=-5), "Vừa xong", "Just now"),
        (timedelta(seconds=59), "Vừa xong", "Just now"),
        (timedelta(minutes=1), "1 phút trước", "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 phút trước", "59 minutes ago"),
        (timedelta(hours=1), "17:05", "17:05"),
        (timedelta(hours=18, minutes=5), "00:00", "00:00"),
        (timedelta(hours=18, minutes=6), "29/12/2023", "29 December 2023"),
    ],
)
def test_an_age_is_minutes_then_the_hour_then_the_date(ago, vietnamese, english):
    at = AT - ago

    assert age_line(at, "vi", now=AT) == vietnamese
    assert age_line(at, "en", now=AT) == english
