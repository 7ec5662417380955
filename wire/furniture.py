"""What web pages leave in a copied text: buttons, mastheads, times, addresses."""

import re

from wire import stamps
from wire.lines import Line
from wire.sentences import ends

# Words that stand on buttons only, and those that stand beside them there.
_BUTTON = re.compile(
    r"\b(?:chia sẻ|bình luận|facebook|zalo|twitter|tweet|like|share|print|e-?mail"
    r"|google news|copy|sao chép|cỡ chữ|từ khóa|tags?|comments?|loading|advertisement"
    r"|quảng cáo|hotline|in (?:bài|trang)|lưu (?:bài|thông)|nghe (?:audio|bài|đọc)"
    r"|giọng (?:nam|nữ|đọc)|phản hồi|ý kiến|lượt xem|báo lỗi|góp ý|đánh giá|tặng sao"
    r"|quay lại|trở lại|trang chủ|lên đầu|back to top|bài gốc|ảnh lớn|phóng to|bản in"
    r"|thích|chế độ|mặc định|xem các bài viết|chủ đề|thông tin bạn đọc|cột tin"
    r"|xếp theo)\b",
    re.IGNORECASE,
)
_BESIDE = """
    bài viết báo này lên qua cho của bạn đọc gửi và với trên về đầu để tác giả tòa soạn
    link news oa theo dõi quan tâm tin tức online nhỏ lớn hơn vừa đêm ban miền bắc trung
    lưu thông đóng góp thời gian mới cũ nhất thích xem sao in liên kết tại đây thêm khác
    tất cả nội dung trước chúng tôi trả lời thành công mạng xã hội youtube app ứng dụng
    trang trở người đầu tiên khám phá facebook google zalo
    the this to of article all first be a comment
    """
_WORDS = frozenset(_BESIDE.split())
MOST_WORDS = 12
_IS_ALONE = re.compile(
    r"international|mới nhất|thích|lưu|tắt|bật|aa|zoom|play|video|image|ảnh|hình ảnh"
    r"|end of content|không có tin nào tiếp theo|commentaires|autres|slide \d+"
    r"|your browser does not support.{0,60}|#[A-Z]{2,4}-?\d{3,9}"
    r"|\S+\.(?:jpe?g|png|gif|webp)|(?:#[^#\n]{2,40}){1,12}",
    re.IGNORECASE,
)
_IS_MASTHEAD = re.compile(
    r"đăng nhập (?:để|với|bằng)|(?:phó )?tổng biên tập\s*:"
    r"|giấy phép (?:hoạt|số|xuất|báo)|©|copyright|bản quyền thuộc|liên hệ quảng cáo"
    r"|(?:cơ quan )?chủ quản\s*:|(?:mọi|bạn đọc)\b.{0,60}(?:gửi|về)\b.{0,60}\S@\S"
    r"|(?:đường dây nóng|hotline|điện thoại|địa chỉ|tòa soạn|trụ sở(?: chính)?)\s*:"
    r"|(?:tags?|từ khóa|chủ đề)\s*:|(?:phó )?(?:trưởng|giám đốc)[\w ]{0,12}:",
    re.IGNORECASE,
)
_PROGRAM = re.compile(
    r"console\.log\(|document\.(?:add|get|write|query)|function\s*\(|\$\(|var \w+ ?="
)


def is_placeholder(line: Line) -> bool:
    """Whether a line only says where a picture's caption would stand."""
    form = (
        r"[\[(]?(?:chú thích )?(?:ảnh|hình|hình ảnh|image|photo)[\])]?:?"
        r"|.{10,300}[-–] ?(?:hình )?ảnh \d{1,3}\.?"
    )
    return re.fullmatch(form, line.text, re.I) is not None


def is_button(line: Line) -> bool:
    """Whether a line is nothing but a button's words, or signs and numbers."""
    text = line.text
    if line.words > MOST_WORDS or len(text) > 100 or text.endswith("."):
        return False
    letters = re.findall(r"[^\W\d_]+", text)
    if not letters:  # "0", "1/5"
        return re.fullmatch(r"\W*\d{0,3}\W*\d?\W*", text) is not None
    if max(map(len, letters)) < 2:  # "A- A+"
        return line.words < 4 and not re.search(r"\w\.\w", text)
    if _IS_ALONE.fullmatch(text):
        return True
    rest = re.findall(r"[^\W\d_]+", _BUTTON.sub(" ", text))
    return rest != letters and all(word.lower() in _WORDS for word in rest)


def is_furniture(line: Line, *, is_around: bool) -> bool:
    """Whether a line is a button or a picture's place; `is_around` the story, also a
    masthead or a time.
    """
    if is_button(line) or is_placeholder(line):
        return True
    is_credit = line.text.startswith("©") and line.is_caption
    if not is_around or is_credit or len(line.text) > 300:
        return False
    return _IS_MASTHEAD.match(line.text) is not None or stamps.is_stamp(line.text)


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


def has_program(text: str) -> bool:
    """Whether the code of a page stands in the text."""
    return _PROGRAM.search(text) is not None
