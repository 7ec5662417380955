import pytest

from tests.wire.samples import STORY, written
from wire.lines import Line
from wire.links import label, seam
from wire.parser import parse


def test_it_works():
    found = label(Line(0, "Xem thêm: Lịch thông xe tháng 9"))

    assert (found.kind, found.text, found.title) == (
        "more",
        "Xem thêm:",
        "Lịch thông xe tháng 9",
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TIN LIÊN QUAN", "related"),
        ("Các tin khác", "related"),
        ("Có thể bạn quan tâm", "related"),
        ("Đang được quan tâm", "related"),
        ("* Tin cùng chuyên mục", "related"),
        ("Video đang xem nhiều", "related"),
        ("ĐỌC THÊM", "more"),
        ("Mời độc giả xem thêm", "more"),
        ("→ Lịch thông xe", "related"),
        ("👉 Lịch thông xe", "related"),
    ],
)
def test_labels_are_known_by_their_words(text, kind):
    assert label(Line(0, text)).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Tin vui đến với người dân hai bờ sông",
        "Đọc nhiều sách là thói quen của ông.",
        "Liên quan đến vụ việc, công an đã vào cuộc.",
        "■ Cây cầu dài 1.200 mét, có bốn làn xe mỗi chiều.",
        "- Thưa ông, vì sao phải làm cầu?",
    ],
)
def test_a_sentence_of_the_story_is_no_label(text):
    assert label(Line(0, text)) is None


def test_titles_lose_their_bullets_and_times():
    titles = "• Hai cây cầu khác sắp khởi công (2/9/2023)\n👉 Giá vé qua phà giảm"
    dispatch = parse(written(related=f"Tin liên quan\n{titles}"))

    assert dispatch.related == ("Hai cây cầu khác sắp khởi công", "Giá vé qua phà giảm")


def test_titles_without_a_label_are_links_and_doubted():
    first = (
        f"{STORY['first']}\n• Hai cây cầu khác khởi công\n• Giá vé qua phà giảm mạnh"
    )
    dispatch = parse(written(first=first))

    assert len(dispatch.related) == 2
    assert "related" in {doubt.part for doubt in dispatch.unsure}


def test_a_title_runs_on_at_the_only_capital_that_can_begin_anew():
    text = "Phà cũ và cầu mới cùng chạy Minh Hạ là người đầu tiên qua cầu"

    assert text[: seam(text)].strip() == "Phà cũ và cầu mới cùng chạy"
    assert seam("Phà cũ ở Vinh và cầu mới ở Hà Nội cùng chạy hôm nay") == 0
