"""Datelines: who reports, from where, of which day, at the opening of a story."""

import re
from dataclasses import dataclass, replace

from photos.agencies import is_agency, is_known_agency
from wire import days
from wire.days import DAY, Day
from wire.letters import LOWER, UPPER
from wire.places import LONGEST as LONGEST_PLACE
from wire.places import is_place


@dataclass(frozen=True)
class Dateline:
    """`text` is verbatim; the rest is what it names. The year only if written.

    `is_inline`: a part of the sentence ("Theo phóng viên TTXVN tại Seoul, ..."), which
    stays in the text. `is_doubtful`: only its shape says that it is one.
    """

    text: str
    agency: str = ""
    place: str = ""
    day: int | None = None
    month: int | None = None
    year: int | None = None
    is_inline: bool = False
    is_doubtful: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether it only names who reports: "TTO -", "(Dân trí)"."""
        return not self.place and not re.search(
            r"\d[/.-]\d|\d (?:tháng|[^\W\d_]{3})", self.text
        )

    def of(self, day: Day) -> "Dateline":
        return replace(self, day=day.day, month=day.month, year=day.year)


_NEXT = rf"(?:[“\"‘'(\[] ?)?[{UPPER}\d]"  # how the text behind a dateline begins
_DASH = rf" *[-–—|]+(?=\s*(?:{_NEXT}|\Z))"
_WORD = rf"[{UPPER}][\w.’'-]*"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,4}}"
_AT = (
    r"(?:(?:thủ đô|thành phố|tỉnh|quận|huyện|thị xã|bang|vùng) )?"
    rf"(?P<place>{_PLACE})(?: \({_PLACE}\))?"
)
_WIRES = "TTXVN|VNA|AVI|TTX Việt Nam|Thông tấn xã Việt Nam"
_SEAM = re.compile(rf"{_DASH}|(?<=[{LOWER}])(?=[{UPPER}])")
# TTXVN - Ngày 30/12, tại Hà Nội,
_SEED = re.compile(
    rf"(?P<agency>{_WIRES}){_DASH}"
    rf"\s*[Nn]gày (?P<date>{DAY}),?+(?: +tại {_AT},|(?! +tại ))"
)
# Hà Nội (TTXVN 30/12) -   Hanoi, Dec. 30 (VNA) –   TTXVN (Hà Nội) -   (SGGP). -
_BRACKET = re.compile(
    r"(?P<before>[^()\n]{0,60}?),? *\((?P<inside>[^\W\d_][^()\n]{1,45})\)\.?"
    rf"(?:{_DASH}|\s*:)?"
)
_BETWEEN = re.compile(r"\s*,\s*|\s+[-–—]\s+")
# Chinhphu.vn -   TTO -   QĐND Online –   GD&TĐ -   TTXVN/Hà Nội -
_BARE = re.compile(
    rf"(?P<agency>[^\W\d_][\w.+&]*(?: [^\W\d_][\w+]*){{0,2}})(?:/(?P<place>{_PLACE}))?"
    rf"{_DASH}"
)
_INITIALS = re.compile(r"[A-ZĐ]{2,7}|[A-ZĐ]{1,4}&[A-ZĐ]{1,4}|[\w-]+\.(?:vn|com|net|VN)")
SHORTEST = 3  # words of a story behind a paper's mark
# Theo phóng viên TTXVN tại Seoul,
_REPORTER = re.compile(
    r"(?P<by>(?:Theo|Tin từ) (?:nhóm )?)?(?:[Đđ]ặc phái viên|[Pp]hóng viên|PV) "
    rf"(?:của )?(?:thường trú )?(?P<agency>{_WIRES}|[A-Z][\w+]+)"
    rf"(?:(?: thường trú)? (?:tại|ở) {_AT})?(?:,| (?:cho biết|đưa tin))?"
)


def read(paragraph: str) -> Dateline | None:
    """The dateline a paragraph opens with, if it opens with one."""
    opening = paragraph[:200].replace("\xa0", " ")
    for form in (_seed, _bracket, _stamp, _bare, _reporter):
        if found := form(opening):
            rest = opening[len(found.text) :]
            found = replace(found, text=paragraph[: len(found.text)])
            if found.day is not None:
                return found
            is_apart = not found.is_inline
            return found.of(days.opening(rest) if is_apart else days.first(rest))
    return None


def is_wire(agency: str) -> bool:
    """Whether it is the news agency that stamps its stories in their body."""
    return re.search(rf"\b(?:{_WIRES})\b", agency) is not None


def is_whole(line: str) -> bool:
    """Whether a line is a dateline and nothing else."""
    found = read(line) if len(line) < 120 else None
    return found is not None and len(found.text) >= len(line.rstrip())


def mention(sentence: str) -> Dateline | None:
    """Who reports from where, when a first sentence says so in its middle."""
    found = _REPORTER.search(sentence[:300])
    line = _reported(found) if found else None
    return line.of(days.first(sentence[:300])) if line else None


def _line(found: re.Match[str], agency: str, place: str = "") -> Dateline:
    return Dateline(found[0].strip(), agency.strip(), place.strip(" .,"))


def _seed(opening: str) -> Dateline | None:
    found = _SEED.match(opening)
    if not found or (day := days.read(found["date"])) == days.NO_DAY:
        return None
    return _line(found, found["agency"], found["place"] or "").of(day)


def _bracket(opening: str) -> Dateline | None:
    """Agency, place and day before and in a bracket, in any order."""
    found = _BRACKET.match(opening)
    if not found or not _is_free(opening, found):
        return None
    has_dash = found[0][-1] in "-–—|:"
    if not has_dash and not re.match(rf"\s*{_NEXT}|\Z", opening[found.end() :]):
        return None
    before, day = _names_and_day(found["before"])
    inside, other_day = _names_and_day(found["inside"])
    names = before + inside
    if len(before) > 1 or not 0 < len(inside) <= len(names) < 3:
        return None
    if any(name[0].isdigit() for name in names):  # of a day that is none
        return None
    if len(names) == 2 and _is_sure(names[0]) and not _is_sure(names[1]):
        names.reverse()
    agency, place = names[-1], names[0] if len(names) == 2 else ""
    if len(names) == 2 and not (_is_sure(agency) and re.fullmatch(_PLACE, place)):
        return None
    is_sure = _is_sure(agency)
    if not is_sure and (len(agency.split()) > 4 or not (has_dash or _is_name(agency))):
        return None
    line = _line(found, agency, place).of(day if day != days.NO_DAY else other_day)
    return replace(line, is_doubtful=not is_sure)


def _names_and_day(text: str) -> tuple[list[str], Day]:
    """What stands between commas and dashes, and the day behind it."""
    names, day = days.cut(text.strip())
    return [name for name in _BETWEEN.split(names) if name], day


def _stamp(opening: str) -> Dateline | None:
    """A place before a dash, or glued to the first word: "Hà Nội- ", "Hà NộiKhoa"."""
    is_paper = is_known_agency(opening.split(" ")[0])  # "VietnamPlus - "
    seams = list(_SEAM.finditer(opening, 2, LONGEST_PLACE + 16))
    for seam in reversed(seams if opening[:1].isupper() else []):
        place, rest = opening[: seam.start()], opening[seam.end() :]
        is_glued = not seam[0] and not is_paper and not rest.isupper()
        if not (is_glued or seam[0]) or not is_place(place):
            continue
        route = re.match(rf"\s*({_PLACE})", rest)
        is_route = route is not None and is_place(route[1])  # "Hà Nội - Huế: ..."
        text = place + seam[0]
        return None if is_route else Dateline(text, place=place.strip())
    return None


def _bare(opening: str) -> Dateline | None:
    found = _BARE.match(opening)
    if not found:
        return _unmarked(opening)
    if 0 < len(opening[found.end() :].split()) < SHORTEST and " " in found["agency"]:
        return None  # "Pháp luật - Bạn đọc"
    agency = found["agency"]
    if found["place"]:
        return _line(found, agency, found["place"]) if _is_sure(agency) else None
    first, _, last = agency.partition(" ")
    if last and not is_known_agency(agency) and last.lower() not in ("online", "news"):
        return None
    if not (_is_sure(first) or is_known_agency(agency) or is_agency(first)):
        return None
    is_sure = _is_sure(first) or is_known_agency(agency)
    return replace(_line(found, agency), is_doubtful=not is_sure)


def _unmarked(opening: str) -> Dateline | None:
    """ "Dân trí Sáng 2/9, ...": a paper's mark without any sign behind it."""
    found = re.match(rf"(?:Dân trí|[A-ZĐ]{{3,6}})(?= {_WORD} )", opening)
    if not found or not is_known_agency(found[0]):
        return None
    return replace(_line(found, found[0]), is_doubtful=found[0].isupper())


def _reporter(opening: str) -> Dateline | None:
    found = _REPORTER.match(opening)
    return _reported(found) if found and found["by"] else None


def _reported(found: re.Match[str]) -> Dateline | None:
    if not _is_sure(found["agency"]):
        return None
    line = _line(found, found["agency"], found["place"] or "")
    return replace(line, is_inline=True)


def _is_free(opening: str, found: re.Match[str]) -> bool:
    """Whether no bracket or stroke goes on behind it."""
    rest = opening[found.end() :].strip()
    return not rest.startswith(("/", ")", ","))


def _is_sure(name: str) -> bool:
    """Whether each of "AFP/TTXVN" is a known agency, initials or a site."""
    return all(
        is_known_agency(part) or _INITIALS.fullmatch(part.strip())
        for part in name.split("/")
    )


def _is_name(name: str) -> bool:
    return any(letter.isupper() for letter in name)
