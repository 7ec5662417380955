"""Still places: a pagoda by a lake, a bay of karsts, a dam, boats on a beach."""

import math

from demo.scenes.canvas import Canvas, clear, mix, points, smooth
from demo.scenes.light import (
    clouds,
    fade,
    haze,
    reflect,
    ripples,
    sky,
    sun,
    texture,
    within,
)
from demo.scenes.things import boat, person, ridge, tree, treeline


def pagoda_lake(canvas: Canvas) -> None:
    """A pagoda on its island in the morning mist, a red bridge leading to it."""
    sky(canvas, (0, "#7fa0a8"), (250, "#d4d9c8"), (480, "#f6e3bd"))
    clouds(canvas, (0, 0.9), (360, 0), light="#ffffff", shade="#9fb3b5", cover=0.45)
    sun(canvas, 1230, 250, 38, "#fffdf0", "#ffe7b0")
    for y, rise, tone in (
        (470, 220, "#b3c2bb"),
        (490, 140, "#8fa69b"),
        (512, 80, "#6c8a78"),
    ):
        canvas.lay(tone, canvas.mask(ridge(canvas, y, rise)))
        haze(canvas, "#f3e6c8", (y - 140, 0), (y, 0.75), (y + 30, 0))
    treeline(canvas, 532, 44, "#587a62", "#a3b27c")
    haze(canvas, "#f3e6c8", (440, 0), (525, 0.5), (540, 0))
    canvas.poly(
        [*smooth(points("360,556 520,528 800,520 1010,530 1090,556"))],
        "#4c6a47",
    )
    for x, y, high in (
        (420, 546, 190),
        (960, 542, 230),
        (1030, 552, 160),
        (510, 540, 150),
    ):
        tree(canvas, x, y, high, "#2f5138", "#a9b868", leaves=220)
    _pagoda(canvas, 720, 534, 340)
    _arched_bridge(canvas, 1060, 548, 430)
    reflect(canvas, 556, tint="#5f7f78", share=0.26, ripple=4)
    for _pad in range(150):
        near = canvas.chance() ** 0.8
        side = canvas.random.choice((canvas.gauss(170, 170), canvas.gauss(1450, 130)))
        _lotus(canvas, side, 690 + 380 * near, 14 + 34 * near)
    ripples(canvas, (560, 0.05), (1067, 0.22), colour="#fff6da", count=260)
    boat(canvas, 760, 770, 250, "#4a3a2c", rise=0.1, depth=0.12)
    person(canvas, 690, 760, 118, "#6b4a5a", pose="row", hat="#ead9a6", legs="#2e2c30")
    haze(canvas, "#fff0cf", (430, 0), (560, 0.26), (700, 0))


def _pagoda(canvas: Canvas, x: float, y: float, height: float) -> None:
    canvas.rect(
        x - height * 0.42, y - height * 0.06, x + height * 0.42, y + 6, "#8c8a7e"
    )
    for tier in range(3):
        wide = height * (0.36 - tier * 0.085)
        low = y - height * (0.06 + tier * 0.27)
        high = low - height * 0.18
        canvas.rect(x - wide, high, x + wide, low, "#c99a55")
        canvas.rect(x + wide * 0.3, high, x + wide, low, "#a3783f")
        for pillar in range(5):
            px = x - wide * 0.9 + pillar * wide * 0.45
            canvas.rect(px - 3, high, px + 3, low, "#5c2a20")
        canvas.rect(
            x - wide * 0.16, high + height * 0.04, x + wide * 0.16, low, "#2b1a18"
        )
        _curved_roof(canvas, x, high, wide * 1.45, height * 0.11)
    canvas.at(x, y, height).line("0,-0.86 0,-1.02", "#c99a3c", 5 / height)
    canvas.oval(x, y - height * 1.02, 7, 7, "#e3b857")


