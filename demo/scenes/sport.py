"""Sport: a stadium at night, a goal, long boats, swimmers in their lanes."""

import math

from demo.scenes.canvas import Camera, Canvas, Point, arc, clear, mix, smooth
from demo.scenes.light import (
    beams,
    clouds,
    fade,
    glow,
    haze,
    ripples,
    sky,
    texture,
)
from demo.scenes.things import palm, person, treeline


def stadium_night(canvas: Canvas) -> None:
    """A full bowl of spectators around a pitch, under four masts of light."""
    sky(canvas, (0, "#070d22"), (420, "#1c2f5a"), (560, "#3a4a78"))
    clouds(
        canvas,
        (0, 0.6),
        (480, 0.2),
        light="#3f5488",
        shade="#0c1530",
        cover=0.5,
        flat=3,
    )
    rings = 26
    for ring in range(rings):
        share = ring / rings
        rx, ry = 1010 - 400 * share, 520 - 300 * share
        y = 660 + 50 * share - 130 * (1 - share)
        canvas.oval(800, y, rx + 9, ry + 9, mix("#0d1226", "#1d2740", share))
        count = int(2 * math.pi * rx / 13)
        for seat in range(count):
            angle = seat / count * math.tau
            if 0.2 * math.pi < angle < 0.8 * math.pi and share < 0.2:
                continue
            tone = canvas.choice(
                "#c9302c",
                "#e0442e",
                "#f2d25a",
                "#b52a34",
                "#d9d4cc",
                "#4a5a86",
                "#8a2430",
            )
            dim = 0.55 - 0.4 * share + canvas.uniform(-0.12, 0.12)
            px, py = 800 + math.cos(angle) * rx, y + math.sin(angle) * ry
            canvas.at(px, py).disc("0,0 4.6,4.2", mix(tone, "#0d1226", dim))
    canvas.oval(800, 716, 622, 232, "#7a3a34")
    for lane in range(5):
        canvas.line(
            arc(800, 716, 612 - lane * 16, 226 - lane * 8, 0, 360, 80), "#b5786a", 1.4
        )
    canvas.oval(800, 716, 536, 184, "#22552f")
    _pitch(canvas)
    masts = ((150, 96), (520, 52), (1090, 52), (1450, 96))
    for x, y in masts:
        canvas.line([(x, y), (x + (800 - x) * 0.03, 470)], "#1a2238", 9)
        canvas.at(x, y).box("-58,-32 58,30", "#141a2e")
        spread = 300 if x < 800 else -300
        beams(
            canvas,
            [
                [
                    (x - 40, y),
                    (x + 40, y),
                    (800 + spread, 820),
                    (800 - spread * 0.2, 620),
                ]
            ],
            "#20283c",
            40,
        )
    lamps = [
        (x + column * 18, y + row * 17)
        for x, y in masts
        for column in range(-3, 4)
        for row in (-1, 0, 1)
    ]
    glow(canvas, lamps, 6, "#eaf4ff", strength=1.1)
    for _flash in range(26):
        angle = canvas.uniform(math.pi, math.tau)
        glow_at = (
            800 + math.cos(angle) * canvas.uniform(620, 980),
            600 + math.sin(angle) * canvas.uniform(230, 480),
        )
        canvas.oval(*glow_at, 3, 3, "#ffffff")
    haze(canvas, "#bcd0f0", (420, 0), (600, 0.14), (900, 0.05), (1067, 0))


