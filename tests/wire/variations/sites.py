"""Whole forms: as papers print a story on their pages, and as data sets hold it."""

from collections.abc import Callable

from tests.wire.variations.pages import RELATED, Page, Photo, Story, day, without_stop

CAPTIONS = (
    ("Quang cảnh buổi lễ sáng nay tại trung tâm thành phố", "Minh Hạ"),
    ("Các đại biểu thực hiện nghi thức khai mạc", "Thế Nam"),
    ("Đông đảo người dân đến xem từ sớm", "Hữu Lộc"),
)


def photos(
    form: str, agency: str = "", *, stop: str = ".", count: int = 2
) -> list[Photo]:
    return [
        Photo(text + stop, form.format(name), form.format(name)[5:] and name, agency)
        for text, name in CAPTIONS[:count]
    ]


def story(page: Page, *blocks: tuple[str, str], **parts: object) -> Page:
    page.blocks = list(blocks)
    for name, value in parts.items():
        setattr(page, name, value)
    return page


def plain(s: Story) -> Page:
    return Page([], s.title, s.lead, list(s.body))


def between(s: Story, *pictures: str) -> list[tuple[str, str]]:
    """The paragraphs, a picture behind each of the first."""
    blocks: list[tuple[str, str]] = []
    for number, text in enumerate(s.body):
        blocks.append(("p", text))
        blocks += [("photo", picture) for picture in pictures[number : number + 1]]
    return blocks


def tin_tuc(s: Story) -> Page:
    taken = photos("Ảnh: {}/TTXVN", "TTXVN")
    return story(
        plain(s),
        ("stamp", "18:05 30/12/2023"),
        ("title", s.title),
        ("lead", s.lead),
        ("place", "Chú thích ảnh"),
        ("photo", taken[0].line),
        *between(s, f"Chú thích ảnh\n{taken[1].line}"),
        ("sign", "Thu Cúc (TTXVN)"),
        ("foot", "Chia sẻ:\nTừ khóa: hội nghị, thời sự\nTin liên quan"),
        *(("links", title) for title in RELATED),
        ("foot", "Bình luận\nGửi bình luận"),
        photos=taken,
        sign_off=("Thu Cúc (TTXVN)", ("Thu Cúc",)),
        links=RELATED,
    )


def vietnam_plus(s: Story) -> Page:
    taken = photos("(Ảnh: {}/TTXVN)", "TTXVN", count=1)
    last = without_stop(s.body[-1])
    return story(
        plain(s),
        ("title", s.title),
        ("lead", s.lead),
        ("photo", f"{s.title} ảnh 1{taken[0].line}"),
        *(("p", text) for text in s.body[:-1]),
        ("p", f"{last}./."),
        ("sign", "(TTXVN/Vietnam+)"),
        ("foot", "#hội nghị #thời sự\nTheo dõi VietnamPlus\nTin cùng chuyên mục"),
        *(("links", f"{title}\n{title}") for title in RELATED),
        photos=taken,
        end_mark="./.",
        sign_off=("(TTXVN/Vietnam+)", ()),
        links=RELATED,
        body=[*s.body[:-1], last],
    )


def tuoi_tre(s: Story) -> Page:
    taken = photos("Ảnh: {}", stop="")
    return story(
        plain(s),
        ("title", s.title),
        ("stamp", "30/12/2023 18:05 GMT+7"),
        ("lead", f"TTO - {s.lead}"),
        ("photo", f"{taken[0].caption} - {taken[0].credit}"),
        *between(s, f"{taken[1].caption} - {taken[1].credit}"),
        ("links", f">> {RELATED[0]}"),
        ("sign", "THU CÚC"),
        ("foot", "Trở thành người đầu tiên tặng sao cho bài viết\n0\n0\nBình luận (0)"),
        photos=taken,
        dateline=("TTO", "", day(s.lead)),
        sign_off=("THU CÚC", ("THU CÚC",)),
        links=RELATED[:1],
    )


def dan_tri(s: Story) -> Page:
    taken = photos("(Ảnh: {}).", stop="")
    return story(
        plain(s),
        ("title", s.title),
        ("sign", "Thu Cúc"),
        ("stamp", "Thứ bảy, 30/12/2023 - 18:05"),
        ("lead", f"(Dân trí) - {s.lead}"),
        *between(s, *(photo.line for photo in taken)),
        ("links", "\n".join(("Đang được quan tâm", *RELATED))),
        photos=taken,
        dateline=("Dân trí", "", day(s.lead)),
        sign_off=("Thu Cúc", ("Thu Cúc",)),
        links=RELATED,
    )


def vn_express(s: Story) -> Page:
    taken = photos("Ảnh: {}", count=3)
    return story(
        plain(s),
        ("section", "Thời sự"),
        ("stamp", "Thứ bảy, 30/12/2023, 18:05 (GMT+7)"),
        ("title", s.title),
        ("lead", s.lead),
        *between(s, taken[0].line, f"{taken[1].line}\n{taken[2].line}"),
        ("sign", "Thu Cúc"),
        ("links", "\n".join(f"* {title}" for title in RELATED)),
        section="Thời sự",
        photos=taken,
        sign_off=("Thu Cúc", ("Thu Cúc",)),
        links=RELATED,
    )