def _curved_roof(canvas: Canvas, x: float, y: float, half: float, rise: float) -> None:
    """Tiles between two corners that turn up."""
    left = smooth(
        [
            (x - half, y - rise * 0.18),
            (x - half * 0.8, y + rise * 0.08),
            (x - half * 0.4, y - rise * 0.5),
            (x - half * 0.14, y - rise),
        ]
    )
    right = [(2 * x - px, py) for px, py in reversed(left)]
    canvas.poly(
        [
            *left,
            *right,
            (x + half * 0.8, y + rise * 0.2),
            (x - half * 0.8, y + rise * 0.2),
        ],
        "#7a4030",
    )
    canvas.poly(
        [
            (x + half * 0.14, y - rise),
            *right[1:],
            (x + half * 0.7, y + rise * 0.2),
            (x + half * 0.1, y + rise * 0.2),
        ],
        "#5c2f25",
    )
    for tile in range(-6, 7):
        canvas.line(
            [
                (x + tile * half * 0.022, y - rise * 0.95),
                (x + tile * half * 0.12, y + rise * 0.12),
            ],
            "#4a241c",
            1.4,
        )
    canvas.line(left, "#b98a5c", 3)
    canvas.line(right, "#8f6844", 3)


def _arched_bridge(canvas: Canvas, x: float, y: float, length: float) -> None:
    deck = smooth(
        [
            (x, y),
            (x + length * 0.3, y - 34),
            (x + length * 0.6, y - 38),
            (x + length, y - 6),
            (x + length * 1.5, y + 4),
        ],
        10,
    )
    for number, (px, py) in enumerate(deck):
        if number % 5 == 0:
            canvas.line([(px, py), (px, y + 14)], "#8a2f26", 6)
        canvas.at(px, py).line("0,0 0,-26", "#b5392c", 2.4)
    canvas.line(deck, "#a3342a", 9)
    for up in (14, 26):
        canvas.line([(px, py - up) for px, py in deck], "#c9473a", 3)


def _lotus(canvas: Canvas, x: float, y: float, size: float) -> None:
    tone = canvas.between("#3c6a4a", "#8fb06a")
    canvas.at(x, y, size).disc("0,0 1,0.3", mix(tone, "#16301f", 0.4))
    canvas.oval(x - 1, y - 2, size * 0.95, size * 0.27, tone)
    if canvas.chance() < 0.16:
        for petal in range(-3, 4):
            px = x + petal * size * 0.13
            up = size * (0.75 - abs(petal) * 0.12)
            canvas.poly(
                [
                    (px - size * 0.1, y - up * 0.4),
                    (x + petal * size * 0.2, y - up),
                    (px + size * 0.1, y - up * 0.4),
                    (x, y),
                ],
                canvas.between("#e88aa6", "#ffe3ea"),
            )


def karst_bay(canvas: Canvas) -> None:
    """Islands of limestone one behind the other, a junk between them."""
    sky(canvas, (0, "#3f7fa8"), (260, "#9cc4cf"), (470, "#f3ead0"))
    clouds(canvas, (0, 1), (380, 0.2), light="#ffffff", shade="#93aebb", cover=0.5)
    sun(canvas, 420, 240, 34, "#fffbe8", "#ffe9b0")
    layers = (
        *(
            (
                505,
                0.2,
                ((180, 150, 120), (560, 210, 150), (1010, 170, 120), (1430, 230, 170)),
            ),
        ),
        *((525, 0.48, ((340, 230, 130), (870, 150, 100), (1230, 300, 150))),),
        *((560, 0.78, ((90, 330, 170), (700, 170, 90), (1500, 380, 190))),),
    )
    for y, near, islands in layers:
        for x, high, half in islands:
            _karst(canvas, x, y, high, half, near)
        haze(canvas, "#f3ecd6", (y - 160, 0), (y, 0.5 - near * 0.35), (y + 20, 0))
    reflect(canvas, 566, tint="#2f7276", share=0.42, ripple=6)
    _junk(canvas, 980, 690, 330)
    _junk(canvas, 520, 600, 110)
    for x, y, size in ((300, 880, 230), (1330, 830, 170)):
        boat(canvas, x, y, size, "#3c4a44", rise=0.1, depth=0.12)
        person(
            canvas,
            x - size * 0.2,
            y - size * 0.05,
            size * 0.46,
            "#8c3a4a",
            pose="row",
            hat="#ead9a6",
            legs="#2a3034",
        )
    ripples(canvas, (570, 0.08), (1067, 0.4), colour="#eaf6ee", count=620)


