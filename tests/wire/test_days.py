import pytest

from wire.days import NO_DAY, first, opening, read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30/12", (30, 12, None)),
        ("30-12-2023", (30, 12, 2023)),
        ("23 - 10", (23, 10, None)),
        ("ngày 30 tháng 12 năm 2023", (30, 12, 2023)),
        ("Dec. 30", (30, 12, None)),
        ("June 2, 2024", (2, 6, 2024)),
        ("3 juillet", (3, 7, None)),
        ("29/2", (29, 2, None)),
    ],
)
def test_a_day_is_read_in_every_form(text, day):
    assert read(text) == day


@pytest.mark.parametrize(
    "text", ["", "31/2", "45/13", "0/1", "30", "cầu 30/12", "29/2/2023"]
)
def test_what_is_no_day_of_the_calendar_is_none(text):
    assert read(text) == NO_DAY


def test_a_sentence_may_open_with_a_day():
    assert opening("Rạng sáng 20/11, cầu xong") == (20, 11, None)
    assert opening("Cầu xong ngày 20/11") == NO_DAY
    assert first("Cầu xong ngày 20/11, xe chạy ngày 21/11") == (20, 11, None)
