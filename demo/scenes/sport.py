"""Football: a stadium at night, and a goal about to be scored."""

import math

from demo.scenes.canvas import Canvas, Point, arc, clear, mix
from demo.scenes.light import (
    beams,
    clouds,
    fade,
    glow,
    haze,
    sky,
    texture,
)
from demo.scenes.things import person


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


SCENES = (stadium_night, football_match)