def _pitch(canvas: Canvas) -> None:
    def at(u: float, v: float) -> Point:
        """u along, v across, both from -1 to 1; nearer is wider."""
        depth = (v + 1) / 2
        return 800 + u * (345 + 105 * depth), 600 + 232 * depth**1.15

    for stripe in range(12):
        left, right = -1 + stripe / 6, -1 + (stripe + 1) / 6
        canvas.poly(
            [at(left, -1), at(right, -1), at(right, 1), at(left, 1)],
            "#3f9a4a" if stripe % 2 else "#358a42",
        )
    white = "#eef6ea"
    canvas.line([at(-1, -1), at(1, -1), at(1, 1), at(-1, 1), at(-1, -1)], white, 2.4)
    canvas.line([at(0, -1), at(0, 1)], white, 2)
    canvas.line(
        [at(0.19 * math.cos(a * 0.21), 0.3 * math.sin(a * 0.21)) for a in range(31)],
        white,
        2,
    )
    for side in (-1, 1):
        for far, half in ((0.7, 0.58), (0.9, 0.27)):
            canvas.line(
                [
                    at(side, -half),
                    at(side * far, -half),
                    at(side * far, half),
                    at(side, half),
                ],
                white,
                2,
            )
    for team, tone in (("a", "#e0382e"), ("b", "#f4f6f8")):
        for _player in range(10):
            x, y = at(canvas.uniform(-0.85, 0.85), canvas.uniform(-0.8, 0.85))
            canvas.at(x, y).poly("0,0 26,5 28,2 2,-3", "#1f5a2c")
            person(
                canvas,
                x,
                y,
                21,
                tone,
                pose="run",
                facing=1 if team == "a" else -1,
                legs="#20304a" if team == "b" else "#f4e6d8",
                skin="#b5805c",
            )


def football_match(canvas: Canvas) -> None:
    """A striker shoots, a defender slides, the keeper flies."""
    sky(canvas, (0, "#101a30"), (430, "#24365a"), (470, "#3a4a6a"))
    for _fan in range(5200):
        y = 30 + 400 * canvas.chance()
        tone = canvas.choice(
            "#c9302c", "#e8553a", "#f2d25a", "#3f4f7a", "#d9d4cc", "#8a2430", "#2a3454"
        )
        size = 5 + 5 * y / 430
        x = canvas.uniform(0, 1600)
        canvas.at(x, y, size).disc(
            "0,0 1,1.15", mix(tone, "#101a30", 0.45 + 0.2 * canvas.chance())
        )
        canvas.at(x, y, size).disc("0,-1 0.6,0.7", mix("#a5745a", "#101a30", 0.5))
    crowd = canvas.soft(canvas.image, 4)
    canvas.image.paste(crowd)
    for x, tone in (
        (-20, "#b5302c"),
        (330, "#1f4a8a"),
        (700, "#d9a62f"),
        (1060, "#1f7a54"),
        (1400, "#7a2f6a"),
    ):
        canvas.rect(x, 432, x + 350, 486, mix(tone, "#16213a", 0.3))
        for word in range(5):
            canvas.rect(x + 40 + word * 52, 452, x + 78 + word * 52, 464, "#f4ecdc90")
    canvas.box("-20,484 1620,1090", "#3f8f47")
    for stripe in range(7):
        y = 484 + 583 * (stripe / 7) ** 1.5
        end = 484 + 583 * ((stripe + 0.5) / 7) ** 1.5
        canvas.rect(-20, y, 1620, end, "#36823f")
    texture(canvas, fade(canvas, (484, 0), (488, 1)), 14, 2, strength=0.5)
    canvas.poly("-20,640 1620,610 1620,617 -20,648", "#e9f2e6")
    _goal(canvas)
    for x, y, length in (
        (560, 968, 300),
        (1010, 902, 260),
        (1330, 790, 240),
        (300, 720, 150),
    ):
        canvas.poly(
            [
                (x, y),
                (x - length, y + 34),
                (x - length * 1.1, y + 22),
                (x - length * 0.4, y - 4),
            ],
            "#1f5a2c90",
        )
    for x, y, high, shirt, pose, way in (
        *((280, 716, 250, "#2f5fae", "run", 1), (1010, 900, 420, "#2f5fae", "run", -1)),
        (560, 965, 520, "#d9302c", "kick", 1),
    ):
        person(
            canvas,
            x,
            y,
            high,
            shirt,
            pose=pose,
            facing=way,
            legs="#a5745a",
            skin="#a5745a",
            shorts="#f1f4f8" if way < 0 or high < 300 else "#a81f24",
            socks=shirt,
        )
    _keeper(canvas, 1330, 640)
    _ball(canvas, 872, 770, 34)
    for _clod in range(90):
        canvas.oval(
            700 + canvas.gauss(0, 60),
            930 - abs(canvas.gauss(0, 46)),
            3,
            2.4,
            canvas.between("#3a6a2c", "#8fb04a"),
        )
    glow(
        canvas,
        [(220 + n * 24, 26) for n in range(8)]
        + [(1240 + n * 24, 26) for n in range(8)],
        9,
        "#eaf4ff",
        strength=0.9,
    )


