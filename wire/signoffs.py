"""Sign-offs: the line under a story that says who wrote it, and for whom."""

import re
from dataclasses import dataclass, replace

from photos.agencies import is_agency, is_known_agency
from wire.letters import LOWER, UPPER
from wire.running import FAMILIES


@dataclass(frozen=True)
class SignOff:
    """`names` are people as written, `agency` whose they are, `source` after "Theo".

    `is_plain`: bare names, which nothing but their shape proves. `has_photos`: they
    took the photos too ("Tin, ảnh: Thu Cúc").
    """

    names: tuple[str, ...] = ()
    agency: str = ""
    source: str = ""
    photographers: tuple[str, ...] = ()
    is_plain: bool = False
    has_photos: bool = False


LONGEST = 120
_WORK = (
    r"tin|bài|ảnh|clip|video|đồ họa|phóng sự|thực hiện|tổng hợp|biên tập|biên dịch|dịch"
    r"|ghi|nội dung|tác giả"
)
_ROLE = re.compile(
    rf"(?P<role>(?:{_WORK})(?:\s*(?:,|-|/|và|&)\s*(?:{_WORK}))*(?:\s+ảnh)?\s*:"
    r"|phóng sự ảnh của|by\b:?|written by\b:?)\s*",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\s*-?\s*(?:\((?:tổng hợp|thực hiện|ghi|t/?h|dịch|lược dịch|biên dịch|lược ghi)\)"
    rf"|(?<=\s)(?:thực hiện|tổng hợp|phát$)|(?<=[{LOWER}])Tổng hợp$)",
    re.IGNORECASE,
)
_PHOTO = re.compile(r"(?<=\S)\s*[-–—,;.]?\s+ảnh\s*:.*$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{2,60})\)\s*\.?$")
_VIA = re.compile(r"\s+theo:?\s+(?P<inside>(?:(?!theo\b)[^()]){2,60})$", re.IGNORECASE)
_VIA_FIRST = re.compile(r"\(theo:?\s+(?P<inside>[^()]{2,60})\)\s*", re.IGNORECASE)
_SOURCE = re.compile(
    rf"(?i:theo\b|nguồn tin\s*:|nguồn(?:\s*:|(?= )) ?|theo(?-i:(?=[{UPPER}]))):?\s*"
)
_PAPER = re.compile(r"(?:báo|đài|tạp chí|cổng|hãng|trang|kênh|mạng|thông tấn)\b", re.I)
_GATHERED = re.compile(r"tổng hợp(?: từ| theo)?\s+", re.IGNORECASE)
_FROM = re.compile(r"\s*\((?:từ|tại) [^()]{2,30}\)\s*", re.IGNORECASE)
_HYPHEN = re.compile(r"(?P<names>.*[^\W\d_])-(?P<house>[A-Z]{3,8})")
_WORD = rf"[{UPPER}][\w.’'-]*"
_NAME = re.compile(
    rf"(?:(?:Nhóm|CTV|PV|Pv)\s)?{_WORD}(?:\s{_WORD}){{0,4}}"
    r"|Nhóm (?:PV|phóng viên)(?: [A-Z][\w+]*)?"
)
_DOUBLED = re.compile(r"^(..+)\1$")  # "PVPV"
_JOINT = re.compile(
    rf"\s+[-–—]\s*|\s*[–—]\s+|(?<=[{LOWER}])-(?=[{UPPER}])|\s*[,;&]\s*|\s+(?:và|and)\s+"
)


def read(line: str) -> SignOff | None:
    """What a closing line says, or None when it is no sign-off."""
    line = line.strip()
    if not re.search(r"[^\W\d_]", line) or len(line) > LONGEST:
        return None
    if line.endswith((":", "?", "!", "…")):
        return None
    role = _ROLE.match(line)
    rest, done = _DONE.subn("", line[role.end() :] if role else line)
    if photo := _PHOTO.search(rest):  # "Thu Cúc - Ảnh: Minh Hạ"
        rest = rest[: photo.start()]
    end, rest = _sourced(SignOff(), rest.strip())
    if (source := _SOURCE.match(rest)) and (role is None or "nguồn" in rest.lower()):
        return _of_source(end, rest[source.end() :])
    read_names = _people(end, rest)
    if read_names is None:
        return None
    is_odd_word = rest == read_names.agency and not _is_sure_house(rest)
    is_proved = bool(role or done or read_names.agency or read_names.source)
    is_proved = is_proved and (bool(role) or not is_odd_word or "(" in line)
    has_photos = role is not None and "ảnh" in role["role"].lower()
    read_names = replace(read_names, has_photos=has_photos)
    if role and re.fullmatch(r"(?:ảnh|clip|video|\W|và)+", role["role"], re.I):
        taken = read_names.names + read_names.photographers
        return replace(read_names, names=(), photographers=taken)
    return replace(read_names, is_plain=not is_proved)


def _sourced(end: SignOff, rest: str) -> tuple[SignOff, str]:
    """The line without the brackets and the "theo ..." that name agency and source."""
    if first := _VIA_FIRST.match(rest):
        end, rest = replace(end, source=first["inside"]), rest[first.end() :]
    for _ in range(3):
        found = _BRACKET.search(rest)
        if not found or not _is_source(found["inside"]):
            break
        rest = rest[: found.start()].strip()
        end = _bracketed(end, found["inside"].strip())
    if (via := _VIA.search(rest)) and _is_source(via["inside"]):
        end, rest = replace(end, source=via["inside"].strip()), rest[: via.start()]
        rest = re.sub(rf"^theo:?\s+{re.escape(end.source)}\s+", "", rest, flags=re.I)
    return end, rest.strip()


def _bracketed(end: SignOff, inside: str) -> SignOff:
    if named := _SOURCE.match(inside):
        return replace(end, source=inside[named.end() :])
    if _ROLE.match(inside) or _FROM.fullmatch(f"({inside})"):  # "(Ảnh: nhân vật)"
        return end
    if gathered := _GATHERED.match(inside):
        return replace(end, source=inside[gathered.end() :])
    return replace(end, agency=end.agency or inside)


def _is_source(words: str) -> bool:
    words = _SOURCE.sub("", _GATHERED.sub("", words.strip()), count=1)
    if not words or len(words.split()) > 8:
        return False
    return words[0].isupper() or is_agency(words)


def _of_source(end: SignOff, rest: str) -> SignOff | None:
    """What "Theo ..." names: a source, or a person with the agency after it."""
    rest = _FROM.sub("|", rest).strip(" .|")
    if not rest:
        return replace(end, agency="", source=end.agency) if end.agency else None
    if len(rest.split()) > 8 or re.search(rf"[,;]\s+[{LOWER}]", rest):
        return None
    if rest[0].islower() and not _PAPER.match(rest) and "." not in rest:
        return None  # "Theo dõi ..."
    is_plain_house = is_agency(rest) and "/" not in rest and not _unglued(rest)[1]
    if is_known_agency(rest) or (is_plain_house and not end.agency):
        return replace(end, source=rest)
    if re.fullmatch(r"[A-ZĐ]{2,6}", rest):  # "Theo NN": a paper by its letters
        return replace(end, source=rest)
    words = rest.split(" ")
    for at in range(2, len(words) if "/" not in rest else 0):  # "Theo An Bình Dân Trí"
        if is_known_agency(" ".join(words[at:])):
            rest = " ".join(words[:at]) + "|" + " ".join(words[at:])
    read_names = _people(end, rest)
    if read_names and (read_names.names or read_names.agency):
        return replace(read_names, is_plain=not read_names.agency)
    if is_agency(rest.split()[0]) or is_agency(rest):
        return replace(end, source=rest)
    return None


def _people(end: SignOff, rest: str) -> SignOff | None:
    """`end` with the people of `rest` and the agency behind them."""
    if not rest:
        return end
    if _is_house(rest):
        return replace(end, agency=end.agency or rest)
    people, slash, house = rest.partition("/")
    if slash and _is_house(people.strip()):
        return replace(end, agency=end.agency or rest)
    if slash and (names := _names(people.strip())):
        return replace(end, names=names, agency=end.agency or house.strip())
    if (found := _HYPHEN.fullmatch(rest)) and (names := _names(found["names"])):
        return replace(end, names=names, agency=end.agency or found["house"])
    rest, house = _unglued(rest)
    names = _names(rest)
    if names is None:
        return None
    if len(names) > 1 and is_known_agency(names[-1]):
        names, house = names[:-1], house or names[-1]
    return replace(end, names=names, agency=end.agency or house)


def _is_sure_house(name: str) -> bool:
    return is_known_agency(name.split("/")[0]) or "." in name


def _is_house(name: str) -> bool:
    is_word = " " not in name and not name.isupper() and is_agency(name)
    return is_known_agency(name) or is_word


def _unglued(rest: str) -> tuple[str, str]:
    """(names, agency) of "Thu CúcTTXVN", the agency "" when none is glued on."""
    for joint in re.finditer(rf"(?<=[{LOWER}|])(?=[{UPPER}])", rest):
        if is_known_agency(rest[joint.start() :]):
            return rest[: joint.start()].rstrip("|"), rest[joint.start() :]
    return rest, ""


def _names(text: str) -> tuple[str, ...] | None:
    """People in `text`; () for no text at all, None when it is something else."""
    if not text:
        return ()
    names = tuple(_JOINT.split(text.rstrip(" .-–") if "." not in text[:4] else text))
    names = tuple(_DOUBLED.sub(r"\1", name) for name in names)
    if len(names) > 6 or not all(_NAME.fullmatch(name) for name in names):
        return None
    words = names[0].split()
    is_pair = len(names) == 1 and len(words) == 4 and "." not in text
    if is_pair and words[0].casefold() not in FAMILIES | {"pv", "ctv", "nhóm"}:
        return " ".join(words[:2]), " ".join(words[2:])
    return names
