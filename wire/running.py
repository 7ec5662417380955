"""Where the names of a credit end that the story runs on behind.

Nothing marks the place in "Ảnh: Minh Hạ Lễ thông xe ...": what stands before it and
behind it is weighed.
"""

import re
from typing import NamedTuple

from newsroom.text.syllables import is_syllable
from photos.agencies import is_agency, is_known_agency
from wire.letters import LOWER, UPPER
from wire.places import is_place

REACH, MOST_TOKENS = 120, 9  # letters and words that a credit's names may have
ENOUGH = 4  # of the weights below
_GIVEN = re.compile(rf"[^.:;\n]{{2,60}}?\s(?:cung cấp|phát)\.?(?=\s*[{UPPER}“\"\d]|$)")
_TOKEN = re.compile(r"\S+")
_GLUED = re.compile(rf"(?<=[{LOWER}{UPPER}])(?=[{UPPER}][{LOWER}])")
_JOINTS = frozenset(("-", "–", "/", "&", "và"))
_SEGMENT = re.compile(r"[/(–]|\s-\s|-(?=[A-Z])|\s&\s|\svà\s")
_INITIALS = re.compile(r"(?:[A-ZĐ][ghr]?\.)+\w*|[A-ZĐ]{1,4}")
_STAFF = re.compile(r"(?:pv|p/v|phóng viên)\s+", re.IGNORECASE)
_AT_PLACE = re.compile(rf"\s+tại ([{UPPER}]\w*(?: [{UPPER}]\w*)?)")
_SITE = re.compile(r"@\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}\.?")
_STARTERS = """
    trong theo tại ngày các những một khi sau trước đây tuy với từ đến gần vào lúc hiện
    nếu vì bởi ngoài cũng như đó chiều tối được bị không về trên dưới giữa nhiều mỗi cả
    chỉ thay riêng ông bà
    """
STARTERS = frozenset(_STARTERS.split())  # they open a sentence and are in nobody's name
_FAMILY_NAMES = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn
    đào trịnh trương lâm mai tô hà cao lưu tạ châu quách thái tăng kiều triệu vương
    lương chu tôn phùng thân khuất văn từ la lại lục mạc nghiêm ninh ông quản tống
    thạch thi vi viên hứa hàn giang đàm cù bạch âu an
    """
FAMILIES = frozenset(_FAMILY_NAMES.split())


class Token(NamedTuple):
    """A word, and the place behind it."""

    text: str
    end: int


def names_end(text: str, at: int) -> tuple[int, bool]:
    """The place behind the names that begin at `at`, and whether it is sure: at an
    agency or a full stop. 0 when nothing shows it.
    """
    if given := _GIVEN.match(text, at, at + REACH):
        return given.end(), True
    tokens = _tokens(text, at)
    for number, token in enumerate(tokens):
        following = tokens[number + 1].text if number + 1 < len(tokens) else ""
        is_stop = token.text.endswith((".", "|")) and following[:1].isupper()
        if is_stop and not _INITIALS.fullmatch(token.text):
            return token.end, True
        agency = _SEGMENT.split(text[at : token.end].strip(" .|"))[-1].strip(" )")
        agency = _STAFF.sub("", agency)
        is_longer = is_known_agency(f"{agency} {following}")
        if is_known_agency(agency) and following not in _JOINTS and not is_longer:
            place = _AT_PLACE.match(text, token.end)
            return place.end() if place and is_place(place[1]) else token.end, True
    weights = [(_weight(text, at, tokens, n), n) for n in range(len(tokens))]
    weight, number = max(weights, default=(0, 0))
    return (tokens[number].end, False) if weight >= ENOUGH else (0, False)


def _tokens(text: str, at: int) -> list[Token]:
    """The words from a place on, those divided too that are glued together."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text, at, min(len(text), at + REACH)):
        start = found.start()
        for seam in _GLUED.finditer(text, start, found.end()):
            last, first = text[start : seam.start()], text[seam.start() : found.end()]
            if not is_known_agency(found[0]) and _are_two(last, first.strip(".,")):
                tokens.append(Token(last, seam.start()))
                start = seam.start()
        tokens.append(Token(text[start : found.end()], found.end()))
        if len(tokens) >= MOST_TOKENS:
            break
    return tokens


def _are_two(last: str, first: str) -> bool:
    """Whether a name's last word and a sentence's first are glued: "TTXVNĐoàn"."""
    name = _SEGMENT.split(last)[-1]
    return is_syllable(first) and (
        is_syllable(name) or is_agency(name) or _SITE.fullmatch(name) is not None
    )


def _weight(text: str, at: int, tokens: list[Token], number: int) -> int:
    """How likely the names end behind a word; 0 when they cannot."""
    words = [token.text for token in tokens[: number + 1]]
    behind = [token.text for token in tokens[number + 1 : number + 3]]
    are_names = all(
        word[0].isupper() or word in _JOINTS or _SITE.fullmatch(word) for word in words
    )
    is_inside = behind and (behind[0][0].islower() or behind[0] in _JOINTS)
    if not are_names or words[-1] in _JOINTS or is_inside:
        return 0
    name = _SEGMENT.split(text[at : tokens[number].end].strip(" .|"))[-1].strip()
    if name.isupper() and behind and behind[0].isupper():
        return 0
    return _as_name(name) + _as_opening(behind) if _as_name(name) else 0


def _as_name(name: str) -> int:
    """How much a credit's last name looks whole."""
    words = name.split()
    if len(words) == 1:
        if _SITE.fullmatch(name):
            return 4
        return 2 if _INITIALS.fullmatch(name) or is_agency(name) else 0
    if is_agency(name) or name.isupper():
        return 3
    if len(words) > 4 or not all(map(is_syllable, words)):
        return 0
    if words[0].casefold() in FAMILIES:
        return 2
    return 2 if len(words) == 2 else 0


def _as_opening(behind: list[str]) -> int:
    """How much the words behind look like the beginning of a sentence."""
    if not behind:
        return 3
    first, second = behind[0], behind[1] if len(behind) > 1 else ""
    if first[0] in "“\"‘'" or first[0].isdigit():
        return 2
    if first.casefold().rstrip(",") in STARTERS:
        return 3
    if is_place(f"{first} {second}".rstrip(",.")):
        return 2
    return 2 if second[:1].islower() or second[:1].isdigit() else 0
