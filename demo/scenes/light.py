"""Sky, air, water and weather: what lies over a whole scene or a band of it."""

import math
from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from demo.scenes.canvas import (
    HEIGHT,
    WIDTH,
    Canvas,
    Colour,
    Point,
    clear,
    mix,
    rgb,
)

_STEPS = 534  # rows in which a gradient is reckoned
GLOW = 2  # how much coarser light is drawn: it is soft anyway
Stops = Sequence[tuple[float, Colour]]


def ramp(canvas: Canvas, stops: Stops) -> Image.Image:
    """A picture that goes from colour to colour at these heights, in points."""
    column = Image.new("RGB", (1, _STEPS))
    for row in range(_STEPS):
        column.putpixel((0, row), _between(stops, row * HEIGHT / _STEPS))
    return _spread(column, canvas.size)


def _spread(column: Image.Image, size: tuple[int, int]) -> Image.Image:
    """One column of pixels, made as high and then as wide as that."""
    high = column.resize((1, size[1]), Image.Resampling.BICUBIC)
    return high.resize(size, Image.Resampling.NEAREST)


def _between(stops: Stops, y: float) -> tuple[int, ...]:
    for (above, one), (below, other) in zip(stops, stops[1:], strict=False):
        if y < below:
            return mix(one, other, (y - above) / (below - above))[:3]
    return rgb(stops[-1][1])[:3]


def sky(canvas: Canvas, *stops: tuple[float, Colour]) -> None:
    canvas.lay(ramp(canvas, stops))


def fade(canvas: Canvas, *stops: tuple[float, float]) -> Image.Image:
    """A mask that goes from opacity to opacity at these heights, in points."""
    column = Image.new("L", (1, _STEPS))
    for row in range(_STEPS):
        share = _share(stops, row * HEIGHT / _STEPS)
        column.putpixel((0, row), round(255 * max(0.0, min(1.0, share))))
    return _spread(column, canvas.size)


def haze(canvas: Canvas, colour: Colour, *stops: tuple[float, float]) -> None:
    """A colour in the air; only the rows where there is any are painted."""
    seen = [y for y, share in stops if share > 0]
    first, last = stops[0], stops[-1]
    above = [y for y, _share in stops if y < min(seen)]
    below = [y for y, _share in stops if y > max(seen)]
    top = 0.0 if first[1] > 0 else max(above)
    bottom = float(HEIGHT) if last[1] > 0 else min(below)
    rows = (round(top * canvas.unit), round(bottom * canvas.unit))
    band = fade(canvas, *stops).crop((0, rows[0], canvas.size[0], rows[1]))
    canvas.image.paste(rgb(colour)[:3], (0, rows[0], canvas.size[0], rows[1]), band)


