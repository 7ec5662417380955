"""Races on water: long boats, and swimmers in their lanes."""

import math

from demo.scenes.canvas import Camera, Canvas, arc, clear, mix, smooth
from demo.scenes.light import (
    clouds,
    fade,
    ripples,
    sky,
    texture,
)
from demo.scenes.things import palm, person, treeline


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
        fan = (canvas.uniform(380, 1220), canvas.uniform(336, 372))
        tone = canvas.choice(
            "#d9302c", "#f2c12e", "#f4f6f4", "#2f6fae", "#e07f9a", "#3f8a5a"
        )
        canvas.at(*fan).disc("0,0 6,8", tone)
        canvas.at(*fan).disc("0,-10 4.4,5", "#5a3f30")
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


SCENES = (boat_race, swimming)