def _goal(canvas: Canvas) -> None:
    post = "#f4f7f4"
    for column in range(25):
        x = 1130 + column * 17
        canvas.line([(x, 360), (x + 34, 420), (x + 40, 600)], "#e6eef070", 1.2)
    for row in range(13):
        y = 420 + row * 15
        canvas.line([(1170, y), (1580, y - 4)], "#e6eef070", 1.2)
    canvas.line("1126,636 1126,352 1540,352 1540,620", post, 11)
    canvas.line("1130,636 1130,358", "#b5c0c0", 3)


def _keeper(canvas: Canvas, x: float, y: float) -> None:
    """In the air, stretched towards the ball."""
    body, dark = "#e8b52f", "#20242c"
    canvas.at(x, y).line("70,-80 160,-40 240,-66", dark, 34)
    canvas.at(x, y).line("66,-70 150,-4 220,6", dark, 34)
    canvas.at(x, y).line("-40,-150 70,-76", body, 84)
    canvas.at(x, y).line("-50,-160 -120,-206 -184,-250", body, 30)
    canvas.at(x, y).line("-40,-130 -120,-160 -180,-196", body, 30)
    for hand in ((x - 196, y - 258), (x - 194, y - 204)):
        canvas.oval(*hand, 21, 19, "#f4f6f4")
    canvas.at(x, y).disc("-84,-158 34,38", "#1c1512")
    canvas.at(x, y).disc("-92,-152 27,30", "#b5805c")


def _ball(canvas: Canvas, x: float, y: float, r: float) -> None:
    for trail in range(10):
        canvas.oval(
            x - trail * 15,
            y + trail * 9,
            r * (1 - trail * 0.07),
            r * (1 - trail * 0.07),
            clear("#ffffff", 0.07),
        )
    canvas.at(x, y, r).disc("0,0 1,1", "#c3c9cc")
    canvas.oval(x - 3, y - 4, r * 0.9, r * 0.88, "#fafbfa")
    for angle in range(5):
        a = angle * math.tau / 5 + 0.4
        canvas.oval(
            x + math.cos(a) * r * 0.66,
            y + math.sin(a) * r * 0.66,
            r * 0.2,
            r * 0.2,
            "#20242c",
        )
    canvas.poly(
        [
            (x + math.cos(a * 1.2566) * r * 0.3, y + math.sin(a * 1.2566) * r * 0.3)
            for a in range(5)
        ],
        "#20242c",
    )


