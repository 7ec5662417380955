"""Days as newsrooms write them: 30/12, 30-12-2023, ngày 30 tháng 12, Dec. 30."""

import re
from datetime import date
from typing import NamedTuple


class Day(NamedTuple):
    """A day of the calendar; the year only if written."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


NO_DAY = Day()
DAY = r"\d{1,2} ?(?:[/.-]|tháng) ?\d{1,2}(?: ?(?:[/.-]|năm) ?\d{4})?(?!\d)"
_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec"
_FRENCH = "jan fév mar avr mai juin juil aoû sep oct nov déc"
_MONTHS = {
    name: number
    for names in (_ENGLISH, _FRENCH)
    for number, name in enumerate(names.split(), start=1)
}
_NUMBERS = re.compile(rf"(?:ngày )?({DAY})", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:(?P<month>[^\W\d_]{3,9})\.? (?P<day>\d{1,2})|(?P<first>\d{1,2}) "
    r"(?P<name>[^\W\d_]{3,9})\.?)(?:,? (?P<year>\d{4}))?"
)
_START = re.compile(r"(?:^|(?<=[\s,–-]))(?:ngày |le )?(?=[^\W_])")
_OPENING = re.compile(
    r"\s*(?:(?:vào |đúng |khoảng |lúc |hồi ){0,2}\d{1,2} ?(?:h|giờ|:) ?(?:\d\d?)?"
    r"(?: phút)?,? )?"
    r"(?:rạng )?(?:sáng|trưa|chiều|tối|đêm|ngày)\b(?: nay)?,? ?\(?(?:ngày )?(?=\d)",
    re.IGNORECASE,
)


def read(text: str) -> Day:
    """The day `text` begins with, else NO_DAY."""
    if found := _NUMBERS.match(text):
        return _checked(*map(int, re.findall(r"\d+", found[1])))
    if found := _NAMED.match(text):
        name = (found["month"] or found["name"]).lower()
        month = _MONTHS.get(name[:4]) or _MONTHS.get(name[:3], 0)
        return _checked(
            int(found["day"] or found["first"]), month, _year(found["year"])
        )
    return NO_DAY


def cut(text: str) -> tuple[str, Day]:
    """`text` without the day it ends in, and that day."""
    for found in _START.finditer(text):
        last = text[found.end() :]
        is_day = _NUMBERS.fullmatch(last) or _NAMED.fullmatch(last)
        if is_day and (day := read(last)) != NO_DAY:
            return text[: found.start()].rstrip(" ,-–"), day
    return text, NO_DAY


def opening(text: str) -> Day:
    """The day a sentence opens with: "Sáng 20/11, ...", "Ngày 26/1, tại ...","""
    word = _OPENING.match(text)
    return read(text[word.end() :]) if word else NO_DAY


def first(text: str) -> Day:
    """The first day after the word "ngày" anywhere in `text`."""
    found = re.search(rf"ngày {DAY}", text, re.IGNORECASE)
    return read(found[0]) if found else NO_DAY


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _checked(day: int, month: int, year: int | None = None) -> Day:
    try:
        date(year or 2024, month, day)
    except ValueError:
        return NO_DAY
    return Day(day, month, year)
