"""Links to other stories: the labels of both lists, their titles, and ">>"."""

import re
from dataclasses import dataclass
from itertools import pairwise

from wire import stamps
from wire.letters import LOWER, UPPER
from wire.lines import Line

_NOUN = (
    r"(?:(?:các|những|một số) )?(?:tin|bài|tin bài|bài viết|tin tức|thông tin|sự kiện"
    r"|chủ đề|video|chuyên đề)"
)
_BY = r"(?:chuyên mục|chủ đề|chủ điểm|sự kiện|loại|tác giả|thể loại)"
_SEEN = r"(?:đang )?(?:được )?(?:quan tâm|đọc|xem|bình luận|chia sẻ)"
_LABELS = {
    "related": rf"(?:{_NOUN} )?(?:có )?liên quan|(?:{_NOUN} ?)?cùng {_BY}"
    rf"|{_NOUN} (?:(?:mới|cũ|khác|nóng|hot|nổi bật|tiếp theo|trước(?: đó)?|nên đọc|hay"
    rf"|đáng chú ý)(?: hơn| nhất| khác)*)|{_NOUN} {_SEEN} nhiều(?: nhất)?"
    rf"|{_SEEN} nhiều(?: nhất)?|(?:{_NOUN} )?(?:đang )?được quan tâm"
    r"|mới - nóng|mới nhất|nổi bật"
    r"|(?:bạn )?(?:nên|đừng|không nên) (?:đọc|xem|bỏ lỡ|bỏ qua)"
    r"|(?:bạn )?có thể(?: bạn)?(?: sẽ)? (?:quan tâm|chưa biết|thích|muốn (?:đọc|xem))"
    r"|(?:gợi ý|dành) cho bạn"
    r"|related (?:news|stories|articles|posts)|(?:sur le )?même sujet|à lire aussi",
    "more": r"(?:xem|đọc|tìm hiểu|tham khảo) (?:thêm|tiếp|ngay)|bài đọc thêm"
    r"|mời [^.:\n]{0,30}\b(?:xem|đọc|đón|theo dõi|tham khảo)\b[^.:\n]{0,60}"
    r"|(?:read|see) (?:more|also)|voir (?:aussi|plus)",
}
_LABEL = {
    kind: re.compile(
        rf"(?P<label>(?:{words})\s*(?:[:.…]|\.\.\.|>>+|»)?)(?=\s|$)", re.IGNORECASE
    )
    for kind, words in _LABELS.items()
}
# Arrows, shapes, dingbats and emoji.
_SIGNS = (
    "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\U0001f000-\U0001faff\ufe0f"
)
_ARROW = re.compile(rf"(?P<label>(?:[-=]*>+|»|[{_SIGNS}])[>»{_SIGNS}\s]*)(?=[^\s>»])")
_BULLET = re.compile(rf"(?:[•·*+{_SIGNS}>»–-]+|\d{{1,2}}[.)])\s+(?=\S)")
_INSIDE = re.compile(
    rf"(?<=[.!?…”\"’)])\s*(?=[{UPPER}»])"
    rf"(?=»|(?i:{_LABELS['more']}|{_LABELS['related']})\s*(?::|>>))"
)
_GLUED_NAMES = re.compile(
    rf"(?<=[{LOWER}\d”\"’'?!])"
    rf"(?=[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]*){{1,3}}\s*$)"
)
LONGEST_TITLE = 40  # words


@dataclass(frozen=True)
class Label:
    """A label: its kind, its words, and the title behind it on the same line."""

    kind: str
    text: str
    title: str


def label(line: Line) -> Label | None:
    """The label a line opens with, if it opens a list or a link."""
    bullet = _BULLET.match(line.text)
    start = bullet.end() if bullet else 0
    plain = line.text[start : start + 100].replace("\xa0", " ")
    for kind, form in _LABEL.items():
        if found := form.match(plain):
            words = line.text[: start + found.end()].strip()
            title = line.text[start + found.end() :].strip()
            if not title or words[-1] in ":>»":
                return Label(kind, words, title)
    arrow = _ARROW.match(line.text)
    if arrow is None or (line.is_prose and arrow["label"][0] not in "->»="):
        return None
    return Label("related", arrow["label"].rstrip(), line.text[arrow.end() :])


def cuts(text: str) -> list[int]:
    """Where links begin inside a line: at ">>", or at a label behind a sentence."""
    arrows = [match.end() for match in re.finditer(r"(?<=[^>\s])\s*(?=>>)", text)]
    return arrows + [match.end() for match in _INSIDE.finditer(text)]


def title_end(title: str) -> int:
    """Where a title ends that text runs on behind; 0 when nothing shows it."""
    if len(title.split()) <= LONGEST_TITLE:
        return len(re.sub(r"(?<![.\s])\.$", "", title))
    question = re.match(r"[^.!?]{1,600}\?(?=\s)", title)
    return question.end() if question else 0


def is_pair(line: Line) -> bool:
    """Whether a line is two titles or more, divided by strokes, without a label."""
    parts = line.text.split(" / ")
    is_titles = all(
        len(part.split()) > 3 and part[0].upper() == part[0] for part in parts
    )
    return len(parts) > 1 and is_titles and not line.is_sentence and not line.is_caption


def titles(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The titles of one line: behind ">>" a stroke divides them."""
    if not text.startswith((">", "»")):
        return [(start, end)] if end > start else []
    cuts = [match.span() for match in re.finditer(r"\s/\s", text[:end])]
    edges = [start, *(edge for cut in cuts for edge in cut if cut[0] > start), end]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def bare(line: Line) -> Line:
    """A title of a list without its bullet and the time behind it."""
    found = _BULLET.match(line.text)
    title = line.piece(found.end() if found else 0, len(line.text))
    time = stamps.closing(title.text)
    if not time:
        return title
    return title.piece(0, len(title.text[: -len(time)].rstrip(" -–|,([")))


def is_bulleted(line: Line) -> bool:
    """Whether a line is a title behind a bullet: no caption and no sentence."""
    is_title = not line.is_caption and not line.is_sentence and 3 < line.words <= 30
    return is_title and _BULLET.match(line.text) is not None


def seam(text: str) -> int:
    """Where something else begins in a title that runs on, at the only capital letter
    behind a small one with three words at least on both sides, or 0.
    """
    words = list(re.finditer(r"\S+", text))
    found = [
        here.start()
        for above, here in pairwise(words[2:-2])
        if above[0].islower() and here[0][0].isupper()
    ]
    return found[0] if len(found) == 1 else 0


def glued_names(title: str) -> int:
    """Where a name begins that is glued to the end of a title, or 0."""
    found = _GLUED_NAMES.search(title)
    return found.start() if found else 0
