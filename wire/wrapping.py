"""Lines broken in mid-sentence, made whole: telex width, or a break before a word."""

from itertools import pairwise

from wire import stamps
from wire.lines import Line

NARROWEST, WIDEST = 40, 130  # letters of a line that was broken to a width
FEWEST = 5  # lines broken to a width before that is believed
SHARE = 0.8  # of the lines that another follows at once


def unwrapped(lines: list[Line]) -> list[Line]:
    """The lines, each with what goes on below it; their letters stay where they are."""
    width = _width(lines)
    runs = [lines[:1]] if lines else []
    for above, line in pairwise(lines):
        if _goes_on(above, line) or (width and _is_full(above, line, width)):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [joined(run) if len(run) > 1 else run[0] for run in runs]


def joined(lines: list[Line], *, is_guess: bool = False) -> Line:
    """Lines as one, spaces where the breaks were."""
    rest = (" " * (b.start - a.end) + b.text for a, b in pairwise(lines))
    text = "".join([lines[0].text, *rest])
    return Line(lines[0].start, text, is_guess=is_guess)


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line goes on with a small letter where the one above has not ended."""
    is_open = above.words > 3 and not above.is_sentence and not above.is_caption
    is_open = is_open and not (above.sign_off or above.is_section)
    is_half = line.words > 2 or line.is_sentence
    first = _first(line).rstrip(",.")
    is_small = first[:1].isalpha() and first.islower()
    return is_open and is_half and is_small and not stamps.opening(line.text)


def _is_full(above: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` found no more room above it."""
    is_next = line.start - above.end == 1
    return is_next and len(above.text) + 1 + len(_first(line)) > width


def _first(line: Line) -> str:
    return line.text.split(None, 1)[0]


def _width(lines: list[Line]) -> int:
    """The width that the lines were broken to, or 0."""
    width = max((len(line.text) for line in lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if b.start - a.end == 1]
    full = sum(_is_full(a, b, width) for a, b in pairs)
    return width if full >= FEWEST and full >= len(pairs) * SHARE else 0