def thanh_nien(s: Story) -> Page:
    taken = [
        photo._replace(photographer=photo.photographer.upper())
        for photo in photos("ẢNH: {}", stop="")
    ]
    taken = [p._replace(credit=f"ẢNH: {p.photographer}") for p in taken]
    return story(
        plain(s),
        ("title", s.title),
        ("sign", "Thu Cúc"),
        ("stamp", "30/12/2023 18:05 GMT+7"),
        ("lead", s.lead),
        *between(s, *(f"{photo.caption}\n{photo.credit}" for photo in taken)),
        ("links", "\n".join(("Tin liên quan", *RELATED))),
        ("foot", "Bình luận (0)\nKhám phá thêm chủ đề\nhội nghị\nthời sự"),
        photos=taken,
        sign_off=("Thu Cúc", ("Thu Cúc",)),
        links=RELATED,
    )


def vov(s: Story) -> Page:
    taken = photos("(Ảnh: {})", stop="")
    teasers = (
        f"{title}\n{title}\nVOV.VN - {title} theo kế hoạch mới." for title in RELATED
    )
    return story(
        plain(s),
        ("title", s.title),
        ("lead", f"VOV.VN - {s.lead}"),
        *between(s, *(photo.line for photo in taken)),
        ("sign", "Thu Cúc/VOV.VN"),
        ("foot", "Tag: hội nghị Thời sự\nViết bình luận"),
        ("links", "\n".join(teasers)),
        photos=taken,
        dateline=("VOV.VN", "", day(s.lead)),
        sign_off=("Thu Cúc/VOV.VN", ("Thu Cúc",)),
        links=None,
    )


def quan_doi(s: Story) -> Page:
    taken = photos("Ảnh: {}", count=1)
    return story(
        plain(s),
        ("title", s.title),
        ("lead", f"QĐND Online - {s.lead}"),
        *between(s, taken[0].line),
        ("sign", "Tin, ảnh: THU CÚC"),
        ("foot", "* Mời bạn đọc vào chuyên mục Chính trị xem các tin, bài liên quan."),
        photos=taken,
        dateline=("QĐND Online", "", day(s.lead)),
        sign_off=("Tin, ảnh: THU CÚC", ("THU CÚC",)),
    )


def province(s: Story) -> Page:
    taken = photos("Ảnh: {}", count=1)
    return story(
        plain(s),
        ("section", "Chính trị"),
        ("title", s.title),
        ("stamp", "Cập nhật: 18:05, 30/12/2023 (GMT+7)"),
        ("lead", s.lead),
        ("photo", f"{taken[0].line}\n{taken[0].line}"),
        *between(s),
        ("sign", "Thu Cúc"),
        ("foot", "Từ khóa:\nhội nghị\nthời sự\nÝ kiến bạn đọc\nTin mới hơn"),
        ("links", "\n".join(f"• {title} (30/12/2023)" for title in RELATED)),
        section="Chính trị",
        photos=taken,
        sign_off=("Thu Cúc", ("Thu Cúc",)),
        links=RELATED,
    )


SIGNED = {"sign_off": ("Thu Cúc (TTXVN)", ("Thu Cúc",))}


def whole_in_one_line(s: Story) -> Page:
    taken = photos("Ảnh: {}/TTXVN", "TTXVN", count=1)
    text = " ".join((s.lead, taken[0].line, *s.body))
    blocks = (("title", s.title), ("text", text), ("sign", "Thu Cúc (TTXVN)"))
    return story(plain(s), *blocks, photos=taken, **SIGNED)


def body_in_one_line(s: Story) -> Page:
    taken = photos("(Ảnh: {}/TTXVN)", "TTXVN", count=1)
    last = without_stop(s.body[-1])
    text = " ".join((taken[0].line, *s.body[:-1], f"{last}./. Thu Cúc (TTXVN)"))
    blocks = (("title", s.title), ("lead", s.lead), ("text", text))
    ends = {"end_mark": "./.", "body": [*s.body[:-1], last]}
    return story(plain(s), *blocks, photos=taken, **ends, **SIGNED)


def glued(s: Story) -> Page:
    taken = photos("(Ảnh: {}/TTXVN)", "TTXVN", count=1)
    text = "".join((s.body[0], taken[0].line, *s.body[1:], "Theo Thu CúcTTXVN"))
    blocks = (("title", s.title), ("lead", f"    {s.lead}"), ("text", text))
    signed = ("Theo Thu CúcTTXVN", ("Thu Cúc",))
    return story(plain(s), *blocks, photos=taken, gap="\n", sign_off=signed)


def export(s: Story) -> Page:
    taken = photos("Ảnh: {}/TTXVN", "TTXVN", count=1)
    text = " ".join((s.lead, taken[0].line, *s.body))
    fields = (
        f"Title: {s.title}",
        "Source: Báo Sao Mai",
        "Link: https://example.vn/a.htm",
        "Published Date: Thứ bảy, 30/12/2023",
        "Author: Thu Cúc",
        "Tags: hội nghị, thời sự",
        f"Summary: {s.lead[:60]} ...",
        f"Content: {text}",
    )
    blocks = tuple(("text", field) for field in fields)
    signed = ("Thu Cúc", ("Thu Cúc",))
    return story(plain(s), *blocks, photos=taken, gap="\n", sign_off=signed)


SITES: tuple[Callable[[Story], Page], ...] = (
    *(tin_tuc, vietnam_plus, tuoi_tre, dan_tri, vn_express, thanh_nien, vov, quan_doi),
    *(province, whole_in_one_line, body_in_one_line, glued, export),
)
