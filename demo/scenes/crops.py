"""What else is grown: coffee, tea, salt, and flowers under lamps."""

import math

from demo.scenes.canvas import Camera, Canvas, Point, arc, mix, points, smooth
from demo.scenes.light import (
    clouds,
    fade,
    glow,
    haze,
    reflect,
    ripples,
    sky,
    sun,
    texture,
)
from demo.scenes.things import person, ridge, treeline


def coffee_farm(canvas: Canvas) -> None:
    """A branch of ripe coffee before the rows of a farm on red earth."""
    sky(canvas, (0, "#8fb3c9"), (330, "#e6e4cf"), (420, "#f6e3b8"))
    clouds(canvas, (0, 1), (380, 0.1), light="#fffaf0", shade="#a9b4bd", cover=0.5)
    for y, rise, tone in ((400, 110, "#9fb2b3"), (425, 80, "#7c9a8b")):
        canvas.lay(tone, canvas.mask(ridge(canvas, y, rise)))
        haze(canvas, "#f6e6bf", (y - 90, 0), (y, 0.6), (y + 30, 0))
    camera = Camera(horizon=410, height=3.2, focal=1000, centre=700)
    canvas.poly("-20,412 1620,412 1620,1090 -20,1090", "#a4512c")
    texture(canvas, fade(canvas, (411, 0), (413, 1)), 30, 5, strength=0.8)
    for far in _steps(46, 4.2, 0.9):
        for row in range(-9, 10):
            left, foot = camera.at(row * 3.1 + 1.5, 0, far)
            if -160 < left < 1760:
                _bush(canvas, left, foot, camera.size(far) * 1.25, far)
    haze(canvas, "#f8e7bd", (380, 0), (425, 0.55), (560, 0.12), (800, 0))
    for x, y, height, coat in ((760, 730, 230, "#b8322f"), (1010, 590, 140, "#2d5f86")):
        person(canvas, x, y, height, coat, pose="stand", hat="#e6d3a0", legs="#2c2a33")
        canvas.at(x, y, height).disc("0.15652,-0.4 0.12,0.1", "#8b6136")
    blurred = canvas.soft(canvas.image, 2.2)
    canvas.lay(blurred, fade(canvas, (400, 1), (620, 0.9), (1067, 1)))
    _branch(canvas, points("1640,120 1300,300 980,520 720,690 560,830"), 66)
    _branch(canvas, points("1640,620 1380,760 1180,900 1040,1080"), 78)


def _steps(far: float, near: float, share: float) -> list[float]:
    steps = []
    while far > near:
        steps.append(far)
        far *= share
    return steps


def _bush(canvas: Canvas, x: float, y: float, size: float, far: float) -> None:
    canvas.at(x, y, size).disc("0,0 1.05,0.2", "#5a2a18aa")
    for _leaf in range(int(20 + 520 / far)):
        angle = canvas.uniform(0, math.tau)
        reach = canvas.chance() ** 0.5
        dx, dy = math.cos(angle) * reach * 0.95, math.sin(angle) * reach
        lit = 0.35 - dy * 0.5 - dx * 0.25 + canvas.uniform(-0.2, 0.2)
        spot = (x + dx * size, y - size * 0.85 + dy * size * 0.85)
        leaf = size * canvas.uniform(0.1, 0.2)
        canvas.oval(*spot, leaf * 1.5, leaf * 0.8, mix("#17382a", "#86a94f", lit))
    for _cherry in range(int(90 / far)):
        spot = (
            x + canvas.gauss(0, 0.45) * size,
            y - size * canvas.uniform(0.3, 1.4),
        )
        canvas.oval(*spot, size * 0.045, size * 0.045, "#b3261d")


def _branch(canvas: Canvas, points: list[Point], size: float) -> None:
    stem = smooth(points, 7)
    for number, (x, y) in enumerate(stem[2::3]):
        side = -1 if number % 2 else 1
        for turn in (side, -side):
            _leaf(canvas, x, y, size * 2.9, math.radians(-38 + 118 * (turn > 0)))
    canvas.line(stem, "#4a3a24", size * 0.2)
    for x, y in stem[3::3]:
        spots = [
            (
                x + canvas.gauss(0, 0.62) * size,
                y + canvas.gauss(0, 0.5) * size,
            )
            for _cherry in range(9)
        ]
        for spot in spots:
            ripe = canvas.chance()
            _cherry(canvas, *spot, size * canvas.uniform(0.32, 0.42), ripe)