def _karst(
    canvas: Canvas, x: float, y: float, high: float, half: float, near: float
) -> None:
    """A steep island: rock below, bush on its crown and in its cracks."""
    left, right = [], []
    for step in range(15):
        share = step / 14
        wide = half * (1 - share**2.6) * (1 + 0.1 * math.sin(share * 11 + x))
        left.append((x - wide + canvas.gauss(0, half * 0.03), y - high * share))
        right.append((x + wide + canvas.gauss(0, half * 0.03), y - high * share))
    outline = [*left, *reversed(right)]
    air = "#c3d6d6"
    canvas.poly(outline, mix(air, "#6d7a70", near))
    mask = canvas.mask(outline)
    for _patch in range(int(70 + 160 * near)):
        share = canvas.chance() ** 0.6
        px = x + canvas.uniform(-1, 1) * half * (1 - share**2.6)
        size = half * canvas.uniform(0.04, 0.11)
        lit = 0.5 - (px - x) / half * 0.5 + canvas.uniform(-0.2, 0.2)
        green = mix("#2f4f38", "#93a968", lit)
        spot = [
            (px + math.cos(a) * size * 1.2, y - high * share + math.sin(a) * size * 0.8)
            for a in (n * 0.9 for n in range(7))
        ]
        canvas.poly(spot, mix(air, green, near))
    for _crack in range(int(6 + 12 * near)):
        px = x + canvas.uniform(-0.8, 0.8) * half
        top = y - high * canvas.uniform(0.2, 0.7)
        canvas.line(
            [(px, top), (px + canvas.gauss(0, 6), top + high * 0.2)],
            mix(air, "#d9d2bb", near),
            1.5 + 3 * near,
        )
    shade = canvas.mask(
        [
            (x + half * 0.15, y - high * 1.05),
            (x + half * 1.3, y - high * 1.05),
            (x + half * 1.3, y + 4),
            (x + half * 0.3, y + 4),
        ],
        blur=half * 0.12,
    )
    canvas.lay(
        mix(air, "#2c3f42", near), within(mask, shade).point(lambda v: int(v * 0.45))
    )
    canvas.at(x, y, half).line("-1.02,0 1.02,0", mix(air, "#3a4a46", near), 5 / half)


