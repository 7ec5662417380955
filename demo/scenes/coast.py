"""The sea and its people: harbour, boats, lighthouse, karst bay."""

import math

from demo.scenes.canvas import Canvas, Point, arc, clear, mix, points
from demo.scenes.light import (
    beams,
    clouds,
    glow,
    haze,
    reflect,
    ripples,
    sky,
    sun,
    texture,
)
from demo.scenes.things import boat, person, ridge


def harbour_dusk(canvas: Canvas) -> None:
    """A container ship under gantry cranes, lamps coming on."""
    sky(canvas, (0, "#22345c"), (260, "#5d6b93"), (470, "#e08a68"), (590, "#ffc98a"))
    clouds(
        canvas, (0, 1), (520, 0.3), light="#f5a583", shade="#3b4468", cover=0.5, flat=5
    )
    canvas.lay("#46486a", canvas.mask(ridge(canvas, 602, 84)))
    haze(canvas, "#ffb884", (470, 0), (600, 0.5), (604, 0))
    lamps: list[Point] = []
    for x, size, tone in (
        (1300, 0.62, "#4a4a68"),
        (1090, 0.74, "#3d3e5c"),
        (830, 0.9, "#2f3050"),
        (500, 1.1, "#24243f"),
    ):
        lamps += _crane(canvas, x, 640, 470 * size, tone)
    _ship(canvas, 620, 640, 900)
    canvas.box("-20,616 330,645", "#1a1c30")
    for number in range(14):
        _container(canvas, -10 + number * 24, 616, 24, 13, rows=2 + number % 3)
    reflect(canvas, 642, tint="#1c2340", share=0.3, ripple=9)
    _tug(canvas, 1310, 800, 250)
    ripples(canvas, (650, 0.05), (800, 0.25), (1067, 0.35), colour="#ffcf9e", count=380)
    glow(canvas, lamps, 3.4, "#ffe2a0")
    glow(canvas, [(1295, 696), (1336, 742)], 3, "#ff6a4a")


def _crane(canvas: Canvas, x: float, y: float, size: float, tone: str) -> list[Point]:
    """A ship-to-shore crane, its boom out over the water; gives its lamps."""
    legs = ((-0.16, 0.02), (0.12, -0.02))
    for foot, lean in legs:
        canvas.line(
            [(x + foot * size, y), (x + (foot + lean) * size, y - size * 0.62)],
            tone,
            size * 0.028,
        )
    canvas.at(x, y, size).line("-0.16,-0.3 0.12,-0.3", tone, 0.022)
    canvas.at(x, y, size).line("-0.15,-0.28 0.11,-0.6", tone, 0.012)
    boom = y - size * 0.62
    canvas.rect(x - 0.34 * size, boom - size * 0.03, x + 0.78 * size, boom, tone)
    top = (x + 0.0 * size, y - size * 0.95)
    canvas.line(
        [(x - 0.1 * size, boom), top, (x + 0.1 * size, boom)], tone, size * 0.02
    )
    for end in (-0.32, 0.42, 0.74):
        canvas.line([top, (x + end * size, boom)], tone, size * 0.008)
    canvas.rect(x - 0.3 * size, boom, x - 0.16 * size, boom + size * 0.07, tone)
    hook = x + 0.36 * size
    canvas.line([(hook, boom), (hook, boom + size * 0.22)], tone, size * 0.006)
    canvas.rect(
        hook - size * 0.07,
        boom + size * 0.22,
        hook + size * 0.07,
        boom + size * 0.27,
        "#b5523c",
    )
    return [top, *((x + share * size, boom + 3) for share in (-0.2, 0.1, 0.4, 0.7))]


