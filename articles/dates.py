"""How a moment is written for readers, in Vietnam's time.

Raises ValueError for a time without a zone: its day would depend on the machine.
"""

from datetime import datetime, timedelta
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


def moment(at: datetime) -> str:
    """For machines: ISO 8601 with Vietnam's offset, to the second."""
    return _in_vietnam(at).isoformat(timespec="seconds")


def age_line(at: datetime, language: str, *, now: datetime) -> str:
    """ "12 phút trước" within the hour, "18:05" on the same day, then "30/12/2023" """
    if is_fresh(at, now=now):
        return _minutes_ago(max((now - at) // timedelta(minutes=1), 0), language)
    then, today = _in_vietnam(at), _in_vietnam(now)
    if then.date() == today.date():
        return f"{then:%H:%M}"
    if language == "vi":
        return f"{then:%d/%m/%Y}"
    return f"{then.day} {_MONTHS[then.month - 1]} {then.year}"


def is_fresh(at: datetime, *, now: datetime) -> bool:
    return now - at < timedelta(hours=1)


def _minutes_ago(minutes: int, language: str) -> str:
    if language == "vi":
        return f"{minutes} phút trước" if minutes else "Vừa xong"
    if minutes == 0:
        return "Just now"
    return f"{minutes} minute{'' if minutes == 1 else 's'} ago"


def _clock(at: datetime) -> str:
    return f"{_in_vietnam(at):%H:%M} (GMT+7)"


def _in_vietnam(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError(f"a moment needs its time zone: {at}")
    return at.astimezone(VIETNAM)
