import pytest

from wire.datelines import is_whole, mention, read

REST = " Lễ thông xe cây cầu mới đã diễn ra hôm nay."


def test_it_works():
    line = read("TTXVN - Ngày 2/9, tại Nghệ An," + REST)

    assert (line.agency, line.place, line.day, line.month) == ("TTXVN", "Nghệ An", 2, 9)


@pytest.mark.parametrize(
    ("text", "agency", "place", "date"),
    [
        ("TTXVN -", "TTXVN", "", (None, None, None)),
        ("TTXVN - Ngày 2/9,", "TTXVN", "", (2, 9, None)),
        (
            "TTXVN - Ngày 2/9, tại thành phố Vinh (Nghệ An),",
            "TTXVN",
            "Vinh",
            (2, 9, None),
        ),
        ("Hà Nội (TTXVN 30/12)", "TTXVN", "Hà Nội", (30, 12, None)),
        ("Hà Nội (TTXVN 21/2/2024)", "TTXVN", "Hà Nội", (21, 2, 2024)),
        ("Hà Nội, ngày 30 tháng 12 (TTXVN) -", "TTXVN", "Hà Nội", (30, 12, None)),
        ("TTXVN (Hà Nội 3/4) -", "TTXVN", "Hà Nội", (3, 4, None)),
        ("(TTXVN - Hà Nội)", "TTXVN", "Hà Nội", (None, None, None)),
        ("Hanoi (VNA) –", "VNA", "Hanoi", (None, None, None)),
        ("Hanoi, Dec. 30, 2023 (VNA) –", "VNA", "Hanoi", (30, 12, 2023)),
        ("Washington, 3 avril (VNA) –", "VNA", "Washington", (3, 4, None)),
        ("(TTXVN) -", "TTXVN", "", (None, None, None)),
        ("(TNO)", "TNO", "", (None, None, None)),
        ("(SGGP). -", "SGGP", "", (None, None, None)),
        ("Chinhphu.vn -", "Chinhphu.vn", "", (None, None, None)),
        ("VOV.VN -", "VOV.VN", "", (None, None, None)),
        ("VOV4.VN-", "VOV4.VN", "", (None, None, None)),
        ("QĐND Online –", "QĐND Online", "", (None, None, None)),
        ("Báo Tin tức -", "Báo Tin tức", "", (None, None, None)),
        ("Dân trí", "Dân trí", "", (None, None, None)),
        ("Hà Nội-", "", "Hà Nội", (None, None, None)),
        ("HÀ NỘI —", "", "HÀ NỘI", (None, None, None)),
        ("HCM City —", "", "HCM City", (None, None, None)),
        ("Theo phóng viên TTXVN tại Seoul,", "TTXVN", "Seoul", (None, None, None)),
        ("Theo đặc phái viên TTXVN,", "TTXVN", "", (None, None, None)),
    ],
)
def test_every_form_is_read(text, agency, place, date):
    line = read(text + REST)

    assert (line.text, line.agency, line.place) == (text, agency, place)
    assert (line.day, line.month, line.year) == date


def test_a_place_glued_to_the_first_word_is_read():
    line = read("Thanh HóaHàng nghìn người dự lễ thông xe.")

    assert (line.text, line.place) == ("Thanh Hóa", "Thanh Hóa")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("TPO - Sáng 20/11, cầu đã xong.", (20, 11)),
        ("(TNO) Ngày 22.10, cầu đã xong.", (22, 10)),
        ("(CAO) Vào lúc 10h30 ngày 23-5, cầu đã xong.", (23, 5)),
        ("TTXVN - Ngày 26/1, tại Hội nghị tổng kết, cầu đã xong.", (26, 1)),
        ("Theo phóng viên TTXVN tại Seoul, cầu xong ngày 1/2.", (1, 2)),
        ("TPO - Cầu xong ngày 20/11.", (None, None)),
    ],
)
def test_the_day_the_story_opens_with_is_the_datelines(text, date):
    line = read(text)

    assert (line.day, line.month) == date


def test_a_hall_is_no_place():
    line = read("TTXVN - Ngày 26/1, tại Hội nghị tổng kết, cầu đã xong.")

    assert (line.text, line.place) == ("TTXVN -", "")


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 2/9, tại Nghệ An, lễ thông xe diễn ra.",
        "Cây cầu (bên trái) dài 1.200 mét.",
        "Hà Nội - Huế là chuyến tàu đầu tiên.",
        "Hà Nội - Huế: Chuyến tàu đầu tiên.",
        "VinFast giao xe hôm nay.",
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
    assert line is None or line.agency == "TTXVN"


def test_a_name_that_only_its_shape_proves_is_doubtful():
    assert read("(Sông Lam) - Lễ thông xe").is_doubtful
    assert read("Xahoi - Lễ thông xe").is_doubtful
    assert not read("(Dân trí) - Lễ thông xe").is_doubtful


def test_a_reporter_in_mid_sentence_is_mentioned():
    line = mention("Ngày 21/11, phóng viên TTXVN tại Washington cho biết cầu đã xong.")

    assert (line.agency, line.place, line.day) == ("TTXVN", "Washington", 21)
    assert line.is_inline


def test_a_line_may_be_a_dateline_and_nothing_else():
    assert is_whole("TTXVN - Ngày 2/9, tại Nghệ An,")
    assert not is_whole("TTXVN - Ngày 2/9, tại Nghệ An, lễ thông xe diễn ra.")


def test_a_space_that_does_not_break_is_a_space():
    line = read("TTXVN\xa0- Ngày\xa02/9, tại\xa0Nghệ An, lễ thông xe diễn ra.")

    assert line.text == "TTXVN\xa0- Ngày\xa02/9, tại\xa0Nghệ An,"
    assert (line.place, line.day) == ("Nghệ An", 2)
