import pytest

from wire.furniture import is_furniture, masthead
from wire.lines import Line
from wire.parser import parse
from wire.stamps import opening

STORY = "Thông xe cây cầu mới nối hai bờ sông\nCầu dài 1.200 mét.\nNgười dân vui./.\n"
LONG = (
    "Thông xe cây cầu mới nối hai bờ sông\n"
    "Sáng nay cây cầu mới qua sông được thông xe.\n"
    "Cây cầu dài 1.200 mét và có bốn làn xe.\n"
    "Người dân hai bờ rất vui vì đi lại dễ dàng.\n"
)


def test_it_works():
    dispatch = parse(STORY + "Thu Cúc (TTXVN)\nBình luận (0)\nhttps://example.vn/cau")

    assert dispatch.sign_off == "Thu Cúc (TTXVN)"
    assert dispatch.texts("other") == ("Bình luận (0)",)
    assert dispatch.texts("address") == ("https://example.vn/cau",)
    assert "other" in {doubt.part for doubt in dispatch.unsure}


@pytest.mark.parametrize(
    "text",
    [
        "Bình luận (3)",
        "Chia sẻ",
        "Thứ Bảy, 30/12/2023, 18:05 (GMT+7)",
        "Cập nhật lúc 18:05, 30/12/2023",
        "Tổng Biên tập: Minh Hạ",
        "Giấy phép số 12/GP",
        "#Cầu mới #Nghệ An",
        "#IG-17141",
    ],
)
def test_parts_of_pages_are_known(text):
    assert is_furniture(Line(0, text), is_around=True)


@pytest.mark.parametrize(
    "text",
    [
        "Bình luận của người dân về cây cầu",
        "Ngày 30/12/2023, cầu xong.",
        "Chia sẻ niềm vui với người dân hai bờ",
        "Tổng Biên tập báo Sao Mai dự lễ.",
    ],
)
def test_a_sentence_is_no_part_of_a_page(text):
    assert not is_furniture(Line(0, text), is_around=True)


def test_a_masthead_behind_the_story_is_cut_off():
    text = "Người dân vui. Đăng nhập để bình luận. Tổng Biên tập: Minh Hạ"

    assert text[: masthead(text)] == "Người dân vui."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("date 2021-03-17 New bridge opens", "date 2021-03-17"),
        ("[03/04/2025 16:24:03] Cầu mới", "[03/04/2025 16:24:03]"),
        ("30/12/2023 là ngày thông xe", ""),
        ("Ngày 30/12/2023 tại Vinh, cầu xong", ""),
    ],
)
def test_a_stamp_before_a_headline_is_a_date(text, date):
    assert opening(text) == date


def test_the_fields_of_an_export_are_read():
    dispatch = parse(
        "Title: Thông xe cây cầu mới\nSource: Báo Sao Mai\nAuthor: Thu Cúc\n"
        "Summary: Cầu dài ...\nContent: Cầu dài 1.200 mét. Người dân vui."
    )

    assert dispatch.headline == "Thông xe cây cầu mới"
    assert dispatch.bylines == ("Thu Cúc",)
    assert "standfirst" in {doubt.part for doubt in dispatch.unsure}


def test_an_author_under_the_headline_is_the_sign_off():
    text = STORY.replace("sông\n", "sông\nThu Cúc (TTXVN) 30/12/2023 18:05\n")
    dispatch = parse(text)

    assert (dispatch.sign_off, dispatch.bylines) == ("Thu Cúc (TTXVN)", ("Thu Cúc",))
    assert "sign_off" in {doubt.part for doubt in dispatch.unsure}


@pytest.mark.parametrize(
    "text",
    ["A- A+", "0", "1/5", "Chia sẻ bài viết lên Facebook", "Nghe đọc bài", "[Ảnh]"],
)
def test_buttons_are_known_inside_a_story_too(text):
    assert is_furniture(Line(0, text), is_around=False)


@pytest.mark.parametrize(
    "text",
    ["18:05 30/12/2023", "Địa chỉ: 58 Quán Sứ", "Ảnh hưởng của bão", "H.N", "Mai An"],
)
def test_times_and_mastheads_only_around_it(text):
    assert not is_furniture(Line(0, text), is_around=False)


def test_what_stands_under_a_sure_sign_off_is_not_the_story():
    foot = "Hai cây cầu khác sắp khởi công\nGiá vé qua phà giảm mạnh\n"
    teaser = "TPO - Cầu này dài hơn cầu kia đúng một mét."
    dispatch = parse(f"{LONG}Thu Cúc (TTXVN)\n{foot}{teaser}")

    assert dispatch.sign_off == "Thu Cúc (TTXVN)"
    assert dispatch.paragraphs[-1].startswith("Người dân hai bờ")
    assert len(dispatch.related) == 2
    assert {"related", "other"} <= {doubt.part for doubt in dispatch.unsure}


def test_a_line_written_twice_in_the_story_is_a_caption_and_doubted():
    caption = "Hai đội đua thuyền trên sông trong ngày lễ thông xe."
    dispatch = parse(LONG.replace("Người dân", f"{caption}\n{caption}\nNgười dân"))

    assert [photo.caption for photo in dispatch.photos] == [caption]
    assert {"caption", "paragraph"} <= {doubt.part for doubt in dispatch.unsure}
