"""Captions: the lines that end in a credit, and those that stand inside a paragraph."""

import re
from dataclasses import dataclass
from itertools import islice

from photos import credits
from photos.agencies import is_known_agency
from wire import sentences
from wire.letters import UPPER

_NEXT = rf"(?=\s*(?:[“\"‘(]?[{UPPER}\d]|\Z))"
_BRACKETED = re.compile(
    rf"[(\[]\s*(?i:{credits.LABEL})(?:\s*:\s*|\s+|(?=[)\]]))"
    rf"(?:[^()\[\]\n]|\([^()\n]{{0,60}}\)){{0,120}}[)\]][.|]?{_NEXT}"
)
_OPEN = re.compile(rf"(?:^|(?<=[\s.…!?”\"–-]))(?i:{credits.LABEL})\s*:\s*(?=[{UPPER}])")
# "Ảnh minh họa." as a sentence of its own
_ALONE = re.compile(
    r"(?<=[.!?…”\"]) ?(?P<label>Ảnh (?:minh họa|minh hoạ|tư liệu)\.)"
    rf"(?=\s*[{UPPER}“\"])"
)
_ARE_NAMES = re.compile(rf"(?:\s+[{UPPER}]\S*)*")
_TOKEN = re.compile(r"\S+")
_JOINT = ("-", "–", "/", "và", "&", "phát", "cung", "cấp")
_ALT = re.compile(
    rf"[^\n]{{0,300}}?\b(?i:hình ảnh|hinh anh|ảnh|anh) \d{{1,3}} ?(?=[{UPPER}(])"
)
_STARTERS = """
    trong theo tại ngày các những một khi sau trước đây tuy với từ đến gần vào lúc hiện
    nếu vì bởi ngoài cũng như đó chiều tối được bị không về trên dưới giữa nhiều mỗi cả
    chỉ thay riêng ông bà
    """
STARTERS = frozenset(_STARTERS.split())  # they open a sentence and are in nobody's name
MOST = 200  # credits looked for inside one line
SHORT, LONG = 20, 60  # words: less than a sentence has, more than a caption


@dataclass(frozen=True)
class Inside:
    """A caption with its credit inside a line. `is_guess`: its start is a reading."""

    start: int
    end: int
    is_guess: bool


def alt(text: str) -> str:
    """The alternative text glued before a caption: "Cầu mới hinh anh 1Cầu mới." """
    found = _ALT.match(text)
    return found[0] if found else ""


def inside(text: str) -> list[Inside]:
    """The captions of a line which something follows, or which follow something."""
    found: list[Inside] = []
    at = 0
    for start, end, is_sure in _credits(text):
        if start < at:
            continue
        before = text[at:start]
        opens = _openings(before)
        is_whole = end >= len(text.rstrip()) and not at
        if is_whole and (len(opens) < 3 or len(before.split()) < LONG):
            continue  # the whole line is the caption
        begin = opens[-1]
        is_named = text[start] in "([" or ":" in text[start:end]
        if not is_named and len(before[begin:].split()) > SHORT:
            begin = len(before)  # "Ảnh minh họa." behind a sentence of the story
        is_guess = len(opens) > 1 or len(before.split()) > LONG or not is_sure
        found.append(Inside(at + begin, end, is_guess))
        at = end
    return found


def _openings(before: str) -> list[int]:
    """Where the caption that ends `before` can begin: at a sentence of its own."""
    ends = {*sentences.ends(before), *sentences.glues(before)}
    return [0, *(end for end in sorted(ends) if before[end:].strip())]


def _credits(text: str) -> list[tuple[int, int, bool]]:
    """Where credits begin and end, and whether their end is certain."""
    brackets = islice(_BRACKETED.finditer(text), MOST)
    spans = [(*match.span(), True) for match in brackets if credits.split(match[0])[1]]
    spans += [(*m.span("label"), False) for m in islice(_ALONE.finditer(text), MOST)]
    closing = len(text) - len(credits.split(text)[1])
    for match in islice(_OPEN.finditer(text), MOST):
        end, is_sure = _names_end(text, match.end())
        if match.start() == closing and _ARE_NAMES.fullmatch(text, end):
            end, is_sure = len(text), True  # "Ảnh: Getty Images"
        if end:
            spans.append((match.start(), end, is_sure))
    return sorted(spans)


def _names_end(text: str, at: int) -> tuple[int, bool]:
    """Where the names behind a label end: at an agency or a full stop, for certain;
    before a word that opens sentences, perhaps; 0 if unclear.
    """
    reach = min(len(text), at + 120)
    tokens = list(_TOKEN.finditer(text, at, reach))[:9]
    for number, token in enumerate(tokens):
        word = token[0]
        if number and word[0] in '“"':
            return tokens[number - 1].end(), False
        if not word[0].isupper() and word not in _JOINT:
            return 0, False
        if number and word.casefold().rstrip(",") in STARTERS:
            return tokens[number - 1].end(), False
        names = text[at : token.end()].rstrip(" .|,")
        is_last = number + 1 == len(tokens)
        following = "" if is_last else tokens[number + 1][0]
        if following in _JOINT:
            continue
        is_initial = re.fullmatch(r"(?:\w\.)+", word) is not None
        is_stop = word.endswith((".", "|")) and following[:1].isupper()
        agency = re.split(r"[/(–]|\s-\s|-(?=[A-Z])", names.removesuffix(" phát"))[-1]
        if (is_stop and not is_initial) or is_known_agency(agency.strip(" )")):
            return token.end(), True
    return 0, False