def boat_race(canvas: Canvas) -> None:
    """Three long boats side by side, every paddle in the same stroke."""
    sky(canvas, (0, "#4f9ac4"), (230, "#bfe0e0"), (340, "#f6efcf"))
    clouds(canvas, (0, 1), (300, 0.2), light="#ffffff", shade="#a8c0cb", cover=0.5)
    treeline(canvas, 352, 60, "#4a7a4f", "#a9c074")
    for x, high, lean in (
        (90, 210, 0.1),
        (330, 170, -0.1),
        (1240, 220, 0.12),
        (1420, 180, -0.12),
        (1530, 150, 0.1),
    ):
        palm(canvas, x, 352, high, "#3f6b48", lean=lean, light="#a8bd6a")
    for _fan in range(620):
        x = canvas.uniform(380, 1220)
        y = canvas.uniform(336, 372)
        tone = canvas.choice(
            "#d9302c", "#f2c12e", "#f4f6f4", "#2f6fae", "#e07f9a", "#3f8a5a"
        )
        canvas.at(x, y).disc("0,0 6,8", tone)
        canvas.at(x, y).disc("0,-10 4.4,5", "#5a3f30")
    for number in range(14):
        x = 400 + number * 62
        canvas.line([(x, 372), (x, 290)], "#5a4a3a", 2)
        canvas.poly(
            [(x, 290), (x + 34, 300), (x, 312)],
            ("#d9302c", "#f2c12e", "#2f6fae", "#3f8a5a")[number % 4],
        )
    canvas.box("-20,374 1620,1090", "#6f8f78")
    sky_water = [(374, "#9fb59a"), (640, "#6f8f78"), (1067, "#46685c")]
    for (y, tone), (end, other) in zip(sky_water, sky_water[1:], strict=False):
        for step in range(40):
            top = y + (end - y) * step / 40
            canvas.rect(
                -20, top, 1620, top + (end - y) / 40 + 1, mix(tone, other, step / 40)
            )
    texture(canvas, fade(canvas, (374, 0), (380, 1)), 120, 6, strength=0.7)
    ripples(canvas, (380, 0.1), (1067, 0.4), colour="#f4f3d8", count=700)
    for x, y, size, hull, shirt in (
        (860, 500, 0.62, "#2f4a86", "#f2c12e"),
        (690, 650, 0.86, "#2a6a4a", "#f4f6f4"),
        (900, 880, 1.2, "#8a2430", "#e0442e"),
    ):
        _long_boat(canvas, x, y, size, hull, shirt)


def _long_boat(
    canvas: Canvas, x: float, y: float, size: float, hull: str, shirt: str
) -> None:
    half = 560 * size
    canvas.oval(x, y + 16 * size, half * 1.05, 22 * size, "#2a463f80")
    for number in range(17):
        px = x - half * 0.78 + number * half * 0.096
        lean = 0.96 + 0.06 * (number % 2)
        person(
            canvas,
            px,
            y + 12 * size,
            138 * size * lean,
            shirt,
            pose="row",
            legs="#26303a",
            skin="#7a5440",
            hair="#1c1512",
        )
        hand = (px + 50 * size, y - 56 * size)
        blade_at = (px + 20 * size, y + 28 * size)
        canvas.line([hand, blade_at], "#caa268", 4 * size)
        canvas.oval(blade_at[0], blade_at[1] + 6 * size, 7 * size, 16 * size, "#e3c48a")
        for _drop in range(7):
            canvas.oval(
                blade_at[0] + canvas.gauss(-12, 16) * size,
                blade_at[1] + canvas.gauss(6, 9) * size,
                3.4 * size,
                2.4 * size,
                "#f4f8f0d0",
            )
    person(
        canvas,
        x + half * 0.86,
        y + 2 * size,
        190 * size,
        "#f4f6f4",
        pose="cheer",
        legs="#2a2f3a",
        skin="#7a5440",
    )
    rail = smooth(
        [
            (x - half * 1.04, y - 66 * size),
            (x - half * 0.9, y - 18 * size),
            (x - half * 0.5, y - 4 * size),
            (x + half * 0.5, y - 4 * size),
            (x + half * 0.92, y - 20 * size),
            (x + half * 1.1, y - 74 * size),
        ],
        10,
    )
    keel = smooth(
        [
            (x + half * 0.94, y + 14 * size),
            (x, y + 22 * size),
            (x - half * 0.92, y + 14 * size),
        ],
        10,
    )
    canvas.poly([*rail, *keel], hull)
    canvas.line(rail, "#f2c25a", 5 * size)
    for number in range(26):
        px = x - half * 0.86 + number * half * 0.07
        canvas.at(px, y, size).poly("0,2 12,9 0,16 -12,9", mix(hull, "#f2c25a", 0.7))
    for _side in range(80):
        canvas.oval(
            x - half * 1.02 - canvas.random.expovariate(1 / 60) * size,
            y + canvas.gauss(14, 6) * size,
            8 * size,
            2.5 * size,
            "#f4f8f080",
        )
    canvas.oval(x + half * 1.02, y - 44 * size, 9 * size, 9 * size, "#f4f6f4")
    canvas.oval(x + half * 1.025, y - 44 * size, 4 * size, 4 * size, "#16181c")