def _cherry(canvas: Canvas, x: float, y: float, r: float, ripe: float) -> None:
    skin = (
        mix("#8f9a2e", "#c3241c", 0.2)
        if ripe < 0.12
        else mix("#a5161a", "#d8402a", ripe)
    )
    canvas.at(x, y, r).disc("0.12,0.16 1,1.05", "#2a0b0a88")
    canvas.at(x, y, r).disc("0,0 1,1.05", mix(skin, "#000000", 0.35))
    canvas.at(x, y, r).disc("-0.1,-0.12 0.84,0.86", skin)
    canvas.at(x, y, r).disc("-0.26,-0.3 0.44,0.42", mix(skin, "#ff9b7a", 0.35))
    canvas.at(x, y, r).disc("-0.34,-0.42 0.17,0.13", "#fff1e6e0")
    canvas.at(x, y, r).disc("0.22,0.5 0.14,0.1", "#3a0d0ccc")


def _leaf(canvas: Canvas, x: float, y: float, length: float, angle: float) -> None:
    """A glossy leaf with a lit half and wavy edges."""
    angle += canvas.uniform(-0.35, 0.35)
    ux, uy = math.cos(angle), math.sin(angle)
    upper, lower = [], []
    for step in range(13):
        along = step / 12
        wide = math.sin(math.pi * along**0.85) * length * 0.2
        wide *= 1 + 0.07 * math.sin(along * 30)
        px, py = (
            x + ux * length * along,
            y + uy * length * along + along**2 * length * 0.1,
        )
        upper.append((px + uy * wide, py - ux * wide))
        lower.append((px - uy * wide, py + ux * wide))
    middle = [
        ((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in zip(upper, lower, strict=True)
    ]
    dark = canvas.between("#123524", "#24553a")
    canvas.poly([*upper, *reversed(lower)], dark)
    canvas.poly([*upper, *reversed(middle)], mix(dark, "#7fae62", 0.42))
    canvas.line(middle, mix(dark, "#c8d9a0", 0.55), length * 0.014)
    for spot, rim in list(zip(middle, upper, strict=True))[2:-1:2]:
        canvas.line([spot, rim], mix(dark, "#c8d9a0", 0.3), length * 0.007)


def tea_hills(canvas: Canvas) -> None:
    """Rounded hills combed with rows of tea, mist between them."""
    sky(canvas, (0, "#8fb0b8"), (300, "#dfe6d3"), (420, "#f5ecc8"))
    clouds(canvas, (0, 0.8), (300, 0), light="#ffffff", shade="#a5b8bd", cover=0.45)
    sun(canvas, 1180, 235, 40, "#fffbe6", "#ffe6a3")
    for y, rise, tone in ((390, 170, "#a5bab4"), (430, 120, "#86a595")):
        canvas.lay(tone, canvas.mask(ridge(canvas, y, rise)))
        haze(canvas, "#f2eed2", (y - 120, 0), (y + 20, 0.7), (y + 60, 0))
    hills = (
        *((380, 520, 420, 150, 0.25), (1120, 560, 520, 190, 0.35)),
        *((640, 720, 560, 230, 0.6), (1420, 840, 560, 260, 0.8)),
        *((180, 960, 640, 330, 0.95), (1000, 1130, 760, 330, 1.1)),
    )
    for x, y, rx, ry, near in hills:
        _tea_hill(canvas, x, y, rx, ry, near)
        haze(
            canvas,
            "#f4efd3",
            (y - ry * 0.5, 0),
            (y + ry * 0.15, 0.34 - near * 0.24),
            (y + ry * 0.7, 0),
        )
    for x, y, height, coat in (
        *(
            (900, 830, 92, "#a32a44"),
            (960, 822, 88, "#34508a"),
            (1022, 826, 92, "#dfe3da"),
        ),
        *((585, 640, 60, "#8f2f3c"), (620, 637, 58, "#3d6a7a")),
    ):
        person(canvas, x, y, height, coat, hat="#f0e2b6", legs="#23302a")
        canvas.at(x, y, height).disc("-0.14,-0.62 0.1,0.14", "#8a6436")
    texture(canvas, fade(canvas, (400, 0), (560, 0.8)), 18, 1.4, strength=0.45)
    haze(canvas, "#fff2c4", (200, 0), (430, 0.22), (700, 0), (1067, 0))


def _tea_hill(
    canvas: Canvas, x: float, y: float, rx: float, ry: float, near: float
) -> None:
    """Arches within arches: each a hedge with a lit crown and a dark path behind it."""
    hedge = mix("#9dba7c", "#2c6a38", min(1, near + 0.05))
    rows = int(9 + 8 * near)
    thick = ry * 1.9 / rows
    canvas.poly(_arch(x, y, rx, ry, 1.0), mix(hedge, "#14361f", 0.3))
    for row in range(rows):
        inner = 1 - row / rows
        path = mix(hedge, "#0b2213", 0.7)
        canvas.line(_arch(x, y - thick * 0.1, rx, ry, inner), path, thick * 0.5)
        canvas.line(_arch(x, y + thick * 0.28, rx, ry, inner), hedge, thick * 0.62)
        crown = mix(hedge, "#e9eb95", 0.5 - 0.15 * near)
        canvas.line(_arch(x, y + thick * 0.1, rx, ry, inner), crown, thick * 0.26)


def _arch(x: float, y: float, rx: float, ry: float, inner: float) -> list[Point]:
    """The upper half of an uneven oval around the foot of a hill."""
    return [
        (px + math.sin(py / 40 + x) * 3, py + math.sin(px / 70 + y) * 7 * inner)
        for px, py in arc(
            x, y + ry * 0.9, rx * 1.05 * inner, ry * 1.9 * inner, 180, 360, 30
        )
    ]


def salt_field(canvas: Canvas) -> None:
    """Heaps of salt on flooded beds that hold the whole sunset."""
    sky(canvas, (0, "#27406b"), (240, "#9b6d84"), (400, "#f0925c"), (470, "#ffd27c"))
    clouds(
        canvas, (0, 1), (430, 0.5), light="#ffb27a", shade="#5a4a70", cover=0.55, flat=4
    )
    sun(canvas, 980, 430, 36, "#fff1c4", "#ff9b4a")
    canvas.lay("#4a3f58", canvas.mask(ridge(canvas, 474, 46)))
    haze(canvas, "#ffb36b", (400, 0), (468, 0.45), (476, 0))
    reflect(canvas, 474, tint="#3a2c44", share=0.16, ripple=1.2)
    camera = Camera(horizon=474, height=2.6, focal=1000, centre=760)
    for far in (60, 42, 30, 22, 16.5, 12.5, 9.4, 7.0, 5.1):
        canvas.poly(camera.floor(-90, 90, far, far + 0.5), "#2a2030")
        canvas.poly(camera.floor(-90, 90, far + 0.42, far + 0.5), "#c98a62")
    for column in range(-12, 13):
        canvas.poly(camera.floor(column * 6.4, column * 6.4 + 0.26, 4, 80), "#2a2030")
    for far in (36, 26, 19.3, 14.4, 10.9, 8.1):
        for column in range(-5, 6):
            if canvas.chance() < 0.86:
                x, y = camera.at(column * 6.4 + 3.4, 0, far)
                _heap(canvas, x, y, camera.size(far) * 0.62)
    for x, y, height, coat in ((470, 770, 205, "#2b2433"), (1180, 660, 128, "#2b2433")):
        _carrier(canvas, x, y, height, coat)
    ripples(canvas, (480, 0.0), (1067, 0.2), colour="#ffd9a0", count=160)


def _heap(canvas: Canvas, x: float, y: float, size: float) -> None:
    down = canvas.at(x, y, size)("-1,0 1,0 0.1,0.95")
    canvas.poly(down, "#b99a9c66")
    canvas.at(x, y, size).poly("-1,0 -0.06,-1 0.06,-1 1,0", "#8f8296")
    canvas.at(x, y, size).poly("0.12,0 0,-1 0.06,-1 1,0", "#ffe3c4")
    canvas.at(x, y, size).disc("0,0 1,0.12", "#a8929e")


def _carrier(canvas: Canvas, x: float, y: float, height: float, coat: str) -> None:
    canvas.poly(
        [
            (x - 10, y),
            (x + 10, y),
            (x + 6, y + height * 0.8),
            (x - 6, y + height * 0.8),
        ],
        "#20182a66",
    )
    joints = person(
        canvas, x, y, height, coat, pose="walk", hat="#6b5348", legs="#1c1722"
    )
    neck = joints[1]
    for side in (-1, 1):
        end = (neck[0] + side * height * 0.5, neck[1] + height * 0.03)
        canvas.line([neck, end], "#1c1512", height * 0.025)
        basket = (end[0], y - height * 0.17)
        for cord in (-0.12, 0.12):
            canvas.line([end, (end[0] + cord * height, basket[1])], "#1c1512", 1.4)
        canvas.oval(
            basket[0],
            basket[1] - height * 0.03,
            height * 0.13,
            height * 0.09,
            "#ffe6cc",
        )
        canvas.oval(*basket, height * 0.15, height * 0.06, "#33262a")


def flower_night(canvas: Canvas) -> None:
    """Rows of chrysanthemums under strings of bulbs, after sunset."""
    sky(canvas, (0, "#131b3d"), (300, "#37406e"), (440, "#a8627a"), (480, "#e79a72"))
    clouds(
        canvas,
        (60, 0.6),
        (430, 0.2),
        light="#b77d92",
        shade="#232a52",
        cover=0.42,
        flat=5,
    )
    canvas.lay("#1c2038", canvas.mask(ridge(canvas, 486, 70)))
    treeline(canvas, 488, 26, "#141a28", "#232c3c")
    camera = Camera(horizon=486, height=2.7, focal=1000, centre=800)
    canvas.poly("-20,487 1620,487 1620,1090 -20,1090", "#241d22")
    bulbs = []
    for far in _steps(70, 3.1, 0.93):
        for row in range(-24, 25):
            x, y = camera.at(row * 1.5, 0, far)
            size = camera.size(far)
            if -60 < x < 1660 and y < 1300:
                _flowers(canvas, x, y, size, row)
    for far in range(5, 60, 3):
        for row in range(-30, 31):
            bulbs.append((*camera.at(row * 3 + 0.75, 1.5, far), camera.size(far)))
    person(canvas, 560, 905, 330, "#35506b", pose="bend", hat="#e5cf95", legs="#1d2430")
    person(
        canvas,
        1120,
        720,
        190,
        "#7a3550",
        pose="stand",
        hat="#e5cf95",
        facing=-1,
        legs="#1d2430",
    )
    for low, high, radius in ((0, 30, 1.6), (30, 80, 3.4), (80, 999, 7.5)):
        near = [(x, y) for x, y, size in bulbs if low <= size < high]
        glow(canvas, near, radius, "#ffd98a", strength=1.5)
    for x, y, size in bulbs:
        canvas.oval(x, y, 1 + size * 0.025, 1 + size * 0.035, "#fff6d8")
    haze(canvas, "#ffb86a", (420, 0), (500, 0.16), (760, 0.1), (1067, 0.04))


def _flowers(canvas: Canvas, x: float, y: float, size: float, row: int) -> None:
    colour = ("#f2c12e", "#f2c12e", "#f6efe0", "#f2c12e", "#dd6f92")[(row // 4) % 5]
    for _leaf in range(3):
        spot = (
            x + canvas.gauss(0, 0.3) * size,
            y - canvas.uniform(0, 0.3) * size,
        )
        canvas.oval(
            *spot,
            size * 0.13,
            size * 0.1,
            canvas.between("#16301f", "#4f7a3c"),
        )
    for _flower in range(4 if size < 60 else 7):
        fx = x + canvas.gauss(0, 0.3) * size
        fy = y - canvas.uniform(0.2, 0.45) * size
        r = size * canvas.uniform(0.06, 0.09)
        canvas.at(fx, fy, r).disc("0,0.3 1,0.8", mix(colour, "#1a1420", 0.5))
        canvas.at(fx, fy, r).disc(
            "0,0 1,0.75", mix(colour, "#fff3c8", canvas.chance() * 0.5)
        )
        if size > 90:
            for petal in range(9):
                angle = petal * 0.7
                canvas.line(
                    [
                        (fx, fy),
                        (fx + math.cos(angle) * r, fy + math.sin(angle) * r * 0.75),
                    ],
                    mix(colour, "#7a3a10", 0.35),
                    r * 0.1,
                )


SCENES = (coffee_farm, tea_hills, salt_field, flower_night)
