"""Fields: rice in rain, terraces, coffee, tea, salt, flowers at night."""

import math

from demo.scenes.canvas import Camera, Canvas, clear, mix
from demo.scenes.light import (
    clouds,
    fade,
    haze,
    rain,
    reflect,
    sky,
    sun,
    texture,
)
from demo.scenes.things import palm, person, ridge, tree, treeline


def rice_rain(canvas: Canvas) -> None:
    """Four people plant rice in the rain; hills dissolve behind them."""
    sky(canvas, (0, "#66767d"), (260, "#9fadaf"), (430, "#cbd2cc"))
    clouds(canvas, (0, 1), (430, 0.2), light="#b9c3c4", shade="#4f5d64", cover=0.75)
    for y, rise, tone in (
        *((420, 190, "#9aaaa8"), (430, 120, "#7f938d"), (440, 60, "#5f7a6c")),
    ):
        canvas.lay(tone, canvas.mask(ridge(canvas, y, rise)))
        haze(canvas, "#bcc8c5", (y - 90, 0), (y, 0.75))
    treeline(canvas, 440, 34, "#4d685a", "#6f8a74")
    palm(canvas, 1330, 440, 92, "#48604f")
    palm(canvas, 1368, 440, 70, "#48604f", lean=-0.1)
    haze(canvas, "#b7c4c0", (370, 0), (436, 0.55), (450, 0.0))
    reflect(canvas, 438, tint="#6f8588", share=0.3, ripple=2)
    _seedlings(canvas)
    people = (
        *((420, 700, 190, "#8c2f3a"), (640, 640, 150, "#2f5d6b")),
        *((935, 760, 230, "#54633f"), (1230, 650, 158, "#a8672b")),
    )
    for x, y, height, coat in people:
        facing = -1 if x > 800 else 1
        canvas.poly(
            [
                (x - 12, y),
                (x + 14, y),
                (x + 8, y + height * 0.5),
                (x - 8, y + height * 0.5),
            ],
            "#26323255",
        )
        person(
            canvas,
            x,
            y,
            height,
            coat,
            pose="bend",
            facing=facing,
            legs="#24302e",
            hat="#d8c595",
            skin="#6d4c38",
        )
        for side in (-0.12, 0.02, 0.14):
            blade(canvas, x + side * height, y + 6, height * 0.2)
    _seedlings(canvas, start=0.55)
    rain(canvas, count=1300)
    haze(canvas, "#c9d3d0", (250, 0.0), (440, 0.25), (640, 0.05), (1067, 0))


def _seedlings(canvas: Canvas, start: float = 0.0) -> None:
    """Rows of young rice that come towards the viewer, with their blades."""
    camera = Camera(horizon=436, height=2.1, focal=900)
    far = 70.0
    while far > 2.9:
        far *= 0.955
        y = camera.at(0, 0, far)[1]
        if y < 436 + 640 * start:
            continue
        size = camera.size(far)
        step = 0.55 if far < 14 else 1.1
        reach = int(850 / size / step)
        for column in range(-reach, reach + 1):
            x = camera.at(column * step + canvas.gauss(0, 0.05), 0, far)[0]
            blade(canvas, x, y, size * 0.34)