def within(mask: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.multiply(mask, other)


def levels(grey: Image.Image, low: float, high: float) -> Image.Image:
    """What is below `low` black, what is above `high` white (0 to 255)."""
    span = max(1e-6, high - low)
    return grey.point(
        [round(255 * min(1, max(0, (v - low) / span))) for v in range(256)]
    )


def clouds(
    canvas: Canvas,
    *stops: tuple[float, float],
    light: Colour,
    shade: Colour,
    cover: float = 0.5,
    cell: float = 420,
    flat: float = 2.5,
) -> None:
    """Clouds in a band of the sky, lit from above; `cover` from 0 to 1."""
    shape = canvas.noise(cell, flat, octaves=6, keep=0.55)
    body = levels(shape, 128 + (0.5 - cover) * 110, 128 + (0.5 - cover) * 110 + 50)
    lower = ImageChops.offset(shape, 0, round(-14 * canvas.unit))
    relief = ImageChops.subtract(shape, lower, scale=0.45, offset=128)
    tones = ImageOps.colorize(relief, black=rgb(shade)[:3], white=rgb(light)[:3])
    canvas.lay(tones, within(body, fade(canvas, *stops)))


def texture(
    canvas: Canvas,
    mask: Image.Image | None,
    cell: float,
    flat: float = 1.0,
    *,
    strength: float = 0.5,
    octaves: int = 4,
) -> None:
    """Uneven light on what is there already: cloth, earth, water, plaster."""
    grey = levels(canvas.noise(cell, flat, octaves=octaves, keep=0.65), 40, 215)
    layer = Image.merge("RGB", (grey, grey, grey))
    lit = ImageChops.soft_light(canvas.image, layer)
    lit = Image.blend(canvas.image, lit, min(1.0, strength))
    canvas.lay(lit, mask)


def shine(canvas: Canvas, layer: Image.Image) -> None:
    """Light on top of what is there."""
    canvas.image = ImageChops.screen(canvas.image, layer)


def glow(
    canvas: Canvas,
    points: Iterable[Point],
    radius: float,
    colour: Colour,
    *,
    strength: float = 1.0,
) -> None:
    """Lamps: each a small bright disc with light around it."""
    size = (canvas.size[0] // GLOW, canvas.size[1] // GLOW)
    grey = Image.new("L", size)
    draw = ImageDraw.Draw(grey)
    r = radius * canvas.unit / GLOW
    for px, py in canvas.pixels(list(points)):
        x, y = px / GLOW, py / GLOW
        draw.ellipse([x - r, y - r, x + r, y + r], fill=255)
    wide = grey.filter(ImageFilter.BoxBlur(r * 4)).filter(ImageFilter.BoxBlur(r * 4))
    wide = wide.point([min(255, round(v * 3.2 * strength)) for v in range(256)])
    halo = grey.filter(ImageFilter.GaussianBlur(r * 0.8))
    halo = halo.point([min(255, round(v * strength)) for v in range(256)])
    light = ImageChops.lighter(wide, halo).resize(canvas.size, Image.Resampling.BICUBIC)
    shine(canvas, tinted(light, colour))


def tinted(grey: Image.Image, colour: Colour) -> Image.Image:
    return ImageOps.colorize(grey, black=(0, 0, 0), white=rgb(colour)[:3])


def sun(
    canvas: Canvas, x: float, y: float, radius: float, colour: Colour, air: Colour
) -> None:
    """A disc, and the light that it spreads in the air."""
    unit = canvas.unit / 8
    light = Image.new("L", (canvas.size[0] // 8, canvas.size[1] // 8))
    for size, share in ((9, 0.35), (4, 0.4), (2, 0.35)):
        disc = Image.new("L", light.size)
        r, cx, cy = radius * size * 0.5 * unit, x * unit, y * unit
        box = [cx - r, cy - r, cx + r, cy + r]
        ImageDraw.Draw(disc).ellipse(box, fill=round(255 * share))
        soft = ImageFilter.GaussianBlur(radius * size * 0.3 * unit)
        light = ImageChops.screen(light, disc.filter(soft))
    light = light.resize(canvas.size, Image.Resampling.BICUBIC)
    shine(canvas, tinted(light, air))
    canvas.oval(x, y, radius, radius, colour)


def beams(
    canvas: Canvas, shapes: Iterable[Sequence[Point]], colour: Colour, blur: float
) -> None:
    """Light that falls through the air in these polygons."""
    shine(canvas, tinted(canvas.mask(*shapes, blur=blur), colour))


def reflect(
    canvas: Canvas,
    horizon: float,
    bottom: float = HEIGHT,
    *,
    tint: Colour = "#20303a",
    share: float = 0.35,
    ripple: float = 6,
    squash: float = 1.0,
) -> None:
    """Water from `horizon` to `bottom`: what stands above it, upside down and moved."""
    image, unit = canvas.image, canvas.unit
    top, depth = round(horizon * unit), round((bottom - horizon) * unit)
    source = min(top, round(depth * squash))
    mirror = image.crop((0, top - source, image.width, top))
    mirror = mirror.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    mirror = mirror.resize((image.width, depth), Image.Resampling.BILINEAR)
    mirror = canvas.soft(mirror, 1.6)
    mirror = Image.blend(mirror, Image.new("RGB", mirror.size, rgb(tint)[:3]), share)
    step = max(1, round(2 * unit))
    phase = canvas.chance() * 9
    for row in range(0, depth, step):
        near = row / depth
        wave = math.sin(phase + row / unit / (3 + near * 14)) * ripple * (0.25 + near)
        shift = round((wave + canvas.gauss(0, ripple * 0.35)) * unit)
        strip = mirror.crop((0, row, mirror.width, min(depth, row + step)))
        image.paste(ImageChops.offset(strip, shift, 0), (0, top + row))


def ripples(
    canvas: Canvas, *stops: tuple[float, float], colour: Colour, count: int = 400
) -> None:
    """Short level strokes on water, longer towards the viewer, as dense as `stops`."""
    top, bottom = stops[0][0], stops[-1][0]
    for _stroke in range(count):
        near = canvas.chance() ** 0.7
        y = top + (bottom - top) * near
        length = (6 + 90 * near) * canvas.uniform(0.4, 1.2)
        x = canvas.uniform(-60, WIDTH + 60)
        share = _share(stops, y) * canvas.uniform(0.3, 1)
        bend = canvas.uniform(-2, 2) * near
        canvas.line(
            [(x, y), (x + length / 2, y + bend), (x + length, y)],
            clear(colour, share),
            0.8 + 2.2 * near,
        )


def _share(stops: Sequence[tuple[float, float]], y: float) -> float:
    """What stands at the height `y` of the line through the stops."""
    if y <= stops[0][0]:
        return stops[0][1]
    for (above, one), (below, other) in zip(stops, stops[1:], strict=False):
        if y <= below:
            return one + (other - one) * (y - above) / max(1e-6, below - above)
    return stops[-1][1]


def rain(
    canvas: Canvas, *, colour: Colour = "#dfe8ea", count: int = 900, slant: float = 0.16
) -> None:
    """Streaks: many fine ones far away, a few long ones near."""
    for _streak in range(count):
        near = canvas.chance() ** 3
        x, y = (
            canvas.uniform(-100, WIDTH + 200),
            canvas.uniform(-150, HEIGHT),
        )
        length = 26 + 120 * near
        share = 0.08 + 0.2 * canvas.chance()
        end = (x - length * slant, y + length)
        canvas.line([(x, y), end], clear(colour, share), 0.7 + 1.6 * near)


def finish(
    canvas: Canvas, *, grain: float = 0.05, edge: float = 0.28, warm: float = 0.0
) -> Image.Image:
    """The picture at its real size: darker edges, a little contrast, grain of film."""
    image = canvas.image.resize(canvas.finished, Image.Resampling.HAMMING)
    shadow = Image.radial_gradient("L").resize(image.size, Image.Resampling.BICUBIC)
    shadow = shadow.point(
        [round(255 - edge * max(0, v - 90) * 1.1) for v in range(256)]
    )
    image = ImageChops.multiply(image, Image.merge("RGB", (shadow,) * 3))
    curve = [round(255 * _contrast(v / 255)) for v in range(256)]
    image = image.point(curve * 3)
    data = canvas.random.randbytes(image.width * image.height)
    dust = Image.frombytes("L", image.size, data)
    dust = dust.resize((round(image.width * 0.7), round(image.height * 0.7)))
    dust = dust.resize(image.size, Image.Resampling.BICUBIC)
    film = ImageChops.soft_light(image, Image.merge("RGB", (dust,) * 3))
    image = Image.blend(image, film, grain * 3)
    if warm:
        tone = Image.new("RGB", image.size, "#ffb26b" if warm > 0 else "#6ba6ff")
        image = Image.blend(image, ImageChops.soft_light(image, tone), abs(warm))
    return image


def _contrast(v: float) -> float:
    """A gentle S."""
    return v + 0.12 * (v - 0.5) * 4 * v * (1 - v)
