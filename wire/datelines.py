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

    def of(self, day: Day) -> "Dateline":
        return replace(self, day=day.day, month=day.month, year=day.year)


_NEXT = rf"(?:[“\"‘'(\[] ?)?[{UPPER}\d]"  # how the text behind a dateline begins
_DASH = rf" *[-–—]+(?=\s*(?:{_NEXT}|\Z))"
_WORD = rf"[{UPPER}][\w.’'-]*"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,4}}"
_AT = (
    r"(?:(?:thủ đô|thành phố|tỉnh|quận|huyện|thị xã|bang|vùng) )?"
    rf"(?P<place>{_PLACE})(?: \({_PLACE}\))?"
)
_WIRES = "TTXVN|VNA|AVI|TTX Việt Nam|Thông tấn xã Việt Nam"
_WIRE = rf"(?P<agency>{_WIRES})"
_INSIDE = (
    r"(?P<agency>[^\W\d_][^()\n]{0,24}?[^()\s,-])(?:[ ,-]+(?P<date>\d[^()\n]{2,18}))?"
)
# TTXVN - Ngày 30/12, tại Hà Nội,
_SEED = re.compile(
    rf"{_WIRE}{_DASH}\s*[Nn]gày (?P<date>{DAY}),?+(?: tại {_AT},|(?! tại ))"
)
_WIRE_ONLY = re.compile(rf"{_WIRE}{_DASH}")
# Hà Nội (TTXVN 30/12) -   Hanoi, Dec. 30 (VNA) –   TTXVN (Hà Nội) -
_FROM = re.compile(
    rf"(?P<place>{_PLACE})(?:(?:, ?| (?=ngày ))(?P<before>[^()\n]{{3,24}}?))?"
    rf",? *\({_INSIDE}\)"
    rf"(?:{_DASH}|\s*:)?"
)
# (TTXVN) -   (TTXVN 30/12)   (SGGP). -
_BRACKET = re.compile(rf"\({_INSIDE}\)\.?(?:{_DASH}|\s*:)?")
# Chinhphu.vn -   TTO -   QĐND Online –   Dân trí -
_BARE = re.compile(rf"(?P<agency>[^\W\d_][\w.+]*(?: [^\W\d_][\w+]*){{0,2}}){_DASH}")
# Theo phóng viên TTXVN tại Seoul,
_REPORTER = re.compile(
    r"(?P<by>(?:Theo|Tin từ) (?:nhóm )?)?(?:[Đđ]ặc phái viên|[Pp]hóng viên|PV) "
    rf"(?:của )?(?:thường trú )?(?P<agency>{_WIRES}|[A-Z][\w+]+)"
    rf"(?:(?: thường trú)? (?:tại|ở) {_AT})?(?:,| (?:cho biết|đưa tin))?"
)


def read(paragraph: str) -> Dateline | None:
    """The dateline a paragraph opens with, if it opens with one."""
    opening = paragraph[:200].replace("\xa0", " ")
    for form in (_seed, _from, _bracket, _stamp, _bare, _reporter):
        if found := form(opening):
            rest = opening[len(found.text) :]
            found = replace(found, text=paragraph[: len(found.text)])
            if found.day is not None:
                return found
            is_apart = not found.is_inline
            return found.of(days.opening(rest) if is_apart else days.first(rest))
    return None


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
    if found and (day := days.read(found["date"])) != days.NO_DAY:
        return _line(found, found["agency"], found["place"] or "").of(day)
    found = _WIRE_ONLY.match(opening)
    return _line(found, found["agency"]) if found else None


def _from(opening: str) -> Dateline | None:
    found = _FROM.match(opening)
    if not found or not _is_free(opening, found):
        return None
    agency, place, written = (
        found["agency"],
        found["place"],
        found["date"] or found["before"],
    )
    day = days.read(re.sub(r"^(?:le |ngày )", "", written or ""))
    if written and day == days.NO_DAY:
        return None
    if is_known_agency(place) and re.fullmatch(_PLACE, agency):  # TTXVN (Hà Nội) -
        agency, place = place, agency
    return _line(found, agency, place).of(day) if _is_sure(agency) else None


def _bracket(opening: str) -> Dateline | None:
    found = _BRACKET.match(opening)
    if not found or not _is_free(opening, found):
        return None
    agency, day = found["agency"], days.read(found["date"] or "")
    if place := re.search(r" ?[-–,] ", agency):  # (TTXVN - Hà Nội)
        house = agency[: place.start()]
        if is_known_agency(house):
            return _line(found, house, agency[place.end() :]).of(day)
    is_odd = bool(found["date"]) and day == days.NO_DAY
    if is_odd or not re.match(rf"\s*{_NEXT}|\Z", opening[found.end() :]):
        return None
    if not _is_sure(agency) and (len(agency.split()) > 5 or not _is_name(agency)):
        return None
    return replace(_line(found, agency).of(day), is_doubtful=not _is_sure(agency))


def _stamp(opening: str) -> Dateline | None:
    """A place before a dash, or glued to the first word: "Hà Nội- ", "Hà NộiKhoa"."""
    is_paper = is_known_agency(opening.split(" ")[0])  # "VietnamPlus - "
    for end in range(min(len(opening), LONGEST_PLACE + 4), 1, -1):
        rest = opening[end:]
        is_glued = not is_paper and (
            opening[end - 1].islower() and rest[:1].isupper() and not rest.isupper()
        )
        dash = re.match(_DASH, rest)
        if (is_glued or dash) and opening[0].isupper() and is_place(opening[:end]):
            route = re.match(rf"[\s–—-]+({_PLACE})", rest)
            is_route = route is not None and is_place(route[1])  # "Hà Nội - Huế: ..."
            text = opening[:end] + (dash[0] if dash else "")
            return None if is_route else Dateline(text, place=opening[:end].strip())
    return None


def _bare(opening: str) -> Dateline | None:
    found = _BARE.match(opening)
    if not found:
        return _unmarked(opening)
    agency = found["agency"]
    first, _, last = agency.partition(" ")
    if last and not is_known_agency(agency) and last.lower() not in ("online", "news"):
        return None
    if not (_is_sure(first) or is_known_agency(agency) or is_agency(first)):
        return None
    is_sure = _is_sure(first) or is_known_agency(agency)
    return replace(_line(found, agency), is_doubtful=not is_sure)


def _unmarked(opening: str) -> Dateline | None:
    """ "Dân trí Sáng 2/9, ...": a paper's mark without any sign behind it."""
    found = re.match(rf"(?:Dân trí|[A-ZĐ]{{3,6}})(?= {_WORD} [{LOWER}])", opening)
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
    letters = re.fullmatch(r"[A-ZĐ]{2,7}|[\w-]+\.(?:vn|com|net|VN)", name.strip())
    return is_known_agency(name) or letters is not None


def _is_name(name: str) -> bool:
    return any(letter.isupper() for letter in name)
