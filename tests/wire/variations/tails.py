"""Changes of what stands under the story: end mark, sign-off, lists, page's foot."""

from tests.wire.variations.heads import WORDS, each, lines
from tests.wire.variations.pages import RELATED, Page, change

SIGNS = {
    raw: tuple(filter(None, names.split(", ")))
    for raw, _, names in (
        line.partition("|")
        for line in (
            "Thu Cúc|Thu Cúc",
            "THU CÚC|THU CÚC",
            "Thu Cúc (TTXVN)|Thu Cúc",
            "(TTXVN/Vietnam+)|",
            "(Theo TTXVN)|",
            "Theo TTXVN|",
            "Theo Thu Cúc/TTXVN|Thu Cúc",
            "Thu Cúc/VOV.VN|Thu Cúc",
            "Tin, ảnh: Thu Cúc|Thu Cúc",
            "Bài và ảnh: THU CÚC|THU CÚC",
            "Bài, ảnh: Thu Cúc - Minh Hạ|Thu Cúc, Minh Hạ",
            "PV|PV",
            "T.C|T.C",
            "Thu Cúc - Minh Hạ|Thu Cúc, Minh Hạ",
            "Thu Cúc và Minh Hạ|Thu Cúc, Minh Hạ",
            "Thu Cúc (t/h)|Thu Cúc",
            "Thu Cúc (Tổng hợp)|Thu Cúc",
            "Nhóm PV|Nhóm PV",
            "Nguồn: TTXVN|",
            "CTV Thu Cúc/VOV-TP HCM|CTV Thu Cúc",
            "Thu Cúc (theo Reuters)|Thu Cúc",
            "(Theo Reuters, AFP)|",
            "Theo báo Tin tức|",
            "TTXVN/Báo Tin tức|",
            "Nguyễn Thị Thu Cúc|Nguyễn Thị Thu Cúc",
            "Tác giả: Thu Cúc|Thu Cúc",
            "Thu Cúc – TTXVN|Thu Cúc",
            "TTXVN|",
            "Thu Cúc, Minh Hạ (TTXVN)|Thu Cúc, Minh Hạ",
            "Theo Dân trí|",
            "(TTXVN)|",
            "Thu Cúc-Minh Hạ/VOV.VN|Thu Cúc, Minh Hạ",
            "TTXVN phát|",
            "Lò Văn Chiến - Ảnh: Minh Hạ|Lò Văn Chiến",
        )
    )
}
LABELS = """
    Tin liên quan; TIN LIÊN QUAN; Đọc thêm; Xem thêm; Xem thêm:; Mời độc giả xem thêm
    Mời bạn đọc xem thêm:; Có thể bạn quan tâm; Tin cùng chuyên mục; Bài liên quan:
    Tin mới hơn; Tin cũ hơn; Cùng chuyên mục; Tin đọc nhiều; Các tin khác; TIN KHÁC
    TIN BÀI LIÊN QUAN; Đừng bỏ lỡ; Tin mới nhất; Tin nổi bật; Nên đọc; Bạn nên đọc
    Có thể bạn chưa biết; * Tin liên quan; Xem nhiều; Bài viết mới; Tin tiếp theo
    Những tin cũ hơn; Tin cùng loại; BẠN CÓ THỂ QUAN TÂM; Dành cho bạn; Tin bài khác
    Đang được quan tâm; Chủ đề liên quan
    """
FEET = """
    Chia sẻ, Bình luận, Gửi bình luận; Từ khóa:, thời sự, hội nghị; Chủ đề: Thời sự
    Bình luận (0); Ý kiến bạn đọc, Gửi phản hồi; #thời sự #hội nghị; Đọc bài gốc tại đây
    Trở thành người đầu tiên tặng sao cho bài viết, Tặng sao, 0, 0, 0; © Báo Sao Mai
    Link bài gốc, Copy link, https://example.vn/bai-viet-1234.html; Báo cáo nội dung
    Nguồn: https://example.vn/bai-viet-1234.html; Bản quyền thuộc Báo Sao Mai
    Tổng Biên tập: Nguyễn Văn A, Giấy phép số 12/GP, Điện thoại: 024.12345678
    (0) Bình luận, Xếp theo: Thời gian; Đánh giá bài viết, 5/5 (1 đánh giá)
    thời sự, hội nghị, bão số 3; Lượt xem: 1.234; Quay lại, In trang này
    """


