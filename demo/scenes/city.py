"""The city by day and night: a skyline, an elevated train."""

from demo.scenes.canvas import Canvas, Point, mix, points, smooth
from demo.scenes.light import (
    clouds,
    glow,
    haze,
    reflect,
    ripples,
    sky,
    sun,
)
from demo.scenes.things import boat, tree, windows


def skyline(canvas: Canvas) -> None:
    """Towers by a river at nightfall, the tallest lit to its tip."""
    sky(canvas, (0, "#0d1838"), (260, "#2c4076"), (470, "#8a6a92"), (610, "#f0a882"))
    clouds(
        canvas,
        (0, 0.9),
        (540, 0.3),
        light="#b590b0",
        shade="#1b2a56",
        cover=0.45,
        flat=5,
    )
    lamps: list[Point] = []
    for near, low, high, wide in (
        (0.15, 60, 210, 46),
        (0.45, 80, 300, 58),
        (0.85, 60, 240, 76),
    ):
        _towers(canvas, near, low, high, wide)
        haze(canvas, "#e89a86", (430, 0), (640, 0.34 - near * 0.3), (646, 0))
    lamps += _landmark(canvas, 930, 648, 560)
    lamps += _landmark(canvas, 420, 648, 380)
    canvas.box("-20,640 1620,656", "#0f1730")
    for x in range(0, 1620, 40):
        tree(
            canvas,
            x + canvas.uniform(-10, 10),
            650,
            34,
            "#0d1f24",
            "#2f4a3c",
            leaves=16,
        )
    lamps += [(x, 638) for x in range(20, 1600, 58)]
    reflect(canvas, 656, tint="#0d1632", share=0.22, ripple=10, squash=1.3)
    ripples(canvas, (660, 0.06), (1067, 0.25), colour="#ffc9a8", count=420)
    boat(canvas, 560, 850, 330, "#121a34", rise=0.1, depth=0.1)
    canvas.box("470,776 680,818", "#1a2444")
    lamps += [(484 + n * 22, 800) for n in range(9)]
    glow(canvas, lamps, 2.3, "#ffdc9a", strength=0.8)


def _towers(canvas: Canvas, near: float, low: float, high: float, wide: float) -> None:
    x = -30.0
    while x < 1640:
        width = wide * canvas.uniform(0.7, 1.5)
        height = canvas.uniform(low, high)
        top = 648 - height
        tone = mix("#7a6a94", "#131d3e", near)
        canvas.rect(x, top, x + width, 650, tone)
        canvas.rect(x + width * 0.72, top, x + width, 650, mix(tone, "#0a1028", 0.4))
        if canvas.chance() < 0.35:
            canvas.line([(x + width / 2, top), (x + width / 2, top - 36)], tone, 2)
        windows(
            canvas,
            (x + 3, top + 8, x + width - 3, 640),
            max(2, int(width / 11)),
            max(3, int(height / 13)),
            ["#ffdf9c", "#ffeecb", "#9fd0e8", "#ffc978"],
            share=0.24 + 0.2 * near,
            dark=mix(tone, "#0a1028", 0.25),
        )
        x += width + canvas.uniform(2, 26)


def _landmark(canvas: Canvas, x: float, y: float, height: float) -> list[Point]:
    """A tower that steps back as it rises."""
    lamps = []
    for number, (low, high, half) in enumerate(
        ((0, 0.55, 0.1), (0.5, 0.74, 0.078), (0.7, 0.86, 0.052), (0.84, 0.92, 0.028))
    ):
        left, right = x - half * height, x + half * height
        canvas.rect(left, y - high * height, right, y - low * height, "#1d2a55")
        canvas.rect(
            x + half * height * 0.35,
            y - high * height,
            right,
            y - low * height,
            "#141d40",
        )
        windows(
            canvas,
            (left, y - high * height, right, y - low * height),
            11 - number * 2,
            int((high - low) * height / 11),
            ["#ffe6ae", "#a8dcf0"],
            share=0.55,
            dark="#16204a",
        )
        canvas.rect(
            left - 2, y - high * height, right + 2, y - high * height + 4, "#ffd890"
        )
        lamps += [(left, y - high * height), (right, y - high * height)]
    canvas.at(x, y, height).line("0,-0.92 0,-1.04", "#ffd890", 3 / height)
    return [*lamps, (x, y - 1.04 * height)]


