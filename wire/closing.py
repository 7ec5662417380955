"""The third step: what stands under the story: lists of links and the sign-off."""

import re
from bisect import bisect
from itertools import takewhile

from django.utils.translation import gettext as _

from wire import datelines, lines, links, signoffs
from wire.lines import Line
from wire.reading import Reading
from wire.signoffs import SignOff

SEAM = 300  # letters in which a title that runs on must end
SHORTEST_TITLE = 5  # words
MOST_SIGNS = 3  # lines of a sign-off
_OF_PHOTO = re.compile(r"[(\[]?\s*(?:ảnh|hình|photo|©|nvcc|đồ họa|clip|video)", re.I)
_SOURCE = re.compile(r"[(\[]?\s*(?:nguồn|source|credit)", re.IGNORECASE)


def take_links(reading: Reading, given: list[Line]) -> list[Line]:
    """Mark labels and titles of both lists; give back the other lines."""
    prose = [n for n, line in enumerate(given) if line.is_prose]
    first, last = min(prose, default=0), max(prose, default=0)
    rest: list[Line] = []
    kind = title = ""
    for number, line in enumerate(given):
        label = links.label(line) if number else None
        if label and label.title and number < first and label.text[-1] == ":":
            label = None  # "TIN NÓNG: ..." is a headline
        if label:
            rest += _labelled(reading, line, label)
            kind = label.kind if number > last or not label.title else ""
            if number < first:
                reading.doubt("headline", _("A list of links stands above the story."))
                kind = ""
        elif links.is_pair(line):
            _pair(reading, line)
        elif _is_run(given, number, first):
            reading.mark_line("related", links.bare(line))
            reading.doubt("related", _("Lines look like links, but have no label."))
        elif kind and _is_listed(line):
            if line.words < SHORTEST_TITLE:
                reading.doubt(kind, _("“%s” is a short title.") % line.text)
            reading.mark_line("alt" if line.text == title else kind, links.bare(line))
            title = line.text
        elif kind and title and _is_teaser(line):
            reading.mark_line("teaser", line)
            reading.doubt(kind, _("Another story begins in a list of links."))
        else:
            if kind and number <= last:
                reading.doubt(kind, _("The story goes on after a list of links."))
                reading.doubt("paragraph", _("A list of links divides the story."))
            kind = ""
            rest.append(line)
    return rest


def _is_run(given: list[Line], number: int, first: int) -> bool:
    """Whether a line is one of several titles with bullets, under the story's head."""
    beside = given[max(first, number - 1) : number + 2]
    are_titles = [links.is_bulleted(line) for line in beside]
    return number > first and links.is_bulleted(given[number]) and sum(are_titles) > 1


def _pair(reading: Reading, line: Line) -> None:
    for start, end in links.titles(f">{line.text}", 1, len(line.text) + 1):
        reading.mark_line("related", line.piece(start - 1, end - 1))
    reading.doubt("related", _("A line looks like links, but has no label."))


def _labelled(reading: Reading, line: Line, label: links.Label) -> list[Line]:
    """Mark a label and its titles; give back the text that is neither."""
    reading.mark(f"{label.kind}_label", line.start, label.text)
    start = len(line.text) - len(label.title)
    end = start + links.title_end(label.title)
    if line.is_caption or end < len(line.text) - 1:
        if line.is_caption or end == start:
            end = start + links.seam(line.caption[0][start:] or label.title[:SEAM])
        reading.doubt(label.kind, _("Where the title of a link ends is not shown."))
        holder = "caption" if line.is_caption else "paragraph"
        reading.doubt(holder, _("A title may run on into the story."))
    elif names := links.glued_names(label.title):
        end = start + names
    for first, stop in links.titles(line.text, start, end):
        reading.mark_line(label.kind, links.bare(line.piece(first, stop)))
    return [line.piece(end, len(line.text))] if end < len(line.text) - 1 else []


def _is_listed(line: Line) -> bool:
    if line.sign_off and line.words <= 8:
        return False
    if line.text[0].islower():  # a topic's name
        return False
    is_title = not line.is_sentence or line.text[-1] in "?!…" or line.text[-3:] == "..."
    return is_title and not line.is_caption and line.words <= 40


def _is_teaser(line: Line) -> bool:
    """Whether a line in a list is the opening of another story."""
    found = datelines.read(line.text)
    return found is not None and not found.is_inline and bool(found.agency)


def take_sign_off(reading: Reading, rest: list[Line]) -> list[Line]:
    """Mark the sign-off, the first behind the last sentence, and what is under it."""
    rest = _without_byline(rest)
    under = _end_of_story(rest)
    found = [n for n in range(max(under, 1), len(rest)) if _sign_off(rest, n, under)]
    lines = [n for n in found if not rest[n].is_caption] or found[:1]
    taken = lines[:1]
    for number in lines[1:MOST_SIGNS]:
        end = _sign_off(rest, number, under)
        if number > taken[-1] + 1 or (end and end.is_plain):
            break
        taken.append(number)
    if not taken:
        return _without_glued(reading, _without_titles(reading, rest, under))
    is_marked = _has_mark([line for line in rest[: taken[0]] if not line.is_caption])
    for number in taken:
        end = _sign_off(rest, number, under)
        if end and rest[number].text in [rest[n].text for n in taken if n < number]:
            reading.doubt("sign_off", _("The sign-off is written twice."))
        _sign(reading, rest[number], end or SignOff(), is_after_mark=is_marked)
    below = [line for line in rest[taken[-1] + 1 :] if not line.is_caption]
    _others(reading, below)
    return [
        line
        for number, line in enumerate(rest)
        if number not in taken and (number < taken[-1] or line.is_caption)
    ]


