"""How the demo's files are read: manuscripts, their marks, days and moments."""

from datetime import UTC, date, datetime

import pytest

from articles.html import sanitise
from demo.paper.bodies import body_of, scenes_in
from demo.paper.reading import Unreadable, dated, moment, read

NOW = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)  # 10:30 in Vietnam
FILE = """section: sach
headline: Một cuốn sách mỏng
by: Thục Anh; Hà Khanh | Ảnh
topic: Văn hóa đọc
topic: Di sản sống
printed: -1 21:40

Đoạn thứ nhất.

+++

Đoạn thêm sau.
"""


def test_it_works():
    story = read(FILE, name="sach")

    assert (story.section, story.headline) == ("sach", "Một cuốn sách mỏng")
    assert story.by == ("Thục Anh", "Hà Khanh | Ảnh")
    assert story.topic == ("Văn hóa đọc", "Di sản sống")
    assert (story.text, story.added) == ("Đoạn thứ nhất.", "Đoạn thêm sau.")
    assert story.is_printed


@pytest.mark.parametrize("line", ["tieu-de: Sai", "headline:", "không có dấu"])
def test_a_word_that_no_manuscript_has_is_refused(line):
    with pytest.raises(Unreadable, match="sach"):
        read(f"{line}\n\nĐoạn.", name="sach")


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("12m", datetime(2026, 11, 25, 3, 18, tzinfo=UTC)),
        ("1h40", datetime(2026, 11, 25, 1, 50, tzinfo=UTC)),
        ("2h", datetime(2026, 11, 25, 1, 30, tzinfo=UTC)),
        ("-1 21:40", datetime(2026, 11, 24, 14, 40, tzinfo=UTC)),
        ("+1 06:00", datetime(2026, 11, 25, 23, 0, tzinfo=UTC)),
    ],
)
def test_moments_are_counted_from_now(written, at):
    assert moment(written, NOW) == at


@pytest.mark.parametrize("hour", range(24))
def test_a_day_ago_is_older_than_hours_ago_at_any_hour(hour):
    now = NOW.replace(hour=hour)

    assert moment("-1 23:59", now) < moment("6h", now)


@pytest.mark.parametrize("written", ["", "hôm qua", "-1"])
def test_what_is_no_moment_is_refused(written):
    with pytest.raises(Unreadable):
        moment(written, NOW)


def test_days_are_written_as_they_are_said():
    text = dated("Ngày {0}, tối {-1} và rạng sáng {+6}", date(2026, 11, 25))

    assert text == "Ngày 25/11, tối 24/11 và rạng sáng 1/12"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Một đoạn\nhai dòng & dấu", "<p>Một đoạn hai dòng &amp; dấu</p>"),
        ("- gạch đầu dòng một mình", "<p>- gạch đầu dòng một mình</p>"),
        ("- một\n- hai", "<ul><li>một</li><li>hai</li></ul>"),
        ("1. một\n2. hai", "<ol><li>một</li><li>hai</li></ol>"),
        ("## Tít phụ", "<h2>Tít phụ</h2>"),
        ("> Lời nói", "<blockquote><p>Lời nói</p></blockquote>"),
        ("? Vì sao?", "<p><strong>Vì sao?</strong></p>"),
        (
            "!! Hộp\n- một\n- hai",
            "<aside><p><strong>Hộp</strong></p><ul><li>một</li><li>hai</li></ul></aside>",
        ),
        (
            "|= Giá\n| Hàng | Đồng |\n| Lúa | 7 |",
            '<table><caption>Giá</caption><thead><tr><th scope="col">Hàng</th>'
            '<th scope="col">Đồng</th></tr></thead><tbody><tr><td>Lúa</td><td>7</td>'
            "</tr></tbody></table>",
        ),
        (
            "[bridge] Cây cầu",
            '<figure class="photo" data-photo="7">'
            "<figcaption>Cây cầu</figcaption></figure>",
        ),
        ("[chú thích] không phải ảnh", "<p>[chú thích] không phải ảnh</p>"),
    ],
)
def test_each_mark_becomes_what_the_desk_would_keep(text, html):
    body = body_of(text, {"bridge": 7})

    assert body == html
    assert sanitise(body) == html


def test_the_pictures_in_a_text_are_found():
    assert scenes_in("Đoạn.\n\n[bridge] Cầu\n\nĐoạn.\n\n[dam] Đập") == ["bridge", "dam"]
