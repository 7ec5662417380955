"""Changes of what stands above the story: section, headline, times, buttons, sapo."""

from tests.wire.samples import DATELINE
from tests.wire.variations.pages import NOTHING, RELATED, Page, change, day

MARKS = """
    (TTXVN) -; TTXVN -; TTO -; (Dân trí) -; VOV.VN -; NDO -; SGGPO -; (SGGPO).-; SGGP -
    TPO -; TP -; (NLĐO) -; (PLO)-; (PLO) –; QĐND Online -; QĐND -; GD&TĐ -; HNM -; VOH -
    Kinhtedothi -; (Chinhphu.vn) -; (HNMO) –; (Baonghean.vn) -; ANTD.VN -; ANTĐ -; BTO -
    (VTC News) -; SKĐS -; VHO -; (TG&VN) -; (GLO)-; (QBĐT) -; BHG -; (LĐ) -; VTV.vn -
    (CLO); (TNO); (PLVN) -; (Xây dựng) -; (Thanh tra) -; (Tổ Quốc) -; LĐO -; (Công lý) -
    VietTimes –; (ĐCSVN) –; VNHN -; (VnExpress) -; (Báo Quảng Ngãi)-; ĐTCK -; (DNVN) -
    VOV4.VN -; ICTnews –; (MPI) –; Zing.vn -; (NB&CL); (VLO); BNEWS; Infonet -; BNEWS -
    (ictpress) -; (Vietnam+) -; Báo Tin tức -; (Khoahocdoisong.vn) -
    """
DATELINES = {
    "Hà Nội (TTXVN 30/12) -": ("TTXVN", "Hà Nội", "30/12"),
    "Hà Nội (TTXVN) –": ("TTXVN", "Hà Nội", ""),
    "Hà Nội, ngày 30/12 (TTXVN) -": ("TTXVN", "Hà Nội", "30/12"),
    "Hà Nội, 30/12 (TTXVN) –": ("TTXVN", "Hà Nội", "30/12"),
    "Hà Nội (TTXVN 30/12/2023)": ("TTXVN", "Hà Nội", "30/12/2023"),
    "Hà Nội, ngày 30 tháng 12 (TTXVN) -": ("TTXVN", "Hà Nội", "30/12"),
    "(TTXVN 30/12) -": ("TTXVN", "", "30/12"),
    "TTXVN (Hà Nội 30/12) -": ("TTXVN", "Hà Nội", "30/12"),
    "TTXVN (Hà Nội) -": ("TTXVN", "Hà Nội", ""),
    "TTXVN/Hà Nội -": ("TTXVN", "Hà Nội", ""),
    "Buôn Ma Thuột (TTXVN) -": ("TTXVN", "Buôn Ma Thuột", ""),
    "Xín Mần (TTXVN) -": ("TTXVN", "Xín Mần", ""),
    "Geneva (TTXVN 30-12) -": ("TTXVN", "Geneva", "30/12"),
    "Hà Nội (AFP/TTXVN) -": ("AFP/TTXVN", "Hà Nội", ""),
    "HÀ NỘI (TTXVN) -": ("TTXVN", "HÀ NỘI", ""),
    "Hà Nội -": ("", "Hà Nội", ""),
}
STAMPS = """
    Thứ Bảy, 30/12/2023, 18:05 (GMT+7); 30/12/2023 18:05; 18:05 | 30/12/2023
    18:05 30/12/2023; 30/12/2023 - 18:05; Thứ bảy, ngày 30/12/2023 - 18:05
    Cập nhật: 30/12/2023 | 18:05; 30-12-2023 - 06:05 PM; Ngày đăng: 30/12/2023
    30/12/2023 18:05 GMT+7; Cập nhật lúc 18:05, 30/12/2023; 30 tháng 12, 2023
    T7, 30/12/2023; 3 giờ trước; 30/12/2023 18:05:12; 2023-12-30T18:05:00+07:00
    December 30, 2023 - 18:05; Saturday, December 30, 2023, 18:05 GMT+7
    30.12.2023 18:05; 18h05 ngày 30/12/2023; 30 Tháng Mười Hai, 2023; 30/12/23 18:05
    Thứ Bảy, ngày 30 tháng 12 năm 2023; Hôm qua, 18:05; 18:05' - 30/12/2023
    30 thg 12 2023; Sat, 30/12/2023 - 18:05; 07:30 AM; 30/12/2023 7:05 CH
    """
