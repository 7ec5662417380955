"""Credit lines, read in the forms newsrooms write.

Knows words only. What was written is never lost: str(parse(line)) is the line.
"""

import re

from newsroom.text.clean import clean_line
from newsroom.text.fold import fold
from photos.agencies import is_agency, is_full_name, is_known_agency, is_person
from photos.house_style import Credit, Kind

__all__ = ["LABEL", "Credit", "Kind", "parse", "split"]


_QUALIFIER = (
    r"(?:\s+(?:minh\s+(?:họa|hoạ)|(?:tư|từ)\s+liệu|đồ\s+(?:họa|hoạ)|ghép|lưu\s+trữ"
    r"|(?:chụp\s+)?(?:lại\s+)?(?:qua\s+|từ\s+)?màn\s+hình|chụp\s+(?:từ\s+)?\w+"
    r"|cắt\s+(?:ra\s+)?từ\s+(?:video|clip)|internet|nhân\s+vật|tác\s+giả))"
)
LABEL = (
    r"(?:(?:(?:tin|bài|clip|video)(?:\s*[,-]\s*|\s+và\s+|\s*&\s*)){0,3}(?:hình\s+)?ảnh(?:,\s*clip)?"
    + _QUALIFIER
    + r"?|(?:thiết\s+kế\s+)?đồ\s+(?:họa|hoạ)|nguồn(?:\s+(?:ảnh|hình|clip|video))?"
    r"|(?:file\s+|illustrative\s+)?photos?|source|credit|crédit(?:\s+photo)?"
    r"|infographics?|hình|clip|video|screenshot|illustration)"
)
_END = r"[\s.|]*$"
_BRACKETED = re.compile(
    rf"[(\[]\s*(?P<label>{LABEL})(?:\s*[:.]\s*|\s+|(?=\s*[)\]]))"
    rf"(?P<value>(?:[^()\[\]]|\([^()]{{0,60}}\)){{0,120}}?)\s*[)\]]{_END}",
    re.IGNORECASE,
)
_COLON = re.compile(
    rf"(?:^|(?<=[\s.,;!?”\"…)–-]))(?P<label>{LABEL})\s*(?::|/(?-i:(?=[A-Z])))\s*"
    rf"(?P<value>[^:\n]{{1,120}}?){_END}",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:^|(?<=[.!?”\"…])\s*|\s[-–—]\s|(?<=[^\W\d_])\s(?=Ảnh\s[A-ZĐ]))"
    rf"(?P<label>(?:Ảnh|Hình\s+ảnh){_QUALIFIER}|Ảnh|NVCC|©)"
    rf"(?:\s+(?P<value>[^.:\n]{{2,60}}?))?{_END}"
)
_NAMED = re.compile(
    r"(?:^|(?<=[.!?”\"])\s+|\s[-–—]\s)(?P<label>)(?P<value>"
    rf"(?:TTXVN|VNA|VNS|AFP|AP|Reuters|EPA|Yonhap|THX)\b[^.:\n]{{0,60}}?){_END}"
)
_FORMS = (_BRACKETED, _COLON, _BARE, _NAMED)
_REACH = 300  # letters at the end of a line in which a credit may stand


def _find(line: str) -> re.Match[str] | None:
    """The credit that ends `line`. The leftmost of its form wins: "Tin, ảnh: A"."""
    for form in _FORMS:
        start = max(0, len(line) - _REACH)
        while match := form.search(line, start):
            if _is_credit(match):
                return match
            start = match.start() + 1
    return None


def _is_credit(match: re.Match[str]) -> bool:
    value, form = match["value"] or "", match.re
    if form is _BARE:
        qualified = " " in match["label"] or match["label"] in ("NVCC", "©")
        is_given = value.endswith("cung cấp") and len(value.split()) <= 9
        return qualified if not value else is_given or _names_only(value)
    if form is _NAMED:
        return len(value.split()) <= 5
    if form is _BRACKETED and ":" not in match[0]:
        return _names_only(value) if value else " " in match["label"]
    return len(value.split()) <= 14 and not re.search(r"[.!?]\s+\w+\s+\w+\s+\w", value)


def _names_only(value: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.+]*", value)
    small = {word for word in words if word[0].islower()}
    return 0 < len(words) <= 8 and small <= {"phát", "và", "cung", "cấp", "của", "từ"}


def split(line: str) -> tuple[str, str]:
    """(caption, credit line), both verbatim; the credit line is "" when none."""
    found = _find(line)
    if not found:
        return line.strip(), ""
    start = found.start() if found.re in (_BRACKETED, _COLON) else found.start("label")
    caption = re.sub(r"[-–—|]$", "", line[:start].strip()).rstrip()
    return caption, line[start:].strip()


_KINDS = (
    (Kind.ILLUSTRATION, re.compile(r"minh (?:họa|hoạ)|illustrati", re.I)),
    (Kind.ARCHIVE, re.compile(r"(?:tư|từ) liệu|lưu trữ|file photo", re.I)),
    (Kind.GRAPHIC, re.compile(r"đồ (?:họa|hoạ)|infographic", re.I)),
    (Kind.SCREENSHOT, re.compile(r"màn hình|cắt (?:ra )?từ|chụp từ|screenshot", re.I)),
    (Kind.HANDOUT, re.compile(r"\bphát\b|cung cấp|NVCC|FBNV|nhân vật", re.I)),
)
_CAPTION_KIND = re.compile(
    r"(?:ảnh(?: \w+){0,2} (?:minh họa|minh hoạ|tư liệu|màn hình)|cắt từ \w+)\W*$", re.I
)
_NO_NAMES = """tu lieu, nvcc, fbnv, nhan vat, internet cat, minh hoa, luu tru, do hoa,
    chup man hinh, man hinh, cat tu clip, cat tu video, phat, anh tu lieu,
    anh minh hoa"""
_NO_NAME = ["", *(name.strip() for name in _NO_NAMES.split(","))]
_NOISE = re.compile(
    r"^(?:của|do|từ|video của|clip của|theo|nguồn|photo|tư liệu(?: của)?|©)[\s:]+(?=\S)"
    r"|^(?:pv|phóng viên)\s+(?=\S+\s+tại)"
    r"|\s+(?:phát|cung cấp|photo|nhân vật|tại\s.+)$|^[\s(]+|[\s).|]+$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*[/–—]\s*|\s+-\s+|-(?=(?:TTXVN|VNA|VNS)\b)|\s+(?=\()|\s+Photo\s+"
)
_JOINT = re.compile(r"\s*[,;&+]\s*|\s+và\s+|\s+and\s+")


def parse(line: str, *, caption: str = "") -> Credit:
    """Read a credit line, or a caption that ends in one. Never raises.

    A `caption` apart may tell the kind: "Ảnh minh họa." above "(Nguồn: AFP)".
    """
    line = clean_line(line)
    found = _find(line)
    if not found:
        return Credit(style=_escape(line))
    value, start = found["value"] or "", found.start("value")
    people, agencies = _names(value, max(start, 0))
    tail = _CAPTION_KIND.search((caption or line[: found.start()])[-60:])
    kind = _kind(found[0] + (tail[0] if tail else ""))
    return _credit(line, people, agencies, kind)


def _kind(words: str) -> Kind:
    return next((kind for kind, form in _KINDS if form.search(words)), Kind.OWN)


Span = tuple[int, int]


def _names(value: str, offset: int) -> tuple[list[Span], list[Span]]:
    """Spans of the people and of the agencies that `value` names."""
    people, agencies = [], []
    pieces = [_trim(value, *span) for span in _pieces(value, _SEPARATOR)]
    named = [(a, b) for a, b in pieces if fold(value[a:b]) not in _NO_NAME]
    houses = [(a, b) for a, b in named if is_agency(value[a:b])]
    if any(is_known_agency(value[a:b]) for a, b in houses):  # "AP - Ann Lee"
        houses = [(a, b) for a, b in houses if not is_full_name(value[a:b])]
    if not houses and len(named) > 1 and "/" in value:  # "Ảnh: Minh Hạ/Sao Mai"
        houses = [(a, b) for a, b in named[-1:] if not is_person(value[a:b])]
    for start, end in named:
        if (start, end) in houses:
            agencies.append((start + offset, end + offset))
            continue
        names = _pieces(value, _JOINT, start, end)
        people += [(a + offset, b + offset) for a, b in names if a < b]
    return people, agencies


def _pieces(
    text: str, separator: re.Pattern[str], start: int = 0, end: int | None = None
) -> list[Span]:
    end = len(text) if end is None else end
    cuts = [match.span() for match in separator.finditer(text, start, end)]
    starts = [start, *(stop for _, stop in cuts)]
    return list(zip(starts, [*(first for first, _ in cuts), end], strict=True))


def _trim(text: str, start: int, end: int) -> Span:
    while noise := _NOISE.search(text[start:end]):
        cut = start + noise.start()
        start, end = (start, cut) if noise.start() else (start + noise.end(), end)
    return start, end


def _escape(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _credit(line: str, people: list[Span], agencies: list[Span], kind: Kind) -> Credit:
    named = {span: f"{{{i}}}" for i, span in enumerate(people)}
    if agencies:
        named[agencies[0]] = "{agency}"
    if len(agencies) > 1:
        named[agencies[-1]] = "{relay}"
    style, at = "", 0
    for (start, end), slot in sorted(named.items()):
        style += _escape(line[at:start]) + slot
        at = end
    texts = [line[start:end] for start, end in agencies]
    return Credit(
        photographers=tuple(line[start:end] for start, end in people),
        agency=texts[0] if texts else "",
        relay=texts[-1] if len(texts) > 1 else "",
        kind=kind,
        style=style + _escape(line[at:]),
    )
