"""What stands high: wind turbines, a telescope, a satellite."""

import math

from demo.scenes.canvas import (
    HEIGHT,
    WIDTH,
    Canvas,
    Point,
    arc,
    clear,
    mix,
    points,
    smooth,
)
from demo.scenes.light import (
    clouds,
    glow,
    haze,
    levels,
    reflect,
    ripples,
    sky,
    sun,
    within,
)
from demo.scenes.things import person, ridge


def wind_farm(canvas: Canvas) -> None:
    """Turbines stand in the shallow sea, one behind the other."""
    sky(canvas, (0, "#5a8fc0"), (300, "#b9d4dc"), (520, "#ffe6bd"), (640, "#ffd9a0"))
    clouds(canvas, (0, 1), (560, 0.2), light="#fff6e6", shade="#93a9bd", cover=0.55)
    sun(canvas, 1260, 470, 44, "#fffdf0", "#ffdf9c")
    canvas.lay("#b5b9b4", canvas.mask(ridge(canvas, 664, 40)))
    haze(canvas, "#ffe2b0", (520, 0), (660, 0.5), (668, 0))
    for x, high in (
        (1480, 190),
        (1340, 210),
        (1190, 235),
        (1030, 262),
        (850, 300),
        (660, 345),
    ):
        _turbine(canvas, x, 672, high, 0.35 + high / 900)
    reflect(canvas, 670, tint="#4f8296", share=0.45, ripple=8)
    _turbine(canvas, 400, 730, 430, 0.92)
    _turbine(canvas, 980, 800, 520, 1.0)
    for x, y, size in ((400, 730, 1.0), (980, 800, 1.2)):
        canvas.at(x, y, size).poly("-12,0 12,0 5,240 -5,240", "#f4f1e640")
        canvas.at(x, y, size).box("-26,-22 26,-12", "#e8b52f")
        canvas.at(x, y, size).box("-15,-12 15,8", "#d9a62f")
    _service_boat(canvas, 1250, 880)
    ripples(canvas, (676, 0.08), (1067, 0.42), colour="#fff3d4", count=760)


def _turbine(canvas: Canvas, x: float, y: float, high: float, near: float) -> None:
    white = mix("#cfd9da", "#fbfaf4", near)
    shade = mix("#c3ced0", "#a9b3b8", near)
    top = y - high
    wide = high * 0.018
    canvas.poly(
        [(x - wide, y), (x - wide * 0.5, top), (x + wide * 0.5, top), (x + wide, y)],
        white,
    )
    canvas.poly(
        [
            (x + wide * 0.2, y),
            (x + wide * 0.1, top),
            (x + wide * 0.5, top),
            (x + wide, y),
        ],
        shade,
    )
    start = canvas.uniform(0, math.tau)
    for blade in range(3):
        angle = start + blade * math.tau / 3
        ux, uy = math.cos(angle), math.sin(angle)
        length = high * 0.52
        root, bulge = length * 0.02, length * 0.052
        canvas.poly(
            [
                (x - uy * root, top + ux * root),
                (
                    x + ux * length * 0.22 - uy * bulge,
                    top + uy * length * 0.22 + ux * bulge,
                ),
                (x + ux * length, top + uy * length),
                (
                    x + ux * length * 0.2 + uy * root,
                    top + uy * length * 0.2 - ux * root,
                ),
            ],
            white,
        )
        canvas.line(
            [(x, top), (x + ux * length * 0.96, top + uy * length * 0.96)],
            shade,
            max(0.8, high * 0.004),
        )
    canvas.at(x, top, high).disc("0,0 0.022,0.022", shade)
    canvas.oval(x - 1, top - 1, high * 0.013, high * 0.013, white)


def _service_boat(canvas: Canvas, x: float, y: float) -> None:
    canvas.at(x, y).poly("-130,-36 -116,12 110,12 146,-50", "#d9442e")
    canvas.at(x, y).box("-60,-96 60,-38", "#f4f4ee")
    canvas.at(x, y).box("-46,-86 54,-62", "#33505f")
    canvas.at(x, y).line("0,-96 0,-150", "#f4f4ee", 4)
    for man in (-100, 84):
        person(
            canvas,
            x + man,
            y - 34,
            62,
            "#f28a2f",
            legs="#22303a",
            skin="#8a6148",
            hair="#f2d23a",
        )
    canvas.at(x, y).poly("-130,12 -420,36 -120,22", "#f7f6ea80")
    canvas.at(x, y).disc("0,14 150,7", "#f7f6ea90")


