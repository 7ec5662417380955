"""What web pages leave in a copied text: buttons, mastheads, dates, field names."""

import re

from wire.lines import Line
from wire.sentences import ends

_BUTTONS = r"""
    bình luận|ý kiến(?: bạn đọc)?|gửi (?:bình luận|ý kiến|phản hồi)|chia sẻ(?: bài viết)?
    |thông tin bạn đọc|đóng(?: lưu thông tin)?|lưu(?: bài viết| thông tin)?|in bài(?: viết)?
    |(?:về )?trang chủ|quay lại|trở lại.{0,20}|thích|facebook|zalo|twitter|google news|email
    |copy link|sao chép liên kết|từ khóa|tags?|chủ đề|quảng cáo|hotline|mới nhất|international
    |(?:tất cả|xem) bình luận|(?:theo dõi|quan tâm).{0,60}(?:google news|zalo|facebook)
    |(?:báo )?nghe đọc bài(?: báo)?|nghe audio|cỡ chữ|your browser does not support.{0,60}
    |comments?|share|print|e-?mail|back to top|loading\.*|advertisement|commentaires|autres
    |\#[A-Z]{2,4}-?\d{3,9}
    """
_IS_BUTTON = re.compile(
    rf"(?:{''.join(_BUTTONS.split(chr(10))).replace('    ', '')})(?:\s*\(\d+\)|\s*:)?\s*",
    re.IGNORECASE,
)
_MASTHEAD = (
    r"(?:đăng nhập (?:để|với|bằng)|(?:phó )?tổng biên tập\s*:|giấy phép (?:hoạt động|số|xuất)"
    r"|giấy phép báo chí|©|copyright|bản quyền thuộc|đường dây nóng\s*:|liên hệ quảng cáo"
    r"|(?:tòa soạn|trụ sở(?: chính)?)\s*:|hotline\s*:|tags?\s*:|từ khóa\s*:|điện thoại\s*:"
    r"|(?:cơ quan )?chủ quản\s*:)"
)
_IS_MASTHEAD = re.compile(_MASTHEAD, re.IGNORECASE)
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_TIME = r"\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?(?:AM|PM|\(?GMT ?\+7\)?))*"
_DAY = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})(?:T{_TIME})?"
STAMP = re.compile(
    rf"(?:(?:date|ngày đăng|đăng lúc|cập nhật|published|updated|thời gian)\s*:?\s+)?"
    rf"(?:{_WEEKDAY},?\s*(?:ngày )?)?(?:{_TIME}\s*[,|-]?\s*)?{_DAY}(?:\s*[,|-]?\s*{_TIME})?"
    r"(?=\s|$)",
    re.IGNORECASE,
)
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
    return re.fullmatch(r"chú thích (?:ảnh|hình)", line.text, re.I) is not None


def is_furniture(line: Line) -> bool:
    """Whether a line is a button, a masthead or a date of a page."""
    text = line.text
    if len(text) > 300:
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
    return found[0] if found and found.end() < len(text) else ""


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
