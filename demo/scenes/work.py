"""Where people work: chip line, building site, airport, potter's yard, puppet stage."""

import math

from demo.scenes.canvas import Camera, Canvas, arc, clear, mix, points, smooth
from demo.scenes.inside import room
from demo.scenes.light import (
    beams,
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


def puppet_stage(canvas: Canvas) -> None:
    """Water puppets before a curtain of bamboo: dragon, fairies, heads of the audience."""
    sky(canvas, (0, "#12080c"), (500, "#2a0f14"), (1067, "#0c0a10"))
    canvas.box("150,90 1450,620", "#8c1f26")
    for strip in range(66):
        x = 150 + strip * 19.7
        canvas.rect(x, 330, x + 15, 620, canvas.between("#a3302a", "#5a1418"))
    for x in (170, 520, 1060, 1410):
        canvas.rect(x - 16, 190, x + 16, 622, "#b5823a")
        canvas.rect(x + 2, 190, x + 16, 622, "#7d5426")
    for tier, (half, y) in enumerate(((560, 220), (380, 120))):
        left = smooth(
            [
                (800 - half - 110, y - 20),
                (800 - half - 40, y + 20),
                (800 - half * 0.5, y - 16),
                (800 - half * 0.3, y - 62),
            ]
        )
        canvas.poly(
            [
                *left,
                *[(1600 - x, y2) for x, y2 in reversed(left)],
                (800 + half, y + 34),
                (800 - half, y + 34),
            ],
            "#b5472f" if tier == 0 else "#c9563a",
        )
        canvas.line(left, "#f2c25a", 6)
        canvas.line([(1600 - x, y2) for x, y2 in left], "#f2c25a", 6)
        canvas.rect(800 - half, y + 30, 800 + half, y + 44, "#e8b04a")
    beams(
        canvas,
        [points("250,-40 560,640 900,640"), points("1350,-40 700,640 1060,640")],
        "#5a3a1c",
        24,
    )
    for x, tone in (
        (470, "#d9486a"),
        (640, "#3f9a7a"),
        (980, "#d9486a"),
        (1150, "#3f7ab5"),
    ):
        _fairy(canvas, x, 632, 150, tone)
    reflect(canvas, 634, 900, tint="#12302a", share=0.42, ripple=10)
    _dragon(canvas)
    ripples(canvas, (640, 0.1), (900, 0.4), colour="#ffd98a", count=260)
    glow(canvas, [(300 + n * 143, 262) for n in range(8)], 8, "#ffb04a", strength=0.9)
    for row, y in enumerate((905, 985, 1070)):
        for seat in range(16):
            x = seat * 108 - 20 + row % 2 * 54 + canvas.uniform(-12, 12)
            size = 44 + row * 9
            tone = mix("#0d0a10", "#3a2426", canvas.chance() * 0.5)
            canvas.at(x, y, size).disc("0,1.5 1.35,0.95", tone)
            canvas.at(x, y, size).disc("0,0 0.74,0.86", tone)
            canvas.line(
                arc(x, y, size * 0.72, size * 0.84, 215, 325, 12), "#8f5a3a70", 3
            )


def _fairy(canvas: Canvas, x: float, y: float, size: float, tone: str) -> None:
    canvas.at(x, y, size).poly("-0.26,0 -0.1,-0.62 0.1,-0.62 0.26,0", tone)
    canvas.at(x, y, size).poly("-0.05,0 -0.02,-0.62 0.04,-0.62 0.07,0", "#f2c25a")
    for side in (-1, 1):
        canvas.at(x, y, size, facing=side).line(
            "0.1,-0.56 0.3,-0.44 0.34,-0.66", tone, 0.09
        )
        canvas.oval(
            x + side * size * 0.34, y - size * 0.7, size * 0.05, size * 0.05, "#ecc49a"
        )
    canvas.at(x, y, size).disc("0,-0.76 0.12,0.14", "#ecc49a")
    canvas.poly(
        arc(x, y - size * 0.8, size * 0.14, size * 0.12, 180, 360, 14), "#1c1210"
    )
    canvas.at(x, y, size).poly("-0.16,-0.84 0,-1.02 0.16,-0.84", "#f2c25a")
    canvas.at(x, y, size).line("-0.04,-0.71 0.04,-0.71", "#b5302c", 2 / size)


def _dragon(canvas: Canvas) -> None:
    """Its back rises from the water in loops, its head spits a jet."""
    for _loop, (x, size) in enumerate(((1090, 70), (960, 86), (820, 100))):
        for ring in range(26):
            px, py = arc(x, 780, size, size * 0.95, 180, 360, 26)[ring]
            canvas.at(px, py, size).disc(
                "0,0 0.24,0.24", mix("#1f8a5a", "#f2c23a", (ring % 3) / 3)
            )
        for px, py in arc(x, 780, size * 1.28, size * 1.24, 200, 340, 8):
            canvas.at(px, py).poly("-10,10 0,-18 10,10", "#e8702c")
    neck = smooth(points("700,790 650,700 610,640 560,620"), 8)
    for px, py in neck:
        canvas.at(px, py).disc("0,0 34,34", "#2a9a62")
        canvas.at(px, py).disc("-8,8 18,20", "#f2d25a")
    canvas.poly(
        "590,560 520,580 450,606 446,628 520,640 470,652 540,668 610,650", "#2a9a62"
    )
    canvas.oval(560, 596, 15, 15, "#fff3d0")
    canvas.oval(556, 598, 7, 7, "#1a1010")
    for horn in ((600, 566, 640, 500), (580, 562, 600, 496)):
        canvas.line([horn[:2], horn[2:]], "#f2c23a", 9)
    canvas.curve("470,606 420,580 400,610", "#f2c23a", 4)
    for drop in range(120):
        share = drop / 120
        px, py = (
            450 - 240 * share,
            634
            - 150 * math.sin(math.pi * share * 0.8)
            + canvas.gauss(0, 10 + 20 * share),
        )
        canvas.at(px, py).disc("0,0 3,3", clear("#e6f6ff", 0.8 - 0.5 * share))


SCENES = (chip_line, building_site, puppet_stage)
