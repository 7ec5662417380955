"""The last step: the story itself, with its photos, dateline and end mark."""

import re
from collections import Counter
from dataclasses import replace

from django.utils.translation import gettext as _

from photos import credits
from wire import captions, datelines, lines, sentences, signoffs
from wire.dispatch import DispatchPhoto
from wire.lines import Line
from wire.reading import Reading
from wire.unreadable import Unreadable

SUBHEADING_WORDS = 15
LONG_PARAGRAPH = 2500  # letters
_SLIP = re.compile(r"[.!?…][”\"]? \.$")  # a stop behind a stop
_BULLET = re.compile(r"[•▪‣·*+-]\s+")


def take(reading: Reading, rest: list[Line], images: list[int]) -> list[Line]:
    """Mark everything that is left; give the paragraphs. Raises Unreadable.

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
    for _image in images:
        _picture(reading, len(paragraphs))
    if _is_empty(reading, paragraphs):
        raise Unreadable(_("No paragraph was found under the headline."))
    if not paragraphs:
        reading.doubt("paragraph", _("No paragraph was found under the headline."))
    last = len(paragraphs) - 1
    for number, line in enumerate(paragraphs):
        _paragraph(reading, line, is_first=number == 0, is_last=number == last)
    second = datelines.read(paragraphs[1].text) if len(paragraphs) > 1 else None
    if reading.dateline is None and second and second.is_inline:
        reading.dateline = second
    return paragraphs


def _is_empty(reading: Reading, paragraphs: list[Line]) -> bool:
    """Whether there is nothing to read, or nothing but a title."""
    if reading.has("standfirst") or reading.photos:
        return False
    is_title = len(paragraphs) == 1 and not paragraphs[0].is_sentence
    return not paragraphs or (is_title and not reading.has("headline"))


def _without_pairs(reading: Reading, rest: list[Line]) -> list[Line]:
    """Without the second of a caption written just twice, as alt text and caption."""
    counts = Counter(line.text for line in rest if line.caption[0] or line.words > 40)
    has_blocks = any(count > 1 for text, count in counts.items() if len(text) > 400)
    seen: set[str] = set()
    kept: list[Line] = []
    for line in rest:
        is_next = bool(kept) and kept[-1].text == line.text
        is_pair = line.text in seen and counts[line.text] == 2
        is_pair = is_pair and (has_blocks or is_next) and not _BULLET.match(line.text)
        is_same = bool(kept) and _is_same_credit(kept[-1], line)
        if line.is_caption and (is_same or is_pair):
            reading.mark_line("alt", line)
            reading.doubt("caption", _("A caption is written twice: read as one."))
        elif is_next and not line.is_caption and len(kept) > 1:
            reading.mark_line("alt", kept.pop())
            reading.doubt("paragraph", _("A line written twice is read as a caption."))
            kept.append(replace(line, in_figure=True))
        else:
            kept.append(line)
        seen.add(line.text)
    return kept


def _is_same_credit(above: Line, line: Line) -> bool:
    """Whether a bare credit only repeats that of the caption above: "© A/TTXVN"."""
    if line.caption[0] or not all(above.caption):
        return False
    here, there = credits.parse(line.caption[1]), credits.parse(above.caption[1])
    names = (here.photographers, here.agency)
    return any(names) and names == (there.photographers, there.agency)


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
    credit = credits.parse(credit_line, caption=caption)
    if not caption and _is_only_kind(credit):  # "Ảnh minh họa."
        caption, credit_line, credit = credit_line, "", credits.Credit(kind=credit.kind)
    bullet = _BULLET.match(caption)
    start = line.start + (bullet.end() if bullet else 0)
    caption = caption[bullet.end() :] if bullet else caption
    reading.mark("caption", start, caption)
    if credit_line:
        at = line.text.rindex(credit_line)
        reading.mark("credit", line.start + at, credit_line)
    reading.photos.append(DispatchPhoto(caption, credit_line, credit, after))
    if not caption:
        reading.doubt("caption", _("A credit line stands without its caption."))
    elif not credit_line:
        reading.doubt("caption", _("A caption stands without a credit."))
    elif sentences.ends(caption) or sentences.glues(caption):
        reading.doubt("caption", _("A caption of several sentences may hold more."))
    if line.is_guess:
        reading.doubt(
            "caption", _("Where a caption inside the text begins is a reading.")
        )


def _is_only_kind(credit: credits.Credit) -> bool:
    names = (*credit.photographers, credit.agency)
    return credit.kind == credits.Kind.ILLUSTRATION and not any(names)


def _dateline_alone(reading: Reading, line: Line) -> None:
    reading.doubt("dateline", _("A dateline stands on a line of its own."))
    if reading.dateline is None:
        reading.dateline = datelines.read(line.text)
        reading.mark_line("dateline", line)


def _paragraph(reading: Reading, line: Line, *, is_first: bool, is_last: bool) -> None:
    if is_first:
        line = reading.mark_opening(line, "paragraph")
        again = datelines.read(line.text)
        if reading.dateline and again and not again.is_inline:
            reading.doubt("dateline", _("The dateline is written twice."))
            reading.doubt("paragraph", _("The story opens with a second dateline."))
    if is_last:
        line = _without_end(reading, line)
        if not line.text:
            return
    _doubts(reading, line)
    is_title = line.is_title and line.words <= SUBHEADING_WORDS
    is_subheading = is_title and not (is_first or is_last or line.is_cut)
    reading.mark_line("subheading" if is_subheading else "paragraph", line)


def _doubts(reading: Reading, line: Line) -> None:
    text = line.text
    if len(text) > LONG_PARAGRAPH:
        reading.doubt(
            "paragraph", _("A paragraph is very long: its breaks may be lost.")
        )


def _without_end(reading: Reading, line: Line) -> Line:
    """Mark the end mark, and the sign-off that may be glued behind it."""
    found = lines.end_mark(line.text)
    if not found:
        if "/." in line.text[-60:]:
            reading.doubt("end_mark", _("“/.” at the end was not read as the mark."))
        return line.piece(0, -2) if _SLIP.search(line.text) else line
    reading.mark("end_mark", line.start + found.start("mark"), found["mark"])
    after = found["after"].strip()
    if after and (end := signoffs.read(after)):
        reading.mark("sign_off", line.end - len(after), after)
        reading.sign_offs.insert(0, end)
    rest = line.piece(0, found.start())
    if lines.end_mark(rest.text):
        reading.doubt("end_mark", _("The end mark is written twice."))
        reading.doubt("paragraph", _("The story ends in a second end mark."))
    return rest
