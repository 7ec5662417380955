"""The second step: lines in which several things stand are cut into pieces."""

import re
from bisect import bisect

from django.utils.translation import gettext as _

from wire import captions, links, sentences, wrapping
from wire.lines import Line
from wire.reading import Reading

LONG = 60  # words: more than a line of one thing has
_CREDIT = re.compile(r"[(\[]?(?:Ảnh|Nguồn|Photo)\b")
MOST_CAPTION = 35  # words of a caption whose credit stands below it
MOST = 1000  # lost breaks in one line: no story has so many


def cut(reading: Reading, lines: list[Line]) -> list[Line]:
    """Every line, or its pieces: at lost line breaks, links and photos inside."""
    long_lines = [line for line in lines if line.words > LONG]
    pieces: list[Line] = []
    for line in _with_credits(reading, lines):
        is_story = len(long_lines) == 1 and line in long_lines
        for piece in _at_breaks(reading, line, is_story=is_story):
            pieces += _around_captions(piece)
    return pieces


def _with_credits(reading: Reading, lines: list[Line]) -> list[Line]:
    """A caption with the credit that stands on the line below it, as one line; without
    the caption that stands above it as the picture's alternative text.
    """
    taken = sorted(start for start, _end, _kind in reading.spans)
    whole: list[Line] = []
    prose = 0
    for line in lines:
        above = whole[-1] if whole else line
        is_next = bisect(taken, above.end) == bisect(taken, line.start)
        if is_next and _is_credit_below(line, above, prose):
            line = wrapping.joined([whole.pop(), line], is_guess=True)
        elif whole and line.is_caption and line.caption[0] == above.text:
            reading.mark_line("alt", whole.pop())
        prose += line.is_prose
        whole.append(line)
    return whole


def _is_credit_below(line: Line, above: Line, prose: int) -> bool:
    """Whether a line is the credit of the caption above it, with `prose` sentences
    so far: a sentence can be a caption where it is short and not the first.
    """
    if not line.is_caption or line.caption[0] or above.is_caption:
        return False
    if not above.is_sentence:
        return above.words <= LONG and (prose > 0 or line.text[0] in "-–—")
    return prose > 1 and above.words <= MOST_CAPTION and not sentences.ends(above.text)


def _at_breaks(reading: Reading, line: Line, *, is_story: bool) -> list[Line]:
    """Where a line break was lost: "... năm 2016.Hoạt động ..."."""
    glues = sentences.glues(line.text)
    found = [at for at in glues if not _CREDIT.match(line.text, at)]
    is_glued = 1 < len(found) < MOST or (is_story and len(found) == 1)
    if is_glued:
        reading.doubt(
            "paragraph",
            _("Line breaks are lost: the text was divided where sentences are glued."),
        )
    return _pieces(line, [*links.cuts(line.text), *(found if is_glued else [])])


def _pieces(line: Line, cuts: list[int]) -> list[Line]:
    if not cuts:
        return [line]
    edges = sorted({0, *cuts, len(line.text)})
    pairs = zip(edges, edges[1:], strict=False)
    pieces = [line.piece(start, end, is_guess=line.is_guess) for start, end in pairs]
    return [piece for piece in pieces if piece.text]


def _around_captions(line: Line) -> list[Line]:
    pieces, at = [], 0
    for found in captions.inside(line.text):
        pieces.append(line.piece(at, found.start))
        pieces.append(line.piece(found.start, found.end, is_guess=found.is_guess))
        at = found.end
    if not at:
        return [line]
    pieces.append(line.piece(at, len(line.text)))
    return [piece for piece in pieces if piece.text]
