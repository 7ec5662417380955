"""The doubts that only the whole text shows: what may have been overlooked."""

import re
from bisect import bisect_left, bisect_right

from django.utils.translation import gettext as _

from wire import datelines, lines
from wire.lines import Line
from wire.reading import Reading

_CREDIT = re.compile(
    r"\b(?:Ảnh|Nguồn|Đồ họa|Photo|Clip|Video)\s*(?::|minh h|tư liệu|chụp|cắt từ)"
    r"|\((?:Ảnh|Nguồn|Photo)\b|©|\bNVCC\b|[/–-]\s?TTXVN\b"
)
_OPENING = re.compile(r"\([^()\n]{2,40}\)|\S+(?: \S+){0,3} ?[-–—]+ ")
_END = re.compile(r"(?:[!?.…] \.|/|\.{4,}|\(hết\)|\bhết|#+|-{2,}|\*{2,})[.\s]*$", re.I)
_WIRE = re.compile(r"TTXVN|VNA\b")
SHORT, LONG = 25, 40  # words of a caption, and of the paragraphs around it


def check(reading: Reading, given: list[Line], body: list[Line]) -> None:
    """Doubt what the text holds and the reading does not. `body`: the paragraphs."""
    kinds = {start: kind for start, _end, kind in reading.spans}
    marks = sorted(end for _start, end, kind in reading.spans if kind == "end_mark")
    for line in given:
        has_mark = bisect_left(marks, line.start) < bisect_right(marks, line.end)
        if line.start in kinds:
            _look_again(reading, line, kinds[line.start], has_mark=has_mark)
    if reading.dateline is None and body and _OPENING.match(body[0].text):
        reading.doubt(
            "dateline", _("The story may open with a dateline of its own form.")
        )
    _twice(reading, body)
    _credits(reading, body)
    _close(reading, body)


def _look_again(reading: Reading, line: Line, kind: str, *, has_mark: bool) -> None:
    """Doubt a line that has the shape of another kind, and what it was taken for."""
    reasons = {
        "section": _("A section's name stands inside the story: “%s”."),
        "sign_off": _("A line inside the story looks like a sign-off: “%s”."),
        "dateline": _("A dateline stands where none is expected: “%s”."),
        "end_mark": _("An end mark stands before the end: “%s”."),
    }
    words = line.text if len(line.text) < 40 else line.text[:40] + "…"
    for shape in sorted(_shapes(line, has_mark=has_mark) - {kind}):
        is_free = kind in ("paragraph", "subheading", "standfirst")
        is_usual = shape == "dateline" and kind in ("sign_off", "field")
        if is_usual or (shape == "sign_off" and not is_free):
            continue
        reading.doubt(shape, reasons[shape] % words)
        holder = "paragraph" if kind == "dateline" else kind
        reading.doubt(holder, _("“%s” may be something else, or hold it.") % words)


def _shapes(line: Line, *, has_mark: bool) -> set[str]:
    found = set()
    if line.is_section:
        found.add("section")
    elif line.words <= 5 and line.sign_off and line.sign_off.names:
        found.add("sign_off")
    if lines.end_mark(line.text) and not has_mark:
        found.add("end_mark")
        if Line(0, line.text.rstrip("./…")).is_section:
            found.add("section")
    dateline = datelines.read(line.text) if _WIRE.search(line.text[:60]) else None
    if dateline and not dateline.is_inline:
        found.add("dateline")
        if Line(0, line.text[len(dateline.text) :].strip()).is_section:
            found.add("section")
    return found


def _twice(reading: Reading, body: list[Line]) -> None:
    texts = [line.text for line in body]
    if len(set(texts)) < len(texts):
        reading.doubt("paragraph", _("A paragraph is written twice."))
        if not reading.has("standfirst"):
            reading.doubt("standfirst", _("The standfirst may stand in the story."))


def _credits(reading: Reading, body: list[Line]) -> None:
    if any(_CREDIT.search(line.text) for line in body):
        reading.doubt("caption", _("A photo credit stands inside a paragraph."))
    if not reading.photos and any(end.has_photos for end in reading.sign_offs):
        reading.doubt(
            "caption", _("The sign-off names a photographer, but no photo is.")
        )
    for before, line, after in zip(body, body[1:], body[2:], strict=False):
        is_long = before.words > LONG < after.words
        if is_long and line.words <= SHORT and line.is_sentence and not reading.photos:
            reading.doubt(
                "caption", _("A short paragraph may be an uncredited caption.")
            )


def _close(reading: Reading, body: list[Line]) -> None:
    """Doubts at the end: what shows that the story ends where it was cut?"""
    odd = 0
    while odd < len(body) - 1 and not body[-odd - 1].is_sentence:
        odd += 1
    if odd and not reading.has("end_mark"):
        reading.doubt("paragraph", _("The last line is no sentence."))
    if odd > 1:
        reading.doubt("related", _("The last lines may be titles of other stories."))
    if not reading.has("end_mark") and body and _END.search(body[-1].text[-40:]):
        reading.doubt("end_mark", _("Signs at the end were not read as the end mark."))
    if not (reading.sign_offs or reading.has("end_mark")):
        reading.doubt("sign_off", _("Nothing shows where the story ends: no sign-off."))