def _end_of_story(rest: list[Line]) -> int:
    """The place behind the last sentence, or of a sure sign-off above teasers."""
    prose = [number for number, line in enumerate(rest) if line.is_prose]
    titles = [number for number, line in enumerate(rest) if _is_title(line)]
    for number in range(min(prose, default=len(rest)) + 1, len(rest)):
        end = None if rest[number].is_caption else rest[number].sign_off
        below = len(titles) - bisect(titles, number)
        if end and not end.is_plain and 1 < below >= len(prose) - bisect(prose, number):
            return number
    return max(prose, default=-1) + 1


def _sign_off(rest: list[Line], number: int, under: int) -> SignOff | None:
    """What a line behind the last sentence says as a sign-off. Bare names need a
    story above; of credits only those that name no photo are sign-offs.
    """
    line = rest[number]
    if not line.is_caption:
        end = line.sign_off
        is_weak = line.words == 1 and line.text[-1:].islower()  # "Commentaires"
        return None if end and end.is_plain and (is_weak or not under) else end
    caption, credit = line.caption
    name = signoffs.read(caption) if line.words < 10 else None
    is_name = bool(caption) and name is not None and name.is_plain
    if is_name or not (caption or _OF_PHOTO.match(credit)):
        return signoffs.read(line.text)
    return None


def _without_byline(rest: list[Line]) -> list[Line]:
    """What is no photo's credit behind the last sentence as a line of its own:
    "Tin, ảnh: ...", "TTXVN phát".
    """
    caption, credit = rest[-1].caption if rest else ("", "")
    if not (caption and credit) or _OF_PHOTO.match(credit) or _SOURCE.match(credit):
        return rest
    at = rest[-1].text.rindex(credit)
    return [*rest[:-1], rest[-1].piece(0, at), rest[-1].piece(at, len(rest[-1].text))]


def _without_glued(reading: Reading, rest: list[Line]) -> list[Line]:
    """Without the sign-off that stands behind the last sentence on its line."""
    texts = [line for line in rest if not line.is_caption]
    glued = _glued(texts[-1]) if texts else None
    if glued is None:
        return rest
    last, (piece, end) = texts[-1], glued
    left = last.piece(0, piece.start - last.start, is_guess=last.is_guess)
    _sign(reading, piece, end, is_after_mark=_has_mark([left]))
    return [left if line is last else line for line in rest]


def _without_titles(reading: Reading, rest: list[Line], under: int) -> list[Line]:
    """Without the titles of other stories that end a text nobody signs."""
    titles = list(takewhile(_is_title, reversed(rest[under:])))
    if len(titles) < 2:
        return rest
    _others(reading, titles[::-1])
    return rest[: len(rest) - len(titles)]


def _is_title(line: Line) -> bool:
    return _is_listed(line) and not line.sign_off


def _others(reading: Reading, below: list[Line]) -> None:
    """What stands under the story: titles of others, and what nobody claims."""
    titles = [line for line in below if _is_title(line)]
    titles = [line for line in titles if line.words >= SHORTEST_TITLE]
    starts = {line.start for line in titles} if len(titles) > 1 else set()
    for line in below:
        is_link = line.start in starts
        if line.is_prose:
            reading.doubt("paragraph", _("Sentences stand under the sign-off."))
        reading.mark_line(
            "related" if is_link else "other", links.bare(line) if is_link else line
        )
    if below:
        reading.doubt("other", _("Lines stand under the story."))
    if any(line.sign_off for line in below):
        reading.doubt("sign_off", _("Another name stands under the sign-off."))
    if titles:
        reading.doubt("related", _("Lines under the story may be links."))


def _has_mark(texts: list[Line]) -> bool:
    return bool(texts) and lines.end_mark(texts[-1].text) is not None


def _sign(reading: Reading, line: Line, end: SignOff, *, is_after_mark: bool) -> None:
    reading.mark_line("sign_off", line)
    reading.sign_offs.append(end)
    if end.is_plain and not is_after_mark:
        reading.doubt(
            "sign_off",
            _("The last line looks like a name, but no end mark is before it."),
        )


def _glued(line: Line) -> tuple[Line, SignOff] | None:
    """The sign-off behind the last sentence of a line, as a piece of it."""
    start = lines.last_sentence(line.text)
    piece = line.piece(start, len(line.text))
    end = signoffs.read(piece.text) if start and line.words > 12 else None
    return (piece, end) if end else None
