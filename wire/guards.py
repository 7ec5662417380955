"""The doubts that only the whole text shows: what may have been overlooked."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from django.utils.translation import gettext as _

from photos.agencies import is_known_agency
from wire import datelines, lines, links
from wire.lines import PROSE, SCRAP, Line
from wire.reading import Reading

_CREDIT = re.compile(
    r"\b(?:Ảnh|ảnh|Nguồn|Đồ họa|Photo|Clip|Video)\s*(?::|minh h|tư liệu|chụp|cắt từ)"
    r"|\((?:Ảnh|Nguồn|Photo)\b|©|\bNVCC\b|[/–-]\s?TTXVN\b|(?:^|[.!?”\"] ?)Ảnh [A-ZĐ]"
    r"|[.!?”\"]\s(?:[–-]\s)?(?:AFP|AP|Reuters|EPA|VNA|VNS|TTXVN|Getty|THX)\s?[/–-]"
)
_END = re.compile(
    r"(?:[!?.…] \.|/[.\s]*|\.{4,}|\(hết\)\.?|\bhết\.?|[^\w\s.!?…:;,\"”’')\]%°+»])$",
    re.IGNORECASE,
)
_STAMPED = re.compile(
    r"(?<=\s)(?:TTXVN - Ngày |\S+ \((?:TTXVN|VNA)[^()\n]{0,12}\) [-–] )"
)
_WIRE = re.compile(r"TTXVN|VNA\b")
SHORT, MOST_CAPTION = 25, 40  # words of a caption without a credit, and with one


def check(reading: Reading, given: list[Line], body: list[Line]) -> None:
    """Doubt what the text holds and the reading does not. `body`: the paragraphs."""
    kinds = {start: kind for start, _end, kind in reading.spans}
    marks = sorted(end for _start, end, kind in reading.spans if kind == "end_mark")
    for line in given:
        has_mark = bisect_left(marks, line.start) < bisect_right(marks, line.end)
        if line.start in kinds:
            _look_again(reading, line, kinds[line.start], has_mark=has_mark)
    opening = len(reading.dateline.text) if reading.dateline else 1
    if any(_STAMPED.search(line.text, opening) for line in body):
        reading.doubt("dateline", _("A dateline stands inside a paragraph."))
    _twice(reading, body)
    _credits(reading, body)
    _links(reading, body)
    _under(reading, body)
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
        if shape == "sign_off" and not reading.has("standfirst"):
            reading.doubt("standfirst", reasons[shape] % words)
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
    if any(_ends_in_agency(line) for line in body[:-1]):
        reading.doubt("caption", _("The name of an agency may be a photo credit."))
    if not reading.photos and any(end.has_photos for end in reading.sign_offs):
        reading.doubt(
            "caption", _("The sign-off names a photographer, but no photo is.")
        )
    has_short = any(SCRAP < line.words <= SHORT and line.is_sentence for line in body)
    has_odd = any(line.words >= PROSE and not line.is_sentence for line in body)
    if has_odd or (has_short and not reading.photos):
        reading.doubt("caption", _("A short paragraph may be an uncredited caption."))


def _ends_in_agency(line: Line) -> bool:
    """Whether a short line ends in an agency's name, or is nothing else."""
    last = line.text.rsplit(None, 1)[-1]
    is_apart = line.words == 1 or last.isupper()
    return line.words <= MOST_CAPTION and is_apart and is_known_agency(last)


def _links(reading: Reading, body: list[Line]) -> None:
    """Titles in the story that nothing shows to be links, or a part of it."""
    odd = [not line.is_sentence and line.words > SCRAP + 1 for line in body[:-1]]
    in_a_row = any(here and below for here, below in pairwise(odd))
    if in_a_row or any(links.is_bulleted(line) for line in body):
        reading.doubt("related", _("Lines in the story may be links to others."))
    if odd[:1] == [True] or (body and body[0].words <= SCRAP):
        reading.doubt("paragraph", _("The story does not open with a sentence."))


def _under(reading: Reading, body: list[Line]) -> None:
    ends = [end for _start, end, kind in reading.spans if kind == "sign_off"]
    if (
        ends
        and any(line.start > max(ends) for line in body)
        and body[0].start < min(ends)
    ):
        for part in ("paragraph", "standfirst", "sign_off"):
            reading.doubt(part, _("A paragraph stands under the sign-off."))


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