def city_train(canvas: Canvas) -> None:
    """An elevated train bends through the roofs in the morning."""
    sky(canvas, (0, "#6fa3c8"), (300, "#cfe0df"), (480, "#ffe6bd"))
    clouds(canvas, (0, 1), (420, 0.2), light="#ffffff", shade="#a3b8c6", cover=0.5)
    sun(canvas, 260, 240, 34, "#fffdf0", "#ffe2a3")
    for near, low, high, wide in ((0.05, 60, 220, 60), (0.3, 40, 150, 80)):
        _day_blocks(canvas, near, low, high, wide)
        haze(canvas, "#ffe9c6", (380, 0), (560, 0.5 - near), (620, 0.1), (800, 0))
    _roofs(canvas)
    top = smooth(points("1700,330 1330,432 1010,520 640,600 200,664 -60,690"), 20)
    for number, (x, y) in enumerate(top):
        if number % 14 == 8:
            size = 0.5 + (1700 - x) / 1700
            canvas.rect(x - 20 * size, y + 40, x + 20 * size, 1090, "#a8a79d")
            canvas.rect(x + 4 * size, y + 40, x + 20 * size, 1090, "#84847c")
            canvas.poly(
                [
                    (x - 62 * size, y + 44),
                    (x + 62 * size, y + 30),
                    (x + 24 * size, y + 96 * size),
                    (x - 24 * size, y + 100 * size),
                ],
                "#98978d",
            )
    canvas.poly(
        [*[(x, y + 4) for x, y in top], *[(x, y + 62) for x, y in reversed(top)]],
        "#c9c7ba",
    )
    canvas.poly(
        [*[(x, y + 40) for x, y in top], *[(x, y + 66) for x, y in reversed(top)]],
        "#8f8e84",
    )
    _train(canvas, top)
    canvas.line([(x, y - 4) for x, y in top], "#d9d7ca", 12)
    canvas.line([(x, y + 2) for x, y in top], "#9d9c92", 3)
    for x, y in top[::7]:
        canvas.at(x, y).line("0,0 0,-120", "#5d6668", 3)
    canvas.line([(x, y - 112) for x, y in top], "#5d6668", 1.4)
    for x, y, high in (
        (90, 1080, 330),
        (420, 1090, 250),
        (1330, 1090, 360),
        (1560, 1080, 300),
    ):
        tree(canvas, x, y, high, "#2f5a3a", "#b4c46a", leaves=320)


def _day_blocks(
    canvas: Canvas, near: float, low: float, high: float, wide: float
) -> None:
    x = -30.0
    while x < 1640:
        width, height = (
            wide * canvas.uniform(0.6, 1.4),
            canvas.uniform(low, high),
        )
        tone = mix("#c9d3d4", canvas.choice("#8fa0aa", "#b09a86", "#9fb0a6"), near * 2)
        canvas.rect(x, 620 - height, x + width, 640, tone)
        canvas.rect(
            x + width * 0.7, 620 - height, x + width, 640, mix(tone, "#6f8490", 0.3)
        )
        windows(
            canvas,
            (x, 624 - height, x + width, 620),
            max(2, int(width / 14)),
            max(2, int(height / 15)),
            ["#ffffff"],
            share=0.1,
            dark=mix(tone, "#56707f", 0.4),
        )
        x += width + canvas.uniform(4, 30)