def blade(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A tuft of rice, dark at its foot and mirrored in the water."""
    canvas.at(x, y, height).line("0,0 0,0.45", "#2c4a3a3c", 0.22)
    for number in range(3 if height < 30 else 8):
        tone = mix("#2f5a30", "#a9c56a", canvas.chance() * number / 5)
        lean = canvas.gauss(0, 0.3) * height
        tip = (x + lean, y - height * canvas.uniform(0.7, 1.15))
        middle = (x + lean * 0.4, y - height * 0.55)
        canvas.line([(x, y), middle, tip], tone, max(0.8, height * 0.034))


def terraces(canvas: Canvas) -> None:
    """Ripe terraces step down around a spur of the hill in the last light."""
    sky(canvas, (0, "#5f87ad"), (180, "#a9bfc6"), (330, "#f3d9a6"))
    clouds(canvas, (0, 1), (300, 0), light="#fff0cf", shade="#8b8d9c", cover=0.5)
    sun(canvas, 330, 190, 32, "#fff6d8", "#ffc873")
    for y, rise, tone in (
        *((350, 200, "#93a6b0"), (385, 150, "#738f8d"), (420, 110, "#577863")),
    ):
        canvas.lay(tone, canvas.mask(ridge(canvas, y, rise)))
        haze(canvas, "#f3d8a4", (y - 130, 0), (y + 10, 0.6), (y + 40, 0))
    for number in range(27):
        _terrace(canvas, number / 26)
    for x, y, height in ((985, 352, 96), (1255, 348, 104), (1310, 372, 78)):
        tree(canvas, x, y, height, "#34502c", "#b7ad55", leaves=160)
    _stilt_house(canvas, 1075, 362, 118)
    _stilt_house(canvas, 1190, 352, 96)
    for x, y, height, coat in (
        *(
            (390, 868, 100, "#2c4173"),
            (462, 880, 96, "#8c2740"),
            (760, 700, 66, "#353b52"),
        ),
    ):
        person(canvas, x, y, height, coat, pose="bend", hat="#ecdcae", facing=1)
    texture(canvas, fade(canvas, (300, 0), (420, 1)), 46, 3, strength=0.6)
    haze(canvas, "#ffdf9e", (300, 0), (400, 0.3), (640, 0.08), (1067, 0))


def _terrace(canvas: Canvas, near: float) -> None:
    """One step: a strip of ripe rice, its lit edge, and the dark bank below it."""
    base = 408 + 640 * near**1.35
    thick = 9 + 50 * near
    spur = 1 - near * 0.55

    def slope(x: float) -> float:
        bump = 150 * spur * math.exp(-(((x - 1130) / (300 + 260 * near)) ** 2))
        dent = 70 * math.exp(-(((x - 560) / 330) ** 2)) * (0.4 + near)
        wiggle = math.sin(x / 88 + near * 21) * (2 + 9 * near)
        return base - bump + dent + wiggle

    line = [(x, slope(x)) for x in range(-40, 1680, 16)]
    rice = canvas.between("#d2a93f", "#f0d67c")
    rice = mix(rice, "#8aa04a", canvas.random.choice((0, 0, 0.2, 0.7)))
    canvas.poly([*line, (1680, 1100), (-40, 1100)], mix(rice, "#7b5f2e", 0.22 * near))
    for x, y in line:
        for _blade in range(2 + round(5 * near)):
            px, lift = x + canvas.uniform(-9, 9), canvas.chance()
            top = y - thick * 0.12 + thick * 0.5 * lift
            tone = mix(rice, "#6b5420" if lift > 0.5 else "#fff0b0", 0.5)
            canvas.line(
                [(px, top), (px + 2, top + thick * 0.26)],
                clear(tone, 0.5),
                0.8 + 1.4 * near,
            )
    edge = [(x, y + thick * 0.55) for x, y in line]
    bank = [(x, y + thick * (0.72 + 0.2 * near)) for x, y in line]
    canvas.poly([*edge, *reversed(bank)], "#4a4520")
    canvas.line(edge, "#ffeeb4", 0.8 + 1.6 * near)


def _stilt_house(canvas: Canvas, x: float, y: float, size: float) -> None:
    for post in (-0.38, -0.13, 0.13, 0.38):
        canvas.rect(
            x + post * size - 3, y - size * 0.3, x + post * size + 3, y, "#3a2a1c"
        )
    canvas.at(x, y, size).box("-0.44,-0.52 0.44,-0.26", "#7a5632")
    canvas.at(x, y, size).box("-0.1,-0.48 0.06,-0.27", "#2c1f16")
    roof = canvas.at(x, y, size)("-0.6,-0.5 -0.34,-0.86 0.34,-0.86 0.6,-0.5")
    canvas.poly(roof, "#6a5138")
    canvas.poly(
        [
            roof[0],
            roof[1],
            (x - size * 0.1, y - size * 0.86),
            (x - size * 0.2, y - size * 0.5),
        ],
        "#a8854e",
    )


SCENES = (rice_rain, terraces)
