import pytest

from wire.signoffs import read


def test_it_works():
    assert read("Thu Cúc (TTXVN)").names == ("Thu Cúc",)


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("Thu Cúc", ("Thu Cúc",), ""),
        ("Thu Cúc (TTXVN)", ("Thu Cúc",), "TTXVN"),
        ("(TTXVN/Vietnam+)", (), "TTXVN/Vietnam+"),
        ("TTXVN", (), "TTXVN"),
        ("Theo TTXVN", (), "TTXVN"),
        ("Thu Cúc - Minh Hạ", ("Thu Cúc", "Minh Hạ"), ""),
        ("Tin, ảnh: Thu Cúc (TTXVN)", ("Thu Cúc",), "TTXVN"),
        ("Bài và ảnh: Thu Cúc", ("Thu Cúc",), ""),
        ("Thu Cúc/VOV-TP.HCM", ("Thu Cúc",), "VOV-TP.HCM"),
        ("Theo Thu Cúc (TTXVN)", ("Thu Cúc",), "TTXVN"),
        ("Thu Cúc (tổng hợp)", ("Thu Cúc",), ""),
        ("Thu Cúc (theo Reuters)", ("Thu Cúc",), "theo Reuters"),
        ("T.C", ("T.C",), ""),
    ],
)
def test_every_form_is_read(line, names, agency):
    end = read(line)

    assert end.names == names
    assert end.agency in (agency, agency.removeprefix("theo "))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Theo chương trình, lễ kéo dài một giờ.",
        "Cây cầu dài 1.200 mét.",
        "Lễ thông xe đã xong",
        "Thu Cúc nói: “Cầu rất đẹp”",
    ],
)
def test_a_sentence_is_no_sign_off(line):
    assert read(line) is None