def swimming(canvas: Canvas) -> None:
    """Lanes from above and behind; five swimmers throw up water."""
    camera = Camera(horizon=-260, height=5.2, focal=1100)
    sky(canvas, (0, "#1f86b8"), (520, "#2fa8cf"), (1067, "#5cc6dd"))
    for line in range(-4, 5):
        canvas.poly(
            camera.floor(line * 2.5 + 1.1, line * 2.5 + 1.4, 3.2, 40), "#135a8a90"
        )
    web = canvas.noise(90, 1.6, octaves=3)
    bright = web.point(
        [255 if 122 < v < 134 else max(0, 120 - abs(v - 128) * 9) for v in range(256)]
    )
    canvas.lay("#c9f4fa", canvas.soft(bright, 2).point(lambda v: v // 2))
    for line in range(-4, 5):
        far = 22.0
        number = 0
        while far > 3.6:
            x, y = camera.at(line * 2.5, 0, far)
            size = camera.size(far)
            tone = ("#e0302c", "#f6f8f6", "#1f5fae")[(number // 3) % 3]
            canvas.at(x, y, size).disc("0,0.03 0.12,0.07", "#0f4a7080")
            canvas.at(x, y, size).disc("0,0 0.1,0.07", tone)
            far *= 0.975
            number += 1
    for lane, far in ((-2, 5.6), (-1, 7.4), (0, 5.0), (1, 6.6), (2, 8.6)):
        _swimmer(canvas, *camera.at(lane * 2.5 + 1.25, 0, far), camera.size(far), lane)
    texture(canvas, None, 200, strength=0.3)


def _swimmer(canvas: Canvas, x: float, y: float, size: float, lane: int) -> None:
    """Butterfly, seen from behind and above: arms wide, head low, a wave in front."""
    for ring in range(3):
        canvas.line(
            arc(
                x,
                y - size * 0.3,
                size * (0.95 + ring * 0.16),
                size * (0.5 + ring * 0.12),
                195,
                345,
                24,
            ),
            "#e6fafc80",
            3,
        )
    canvas.at(x, y, size).poly("-0.2,-0.3 0.2,-0.3 0.12,0.55 -0.12,0.55", "#7a543fa0")
    skin = ("#b07a58", "#8f6044", "#c08a66", "#a06c4c", "#7d543c")[lane + 2]
    canvas.poly(
        smooth(
            canvas.at(x, y, size)("-0.3,-0.26 -0.16,0.3 0.16,0.3 0.3,-0.26"),
            6,
        ),
        skin,
    )
    for side in (-1, 1):
        canvas.at(x, y, size, facing=side).line(
            "0.24,-0.24 0.6,-0.42 0.98,-0.3", skin, 0.13
        )
        canvas.at(x, y, size, facing=side).line(
            "0.24,-0.28 0.6,-0.46", mix(skin, "#fff0d8", 0.35), 0.035
        )
    canvas.at(x, y, size).disc(
        "0,-0.42 0.15,0.17",
        ("#f2d23a", "#e0302c", "#f6f8f6", "#2a2f3a", "#f08a2f")[lane + 2],
    )
    canvas.at(x, y, size).disc("-0.05,-0.49 0.05,0.05", "#ffffff90")
    for _drop in range(200):
        angle = canvas.uniform(0, math.tau)
        reach = canvas.gauss(0.62, 0.22) * size
        px = x + math.cos(angle) * reach * 1.35
        py = y - size * 0.2 + math.sin(angle) * reach * 0.62
        r = size * canvas.uniform(0.008, 0.035)
        canvas.at(px, py, r).disc(
            "0,0 1.3,1", clear("#ffffff", canvas.uniform(0.35, 0.95))
        )


SCENES = (stadium_night, football_match, boat_race, swimming)
