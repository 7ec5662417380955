"""The fourth step: the sign-off behind the story, and what stands under it."""

import re
from bisect import bisect
from itertools import takewhile

from django.utils.translation import gettext as _

from photos.agencies import is_known_agency
from wire import lines, links, signoffs
from wire.lines import Line
from wire.listing import SHORTEST_TITLE, is_listed
from wire.reading import Reading
from wire.signoffs import SignOff

# "... for both sides. - VNA"
_DASHED = re.compile(r"[.!?”\"]\s*[-–—]+\s*(?P<agency>[^\s-]{2,12})$")
MOST_SIGNS = 3  # lines of a sign-off
_OF_PHOTO = re.compile(r"[(\[]?\s*(?:ảnh|hình|photo|©|nvcc|đồ họa|clip|video)", re.I)
_SOURCE = re.compile(r"[(\[]?\s*(?:nguồn|source|credit)", re.IGNORECASE)


def take(reading: Reading, rest: list[Line]) -> list[Line]:
    """Mark the sign-off, the first behind the last sentence, and what is under it."""
    rest = _without_byline(rest)
    under = _end_of_story(rest)
    has_story = under > 0 or any(line.words >= lines.PROSE for line in rest)
    ends = {
        number: end
        for number in range(max(under, 1), len(rest))
        if (end := _sign_off(rest[number], has_story=has_story))
    }
    taken = _together(rest, ends)
    if not taken:
        rest = _without_titles(reading, rest, under)
        return _without_glued(reading, _without_scraps(reading, rest, under))
    above = [line for line in rest[: taken[0]] if not line.is_caption]
    for number in taken:
        if rest[number].text in [rest[n].text for n in taken if n < number]:
            reading.doubt("sign_off", _("The sign-off is written twice."))
        _sign(reading, rest[number], ends[number], is_after_mark=_has_mark(above))
    below = rest[taken[-1] + 1 :]
    _others(reading, [line for line in below if not line.is_caption])
    kept = [line for n, line in enumerate(rest[: taken[-1]]) if n not in taken]
    kept = _without_scraps(reading, kept, under)
    return kept + [line for line in below if line.is_caption]


def _without_scraps(reading: Reading, rest: list[Line], under: int) -> list[Line]:
    """Without the words of a page and the names of topics behind the last sentence."""
    if not under:
        return rest
    kept = []
    for line in rest[under:]:
        if not (line.is_scrap or line.text[0].islower()):
            kept.append(line)
            continue
        reading.mark_line("other", line)
        for part in ("paragraph", "sign_off") if line.sign_off else ("paragraph",):
            reading.doubt(part, _("“%s” stands under the story.") % line.text)
    return rest[:under] + kept


def _together(rest: list[Line], ends: dict[int, SignOff]) -> list[int]:
    """The places of the first sign-off and of what goes on with it below: an agency,
    a photographer. A credit is none where a line of text is one.
    """
    texts = [number for number in ends if not rest[number].is_caption]
    taken = texts[:1] or list(ends)[:1]
    for number in texts[1:MOST_SIGNS]:
        if number > taken[-1] + 1 or ends[number].is_plain:
            break
        taken.append(number)
    return taken


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


def _sign_off(line: Line, *, has_story: bool) -> SignOff | None:
    """What a line behind the last sentence says as a sign-off. Bare names need a
    story above; of credits only those that name no photo are sign-offs.
    """
    if not line.is_caption:
        end = line.sign_off
        is_weak = line.words == 1 and line.text[-1:].islower()  # "Commentaires"
        is_none = end is None or (end.is_plain and (is_weak or not has_story))
        return None if is_none else end
    caption, credit = line.caption
    is_short = line.words < 10 and not caption.endswith(".")
    name = signoffs.read(caption) if caption and is_short else None
    is_name = name is not None and bool(name.names)
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
    above = last.text[: piece.start - last.start].rstrip(" -–—")
    left = last.piece(0, len(above), is_guess=last.is_guess)
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
    return is_listed(line) and not line.sign_off


def _others(reading: Reading, below: list[Line]) -> None:
    """What stands under the story: titles of others, and what nobody claims."""
    titles = [line for line in below if _is_title(line)]
    titles = [line for line in titles if line.words >= SHORTEST_TITLE]
    starts = {line.start for line in titles} if len(titles) > 1 else set()
    for line in below:
        if line.start in starts:
            reading.mark_line("related", links.bare(line))
        else:
            reading.mark_line("other", line)
        if line.is_prose:
            reading.doubt("paragraph", _("Sentences stand under the sign-off."))
        if line.sign_off:
            reading.doubt("sign_off", _("Another name stands under the sign-off."))
    if below:
        reading.doubt("other", _("Lines stand under the story."))
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
    if (house := _DASHED.search(line.text)) and is_known_agency(house["agency"]):
        piece = line.piece(house.start("agency"), len(line.text))
        return piece, SignOff(agency=house["agency"])
    start = lines.last_sentence(line.text)
    piece = line.piece(start, len(line.text))
    end = signoffs.read(piece.text) if start and line.words > 12 else None
    return (piece, end) if end else None
