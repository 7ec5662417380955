import pytest

from wire.datelines import read

REST = " Lễ thông xe cây cầu mới đã diễn ra hôm nay."


def test_it_works():
    line = read("TTXVN - Ngày 2/9, tại Nghệ An," + REST)

    assert (line.agency, line.place, line.day, line.month) == ("TTXVN", "Nghệ An", 2, 9)


@pytest.mark.parametrize(
    ("text", "agency", "place", "date"),
    [
        ("TTXVN -", "TTXVN", "", (None, None, None)),
        ("TTXVN - Ngày 2/9,", "TTXVN", "", (2, 9, None)),
        ("Hà Nội (TTXVN 30/12)", "TTXVN", "Hà Nội", (30, 12, None)),
        ("Hà Nội (TTXVN 21/2/2024)", "TTXVN", "Hà Nội", (21, 2, 2024)),
        ("Hanoi (VNA) –", "VNA", "Hanoi", (None, None, None)),
        ("(TTXVN) -", "TTXVN", "", (None, None, None)),
        ("(TNO)", "TNO", "", (None, None, None)),
        ("Chinhphu.vn -", "Chinhphu.vn", "", (None, None, None)),
        ("VOV.VN -", "VOV.VN", "", (None, None, None)),
        ("Theo phóng viên TTXVN tại Seoul,", "TTXVN", "Seoul", (None, None, None)),
        ("Theo đặc phái viên TTXVN,", "TTXVN", "", (None, None, None)),
    ],
)
def test_every_form_is_read(text, agency, place, date):
    line = read(text + REST)

    assert (line.text, line.agency, line.place) == (text, agency, place)
    assert (line.day, line.month, line.year) == date


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 2/9, tại Nghệ An, lễ thông xe diễn ra.",
        "Cây cầu (bên trái) dài 1.200 mét.",
        "Hà Nội - Huế là chuyến tàu đầu tiên.",
        "TTXVN tổ chức hội nghị.",
        "Theo chương trình, lễ kéo dài một giờ.",
        "Quốc hội (NA) - họp hôm nay.",
        "TTXVN - Ngày 45/13, tại Hà Nội, họp.",
        "",
    ],
)
def test_what_only_looks_like_one_is_not(text):
    line = read(text)

    assert line is None or line.day is None
