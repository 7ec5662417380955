"""Where people work: a chip line, a building site."""

import math

from demo.scenes.canvas import Camera, Canvas, arc, mix, smooth
from demo.scenes.inside import room
from demo.scenes.light import (
    clouds,
    fade,
    glow,
    haze,
    sky,
    sun,
    texture,
)
from demo.scenes.things import person, ridge, windows


def chip_line(canvas: Canvas) -> None:
    """A clean room under yellow light: machines, white suits, a wafer held up."""
    camera = Camera(horizon=400, height=2.0, focal=950, centre=980)
    room(
        canvas,
        camera,
        half=4.4,
        high=3.6,
        deep=26,
        colours=("#c9b25a", "#e6d488", "#f2e6ac", "#f4e6a0"),
    )
    for number in range(24):
        z = 1.2 * 1.15**number
        if z < 26:
            canvas.line(camera.floor(-4.4, 4.4, z, z)[::3], "#a8923f", 1.3)
    for column in range(-7, 8):
        canvas.line(
            [camera.at(column * 0.62, 0, 1), camera.at(column * 0.62, 0, 26)],
            "#a8923f",
            1.1,
        )
    for near in (20, 15, 11, 8, 5.6, 3.8, 2.4):
        for x in (-2.6, 0, 2.6):
            canvas.poly(
                camera.floor(x - 0.7, x + 0.7, near, near * 1.16, 3.58), "#fffbe0"
            )
    for near in (20, 15.5, 11.8, 8.6, 5.8, 3.4):
        for side in (-1, 1):
            _machine(canvas, camera, side, near)
        if near in (15.5, 8.6):
            x, y = camera.at(0.9 if near > 10 else -0.6, 0, near)
            person(
                canvas,
                x,
                y,
                camera.size(near) * 1.66,
                "#f4f6f2",
                pose="walk",
                legs="#dfe3de",
                skin="#f4f6f2",
                hair="#f4f6f2",
                facing=-1,
            )
    haze(canvas, "#fff2b0", (250, 0), (400, 0.3), (620, 0.05), (1067, 0))
    blurred = canvas.soft(canvas.image, 1.6)
    canvas.lay(blurred, fade(canvas, (0, 1), (1067, 1)))
    _engineer(canvas, 330, 1090)
    _wafer(canvas, 700, 560, 178)
    texture(canvas, None, 300, strength=0.25)


def _machine(canvas: Canvas, camera: Camera, side: int, near: float) -> None:
    far, x = near + 2.3 if near > 4 else near + 2.0, side * 2.3
    canvas.poly(camera.wall(x, near, far, 0, 2.1), "#dfe0d0")
    canvas.poly(camera.front(x, side * 4.4, 0, 2.1, near), "#c4c3ae")
    canvas.poly(camera.floor(x, side * 4.4, near, far, 2.1), "#efeedc")
    canvas.poly(
        camera.wall(x - side * 0.01, near + 0.2, far - 0.3, 1.0, 1.7), "#2a3a3f"
    )
    canvas.poly(
        camera.wall(x - side * 0.02, near + 0.3, near + 1.0, 1.1, 1.6), "#5ab8a8"
    )
    canvas.poly(
        camera.wall(x - side * 0.01, near + 0.2, far - 0.3, 0.3, 0.75), "#a9a892"
    )
    top = camera.at(x, 2.1, near + 0.2)
    size = camera.size(near)
    for number, tone in enumerate(("#4ac86a", "#f2c12e", "#e0442e")):
        canvas.rect(
            top[0] - size * 0.03,
            top[1] - size * (0.1 + number * 0.1),
            top[0] + size * 0.03,
            top[1] - size * (0.01 + number * 0.1),
            tone,
        )


