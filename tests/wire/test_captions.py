import pytest

from wire.captions import alt, inside


def read(text: str) -> list[str]:
    return [text[found.start : found.end].strip() for found in inside(text)]


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        (
            "Cầu mới. (Ảnh: Minh Hạ/TTXVN) Hôm nay, cầu",
            ["Cầu mới. (Ảnh: Minh Hạ/TTXVN)"],
        ),
        ("Cầu mới. (Nguồn AFP) Hôm nay, cầu", ["Cầu mới. (Nguồn AFP)"]),
        ("Cầu mới. (Ảnh minh họa)Hôm nay, cầu", ["Cầu mới. (Ảnh minh họa)"]),
        ("Cầu mới. Ảnh: Minh Hạ - TTXVN Tại lễ", ["Cầu mới. Ảnh: Minh Hạ - TTXVN"]),
        ("Cầu mới. Ảnh: TTXVN phát Hai bờ", ["Cầu mới. Ảnh: TTXVN phát"]),
        ("Cầu mới. Ảnh: Minh Hạ. Hai bờ", ["Cầu mới. Ảnh: Minh Hạ."]),
        ("Cầu mới. Ảnh: The Bay News Trong năm", ["Cầu mới. Ảnh: The Bay News"]),
        ("Xong. Cầu mới (Ảnh: Minh Hạ) Hôm nay", ["Cầu mới (Ảnh: Minh Hạ)"]),
        ("Cầu mới. Ảnh minh họa. Hôm nay", ["Cầu mới. Ảnh minh họa."]),
        ("Cầu mới. (Ảnh: Minh Hạ/TTXVN)", []),
        ("Theo số liệu (nguồn: Sở Y tế) thì cầu dài", []),
        ("Ảnh: một cây cầu đẹp bên sông", []),
    ],
)
def test_a_caption_inside_a_line_is_found(text, captions):
    assert read(text) == captions


def test_where_it_begins_behind_a_sentence_is_a_guess():
    assert [found.is_guess for found in inside("Xong. Cầu (Ảnh: A) Hai")] == [True]
    assert [found.is_guess for found in inside("Cầu (Ảnh: A) Hai")] == [False]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cau moi hinh anh 1Cầu mới. (Ảnh: A)", "Cau moi hinh anh 1"),
        ("Cầu mới - ảnh 2 Photo: VNA", "Cầu mới - ảnh 2 "),
        ("Trong ảnh 1 người", ""),
    ],
)
def test_alternative_text_is_told_by_its_number(text, found):
    assert alt(text) == found