def observatory(canvas: Canvas) -> None:
    """A dome opens under the Milky Way."""
    sky(canvas, (0, "#070b20"), (520, "#16254d"), (760, "#3d4f7a"), (860, "#8a7a8c"))
    band = canvas.noise(240, 1, octaves=6, keep=0.6)
    river = canvas.mask(points("200,-80 620,-80 1240,900 820,900"), blur=110)
    canvas.lay(
        "#b9a9d8", within(levels(band, 96, 190), river).point(lambda v: int(v * 0.5))
    )
    canvas.lay(
        "#ffe2c4", within(levels(band, 132, 200), river).point(lambda v: int(v * 0.45))
    )
    dust = levels(canvas.noise(150, 1, octaves=6, keep=0.6), 140, 180)
    core = canvas.mask(points("380,-80 460,-80 1060,900 960,900"), blur=50)
    canvas.lay("#0a0e22", within(dust, core).point(lambda v: int(v * 0.7)))
    for _star in range(1500):
        x, y = canvas.uniform(0, WIDTH), canvas.uniform(0, 860)
        if canvas.chance() < 0.45:
            along = canvas.chance()
            x, y = 410 + along * 620 + canvas.gauss(0, 100), along * 860
        size = canvas.random.expovariate(1.5) * 0.7 + 0.4
        tone = canvas.choice("#ffffff", "#cfe0ff", "#ffe6c4")
        canvas.at(x, y, size).disc("0,0 1,1", clear(tone, canvas.uniform(0.35, 1)))
    canvas.line("1330,130 1180,230", "#ffffffb0", 2)
    for y, rise, tone in ((860, 130, "#2a3456"), (920, 110, "#1a2340")):
        canvas.lay(tone, canvas.mask(ridge(canvas, y, rise)))
    canvas.lay(
        "#0b1020",
        canvas.mask(
            smooth(
                points("-20,1090 -20,985 400,930 760,880 1060,876 1620,960 1620,1090")
            )
        ),
    )
    _dome(canvas, 880, 884, 200)
    for x, pose, way in ((470, "stand", 1), (530, "stand", -1), (1230, "sit", -1)):
        person(
            canvas,
            x,
            938,
            96,
            "#05070f",
            pose=pose,
            facing=way,
            legs="#05070f",
            skin="#0d1222",
            hair="#05070f",
        )
    canvas.line("600,930 628,880 656,932", "#05070f", 4)
    canvas.line("604,896 664,852", "#05070f", 15)


