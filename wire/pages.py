"""The first step: what belongs to a web page or an export, not to the story."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from photos.agencies import is_agency
from wire import exports, furniture, signoffs, stamps
from wire.lines import Line
from wire.reading import Reading
from wire.signoffs import SignOff

HEAD = 3  # lines, in one of which the headline stands


def take(reading: Reading, lines: list[Line], region: tuple[int, int]) -> list[Line]:
    """Mark fields, buttons, dates and addresses; give back the other lines.

    `region` is the stretch of the text in which a whole page holds its article.
    """
    start, end = region
    if start:
        reading.doubt("section", _("The sections of this web page were not read."))
        reading.doubt("caption", _("Pictures of this web page may be missing."))
    _other(reading, [line for line in lines if not start <= line.start < end])
    lines = [line for line in lines if start <= line.start < end]
    lines = _fields(reading, lines)
    lines = _furniture(reading, lines)
    lines = _stamp(reading, lines)
    lines = _last_line(reading, lines)
    if any(furniture.has_program(line.text) for line in lines):
        reading.doubt("paragraph", _("The program of a web page stands in the text."))
    return lines


def _fields(reading: Reading, lines: list[Line]) -> list[Line]:
    found = exports.fields(lines)
    body: list[Line] = []
    for kind, name, value in found:
        reading.mark_line("field", name)
        if kind == "body":
            body += [value] if value.text else []
        elif kind == "standfirst" and value.text.endswith(("...", "…")):
            reading.mark_line("other", value)
            reading.doubt("standfirst", _("The summary of this export is cut off."))
        elif value.text.strip(" -") not in ("", "N/A", "None", "null"):
            reading.mark_line(kind, value)
            if kind == "sign_off":
                end = signoffs.read(value.text)
                reading.sign_offs.append(end or SignOff((value.text,)))
    return body + lines[len(found) :]


def _furniture(reading: Reading, lines: list[Line]) -> list[Line]:
    """Without buttons, and without the times and addresses around the story."""
    prose = [number for number, line in enumerate(lines) if line.is_prose]
    first, last = min(prose[1:], default=len(lines)), max(prose, default=0)
    rest, taken = [], []
    for number, line in enumerate(lines):
        is_around = number < first or number > last
        if is_around and furniture.is_address(line):
            reading.mark_line("address", line)
        elif furniture.is_furniture(line, is_around=is_around):
            taken.append(line)
        else:
            rest.append(line)
    if taken and rest and taken[-1].start > rest[-1].start and _is_house(rest[-1]):
        taken.append(rest.pop())  # "BAN DÂN TỘC" above its masthead
    _other(reading, taken)
    return rest


def _is_house(line: Line) -> bool:
    return line.text.isupper() and line.words > 1 and is_agency(line.text)


def _other(reading: Reading, taken: list[Line]) -> None:
    for line in taken:
        reading.mark_line("other", line)
    if taken:
        words = ngettext(
            "%(count)d line was read as part of a web page: “%(text)s”.",
            "%(count)d lines were read as parts of a web page, the first “%(text)s”.",
            len(taken),
        )
        reading.doubt(
            "other", words % {"count": len(taken), "text": taken[0].text[:40]}
        )


def _stamp(reading: Reading, lines: list[Line]) -> list[Line]:
    """Without the time before a headline on its line."""
    head = []
    for line in lines[:HEAD]:
        time = stamps.opening(line.text)
        reading.mark("date", line.start, time)
        head.append(line.piece(len(time), len(line.text)) if time else line)
    return head + lines[HEAD:]


def _last_line(reading: Reading, lines: list[Line]) -> list[Line]:
    """The masthead or the address that runs on behind the last line."""
    if not lines:
        return lines
    last, at = lines[-1], furniture.masthead(lines[-1].text)
    if at:
        reading.mark_line("other", last.piece(at, len(last.text)))
        reading.doubt("other", _("A web page's masthead runs on behind the story."))
    elif found := re.search(r"(?<=[^\s(])\s*https?://\S+$", last.text[-400:]):
        at = max(0, len(last.text) - 400) + found.start()
        reading.mark_line("address", last.piece(at, len(last.text)))
    return [*lines[:-1], last.piece(0, at)] if at else lines
