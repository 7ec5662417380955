"""Links to other stories: the labels of both lists, their titles, and ">>"."""

import re
from dataclasses import dataclass

from wire.letters import LOWER, UPPER
from wire.lines import Line

_LABELS = {
    "related": r"(?:các )?(?:tin|bài|tin bài|bài viết|sự kiện) (?:có )?liên quan"
    r"|(?:tin|bài|tin bài|tin tức)? ?cùng (?:chuyên mục|chủ đề|sự kiện)"
    r"|(?:các )?tin (?:mới )?(?:khác|mới nhất|nổi bật|nóng)"
    r"|(?:tin )?(?:đọc|xem) nhiều(?: nhất)?"
    r"|mới - nóng|đừng bỏ lỡ|có thể bạn quan tâm|tin nên đọc|video đang xem nhiều"
    r"|related (?:news|stories|articles|posts)|(?:sur le )?même sujet|à lire aussi",
    "more": r"(?:>>+\s*)?(?:xem|đọc|tìm hiểu) thêm|xem tiếp|đọc tiếp|bài đọc thêm"
    r"|mời (?:quý )?(?:bạn đọc|độc giả)[^.:\n]{0,40}|(?:read|see) (?:more|also)"
    r"|voir (?:aussi|plus)",
}
_LABEL = {
    kind: re.compile(
        rf"(?P<label>(?:{words})\s*(?:[:.…]|\.\.\.|>>+|»)?)(?=\s|$)", re.IGNORECASE
    )
    for kind, words in _LABELS.items()
}
_ARROW = re.compile(r"(?P<label>(?:>>|[»►▶])[>»►▶\s]*)(?=[^\s>»►▶])")
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
    if found := _ARROW.match(line.text):
        arrow = found["label"].rstrip()
        inner = label(Line(0, line.text[found.end() :]))
        if inner is None:
            return Label("related", arrow, line.text[found.end() :])
        return Label(inner.kind, line.text[: found.end()] + inner.text, inner.title)
    plain = line.text[:100].replace("\xa0", " ")
    for kind, form in _LABEL.items():
        if found := form.match(plain):
            words = line.text[: found.end()].strip()
            title = line.text[found.end() :].strip()
            if not title or words[-1] in ":>»":
                return Label(kind, words, title)
    return None


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


def glued_names(title: str) -> int:
    """Where a name begins that is glued to the end of a title, or 0."""
    found = _GLUED_NAMES.search(title)
    return found.start() if found else 0
