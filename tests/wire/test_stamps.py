import pytest

from wire.stamps import closing, is_stamp, opening


def test_it_works():
    assert is_stamp("Thứ Bảy, 30/12/2023, 18:05 (GMT+7)")


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 30/12/2023, cầu xong.",
        "Thứ trưởng",
        "Chủ nhật xanh",
        "18 giờ chiến đấu",
        "60 năm",
        "30/4",
    ],
)
def test_words_that_a_time_is_written_with_are_none_by_themselves(text):
    assert not is_stamp(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("date 2021-03-17 New bridge opens", "date 2021-03-17"),
        ("date 2021-03 New bridge opens", "date 2021-03"),
        ("[03/04/2025 16:24:03] Ngày 3/4/2025, cầu", "[03/04/2025 16:24:03]"),
        ("30/12/2023 là ngày thông xe", ""),
        ("Ngày 30/12/2023 tại Vinh, cầu xong", ""),
        ("18h05 ngày 30/12/2023, cầu xong", ""),
    ],
)
def test_a_time_before_a_headline_is_no_day_that_opens_a_sentence(text, time):
    assert opening(text) == time


def test_a_name_may_be_a_numbers_word():
    assert closing("Minh Hai - Thứ hai, 30/12/2023") == "Thứ hai, 30/12/2023"
    assert closing("Minh Hai 30/12/2023") == "30/12/2023"
