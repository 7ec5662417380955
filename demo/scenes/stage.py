"""A stage on water: the dragon, the fairies, the audience's heads."""

import math

from demo.scenes.canvas import Canvas, arc, clear, mix, points, smooth
from demo.scenes.light import (
    beams,
    glow,
    reflect,
    ripples,
    sky,
)


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
            shade = mix("#0d0a10", "#3a2426", canvas.chance() * 0.5)
            canvas.at(x, y, size).disc("0,1.5 1.35,0.95", shade)
            canvas.at(x, y, size).disc("0,0 0.74,0.86", shade)
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


SCENES = (puppet_stage,)
