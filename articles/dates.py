"""How a moment is written for readers, in Vietnam's time.

Raises ValueError for a time without a zone: its day would depend on the machine.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_THU = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def vietnamese_day(at: datetime) -> str:
    """ "Thứ Bảy, 30/12/2023" """
    day = _in_vietnam(at)
    name = "Chủ Nhật" if day.weekday() == 6 else f"Thứ {_THU[day.weekday()]}"
    return f"{name}, {day:%d/%m/%Y}"


def english_day(at: datetime) -> str:
    """ "Saturday, 30 December 2023" """
    day = _in_vietnam(at)
    return f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"


def vietnamese_date_line(at: datetime) -> str:
    """ "Thứ Bảy, 30/12/2023, 18:05 (GMT+7)" """
    return f"{vietnamese_day(at)}, {_clock(at)}"


def english_date_line(at: datetime) -> str:
    """ "Saturday, 30 December 2023, 18:05 (GMT+7)" """
    return f"{english_day(at)}, {_clock(at)}"


def day_line(at: datetime, language: str) -> str:
    """The day alone, in the reader's language."""
    return vietnamese_day(at) if language == "vi" else english_day(at)


def date_line(at: datetime, language: str) -> str:
    """The day, the time and the zone, in the reader's language."""
    return vietnamese_date_line(at) if language == "vi" else english_date_line(at)


def _clock(at: datetime) -> str:
    return f"{_in_vietnam(at):%H:%M} (GMT+7)"


def _in_vietnam(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError(f"a moment needs its time zone: {at}")
    return at.astimezone(VIETNAM)
