"""Changes of the story itself: photos and credits, links in it, breaks and spaces."""

import re
import textwrap
import unicodedata
from functools import partial
from html import escape

from tests.wire.variations.heads import WORDS, each
from tests.wire.variations.pages import PHOTO, RELATED, Page, Photo, change

CREDITS = {
    photo.credit: photo
    for photo in (
        Photo(PHOTO.caption, *cells.split("|"))
        for cells in (
            "(Ảnh: Minh Hạ/TTXVN)|Minh Hạ|TTXVN",
            "Ảnh: Minh Hạ/TTXVN|Minh Hạ|TTXVN",
            "Ảnh: Minh Hạ - TTXVN|Minh Hạ|TTXVN",
            "- Ảnh: Minh Hạ|Minh Hạ|",
            "(Ảnh: Minh Hạ)|Minh Hạ|",
            "Ảnh: MINH HẠ|MINH HẠ|",
            "Ảnh: TTXVN||TTXVN",
            "Ảnh: TTXVN phát||TTXVN",
            "Nguồn: Internet||Internet",
            "(Nguồn: Reuters)||Reuters",
            "Ảnh minh họa: Minh Hạ/TTXVN|Minh Hạ|TTXVN",
            "Ảnh: AFP/TTXVN||AFP/TTXVN",
            "Ảnh: Getty Images||Getty Images",
            "(Ảnh: Getty)||Getty",
            "ẢNH: THANH NIÊN||THANH NIÊN",
            "Photo: VNA||VNA",
            "Ảnh: NVCC||",
            "Ảnh chụp màn hình||",
            "(Ảnh minh họa)||",
            "Ảnh: Nhật Bắc/VGP|Nhật Bắc|VGP",
            "- Ảnh: VGP/Nhật Bắc|Nhật Bắc|VGP",
            "(Ảnh: Quochoi.vn)||Quochoi.vn",
            "Ảnh: Báo Nghệ An||Báo Nghệ An",
            "Nguồn ảnh: Reuters||Reuters",
            "Ảnh: Minh Hạ, Thu Cúc|Minh Hạ, Thu Cúc|",
            "Ảnh: Minh Hạ.|Minh Hạ|",
            "(Ảnh TTXVN)||TTXVN",
            "Đồ họa: Minh Hạ/TTXVN|Minh Hạ|TTXVN",
            "Ảnh tư liệu: TTXVN||TTXVN",
            "Ảnh: H.N|H.N|",
            "(Ảnh: KT)|KT|",
            "Clip: Minh Hạ|Minh Hạ|",
        )
    )
}
MARKS = """
    >> {}; >>> {}; ► {}; ▶ {}; 👉 {}; » {}; Xem thêm: {}; Đọc thêm: {}; XEM THÊM: {}
    Xem thêm >> {}; >> Xem thêm: {}; Tin liên quan: {}; => {}; --> {}; Đọc tiếp: {}
    Tìm hiểu thêm: {}; * {}; • {}; → {}; ➤ {}; Mời bạn đọc xem thêm: {}
    """
LABELS = """
    TIN LIÊN QUAN; Đọc thêm; Mời độc giả xem thêm; Bài liên quan; Xem thêm
    Có thể bạn quan tâm; ĐỌC THÊM:; Liên quan:
    """


@change("another credit", *CREDITS)
def credit(
    page: Page, value: str, gap: str = " ", caption: str = PHOTO.caption
) -> None:
    caption = caption.rstrip(".") if value.startswith("-") else caption
    page.set("photo", f"{caption}{gap}{value}")
    plain = re.sub(r"^- ", "", value)
    page.photos = [CREDITS[value]._replace(caption=caption, credit=plain)]


@change("another credit, the caption without a stop", *CREDITS)
def credit_without_stop(page: Page, value: str) -> None:
    credit(page, value, caption=PHOTO.caption.rstrip("."))


@change("credit on a line of its own", *CREDITS)
def credit_alone(page: Page, value: str) -> None:
    credit(page, value, gap="\n")


@change("credit on a line of its own, the caption without a stop", *CREDITS)
def credit_alone_without_stop(page: Page, value: str) -> None:
    credit(page, value, gap="\n", caption=PHOTO.caption.rstrip("."))


@change("another credit in mid-story", *CREDITS)
def credit_below(page: Page, value: str) -> None:
    move(page, page.at("p"))
    credit(page, value)


@change("caption without a credit", "top", "middle", "end")
def caption_alone(page: Page, value: str, caption: str = PHOTO.caption) -> None:
    page.drop("photo")
    places = {"top": (0, 0), "middle": (0, 1), "end": (-1, 1)}
    nth, behind = places[value]
    page.put(page.at("p", nth) + behind, "photo", caption)
    page.photos = [Photo(caption, "", "", "")]


@change("caption without a credit or a stop", "top", "middle", "end")
def caption_alone_without_stop(page: Page, value: str) -> None:
    caption_alone(page, value, PHOTO.caption.rstrip("."))


def move(page: Page, at: int) -> None:
    """The photo behind another block."""
    block = page.blocks.pop(page.at("photo"))
    page.blocks.insert(at, block)


@change("photo elsewhere", "above the sapo", "above the headline", "middle", "last")
def photo_elsewhere(page: Page, value: str) -> None:
    places = {
        "above the sapo": page.at("lead"),
        "above the headline": page.at("title"),
        "middle": page.at("p"),
        "last": page.at("p", -1),
    }
    move(page, places[value])