def _junk(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.at(x, y, size).poly(
        "-0.5,-0.16 -0.4,0.04 0.38,0.04 0.52,-0.2 0.3,-0.1 -0.3,-0.1", "#5b3a28"
    )
    canvas.at(x, y, size).box("-0.3,-0.2 0.2,-0.09", "#7d5538")
    for number in range(6):
        left = x - size * 0.27 + number * size * 0.078
        canvas.at(left, y, size).box("0,-0.18 0.045,-0.13", "#e9d7a6")
    for mast, high, wide in ((-0.18, 0.7, 0.2), (0.12, 0.9, 0.26), (0.36, 0.56, 0.16)):
        mx = x + mast * size
        canvas.line(
            [(mx, y - size * 0.1), (mx, y - size * high)], "#3c281c", size * 0.012
        )
        sail = [
            (mx - wide * size * 0.5, y - size * 0.2),
            (mx - wide * size * 0.42, y - size * high * 0.9),
            (mx + wide * size * 0.3, y - size * high * 0.98),
            (mx + wide * size * 0.62, y - size * 0.5),
            (mx + wide * size * 0.5, y - size * 0.18),
        ]
        canvas.poly(sail, "#b5532f")
        canvas.poly(
            [sail[2], sail[3], sail[4], (mx + wide * size * 0.2, y - size * 0.19)],
            "#8c3a24",
        )
        for rib in range(1, 5):
            share = rib / 5
            canvas.line(
                [
                    (
                        mx - wide * size * 0.47,
                        y - size * (0.2 + (high * 0.9 - 0.2) * share),
                    ),
                    (
                        mx + wide * size * 0.5,
                        y - size * (0.18 + (high * 0.8 - 0.18) * share),
                    ),
                ],
                "#6b2c1c",
                size * 0.006,
            )


def dam(canvas: Canvas) -> None:
    """A dam opens its gates; spray stands in the valley."""
    sky(canvas, (0, "#6f8fa3"), (300, "#c3d0cc"), (420, "#dfe3d3"))
    clouds(canvas, (0, 1), (360, 0.3), light="#f6f8f4", shade="#7d909b", cover=0.62)
    for y, rise, tone in (
        (380, 210, "#9db0b0"),
        (430, 170, "#6f8d7f"),
        (470, 120, "#4b6f58"),
    ):
        canvas.lay(tone, canvas.mask(ridge(canvas, y, rise)))
        haze(canvas, "#dbe4dc", (y - 150, 0), (y, 0.45), (y + 40, 0))
    for side in (-1, 1):
        _bank(canvas, side)
    canvas.poly("250,430 1350,430 1250,860 360,860", "#a9aaa2")
    texture(
        canvas,
        canvas.mask(points("250,430 1350,430 1250,860 360,860")),
        40,
        0.4,
        strength=0.7,
    )
    for number in range(9):
        x = 300 + number * 122
        canvas.poly(
            [
                (x, 400),
                (x + 34, 400),
                (x + 34 - (x - 783) * 0.1, 690),
                (x - (x - 783) * 0.1, 690),
            ],
            "#c4c4ba",
        )
        canvas.poly(
            [
                (x + 24, 400),
                (x + 34, 400),
                (x + 34 - (x - 783) * 0.1, 690),
                (x + 22 - (x - 783) * 0.1, 690),
            ],
            "#85877f",
        )
    canvas.box("220,392 1380,424", "#d3d2c6")
    canvas.box("220,418 1380,426", "#6c6f6a")
    for number in range(30):
        canvas.rect(228 + number * 39, 378, 231 + number * 39, 394, "#6c6f6a")
    for number in (1, 2, 4, 5, 6):
        _spill(canvas, 300 + number * 122 + 34, number)
    canvas.poly("180,860 1420,860 1760,1090 -160,1090", "#7fa0a0")
    texture(
        canvas,
        canvas.mask(points("180,860 1420,860 1760,1090 -160,1090")),
        50,
        4,
        strength=0.9,
    )
    _spray(canvas)


def _bank(canvas: Canvas, side: int) -> None:
    centre = 800
    outline = [
        (centre + side * x, y)
        for x, y in (
            (860, 260),
            (640, 340),
            (540, 420),
            (450, 620),
            (430, 860),
            (860, 1090),
        )
    ]
    canvas.poly(outline, "#3c5f45")
    mask = canvas.mask(outline)
    for _bush in range(420):
        x = centre + side * canvas.uniform(440, 840)
        y = canvas.uniform(300, 1060)
        size = canvas.uniform(10, 26)
        if mask.getpixel(
            (min(mask.width - 1, max(0, int(x * canvas.unit))), int(y * canvas.unit))
        ):
            canvas.at(x, y, size).disc(
                "0,0 1.2,1", canvas.between("#24452f", "#7d9a5c")
            )


def _spill(canvas: Canvas, x: float, number: int) -> None:
    """Water that falls over one gate, in threads."""
    for _thread in range(130):
        start = x + canvas.uniform(2, 86)
        end = start + (start - 800) * 0.02 + canvas.gauss(0, 5)
        drop = canvas.uniform(640, 880)
        tone = clear(canvas.between("#d8e6e4", "#ffffff"), 0.5)
        canvas.line([(start, 440), (end, drop)], tone, canvas.uniform(1.5, 5))


def _spray(canvas: Canvas) -> None:
    cloud = canvas.noise(260, 1.2, octaves=5)
    for y, reach, share in ((800, 150, 0.9), (900, 120, 0.8)):
        band = fade(canvas, (y - reach, 0), (y, share), (y + reach, 0))
        sides = canvas.mask(points("330,300 1270,300 1400,1090 220,1090"), blur=60)
        canvas.lay(
            "#f4f8f6",
            within(within(band, sides), cloud.point(lambda v: min(255, int(v * 1.5)))),
        )


SCENES = (pagoda_lake, karst_bay, dam)