def _dome(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.rect(
        x - radius * 0.92, y - radius * 0.62, x + radius * 0.92, y + 24, "#c9cede"
    )
    canvas.rect(
        x + radius * 0.2, y - radius * 0.62, x + radius * 0.92, y + 24, "#6f7794"
    )
    canvas.at(x, y, radius).box("-1.04,-0.7 1.04,-0.6", "#9aa2bc")
    base = y - radius * 0.68
    canvas.poly(arc(x, base, radius, radius, 180, 360, 60), "#e6e9f4")
    canvas.poly(
        [*arc(x, base, radius, radius, 282, 360, 40), (x + radius * 0.3, base)],
        "#8a92b0",
    )
    for rib in (200, 220, 240, 300, 320, 340):
        px = x + math.cos(math.radians(rib)) * radius
        canvas.curve(
            [(px, base), (x + (px - x) * 0.8, base - radius * 0.6), (x, base - radius)],
            "#a9b0c8",
            1.6,
        )
    canvas.poly(
        [
            *arc(x - 8, base, radius * 1.01, radius * 1.01, 236, 278, 16),
            (x + 26, base - 6),
            (x - 66, base - 6),
        ],
        "#20263c",
    )
    canvas.line([(x - 22, base - 20), (x - 74, base - radius * 0.98)], "#b56a3c", 30)
    canvas.line([(x - 30, base - 22), (x - 80, base - radius * 0.96)], "#f2c48a", 7)
    canvas.at(x, y).box("-28,-60 20,24", "#f2b45a")
    glow(canvas, [(x - 4, y - 20)], 22, "#ffb45a", strength=0.6)
    glow(canvas, [(x - 40, base - 60)], 16, "#ff8a4a", strength=0.45)


def satellite(canvas: Canvas) -> None:
    """A small satellite above the rim of the Earth, dawn on the horizon."""
    sky(canvas, (0, "#02040c"), (1067, "#050a18"))
    for _star in range(800):
        size = canvas.random.expovariate(2) + 0.4
        canvas.oval(
            canvas.uniform(0, WIDTH),
            canvas.uniform(0, HEIGHT),
            size * 0.8,
            size * 0.8,
            clear("#ffffff", canvas.uniform(0.2, 0.9)),
        )
    centre, radius = (1000, 2240), 1560
    for ring, tone, share in (
        (70, "#1f5fd0", 0.1),
        (46, "#2f7fe8", 0.18),
        (26, "#6fb8ff", 0.35),
        (10, "#d9f0ff", 0.7),
    ):
        canvas.oval(*centre, radius + ring, radius + ring, clear(tone, share))
    globe = canvas.mask(arc(*centre, radius, radius, 180, 360, 160))
    canvas.lay("#0f3f7a", globe)
    land = levels(canvas.noise(520, 1.4, octaves=6, keep=0.55), 132, 142)
    canvas.lay("#2f6a4a", within(land, globe))
    canvas.lay(
        "#8a8a5a",
        within(
            levels(canvas.noise(300, 1.4, octaves=6), 140, 170), within(land, globe)
        ),
    )
    swirl = levels(canvas.noise(360, 2.2, octaves=7, keep=0.62), 132, 176)
    canvas.lay("#f4f8ff", within(swirl, globe))
    night = canvas.mask(points("-100,0 760,0 240,1200 -100,1200"), blur=170)
    canvas.lay("#020510", within(night, globe).point(lambda v: int(v * 0.9)))
    _city_lights(canvas)
    _craft(canvas, 620, 400)
    glow(canvas, [(1500, 760)], 30, "#fff6dc", strength=1.3)


def _city_lights(canvas: Canvas) -> None:
    lamps = []
    for x, y, spread in (
        (190, 960, 60),
        (330, 900, 34),
        (90, 1030, 40),
        (420, 1000, 46),
    ):
        lamps += [
            (
                x + canvas.gauss(0, spread),
                y + canvas.gauss(0, spread * 0.4),
            )
            for _lamp in range(46)
        ]
    glow(canvas, lamps, 1.3, "#ffcf8a", strength=0.9)


def _craft(canvas: Canvas, x: float, y: float) -> None:
    """A box in gold foil with two wings of solar cells, turned a little."""

    def at(u: float, v: float) -> Point:
        return x + u * 0.94 - v * 0.34, y + u * 0.34 + v * 0.94

    for side in (-1, 1):
        near, far = side * 105, side * 430
        canvas.line([at(side * 60, 0), at(near, 0)], "#c9ccd0", 9)
        canvas.poly([at(near, -78), at(far, -78), at(far, 78), at(near, 78)], "#152a66")
        for column in range(9):
            for row in range(4):
                u, v = near + (far - near) * column / 9, -76 + row * 38
                step = (far - near) / 9
                tone = mix(
                    "#1c3a8a",
                    "#6f9ae8",
                    canvas.chance() * 0.45 + (0.35 if side > 0 else 0),
                )
                canvas.poly(
                    [
                        at(u + step * 0.06, v + 2),
                        at(u + step * 0.94, v + 2),
                        at(u + step * 0.94, v + 35),
                        at(u + step * 0.06, v + 35),
                    ],
                    tone,
                )
        canvas.line(
            [at(near, -78), at(far, -78), at(far, 78), at(near, 78), at(near, -78)],
            "#d9dce0",
            3,
        )
    canvas.poly([at(-62, -84), at(62, -84), at(62, 84), at(-62, 84)], "#c98f2f")
    canvas.poly([at(14, -84), at(62, -84), at(62, 84), at(14, 84)], "#f2c85a")
    for _fold in range(46):
        left, top = canvas.uniform(-58, 40), canvas.uniform(-80, 70)
        canvas.poly(
            [
                at(left, top),
                at(left + canvas.uniform(4, 22), top + 6),
                at(left + 8, top + canvas.uniform(6, 20)),
            ],
            clear(canvas.choice("#ffe9a8", "#8a5a1c", "#fff6d8"), 0.5),
        )
    canvas.poly([at(-40, 84), at(40, 84), at(26, 116), at(-26, 116)], "#3a3f48")
    canvas.oval(*at(0, 118), 27, 13, "#1c2028")
    canvas.oval(*at(-4, 116), 12, 6, "#7fb8e8")
    canvas.line([at(0, -84), at(0, -130)], "#d9dce0", 6)
    canvas.poly(
        smooth([at(-70, -150), at(-40, -126), at(40, -126), at(70, -150), at(0, -140)]),
        "#f4f6f8",
    )


SCENES = (wind_farm, observatory, satellite)