def _roofs(canvas: Canvas) -> None:
    """Houses below, nearer and larger row by row."""
    for row in range(6):
        y, size = 640 + row * 70, 54 + row * 26
        x = -40.0 - row * 13
        while x < 1660:
            width = size * canvas.uniform(0.8, 1.5)
            tone = canvas.choice(
                "#d8b26a", "#c9c3b0", "#a7b8b0", "#d09a7c", "#b9a58a", "#8fa6b4"
            )
            tone = mix(tone, "#ffe6c0", 0.25)
            rise = size * canvas.uniform(0.7, 1.4)
            canvas.rect(x, y - rise, x + width, y + 120, tone)
            canvas.rect(
                x + width * 0.75,
                y - rise,
                x + width,
                y + 120,
                mix(tone, "#5f5a58", 0.3),
            )
            roof = canvas.choice("#a5523a", "#8c4a3a", "#7d8a8e", "#b86a4a")
            if canvas.chance() < 0.6:
                canvas.poly(
                    [
                        (x - 4, y - rise),
                        (x + width * 0.2, y - rise - size * 0.34),
                        (x + width * 0.8, y - rise - size * 0.34),
                        (x + width + 4, y - rise),
                    ],
                    roof,
                )
            else:
                canvas.oval(
                    x + width * 0.5,
                    y - rise - size * 0.1,
                    size * 0.2,
                    size * 0.12,
                    "#c7cfd2",
                )
            windows(
                canvas,
                (x, y - rise + 6, x + width * 0.74, y + 10),
                2,
                2,
                ["#ffe6b0"],
                share=0.12,
                dark="#5a6870",
            )
            x += width + canvas.uniform(0, 8)


def _train(canvas: Canvas, track: list[Point]) -> None:
    cars = track[18:86]
    high = 92

    def at(index: int, share: float) -> Point:
        x, y = cars[index]
        return x, y - 6 - high * share * (0.62 + 0.42 * index / len(cars))

    span = len(cars) - 1
    canvas.poly(
        [*(at(n, 1) for n in range(span)), *(at(n, 0) for n in reversed(range(span)))],
        "#e9eef0",
    )
    canvas.poly(
        [
            *(at(n, 1.06) for n in range(span)),
            *(at(n, 0.9) for n in reversed(range(span))),
        ],
        "#b4bfc6",
    )
    canvas.poly(
        [
            *(at(n, 0.36) for n in range(span)),
            *(at(n, 0.2) for n in reversed(range(span))),
        ],
        "#b02a35",
    )
    for start in range(0, span - 3, 4):
        canvas.poly(
            [
                at(start, 0.82),
                at(start + 3, 0.82),
                at(start + 3, 0.46),
                at(start, 0.46),
            ],
            "#2f4656",
        )
        canvas.poly(
            [
                at(start, 0.82),
                at(start + 1, 0.82),
                at(start + 2, 0.46),
                at(start + 1, 0.46),
            ],
            "#7fa3b4",
        )
    for joint in range(0, span, 17):
        canvas.line([at(joint, 1.02), at(joint, 0)], "#56646c", 4)
    nose = [at(span - 1, 1.04), at(span - 1, 0)]
    tip = (nose[1][0] - 46, nose[1][1] + 3)
    canvas.poly(
        [
            nose[0],
            (nose[0][0] - 22, nose[0][1] + 22),
            (tip[0], tip[1] - 26),
            tip,
            nose[1],
        ],
        "#dfe6e9",
    )
    canvas.poly(
        [
            (nose[0][0] - 4, nose[0][1] + 16),
            (nose[0][0] - 21, nose[0][1] + 26),
            (tip[0] + 4, tip[1] - 40),
            (nose[0][0] - 6, tip[1] - 44),
        ],
        "#22343f",
    )
    glow(canvas, [(tip[0] + 4, tip[1] - 16)], 5, "#fff3c4")


SCENES = (skyline, city_train)