def _engineer(canvas: Canvas, x: float, y: float) -> None:
    """A large figure in a white suit, its arm stretched towards the wafer."""
    canvas.poly(
        smooth(
            canvas.at(x, y)("-260,0 -236,-300 -150,-440 0,-480 150,-440 226,-290 240,0")
        ),
        "#eef0ea",
    )
    canvas.poly(
        smooth(canvas.at(x, y)("20,0 40,-300 90,-440 150,-440 226,-290 240,0")),
        "#d6d7c6",
    )
    canvas.at(x, y).line("130,-390 290,-300 372,-470", "#e4e6dc", 104)
    canvas.at(x, y).line("372,-470 392,-520", "#8fb0c9", 62)
    for finger in (-24, -4, 16):
        canvas.line(
            [(x + 396 + finger, y - 520), (x + 410 + finger, y - 566)], "#8fb0c9", 18
        )
    canvas.at(x, y).disc("0,-590 138,160", "#f4f6f0")
    canvas.at(x, y).disc("34,-584 92,96", "#d9b08c")
    canvas.at(x, y).poly("-66,-560 128,-560 108,-480 30,-446 -52,-490", "#dfe8ea")
    for eye in (-4, 72):
        canvas.oval(x + eye, y - 598, 22, 12, "#f4f0ea")
        canvas.oval(x + eye + 7, y - 598, 11, 12, "#2a1c16")
        canvas.oval(x + eye + 10, y - 602, 3, 3, "#ffffff")
        canvas.curve(
            [(x + eye - 24, y - 632), (x + eye, y - 640), (x + eye + 24, y - 632)],
            "#4a3628",
            6,
        )
    canvas.at(x, y).line("0,-470 6,0", "#c9cbbd", 4)