SECTIONS = """
    THỜI SỰ; Thế giới; Trang chủ > Thời sự; Thời sự » Chính trị; Thời sự / Xã hội
    Nhịp sống số; Sức khỏe & Đời sống; Pháp luật - Bạn đọc; Tin nóng; Văn nghệ
    Thể thao trong nước; Biển đảo Việt Nam; Chuyển đổi số; Giới trẻ; An sinh xã hội
    Hà Nội; Chính trị | Xã hội; Cải cách hành chính; Tài chính - Ngân hàng; Dân sinh
    """
BARS = """
    Chia sẻ; Facebook, Twitter, Zalo, Copy link; In bài viết, Gửi email, Cỡ chữ; A- A+
    A, A, A; 0; Nghe bài viết, 1x; Theo dõi Báo Sao Mai trên Google News; Thích 0
    Lưu bài viết, Chia sẻ facebook; Nghe đọc bài, 3:45; Like, Share, Tweet
    Giọng nữ miền Bắc; Bình luận, 0; Chế độ ban đêm; Sao chép liên kết; Đọc bài gốc
    """
WORDS = """
    Bản tin 60s; Nhịp đập; Chờ chút; Dòng sự kiện; Hà Nội; Chuyên đề đặc biệt; Vừa xem
    Góc ảnh; Cổng thông tin; HD; Từ điển; Số 4512; Miễn phí; Bản đồ; Độc quyền; MAI AN
    """


def each(text: str) -> tuple[str, ...]:
    """The values of a list: divided by ";" and by lines; "," divides lines of one."""
    lines = [part.strip() for line in text.split("\n") for part in line.split(";")]
    return tuple(filter(None, lines))


def lines(value: str) -> str:
    return "\n".join(value.split(", "))


def strip_dateline(page: Page) -> None:
    page.set("p", page.of("p").removeprefix(f"{DATELINE} "))
    page.dateline = NOTHING


@change("paper's mark opens the sapo", *each(MARKS))
def mark(page: Page, value: str) -> None:
    strip_dateline(page)
    page.set("lead", f"{value} {page.lead}")
    page.dateline = (value.strip(" -–.").strip("()."), "", day(page.lead))


@change("paper's mark opens a quoted sapo", *each(MARKS)[:8])
def mark_quote(page: Page, value: str) -> None:
    page.lead = f"“{page.lead.rstrip('.')}”, đại diện ban tổ chức cho biết."
    mark(page, value)


@change("dateline of an agency", *DATELINES)
def dateline(page: Page, value: str) -> None:
    strip_dateline(page)
    page.set("p", f"{value} {page.of('p')}")
    agency, place, date = DATELINES[value]
    page.dateline = (agency, place, date or day(page.body[0]))


@change("dateline of an agency opens the sapo", *DATELINES)
def dateline_lead(page: Page, value: str) -> None:
    strip_dateline(page)
    page.set("lead", f"{value} {page.lead}")
    agency, place, date = DATELINES[value]
    page.dateline = (agency, place, date or day(page.lead))


@change("no dateline")
def no_dateline(page: Page, _value: str) -> None:
    strip_dateline(page)


@change("another section", *each(SECTIONS))
def section(page: Page, value: str) -> None:
    page.drop("section")
    page.put(0, "section", value)
    page.section = value


@change("no section")
def no_section(page: Page, _value: str) -> None:
    page.drop("section")
    page.section = ""


@change("no headline")
def no_headline(page: Page, _value: str) -> None:
    page.drop("title")
    page.title = ""


@change("no sapo")
def no_lead(page: Page, _value: str) -> None:
    page.drop("lead")
    page.lead = ""


@change("no sapo, no photo")
def no_lead_no_photo(page: Page, value: str) -> None:
    no_lead(page, value)
    page.drop("photo")
    page.photos = []


@change("no photo", "", "no dateline")
def no_photo(page: Page, value: str) -> None:
    page.drop("photo")
    page.photos = []
    if value:
        strip_dateline(page)


