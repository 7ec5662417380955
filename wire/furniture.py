"""What web pages leave in a copied text: buttons, mastheads, dates, field names."""

import re

from wire.lines import Line
from wire.sentences import ends

_BUTTONS = (
    r"(?:(?:tất cả|xem|gửi|\d+) )?bình luận|ý kiến(?: bạn đọc| của bạn)?"
    r"|gửi (?:ý kiến|phản hồi)"
    r"|chia sẻ(?: bài viết| facebook)?|thông tin bạn đọc"
    r"|đóng(?: lưu thông tin)?|trở lại.{0,20}"
    r"|lưu(?: bài viết| thông tin)?|in bài(?: viết)?|(?:về )?trang chủ|quay lại|thích"
    r"|facebook|zalo|twitter|google news|e-?mail|copy link|sao chép liên kết|từ khóa"
    r"|tags?|chủ đề|quảng cáo|cột tin quảng cáo|hotline|mới nhất|international|cỡ chữ"
    r"|(?:theo dõi|quan tâm).{0,60}(?:google news|zalo|facebook)|nghe audio"
    r"|(?:báo )?nghe đọc bài(?: báo)?|your browser does not support.{0,60}|comments?"
    r"|share(?: this article)?|print|back to top|loading\.*|advertisement"
    r"|commentaires|autres"
    r"|end of content|không có tin nào tiếp theo|#[A-Z]{2,4}-?\d{3,9}"
    r"|(?:#[^#\n]{2,40}){1,12}"
)
_IS_BUTTON = re.compile(rf"(?:{_BUTTONS})(?:\s*\(\d+\)|\s*:)?\s*", re.IGNORECASE)
_IS_MASTHEAD = re.compile(
    r"đăng nhập (?:để|với|bằng)|(?:phó )?tổng biên tập\s*:"
    r"|giấy phép (?:hoạt|số|xuất|báo)|©|copyright|bản quyền thuộc|liên hệ quảng cáo"
    r"|(?:cơ quan )?chủ quản\s*:"
    r"|(?:đường dây nóng|hotline|điện thoại|địa chỉ|tòa soạn|trụ sở(?: chính)?)\s*:"
    r"|(?:tags?|từ khóa|chủ đề)\s*:|(?:phó )?(?:trưởng|giám đốc)[\w ]{0,12}:",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|\w{3,6}day)"
_TIME = r"\d{1,2}[:h]\d{2}(?::\d{2})?['’]?(?: ?(?:AM|PM|\(?GMT ?\+7\)?))*"
_DAY = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})(?:T{_TIME})?"
_DAY = rf"(?:{_DAY}|[a-z]{{3,9}}\.? \d{{1,2}}, \d{{4}})"
_SINCE = r"date|ngày đăng|đăng lúc|lúc|cập nhật|thời gian|published|updated"
STAMP = re.compile(
    rf"\[?(?:(?:{_SINCE})(?: lúc)?\s*:?\s+)?(?:{_WEEKDAY},?\s*)?"
    rf"(?:{_TIME}\s*[,|-]?\s*)?(?:ngày )?{_DAY}(?:\s*[,|-]?\s*{_TIME})?\]?(?=\s|$)",
    re.IGNORECASE,
)
_IS_DAY = re.compile(r"(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", re.IGNORECASE)
_PROGRAM = re.compile(
    r"console\.log\(|document\.(?:add|get|write|query)|function\s*\(|\$\(|var \w+ ?="
)
_FIELD = re.compile(r"(?P<name>[^\W\d_][\w ]{1,24}?)\s*:(?P<value>[^\n]*)")
_FIELDS = {
    "headline": "title headline tiêu_đề tít",
    "standfirst": "lead sapo summary description tóm_tắt mô_tả",
    "section": "section category chuyên_mục mục",
    "sign_off": "author authors byline tác_giả",
    "date": "date published published_date ngày ngày_đăng thời_gian time created",
    "body": "content body nội_dung text bài_viết",
    "other": "source link url tags keywords nguồn từ_khóa image id tag site",
}
_NAMES = {
    name.replace("_", " "): kind
    for kind, all_ in _FIELDS.items()
    for name in all_.split()
}


def is_placeholder(line: Line) -> bool:
    """Whether a line only says where a picture's caption would stand."""
    return re.fullmatch(r"chú thích (?:ảnh|hình):?", line.text, re.I) is not None


def is_furniture(line: Line) -> bool:
    """Whether a line is a button, a masthead or a date of a page."""
    text = line.text
    if len(text) > 300 or (text.startswith("©") and line.is_caption):
        return False
    if _IS_BUTTON.fullmatch(text) or _IS_MASTHEAD.match(text):
        return True
    stamp = STAMP.match(text)
    return stamp is not None and stamp.end() == len(text)


def is_address(line: Line) -> bool:
    """Whether a line is an address, or names the paper it was taken from by one."""
    form = r"(?:(?:nguồn|theo|link|source)[^:\n]{0,40}:\s*)?(?:https?://|www\.)\S+"
    return len(line.text) < 600 and re.fullmatch(form, line.text, re.I) is not None


def masthead(text: str) -> int:
    """Where a page's masthead begins behind a sentence of a line, or 0."""
    for end in ends(text):
        rest = text[end : end + 80].lstrip()
        if _IS_MASTHEAD.match(rest):
            return end
    return 0


def stamp(text: str) -> str:
    """The date a page sets before a headline, or ""."""
    found = STAMP.match(text)
    if not found or found.end() == len(text) or _IS_DAY.fullmatch(found[0]):
        return ""
    return found[0]


def closing_stamp(text: str) -> str:
    """The date a line ends in, or ""."""
    for found in STAMP.finditer(text):
        if found.end() == len(text):
            return found[0]
    return ""


def has_program(text: str) -> bool:
    """Whether the code of a page stands in the text."""
    return _PROGRAM.search(text) is not None


def fields(lines: list[Line]) -> list[tuple[str, Line, Line]]:
    """(kind, name with colon, value) of the "Key: value" lines a text opens with.

    Nothing unless three stand together and one of them is a title.
    """
    found = []
    for line in lines:
        match = _FIELD.match(line.text[:40000])
        kind = _NAMES.get(match["name"].strip().lower()) if match else None
        if match is None or kind is None:
            break
        colon = match.start("value")
        found.append((kind, line.piece(0, colon), line.piece(colon, len(line.text))))
    is_export = len(found) >= 3 and "headline" in {kind for kind, *_ in found}
    return found if is_export else []