def _wafer(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """A silicon disc, its chips shining in all colours."""
    canvas.at(x, y, radius).disc("0,0 1,1", "#4a4460")
    step = radius / 9
    for row in range(-9, 9):
        for column in range(-9, 9):
            cx, cy = (column + 0.5) * step, (row + 0.5) * step
            if math.hypot(cx, cy) > radius - step * 0.75:
                continue
            hue = (math.atan2(cy, cx) * 1.6 + math.hypot(cx, cy) / radius * 3) % 3
            rainbow = ("#e05a8a", "#f2b84a", "#4ac8b8", "#e05a8a")
            tone = mix(rainbow[int(hue)], rainbow[int(hue) + 1], hue % 1)
            tone = mix(tone, "#fff6d8", canvas.uniform(0.05, 0.4))
            canvas.rect(
                x + cx - step * 0.43,
                y + cy - step * 0.43,
                x + cx + step * 0.43,
                y + cy + step * 0.43,
                tone,
            )
    canvas.line(arc(x, y, radius, radius, 0, 360, 60), "#f7f2da", 3)
    canvas.poly(arc(x, y, radius, radius, 200, 250, 20) + [(x, y)], "#ffffff38")
    glow(canvas, [(x - radius * 0.5, y - radius * 0.6)], 12, "#fff6d0", strength=0.7)


def building_site(canvas: Canvas) -> None:
    """Blocks of flats go up under tower cranes at sunset."""
    sky(canvas, (0, "#4a6a94"), (300, "#b5a0a0"), (560, "#ffbe84"), (720, "#ffdfa8"))
    clouds(
        canvas, (0, 1), (560, 0.3), light="#ffd0a0", shade="#7d7590", cover=0.5, flat=4
    )
    sun(canvas, 360, 560, 54, "#fff6d8", "#ffb061")
    canvas.lay("#b58f88", canvas.mask(ridge(canvas, 800, 130)))
    haze(canvas, "#ffcf96", (600, 0), (790, 0.5), (900, 0))
    for x, floors, done, near in (
        (1180, 13, 0.95, 0.35),
        (760, 16, 0.6, 0.6),
        (250, 11, 0.35, 0.85),
    ):
        _block(canvas, x, 960, floors, done, near)
    for x, high, reach, near in ((1010, 760, 470, 0.45), (560, 860, -430, 0.75)):
        _tower_crane(canvas, x, 960, high, reach, near)
    canvas.box("-20,950 1620,1090", "#4a3a34")
    texture(canvas, fade(canvas, (948, 0), (952, 1)), 16, 4, strength=0.5)
    for x, pose, facing in (
        (700, "walk", 1),
        (830, "carry", 1),
        (930, "stand", -1),
        (1340, "walk", -1),
    ):
        person(
            canvas,
            x,
            1010,
            118,
            "#e8852c",
            pose=pose,
            facing=facing,
            legs="#2a2c3a",
            skin="#7a543f",
            hair="#f2d23a",
        )
        canvas.line([(x - 10, 940), (x + 10, 940)], "#ffe9a0", 4)
    for number in range(46):
        canvas.rect(
            1000 + number % 23 * 13,
            1022 - number // 23 * 12,
            1011 + number % 23 * 13,
            1032 - number // 23 * 12,
            canvas.between("#b5593a", "#7a3a28"),
        )


def _block(
    canvas: Canvas, x: float, y: float, floors: int, done: float, near: float
) -> None:
    """Slabs and pillars; the lower floors have their walls already."""
    half, step = 190, 48
    tone = mix("#d9a890", "#4a4350", near)
    for floor in range(floors):
        top = y - (floor + 1) * step
        if floor / floors < done:
            wall = mix("#e3c9a8", "#a8866a", near)
            canvas.rect(x - half, top, x + half, top + step, wall)
            canvas.rect(
                x + half * 0.35, top, x + half, top + step, mix(wall, "#3a3444", 0.35)
            )
            windows(
                canvas,
                (x - half, top + 4, x + half, top + step - 4),
                9,
                1,
                ["#ffe2a0"],
                share=0.1,
                dark=mix("#5a5a6a", "#3a3648", near),
            )
        else:
            for pillar in range(7):
                px = x - half + 8 + pillar * (2 * half - 16) / 6
                canvas.rect(px - 5, top, px + 5, top + step, tone)
            for pole in range(15):
                px = x - half + pole * 2 * half / 14
                canvas.line(
                    [(px, top - 10), (px, top + step)], mix(tone, "#c98f4a", 0.4), 1.2
                )
        canvas.rect(x - half - 8, top, x + half + 8, top + 7, mix(tone, "#ffd9b0", 0.2))
    for pole in range(9):
        px = x - half + pole * half / 4
        canvas.line(
            [
                (px, y - floors * step),
                (px, y - floors * step - canvas.uniform(16, 40)),
            ],
            tone,
            3,
        )


def _tower_crane(
    canvas: Canvas, x: float, y: float, high: float, reach: float, near: float
) -> None:
    tone = mix("#c9823a", "#3a2f3a", near * 0.8)
    way = math.copysign(1, reach)
    for side in (-9, 9):
        canvas.line([(x + side, y), (x + side, y - high)], tone, 4)
    for step in range(int(high / 22)):
        py = y - step * 22
        canvas.at(x, py).line("-9,0 9,-22", tone, 1.6)
    top = y - high
    canvas.at(x, top).box("-14,-20 14,26", mix(tone, "#fff0c0", 0.3))
    apex = (x, top - 100)
    canvas.line([(x - 8, top - 16), apex, (x + 8, top - 16)], tone, 4)
    for end, _height in ((x + reach, 0), (x - reach * 0.34, 0)):
        canvas.line([(x, top - 14), (end, top - 14)], tone, 5)
        canvas.line([(x, top - 36), (end, top - 16)], tone, 2.4)
        canvas.line([apex, (x + (end - x) * 0.8, top - 16)], tone, 1.6)
        count = int(abs(end - x) / 20)
        for step in range(count):
            px = x + (end - x) * step / count
            canvas.line(
                [
                    (px, top - 14),
                    (px + (end - x) / count, top - 36 + 20 * step / count),
                ],
                tone,
                1.2,
            )
    canvas.rect(
        min(x - reach * 0.34, x - reach * 0.26),
        top - 14,
        max(x - reach * 0.34, x - reach * 0.26),
        top + 20,
        "#5a5054",
    )
    hook = x + way * abs(reach) * 0.7
    canvas.at(hook, top).line("0,-12 0,210", tone, 1.4)
    canvas.at(hook, top).box("-44,216 44,230", "#8f6a4a")
    canvas.at(hook, top).line("-40,216 0,200 40,216", tone, 1.4)


SCENES = (chip_line, building_site)
