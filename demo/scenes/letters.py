"""Words on a graphic. Pillow's own font has no Vietnamese, so the marks are drawn.

A machine may have no other font, and a picture is to be the same on every machine.
"""

import unicodedata
from dataclasses import dataclass

from PIL import ImageDraw, ImageFont

from demo.scenes.canvas import Canvas, Colour, Point, rgb

_HORN, _BELOW, _HAT, _ROUND = "\u031b", "\u0323", "\u0302", "\u0306"
_BAR = "-"  # of đ: no combining mark
_ABOVE = {
    _HAT: [(-0.15, 0.08), (0, -0.06), (0.15, 0.08)],
    _ROUND: [(-0.15, -0.05), (-0.08, 0.05), (0.08, 0.05), (0.15, -0.05)],
    "\u0300": [(-0.14, -0.1), (0.07, 0.07)],
    "\u0301": [(0.14, -0.1), (-0.07, 0.07)],
    "\u0303": [(-0.17, 0.05), (-0.07, -0.05), (0.06, 0.04), (0.17, -0.07)],
    "\u0309": [(-0.08, -0.12), (0.07, -0.12), (0.05, -0.01), (0, 0.08)],
}


def text(
    canvas: Canvas,
    x: float,
    y: float,
    words: str,
    *,
    size: float,
    colour: Colour,
    align: str = "left",
    bold: float = 0.0,
) -> None:
    """Write on the baseline `y`; `size` in points, `bold` in parts of it."""
    font = ImageFont.load_default(size * canvas.unit)
    wide = [font.getlength(_drawn(letter)) / canvas.unit for letter in _letters(words)]
    x -= {"left": 0.0, "middle": sum(wide) / 2, "right": sum(wide)}[align]
    for letter, width in zip(_letters(words), wide, strict=True):
        _write(canvas, (x, y), letter, font, (size, colour, bold))
        x += width


def _letters(words: str) -> list[str]:
    return list(unicodedata.normalize("NFC", words))


def _parts(letter: str) -> tuple[str, str]:
    """What the font has, and the marks that are to be drawn, the hat first."""
    if letter in "đĐ":
        return "dD"["đĐ".index(letter)], _BAR
    base, *marks = list(unicodedata.normalize("NFD", letter))
    return base, "".join(sorted(marks, key=lambda mark: mark not in (_HAT, _ROUND)))


def _drawn(letter: str) -> str:
    return _parts(letter)[0]


def _write(
    canvas: Canvas,
    spot: Point,
    letter: str,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    style: tuple[float, Colour, float],
) -> None:
    size, colour, bold = style
    base, marks = _parts(letter)
    x, y = spot
    pixels = (x * canvas.unit, y * canvas.unit)
    ImageDraw.Draw(canvas.image).text(
        pixels,
        base,
        font=font,
        fill=rgb(colour),
        anchor="ls",
        stroke_width=bold * size * canvas.unit,
    )
    left, top, right, _bottom = (
        edge / canvas.unit for edge in font.getbbox(base, anchor="ls")
    )
    pen = _Pen(canvas, size, colour, size * (0.07 + 1.6 * bold))
    middle = x + (left + right) / 2
    if base == "i" and set(marks) & set(_ABOVE):
        top = -size * 0.56
    for mark in marks:
        if mark in _ABOVE:
            has_hat = marks[0] in (_HAT, _ROUND) and mark != marks[0]
            aside = (0.17, -0.2) if has_hat else (0.0, -0.14)
            pen.stroke(
                middle,
                y + top,
                [(dx + aside[0], dy + aside[1]) for dx, dy in _ABOVE[mark]],
            )
        elif mark == _BELOW:
            canvas.oval(middle, y + size * 0.17, size * 0.06, size * 0.06, colour)
        elif mark == _HORN:
            high = -0.5 if letter.islower() else -0.66
            pen.stroke(
                x + right,
                y,
                [(-0.06, high + 0.03), (0.05, high - 0.01), (0.07, high - 0.12)],
            )
        else:
            across = (
                [(0.02, -0.6), (0.3, -0.6)]
                if letter == "đ"
                else [(-0.36, -0.34), (-0.08, -0.34)]
            )
            pen.stroke(middle, y, across)


@dataclass(frozen=True)
class _Pen:
    canvas: Canvas
    size: float
    colour: Colour
    thick: float

    def stroke(self, x: float, y: float, points: list[Point]) -> None:
        """Points in parts of the size, from (x, y)."""
        placed = [(x + dx * self.size, y + dy * self.size) for dx, dy in points]
        self.canvas.line(placed, self.colour, self.thick)
