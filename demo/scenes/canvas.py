"""Canvas: a picture in points of 1600 x 1067, drawn half as large again and reduced.

Knows pixels and chance only; light is in light.py, things are in things.py. Chance is
seeded with the scene's name, so a scene is the same picture every time.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067  # points; pixels too, at scale 1
OVERSAMPLING = 1.5
Point = tuple[float, float]
Colour = str | tuple[int, ...]
Shape = str | Sequence[Point]  # "0,0 12,8 3,4", or the same as numbers


def points(shape: Shape) -> list[Point]:
    if not isinstance(shape, str):
        return list(shape)
    pairs = [pair.split(",") for pair in shape.split()]
    return [(float(x), float(y)) for x, y in pairs]


def rgb(colour: Colour) -> tuple[int, ...]:
    return ImageColor.getrgb(colour) if isinstance(colour, str) else colour


def mix(one: Colour, other: Colour, share: float) -> tuple[int, ...]:
    """`one` with so much of `other` in it, from 0 to 1."""
    share = max(0.0, min(1.0, share))
    pairs = zip(rgb(one), rgb(other), strict=False)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


def clear(colour: Colour, opacity: float) -> tuple[int, ...]:
    """The colour, so far opaque, from 0 to 1."""
    return (*rgb(colour)[:3], round(255 * max(0.0, min(1.0, opacity))))


class Canvas:
    """Everything is placed in points; `unit` is how many pixels one of them has."""

    def __init__(self, name: str, *, scale: float = 1.0) -> None:
        self.unit = scale * OVERSAMPLING
        self.size = (round(WIDTH * self.unit), round(HEIGHT * self.unit))
        self.finished = (round(WIDTH * scale), round(HEIGHT * scale))
        self.random = Random(name)
        self.uniform, self.gauss = self.random.uniform, self.random.gauss
        self.image = Image.new("RGB", self.size)

    @property
    def image(self) -> Image.Image:
        return self._image

    @image.setter
    def image(self, image: Image.Image) -> None:
        self._image = image
        self._draw = ImageDraw.Draw(image, "RGBA")

    def chance(self) -> float:
        """Anything from 0 to 1."""
        return self.random.random()

    def choice(self, *colours: str) -> Colour:
        return self.random.choice(colours)

    def between(self, one: Colour, other: Colour) -> tuple[int, ...]:
        """Some mixture of two colours."""
        return mix(one, other, self.chance())

    def at(self, x: float, y: float, size: float = 1, facing: float = 1) -> "Frame":
        return Frame(self, x, y, size, facing)

    def pixels(self, shape: Shape) -> list[Point]:
        return [(x * self.unit, y * self.unit) for x, y in points(shape)]

    def poly(self, shape: Shape, colour: Colour) -> None:
        self._draw.polygon(self.pixels(shape), fill=rgb(colour))

    def rect(
        self, left: float, top: float, right: float, bottom: float, colour: Colour
    ) -> None:
        self.poly([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def box(self, corners: Shape, colour: Colour) -> None:
        """A rectangle by its upper left and its lower right corner."""
        (left, top), (right, bottom) = points(corners)
        self.rect(left, top, right, bottom, colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        box = self.pixels([(x - rx, y - ry), (x + rx, y + ry)])
        self._draw.ellipse([*box[0], *box[1]], fill=rgb(colour))

    def disc(self, spot: Point, radius: float, colour: Colour) -> None:
        self.oval(*spot, radius, radius, colour)

    def line(self, shape: Shape, colour: Colour, width: float = 2) -> None:
        """With round ends and joints, if it is thick enough for them to be seen."""
        thick = max(1, round(width * self.unit))
        pixels = self.pixels(shape)
        self._draw.line(pixels, fill=rgb(colour), width=thick, joint="curve")
        if thick > 4:
            for x, y in (pixels[0], pixels[-1]):
                box = [x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2]
                self._draw.ellipse(box, fill=rgb(colour))

    def curve(self, shape: Shape, colour: Colour, width: float = 2) -> None:
        self.line(smooth(points(shape)), colour, width)

    def mask(self, *shapes: Shape, blur: float = 0) -> Image.Image:
        """White where the polygons are; `blur` in points."""
        mask = Image.new("L", self.size)
        draw = ImageDraw.Draw(mask)
        for shape in shapes:
            draw.polygon(self.pixels(shape), fill=255)
        return self.soft(mask, blur)

    def soft(self, image: Image.Image, blur: float) -> Image.Image:
        """Blurred by so many points; a strong blur is done on a smaller copy."""
        radius = blur * self.unit
        if radius < 0.5:
            return image
        factor = max(1, int(radius // 4))
        if factor == 1:
            return image.filter(ImageFilter.GaussianBlur(radius))
        small = image.reduce(factor).filter(ImageFilter.GaussianBlur(radius / factor))
        return small.resize(image.size, Image.Resampling.BICUBIC)

    def lay(
        self, colour: Colour | Image.Image, mask: Image.Image | None = None
    ) -> None:
        """Paint a colour, or another picture of this size, where the mask is white."""
        if isinstance(colour, Image.Image):
            self._image.paste(colour, (0, 0), mask)
        else:
            self._image.paste(rgb(colour)[:3], (0, 0, *self.size), mask)

    def noise(
        self, cell: float, flat: float = 1.0, *, octaves: int = 4, keep: float = 0.5
    ) -> Image.Image:
        """Grey clouds of chance around 128: `cell` points wide, `flat` times flatter.

        Each octave is twice as fine, and `keep` times as strong as the one before; all
        together are as large as the finest of them needs, and enlarged in the end.
        """
        image = None
        weight = total = 1.0
        for _octave in range(octaves):
            columns = max(2, round(WIDTH / cell))
            rows = max(2, round(HEIGHT / cell * flat))
            data = self.random.randbytes(columns * rows)
            grey = Image.frombytes("L", (columns, rows), data)
            grey = grey.resize(self._room(cell / flat), Image.Resampling.BICUBIC)
            if image:
                image = image.resize(grey.size, Image.Resampling.BICUBIC)
                grey = Image.blend(image, grey, weight / total)
            image = grey
            cell, weight = cell / 2, weight * keep
            total += weight
        assert image is not None
        return image.resize(self.size, Image.Resampling.BILINEAR)

    def _room(self, cell: float) -> tuple[int, int]:
        """The size at which so many points are eight pixels; not above the finished."""
        less = max(1.0, cell * self.finished[0] / WIDTH / 8)
        width, height = self.finished
        return max(2, round(width / less)), max(2, round(height / less))


@dataclass(frozen=True)
class Frame:
    """A place on the canvas with its own measure, and perhaps facing the other way.

    A thing is drawn in it by shapes that are written once, whatever its size.
    """

    canvas: Canvas
    x: float
    y: float
    size: float = 1
    facing: float = 1

    def __call__(self, shape: Shape) -> list[Point]:
        way = self.size * self.facing
        return [(self.x + x * way, self.y + y * self.size) for x, y in points(shape)]

    def poly(self, shape: Shape, colour: Colour) -> None:
        self.canvas.poly(self(shape), colour)

    def box(self, corners: Shape, colour: Colour) -> None:
        self.canvas.box(self(corners), colour)

    def line(self, shape: Shape, colour: Colour, width: float) -> None:
        self.canvas.line(self(shape), colour, width * self.size)

    def curve(self, shape: Shape, colour: Colour, width: float) -> None:
        self.canvas.curve(self(shape), colour, width * self.size)

    def disc(self, shape: Shape, colour: Colour) -> None:
        """An ellipse: its middle, and its two radii."""
        middle, (rx, ry) = points(shape)
        (x, y), size = self([middle])[0], self.size
        self.canvas.oval(x, y, rx * size, ry * size, colour)


def smooth(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    ends = [points[0], *points, points[-1]]
    curve = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            curve.append(
                (_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t))
            )
    return [*curve, points[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b
        + (c - a) * t
        + (2 * a - 5 * b + 4 * c - d) * t * t
        + (3 * b - a - 3 * c + d) * t**3
    )


class Camera:
    """Metres before a level lens, in points: x to the right, y up, z away from it."""

    def __init__(
        self, *, horizon: float, height: float, focal: float = 1400, centre: float = 800
    ) -> None:
        self.horizon, self.height = horizon, height
        self.focal, self.centre = focal, centre

    def at(self, x: float, y: float, z: float) -> Point:
        size = self.size(z)
        return self.centre + x * size, self.horizon + (self.height - y) * size

    def size(self, z: float) -> float:
        """How many points a metre has, so far away."""
        return self.focal / max(0.2, z)

    def floor(
        self, left: float, right: float, near: float, far: float, y: float = 0
    ) -> list[Point]:
        corners = ((left, near), (left, far), (right, far), (right, near))
        return [self.at(x, y, z) for x, z in corners]

    def wall(
        self, x: float, near: float, far: float, bottom: float, top: float
    ) -> list[Point]:
        """Along the view, at one side."""
        corners = ((bottom, near), (bottom, far), (top, far), (top, near))
        return [self.at(x, y, z) for y, z in corners]

    def front(
        self, left: float, right: float, bottom: float, top: float, z: float
    ) -> list[Point]:
        """Across the view."""
        corners = ((left, bottom), (left, top), (right, top), (right, bottom))
        return [self.at(x, y, z) for x, y in corners]


def arc(
    x: float, y: float, rx: float, ry: float, start: float, end: float, steps: int = 40
) -> list[Point]:
    """Points of an ellipse, from `start` to `end` in degrees, clockwise from the right."""
    angles = [math.radians(start + (end - start) * n / steps) for n in range(steps + 1)]
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in angles]