@change("another sign-off", *SIGNS)
def sign_off(page: Page, value: str) -> None:
    page.set("sign", value)
    page.sign_off = (value, SIGNS[value])


@change("no sign-off")
def no_sign_off(page: Page, _value: str) -> None:
    page.drop("sign")
    page.sign_off = ("", ())


@change(
    "sign-off behind the last sentence",
    *(sign for sign in SIGNS if sign[0] in "(T" and sign != "T.C"),
)
def sign_off_behind(page: Page, value: str) -> None:
    page.drop("sign")
    page.set("p", f"{page.of('p', -1)} {value}", -1)
    page.sign_off = (value, SIGNS[value])


@change(
    "sign-off under the headline",
    *("Thu Cúc", "Thu Cúc (TTXVN)", "Theo TTXVN", "THU CÚC", "Thu Cúc - Minh Hạ", "PV"),
)
def sign_off_above(page: Page, value: str) -> None:
    page.drop("sign")
    page.put(page.at("title") + 1, "sign", value)
    page.sign_off = (value, SIGNS[value])


@change(
    "sign-off and time under the headline",
    *("{} 30/12/2023 18:05", "{} - 30/12/2023 18:05", "{} | 30/12/2023 18:05"),
    *("{}, 30/12/2023", "{}\n30/12/2023 18:05", "30/12/2023 18:05\n{}"),
    *("{} -Thứ bảy, ngày 30/12/2023 18:05 GMT+7", "{} • 30/12/2023 18:05"),
)
def sign_off_with_time(page: Page, value: str) -> None:
    page.drop("stamp")
    sign_off_above(page, "Thu Cúc")
    page.set("sign", value.format("Thu Cúc"))


@change("sign-off above and below")
def sign_off_twice(page: Page, _value: str) -> None:
    page.put(page.at("title") + 1, "again", page.sign_off[0])


def ended(page: Page, mark: str) -> str:
    """The last paragraph with another end mark; the text without any."""
    bare = page.body[-1].rstrip(".")
    old = page.of("p", -1)
    page.set("p", old[: old.index(bare)] + bare + mark, -1)
    page.body[-1] = bare
    return bare


@change("another end mark", "./.", ".../.", "/.", " ./.", "…/.", "./. ")
def end_mark(page: Page, value: str) -> None:
    ended(page, value)
    page.end_mark = value.strip()


@change(
    "what may be an end mark", "(Hết)", " (hết)", "-TTXVN-", ". ■", " #", "//.", "./"
)
def odd_end_mark(page: Page, value: str) -> None:
    ended(page, value)
    page.end_mark = None


@change("no end mark, no sign-off")
def no_end(page: Page, value: str) -> None:
    no_sign_off(page, value)
    ended(page, ".")
    page.body[-1] += "."
    page.end_mark = ""


@change("list of links at the end", *each(LABELS))
def links(page: Page, value: str) -> None:
    page.put(len(page.blocks), "links", "\n".join((value, *RELATED)))
    page.links = RELATED


@change("empty list at the end", *each(LABELS))
def empty(page: Page, value: str) -> None:
    page.put(len(page.blocks), "links", value)


@change(
    "bullets in the list",
    *(
        "• {}",
        "- {}",
        "+ {}",
        "► {}",
        ">> {}",
        ">>> {}",
        "👉 {}",
        "🔴 {}",
        "» {}",
        "* {}",
    ),
    *("→ {}", "■ {}", "-> {}", "{} (30/12/2023)", "{}\n30/12/2023 18:05", "{}\n{}"),
    *("{} - 30/12/2023", "{}\n3 giờ trước"),
)
def bullets(page: Page, value: str) -> None:
    titles = [value.format(title, title) for title in RELATED]
    page.put(len(page.blocks), "links", "\n".join(("Tin liên quan", *titles)))
    page.links = RELATED


@change("foot of the page", *each(FEET))
def foot(page: Page, value: str) -> None:
    page.put(len(page.blocks), "foot", lines(value))


@change("unknown words at the end", *each(WORDS))
def words(page: Page, value: str) -> None:
    page.put(len(page.blocks), "words", value)


@change("unknown words under the story", *each(WORDS))
def words_under(page: Page, value: str) -> None:
    page.put(page.at("p", -1) + 1, "words", value)
