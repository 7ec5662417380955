import pytest

from wire.running import names_end


def read(text: str) -> tuple[str, bool]:
    end, is_sure = names_end(text, 0)
    return text[:end], is_sure


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hoàng Hải - TTXVN Lễ đón", "Hoàng Hải - TTXVN"),
        ("AFP/TTXVN Theo đó", "AFP/TTXVN"),
        ("AP - Ann Lee/TTXVN Theo đó", "AP - Ann Lee/TTXVN"),
        ("Getty Images Theo đó", "Getty Images"),
        ("Bệnh viện cung cấp Hai bờ", "Bệnh viện cung cấp"),
        ("TTXVN phátHai bờ", "TTXVN phát"),
        ("Minh Hạ. Hai bờ", "Minh Hạ."),
        (
            "Nguyễn Tuyến – Pv TTXVN tại Nhật Bản Theo đó",
            "Nguyễn Tuyến – Pv TTXVN tại Nhật Bản",
        ),
    ],
)
def test_an_agency_or_a_stop_ends_them_for_certain(text, names):
    assert read(text) == (names, True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minh Hạ Lễ thông xe diễn ra", "Minh Hạ"),
        ("Trương Hải Tùng Các cầu thủ", "Trương Hải Tùng"),
        ("Việt Khôi Hà Nội đã xong", "Việt Khôi"),
        ("VGP/Đỗ Hương Theo ông Hải", "VGP/Đỗ Hương"),
        ("MINH HẠ Lễ thông xe", "MINH HẠ"),
        ("H.N Lễ thông xe", "H.N"),
        ("Eurosports Theo báo cáo", "Eurosports"),
        ("example.vn Theo báo cáo", "example.vn"),
        ("Kiev Post “Nếu cầu xong", "Kiev Post"),
        ("Minh HạLễ thông xe", "Minh Hạ"),
        ("EurosportsTheo báo cáo", "Eurosports"),
    ],
)
def test_what_stands_around_their_end_shows_it(text, names):
    assert read(text) == (names, False)


@pytest.mark.parametrize("text", ["một cây cầu đẹp", "Minh hôm nay", ""])
def test_what_shows_no_end_is_unclear(text):
    assert read(text) == ("", False)