@change("photo inside a paragraph")
def photo_inside(page: Page, _value: str) -> None:
    page.drop("photo")
    page.set("p", f"{page.of('p')} {PHOTO.line}")


@change(
    "placeholder of a picture",
    *each("Chú thích ảnh; [Ảnh]; Ảnh; image.jpg; Hình ảnh; Zoom; Xem ảnh lớn; 00:00"),
    *each("Video; [Image]; Play; Slide 1; 1/5"),
)
def placeholder(page: Page, value: str) -> None:
    page.put(page.at("photo"), "place", value)


@change("placeholder under a picture", *each("Chú thích ảnh; [Ảnh]; Xem ảnh lớn"))
def placeholder_below(page: Page, value: str) -> None:
    page.put(page.at("photo") + 1, "place", value)


@change("alternative text", "{1}\n{1}", "{0} ảnh 1{1}", "{0} - Ảnh 1.\n{1}", "{2}\n{1}")
def alternative(page: Page, value: str) -> None:
    page.set("photo", value.format(page.title, PHOTO.line, PHOTO.caption))


@change("a link in mid-story", *each(MARKS))
def link(page: Page, value: str) -> None:
    page.put(page.at("p") + 1, "links", value.format(RELATED[0]))
    page.links = RELATED[:1]


@change("a label and a link in mid-story", *each(LABELS))
def label(page: Page, value: str) -> None:
    page.put(page.at("p") + 1, "links", f"{value}\n{RELATED[0]}")
    page.links = RELATED[:1]


@change(
    "two links in mid-story",
    *(">> {}\n>> {}", ">> {} / {}", ">> {} >> {}", "Tin liên quan\n{}\n{}"),
    *("► {}\n► {}", "Xem thêm:\n- {}\n- {}", "Đọc thêm:\n+ {}\n+ {}"),
)
def two_links(page: Page, value: str) -> None:
    page.put(page.at("p") + 1, "links", value.format(*RELATED))
    page.links = RELATED[:2]


@change(
    "subheading",
    *each("Bốn làn xe mỗi chiều; BỐN LÀN XE MỖI CHIỀU; 1. Bốn làn xe mỗi chiều"),
    *each("Vì sao phải làm cầu?; Người dân phấn khởi; Thu Cúc; Hà Nội:; Bốn làn xe:"),
    "- Thưa ông, vì sao phải làm cầu?",
)
def subheading(page: Page, value: str) -> None:
    page.put(page.at("p") + 1, "sub", value)


@change("unknown words in mid-story", *each(WORDS))
def words(page: Page, value: str) -> None:
    page.put(page.at("p") + 1, "words", value)


SPACES = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "NBSP": lambda text: text.replace(", ", ",\xa0"),
    "NFD": partial(unicodedata.normalize, "NFD"),
    "tabs": lambda text: "\t" + text.replace("\n", "\n\t"),
    "spaces at the end": lambda text: text.replace("\n", "  \n"),
    "zero width": lambda text: text.replace(" ", " \u200b", 3),
    "no blank lines": lambda text: re.sub(r"\n+", "\n", text),
    "more blank lines": lambda text: text.replace("\n", "\n\n"),
    "two spaces": lambda text: text.replace(", ", ",  "),
}


@change("white space", *SPACES)
def space(page: Page, value: str) -> None:
    page.form = lambda page: SPACES[value](page.plain())


@change("broken to a width", "60", "80")
def wrapped(page: Page, value: str) -> None:
    page.form = lambda page: page.gap.join(
        "\n".join(textwrap.wrap(text, int(value))) for _role, text in page.blocks
    )


JOINS = {
    "the body": {"p"},
    "body and sign-off": {"p", "sign"},
    "sapo and body": {"lead", "photo", "p"},
}


@change("in one line", *JOINS, "everything")
def in_one_line(page: Page, value: str, glue: str = " ") -> None:
    def joined(page: Page) -> str:
        text, above = "", ""
        for role, block in page.blocks:
            roles = JOINS.get(value, {role, above})
            is_joined = bool(above) and {role, above} <= roles
            text += (glue if is_joined else "\n\n" if above else "") + block
            above = role
        return text

    page.form = joined


@change("glued to one line", "the body", "body and sign-off")
def glued(page: Page, value: str) -> None:
    in_one_line(page, value, glue="")


@change("caption glued to the body")
def caption_glued(page: Page, _value: str) -> None:
    page.form = lambda page: page.plain().replace(f"{PHOTO.line}\n\n", PHOTO.line)


@change("HTML", "p", "div", "sapo by class", "sapo in bold", "br", "figure")
def html(page: Page, value: str) -> None:
    page.form = partial(_as_html, form=value)


def _as_html(page: Page, *, form: str) -> str:
    tags = {"title": "<h1>{}</h1>", "photo": "<p><img src=a></p><p><em>{}</em></p>"}
    if form == "sapo by class":
        tags["lead"] = '<h2 class="sapo">{}</h2>'
    if form == "sapo in bold":
        tags["lead"] = "<p><strong>{}</strong></p>"
    if form == "figure":
        tags["photo"] = "<figure><img src=a><figcaption>{}</figcaption></figure>"
    plain = {"br": "{}<br>", "div": "<div>{}</div>"}.get(form, "<p>{}</p>")
    texts = [(role, escape(text, quote=False)) for role, text in page.blocks]
    is_plain = form in ("br", "div")
    return "\n".join(
        (plain if is_plain else tags.get(role, plain)).format(
            text.replace("\n", "<br>")
        )
        for role, text in texts
    )
