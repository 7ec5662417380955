"""The last step: the story itself: paragraphs, subheadings, photos, dateline, end mark."""

import re
from collections import Counter

from django.utils.translation import gettext as _

from photos import credits
from wire import captions, datelines, lines, signoffs
from wire.dispatch import DispatchPhoto
from wire.lines import Line
from wire.reading import Reading
from wire.unreadable import Unreadable

SUBHEADING_WORDS = 15
LONG_PARAGRAPH = 2500  # letters
_BULLET = re.compile(r"[•▪‣·*+-]\s+")


def take(reading: Reading, rest: list[Line], images: list[int]) -> None:
    """Mark everything that is left. Raises Unreadable when there is no paragraph.

    `images` are the places of pictures; those without a caption are photos too.
    """
    paragraphs: list[Line] = []
    images = list(images)
    for number, line in enumerate(_without_pairs(reading, rest)):
        _pictures(reading, images, line, after=len(paragraphs))
        if line.is_caption:
            _photo(reading, line, after=len(paragraphs))
        elif datelines.is_whole(line.text) and number + 1 < len(rest):
            _dateline_alone(reading, line)
        else:
            paragraphs.append(line)
    if not reading.photos and any(end.has_photos for end in reading.sign_offs):
        reading.doubt(
            "caption", _("The sign-off names a photographer, but no photo is.")
        )
    for _image in images:
        _picture(reading, len(paragraphs))
    if not paragraphs:
        raise Unreadable(_("No paragraph was found under the headline."))
    last = len(paragraphs) - 1
    if max(Counter(line.text for line in paragraphs).values()) > 1:
        reading.doubt("paragraph", _("A paragraph is written twice."))
    for number, line in enumerate(paragraphs):
        _paragraph(reading, line, is_first=number == 0, is_last=number == last)


def _without_pairs(reading: Reading, rest: list[Line]) -> list[Line]:
    """Without the second of a caption written just twice, as alt text and caption."""
    counts = Counter(line.text for line in rest if line.is_caption and line.caption[0])
    seen: set[str] = set()
    kept = []
    for line in rest:
        if (
            line.text in seen
            and counts[line.text] == 2
            and not _BULLET.match(line.text)
        ):
            reading.mark_line("alt", line)
            reading.doubt(
                "caption", _("A caption is written twice: read as one photo.")
            )
        else:
            kept.append(line)
        seen.add(line.text)
    return kept


def _pictures(reading: Reading, images: list[int], line: Line, *, after: int) -> None:
    """The pictures that stand above a line; the nearest belongs to its caption."""
    above = [at for at in images if at <= line.start]
    del images[: len(above)]
    for _at in above[: len(above) - line.is_caption]:
        _picture(reading, after)


def _picture(reading: Reading, after: int) -> None:
    reading.photos.append(DispatchPhoto("", "", credits.Credit(), after))
    reading.doubt("caption", _("A picture has neither caption nor credit."))


def _photo(reading: Reading, line: Line, *, after: int) -> None:
    alt = captions.alt(line.text)
    reading.mark("alt", line.start, alt)
    line = line.piece(len(alt), len(line.text), is_guess=line.is_guess) if alt else line
    caption, credit_line = line.caption
    bullet = _BULLET.match(caption)
    start = line.start + (bullet.end() if bullet else 0)
    caption = caption[bullet.end() :] if bullet else caption
    reading.mark("caption", start, caption)
    if credit_line:
        at = line.text.rindex(credit_line)
        reading.mark("credit", line.start + at, credit_line)
    credit = credits.parse(credit_line, caption=caption)
    reading.photos.append(DispatchPhoto(caption, credit_line, credit, after))
    if not caption:
        reading.doubt("caption", _("A credit line stands without its caption."))
    elif not credit_line:
        reading.doubt("caption", _("A caption stands without a credit."))
    if line.is_guess:
        reading.doubt(
            "caption", _("Where a caption inside the text begins is a reading.")
        )


def _dateline_alone(reading: Reading, line: Line) -> None:
    reading.doubt("dateline", _("A dateline stands on a line of its own."))
    if reading.dateline is None:
        reading.dateline = datelines.read(line.text)
        reading.mark_line("dateline", line)


def _paragraph(reading: Reading, line: Line, *, is_first: bool, is_last: bool) -> None:
    if is_first:
        line = reading.mark_opening(line)
        if reading.dateline and datelines.read(line.text):
            reading.doubt("dateline", _("The dateline is written twice."))
    if is_last:
        line = _without_end(reading, line)
        if not line.text:
            return
    if is_last and not is_first and not line.is_sentence and line.words <= 10:
        reading.doubt("paragraph", _("The last line is short and no sentence."))
    _doubts(reading, line, is_last=is_last)
    is_title = line.is_title and line.words <= SUBHEADING_WORDS
    is_subheading = is_title and not (is_first or is_last or line.is_cut)
    reading.mark_line("subheading" if is_subheading else "paragraph", line)


def _doubts(reading: Reading, line: Line, *, is_last: bool) -> None:
    text = line.text
    if re.search(r"(?:Ảnh|Photo)(?: minh họa| tư liệu)?\s*:", text):
        reading.doubt("caption", _("A photo credit stands inside a paragraph."))
    if not is_last and lines.end_mark(text):
        reading.doubt("end_mark", _("An end mark stands before the last paragraph."))
    if len(text) > LONG_PARAGRAPH:
        reading.doubt(
            "paragraph", _("A paragraph is very long: its breaks may be lost.")
        )
    if line.is_section:
        reading.doubt("section", _("A section's name stands inside the story."))
    elif line.sign_off and (line.sign_off.names or line.sign_off.agency):
        reading.doubt("sign_off", _("A line inside the story looks like a sign-off."))


def _without_end(reading: Reading, line: Line) -> Line:
    """Mark the end mark, and the sign-off that may be glued behind it."""
    found = lines.end_mark(line.text)
    if not found:
        if "/." in line.text[-8:]:
            reading.doubt("end_mark", _("“/.” at the end was not read as the mark."))
        return line
    reading.mark("end_mark", line.start + found.start("mark"), found["mark"])
    after = found["after"].strip()
    if after and (end := signoffs.read(after)):
        reading.mark("sign_off", line.end - len(after), after)
        reading.sign_offs.insert(0, end)
    rest = line.piece(0, found.start())
    if lines.end_mark(rest.text):
        reading.doubt("end_mark", _("The end mark is written twice."))
    return rest
