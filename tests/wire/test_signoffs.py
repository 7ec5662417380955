import pytest

from wire.signoffs import read


def test_it_works():
    end = read("Thu Cúc (TTXVN)")

    assert (end.names, end.agency, end.is_plain) == (("Thu Cúc",), "TTXVN", False)


@pytest.mark.parametrize(
    ("line", "names", "agency", "source"),
    [
        ("Thu Cúc", ("Thu Cúc",), "", ""),
        ("T.C", ("T.C",), "", ""),
        ("Nhóm PV", ("Nhóm PV",), "", ""),
        ("(TTXVN/Vietnam+)", (), "TTXVN/Vietnam+", ""),
        ("TTXVN", (), "TTXVN", ""),
        ("TTXVN/Báo Tin tức", (), "TTXVN/Báo Tin tức", ""),
        ("Example.vn", (), "Example.vn", ""),
        ("Theo TTXVN", (), "", "TTXVN"),
        ("TheoVietnamPlus", (), "", "VietnamPlus"),
        ("Theo (Vietnam+)", (), "", "Vietnam+"),
        ("(Nguồn: TTXVN)", (), "", "TTXVN"),
        ("Theo báo Nhân Dân", (), "", "báo Nhân Dân"),
        ("Thu Cúc - Minh Hạ", ("Thu Cúc", "Minh Hạ"), "", ""),
        ("Thu Cúc – Minh Hạ", ("Thu Cúc", "Minh Hạ"), "", ""),
        ("Thu Cúc, Minh Hạ và Lan", ("Thu Cúc", "Minh Hạ", "Lan"), "", ""),
        ("Đình Hạ Trọng Cúc", ("Đình Hạ", "Trọng Cúc"), "", ""),
        ("Trần Thị Thu Cúc", ("Trần Thị Thu Cúc",), "", ""),
        ("Tin, ảnh: Thu Cúc (TTXVN)", ("Thu Cúc",), "TTXVN", ""),
        ("Bài và ảnh: THU CÚC", ("THU CÚC",), "", ""),
        ("Bài: Thu Cúc - Ảnh: Minh Hạ", ("Thu Cúc",), "", ""),
        ("Biên dịch: Thu Cúc", ("Thu Cúc",), "", ""),
        ("By Thu Cuc", ("Thu Cuc",), "", ""),
        ("Thu Cúc/VOV-TP.HCM", ("Thu Cúc",), "VOV-TP.HCM", ""),
        ("Thu Cúc/Berlin (Vietnam+)", ("Thu Cúc",), "Vietnam+", ""),
        ("Theo Thu Cúc (TTXVN)", ("Thu Cúc",), "TTXVN", ""),
        ("Theo Thu CúcTTXVN", ("Thu Cúc",), "TTXVN", ""),
        ("Theo Thu Cúc Dân Trí", ("Thu Cúc",), "Dân Trí", ""),
        ("Thu Cúc (tổng hợp)", ("Thu Cúc",), "", ""),
        ("Thu CúcTổng hợp", ("Thu Cúc",), "", ""),
        ("Thu Cúc (Tổng hợp) (TTXVN)", ("Thu Cúc",), "TTXVN", ""),
        ("Thu Cúc (theo Reuters)", ("Thu Cúc",), "", "Reuters"),
        ("Thu Cúc Theo Reuters, AFP", ("Thu Cúc",), "", "Reuters, AFP"),
        ("(theo Reuters) Thu Cúc", ("Thu Cúc",), "", "Reuters"),
        ("Thu Cúc (tổng hợp từ Reuters)", ("Thu Cúc",), "", "Reuters"),
        ("Thu Cúc/VOV (theo AP)", ("Thu Cúc",), "VOV", "AP"),
        ("Thu Cúc - RT", ("Thu Cúc",), "RT", ""),
    ],
)
def test_every_form_is_read(line, names, agency, source):
    end = read(line)

    assert (end.names, end.agency, end.source) == (names, agency, source)


def test_who_only_took_the_photos_is_no_author():
    end = read("Ảnh: Thu Cúc")

    assert (end.names, end.photographers) == ((), ("Thu Cúc",))


@pytest.mark.parametrize("line", ["Thu Cúc", "Thu Cúc - Minh Hạ", "Commentaires"])
def test_what_only_its_shape_proves_is_plain(line):
    assert read(line).is_plain


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Theo chương trình, lễ kéo dài một giờ.",
        "Cây cầu dài 1.200 mét.",
        "Lễ thông xe đã xong",
        "Thu Cúc nói: “Cầu rất đẹp”",
        "Nguồn nước sạch về bản",
        "Theodore kể chuyện",
    ],
)
def test_a_sentence_is_no_sign_off(line):
    assert read(line) is None