def _ship(canvas: Canvas, x: float, y: float, length: float) -> None:
    left, right = x - length / 2, x + length / 2
    hull = [
        (left, y - 72),
        (left + 26, y + 6),
        (right - 60, y + 6),
        (right + 34, y - 88),
        (right - 60, y - 66),
        (left + 150, y - 66),
    ]
    for number in range(24):
        _container(
            canvas,
            left + 170 + number * 25,
            y - 64,
            25,
            16,
            rows=3 + (number * 7 + number // 5) % 3,
        )
    canvas.poly(hull, "#2c2540")
    canvas.poly(
        [
            (left + 10, y - 18),
            (left + 26, y + 6),
            (right - 60, y + 6),
            (right - 48, y - 18),
        ],
        "#7a2f35",
    )
    canvas.at(left, y).box("40,-190 130,-66", "#d8c9c0")
    canvas.at(left, y).box("24,-206 146,-184", "#efe0d2")
    for deck in range(5):
        canvas.rect(
            left + 48,
            y - 176 + deck * 22,
            left + 122,
            y - 166 + deck * 22,
            "#ffdf9a" if deck % 2 else "#5b5570",
        )
    canvas.at(left, y).box("60,-250 66,-206", "#3a3550")
    canvas.at(left, y).box("84,-240 112,-206", "#a03d3a")


def _container(
    canvas: Canvas, x: float, y: float, width: float, height: float, *, rows: int
) -> None:
    """A stack of boxes that stands on `y`."""
    for row in range(rows):
        tone = canvas.choice(
            "#b5482f", "#2f6b86", "#c9963a", "#4b7a55", "#8a8f9c", "#7c3347", "#31497a"
        )
        tone = mix(tone, "#2a2440", 0.3)
        top = y - (row + 1) * height
        canvas.rect(x, top, x + width - 1.5, top + height - 1.5, tone)
        canvas.rect(x, top, x + width - 1.5, top + 2, mix(tone, "#ffd0a0", 0.35))


def _tug(canvas: Canvas, x: float, y: float, length: float) -> None:
    canvas.poly(
        [
            (x - length * 0.5, y - 30),
            (x - length * 0.44, y + 14),
            (x + length * 0.4, y + 14),
            (x + length * 0.53, y - 46),
        ],
        "#1d1b2e",
    )
    canvas.line([(x - length * 0.5, y - 30), (x + length * 0.53, y - 46)], "#c7763f", 5)
    canvas.rect(x - length * 0.1, y - 92, x + length * 0.2, y - 34, "#d9c6b4")
    canvas.rect(x - length * 0.06, y - 84, x + length * 0.17, y - 62, "#39405e")
    canvas.rect(x - length * 0.14, y - 102, x + length * 0.24, y - 92, "#b5482f")
    canvas.rect(x - length * 0.28, y - 76, x - length * 0.2, y - 30, "#3a3550")
    for side in (-0.4, -0.24, 0.3):
        canvas.oval(x + length * side, y - 6, 11, 11, "#0f0e1a")
    canvas.poly(
        [
            (x - length * 0.6, y + 14),
            (x - length * 1.3, y + 40),
            (x - length * 0.5, y + 24),
        ],
        "#ffe6c455",
    )


def fishing_dawn(canvas: Canvas) -> None:
    """A fisherman throws his net into the sunrise."""
    sky(canvas, (0, "#3b4f7d"), (220, "#a5798c"), (400, "#f79a5b"), (520, "#ffd98a"))
    clouds(
        canvas,
        (0, 1),
        (470, 0.4),
        light="#ffc48f",
        shade="#6a5878",
        cover=0.48,
        flat=4.5,
    )
    sun(canvas, 1080, 470, 78, "#fff3cc", "#ff9a4d")
    canvas.lay("#8a6276", canvas.mask(ridge(canvas, 524, 60)))
    haze(canvas, "#ffbe7a", (420, 0), (520, 0.55), (526, 0))
    for x, size in ((240, 70), (1330, 90), (1460, 56)):
        _trawler(canvas, x, 524, size, "#6b4a58")
    reflect(canvas, 524, tint="#54405c", share=0.18, ripple=8)
    ripples(canvas, (530, 0.1), (700, 0.4), (1067, 0.45), colour="#fff0c0", count=700)
    canvas.poly("300,800 930,800 800,950 420,930", "#3a263880")
    boat(canvas, 610, 800, 640, "#241a26", rise=0.16, depth=0.13)
    joints = person(
        canvas,
        770,
        746,
        290,
        "#2a1c28",
        pose="throw",
        legs="#1d141e",
        hat="#3a2730",
        skin="#2a1a1c",
    )
    person(
        canvas,
        400,
        752,
        200,
        "#2a1c28",
        pose="sit",
        legs="#1d141e",
        hat="#3a2730",
        skin="#2a1a1c",
    )
    canvas.line("470,690 300,850", "#1d141e", 5)
    _net(canvas, joints[7])


def _net(canvas: Canvas, hand: Point) -> None:
    """A cast net opening in the air, as thin lines around its mouth."""
    cx, cy = hand[0] + 270, hand[1] - 10
    mouth = [(x + math.sin(y / 17) * 6, y) for x, y in arc(cx, cy, 84, 185, 0, 360, 60)]
    for x, y in mouth[:-1]:
        for share in (0.25, 0.5, 0.75):
            canvas.oval(
                hand[0] + (x - hand[0]) * share,
                hand[1] + (y - hand[1]) * share - 30 * math.sin(math.pi * share),
                1.2,
                1.2,
                "#ffe9c0a0",
            )
        bend = ((hand[0] + x) / 2, (hand[1] + y) / 2 - 34)
        canvas.curve([hand, bend, (x, y)], "#ffe9c088", 0.9)
    for share in (0.3, 0.45, 0.6, 0.75, 0.9):
        ring = [
            (
                hand[0] + (x - hand[0]) * share,
                hand[1] + (y - hand[1]) * share - 34 * math.sin(math.pi * share),
            )
            for x, y in mouth
        ]
        canvas.line(ring, "#ffe9c07a", 0.9)
    canvas.line(mouth, "#fff3d8", 2)
    for x, y in mouth[::3]:
        canvas.at(x, y).disc("0,0 2.6,2.6", "#fff3d8")


def _trawler(canvas: Canvas, x: float, y: float, size: float, tone: str) -> None:
    canvas.at(x, y, size).poly("-1,-0.2 -0.8,0 0.8,0 1.1,-0.42", tone)
    canvas.at(x, y, size).box("-0.6,-0.6 -0.1,-0.15", tone)
    for mast, high in ((-0.3, 1.2), (0.35, 1.0)):
        canvas.line(
            [(x + mast * size, y - size * 0.2), (x + mast * size, y - size * high)],
            tone,
            2,
        )
        canvas.line(
            [(x + mast * size, y - size * high), (x + size, y - size * 0.35)], tone, 1
        )


def lighthouse(canvas: Canvas) -> None:
    """A lighthouse on its rock sends two beams through the night."""
    sky(canvas, (0, "#0b1430"), (400, "#1c3157"), (700, "#4c6c8e"))
    for _star in range(420):
        x, y = canvas.uniform(0, 1600), canvas.uniform(0, 620)
        size = canvas.uniform(0.5, 1.6)
        canvas.at(x, y, size).disc(
            "0,0 1,1", clear("#ffffff", canvas.uniform(0.2, 0.9))
        )
    clouds(
        canvas,
        (250, 0),
        (620, 0.8),
        light="#5b7795",
        shade="#14233f",
        cover=0.5,
        flat=5,
    )
    lamp = (1090, 286)
    for spread, tone in (
        (190, "#2b2a22"),
        (120, "#3d3a2c"),
        (60, "#5b5540"),
        (22, "#8a8058"),
    ):
        ends = ((-100, 150, 1.0), (1760, 312, 0.62))
        shapes = [
            [lamp, (x, y - spread * size), (x, y + spread * size)]
            for x, y, size in ends
        ]
        beams(canvas, shapes, tone, 6 + spread / 12)
    canvas.lay("#1c2f4a", canvas.mask(ridge(canvas, 716, 50)))
    reflect(canvas, 712, tint="#0d1c34", share=0.4, ripple=10)
    ripples(canvas, (720, 0.08), (1067, 0.3), colour="#9fc0d8", count=500)
    _rock(canvas)
    tower = points("1044,640 1062,330 1118,330 1136,640")
    canvas.poly(tower, "#d9dfe4")
    for top in (372, 470, 568):
        share = (top - 330) / 310
        left, right = 1062 - 18 * share, 1118 + 18 * share
        canvas.poly(
            [(left, top), (right, top), (right + 3, top + 50), (left - 3, top + 50)],
            "#b1343a",
        )
    shade = points("1094,330 1118,330 1136,640 1098,640")
    canvas.poly(shade, "#0e1830b0")
    canvas.box("1050,318 1130,330", "#20293a")
    canvas.box("1068,262 1112,318", "#2a3346")
    canvas.box("1074,270 1106,314", "#fff2c0")
    canvas.poly("1060,264 1090,226 1120,264", "#7d2930")
    for post in range(1052, 1132, 10):
        canvas.line([(post, 318), (post, 300)], "#20293a", 1.6)
    canvas.box("1150,590 1240,650", "#c9cfd4")
    canvas.poly("1142,592 1195,556 1248,592", "#6a2b30")
    canvas.box("1178,606 1200,630", "#ffd98a")
    glow(canvas, [lamp], 17, "#fff0b8", strength=1.3)
    glow(canvas, [(1189, 618)], 6, "#ffd07a")
    _foam(canvas)


def _rock(canvas: Canvas) -> None:
    outline = points(
        "700,800 800,730 870,700 930,668 1010,640 1180,634 1290,650 1380,690 1480,740 1640,780 1640,1100 620,1100 640,860"
    )
    rough = []
    for a, b in zip(outline, outline[1:], strict=False):
        for step in range(6):
            share = step / 6
            rough.append(
                (
                    a[0] + (b[0] - a[0]) * share + canvas.uniform(-9, 9),
                    a[1] + (b[1] - a[1]) * share + canvas.uniform(-9, 9),
                )
            )
    mask = canvas.mask(rough)
    canvas.lay("#1b2436", mask)
    for _facet in range(240):
        x, y = canvas.uniform(680, 1600), canvas.uniform(650, 1060)
        if mask.getpixel(
            (
                min(mask.width - 1, int(x * canvas.unit)),
                min(mask.height - 1, int(y * canvas.unit)),
            )
        ):
            w, h = canvas.uniform(16, 60), canvas.uniform(8, 26)
            canvas.poly(
                [
                    (x, y),
                    (x + w * 0.5, y - h),
                    (x + w, y + h * 0.2),
                    (x + w * 0.4, y + h),
                ],
                clear(canvas.choice("#3b4a63", "#2a374f", "#10182a"), 0.5),
            )
    texture(canvas, mask, 26, strength=0.6)


def _foam(canvas: Canvas) -> None:
    """Surf along the foot of the rock."""
    for _splash in range(900):
        along = canvas.chance()
        x = 628 + along**1.6 * 90 - canvas.random.expovariate(1 / 24)
        y = 1080 - along * 300 + canvas.gauss(0, 5)
        share = canvas.uniform(0.05, 0.4)
        canvas.oval(x, y, canvas.uniform(2, 12), 1.4, clear("#e3edf2", share))


SCENES = (harbour_dusk, fishing_dawn, lighthouse)
