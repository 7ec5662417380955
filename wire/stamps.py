"""Times that pages set beside a headline: "Thứ Bảy, 30/12/2023, 18:05 (GMT+7)"."""

import re

_WEEKDAY = (
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_NAMED_MONTH = r"(?:tháng|thg|th\.?) ?(?:\d{1,2}|\w+(?: một| hai)?)"
_CLOCK = (
    r"\d{1,2} ?[:hg] ?\d{2}(?::\d{2})?['’]?(?: ?(?:am|pm|sa|ch)\b)?"
    r"|\d{1,2} giờ(?: \d{1,2}(?: phút)?)?(?! trước)"
)
_DATE = (
    r"\d{4}-\d\d-\d\d(?:T[\d:.+Z-]+)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
    rf"|\d{{1,2}} {_NAMED_MONTH},?(?: năm)? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}"
)
_AGO = (
    r"\d+ (?:giây|phút|giờ|ngày|tuần|tháng) trước|hôm qua|vừa xong"
    r"|\d+ (?:minute|hour|day)s? ago"
)
_ZONE = r"(?:gmt|utc) ?[+-]? ?\d{0,2}"
_WORD = (
    r"(?:cập nhật|đăng(?: tải)?|xuất bản|thời gian|ngày|lúc|hồi|vào"
    r"|(?:last )?(?:date|published|updated|posted)|on|at)\b:?"
)
_TIME = rf"(?:{_DATE}|{_AGO}|{_CLOCK})"
_GAP = r"[\s,|•·()\[\]–—-]*"
_RUN = re.compile(
    rf"{_GAP}(?:(?:{_WEEKDAY}|{_ZONE}|{_WORD}){_GAP})*{_TIME}"
    rf"(?:{_GAP}(?:{_TIME}|{_WEEKDAY}|{_ZONE}|{_WORD}))*{_GAP}",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(_DATE, re.IGNORECASE)
_OPENING = re.compile(
    rf"date:? \d{{4}}(?:-\d\d){{1,2}}(?=\s)"
    rf"|\[?(?:date:? )?(?:{_WEEKDAY}{_GAP})?(?:(?:{_CLOCK}){_GAP})?(?:{_DATE})"
    rf"(?:[\s,|-]*(?:{_CLOCK})(?:{_GAP}{_ZONE}\)?)?)?\]?(?=\s)",
    re.IGNORECASE,
)
_ONLY_A_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
LONGEST = 120


def is_stamp(text: str) -> bool:
    """Whether a line is nothing but a time."""
    return len(text) <= LONGEST and _RUN.fullmatch(text) is not None


def opening(text: str) -> str:
    """The time a page sets before a headline on its line, or ""."""
    found = _OPENING.match(text)
    return "" if not found or _ONLY_A_DAY.fullmatch(found[0]) else found[0]


def closing(text: str) -> str:
    """The time with its date that a short line ends in, or ""."""
    if len(text) > LONGEST:
        return ""
    for word in re.finditer(r"(?<![^\W_])(?=[^\W_])", text):
        last = text[word.start() :]
        if _RUN.fullmatch(last) and _FULL_DATE.search(last):
            return last
    return ""