@change("sapo on two lines")
def lead_on_two_lines(page: Page, _value: str) -> None:
    words = page.lead.split()
    half = len(words) // 2
    page.set("lead", " ".join(words[:half]) + "\n" + " ".join(words[half:]))


@change("sapo of two paragraphs")
def lead_of_two(page: Page, _value: str) -> None:
    page.set("lead", f"{page.lead}\n{RELATED[0]}, theo kế hoạch vừa được công bố.")
    page.lead += f" {RELATED[0]}, theo kế hoạch vừa được công bố."


@change("sapo again as first paragraph")
def lead_again(page: Page, _value: str) -> None:
    opening = DATELINE + " " if page.dateline != NOTHING else ""
    page.set("p", page.of("p").removeprefix(opening))
    page.put(page.at("p"), "p", opening + page.lead)
    page.body.insert(0, page.lead)


@change("headline in capitals")
def headline_in_capitals(page: Page, _value: str) -> None:
    page.title = page.title.upper()
    page.set("title", page.title)


@change("headline on two lines")
def headline_on_two_lines(page: Page, _value: str) -> None:
    words = page.title.split()
    half = len(words) // 2
    page.set("title", " ".join(words[:half]) + "\n" + " ".join(words[half:]))


@change("headline doubled")
def headline_doubled(page: Page, _value: str) -> None:
    page.put(page.at("title"), "again", page.title)


@change("headline ends in a sign", "!", "?", "...", "”")
def headline_ends(page: Page, value: str) -> None:
    page.title = ("“" if value == "”" else "") + page.title + value
    page.set("title", page.title)


@change("kicker", *each("[Photo]; [Video]; (Video); [Ảnh]; [eMagazine]; [Trực tiếp]"))
def kicker(page: Page, value: str) -> None:
    page.set("title", f"{value} {page.title}")


@change(
    "kicker in the headline", *each("BREAKING NEWS:; Video:; TIN NÓNG:; Trực tiếp:")
)
def kicker_inside(page: Page, value: str) -> None:
    page.title = f"{value} {page.title}"
    page.set("title", page.title)


@change(
    "kicker on its own line",
    *each("Hướng tới Đại hội lần thứ XIV; Bão số 3; Kỷ niệm 80 năm Quốc khánh"),
    *each("Dự án sân bay Long Thành; SEA Games 33:; Xung đột ở Trung Đông"),
)
def kicker_above(page: Page, value: str) -> None:
    page.put(page.at("title"), "kicker", value)


@change("time under the headline", *each(STAMPS))
def stamp(page: Page, value: str) -> None:
    page.drop("stamp")
    page.put(page.at("title") + 1, "stamp", value)


@change("time above the headline", *each(STAMPS)[:12])
def stamp_above(page: Page, value: str) -> None:
    page.drop("stamp")
    page.put(page.at("title"), "stamp", value)


@change(
    "time on the headline's line",
    *("date 2023-12-30", "[30/12/2023 18:05:12]", "30/12/2023 18:05"),
)
def stamp_before(page: Page, value: str) -> None:
    page.drop("stamp")
    page.set("title", f"{value} {page.title}")


@change("buttons under the headline", *each(BARS))
def bar(page: Page, value: str) -> None:
    page.put(page.at("title") + 1, "bar", lines(value))


@change("buttons under the sapo", *each(BARS))
def bar_below(page: Page, value: str) -> None:
    page.put(page.at("lead") + 1, "bar", lines(value))


@change("unknown words under the headline", *each(WORDS))
def words(page: Page, value: str) -> None:
    page.put(page.at("title") + 1, "words", value)


@change("unknown words under the sapo", *each(WORDS))
def words_below(page: Page, value: str) -> None:
    page.put(page.at("lead") + 1, "words", value)


@change(
    "links under the sapo",
    *(">> {}\n>> {}", "{} / {}", "► {}\n► {}", "• {}\n• {}", "- {}\n- {}"),
    *("Tin liên quan\n{}\n{}", ">> {}", "> {}\n> {}"),
)
def links_under_lead(page: Page, value: str) -> None:
    page.put(page.at("lead") + 1, "links", value.format(*RELATED))
    page.links = RELATED[: value.count("{}")]
