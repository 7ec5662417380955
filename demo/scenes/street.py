"""The city by foot: lanterns, a noodle stall, a building site, an airport."""

from PIL import ImageOps

from demo.scenes.canvas import Camera, Canvas, Colour, arc, mix, smooth
from demo.scenes.light import (
    beams,
    fade,
    glow,
    haze,
    levels,
    reflect,
    sky,
    texture,
    within,
)
from demo.scenes.things import person


def lantern_town(canvas: Canvas) -> None:
    """Silk lanterns over an old street at night."""
    sky(canvas, (0, "#0e1533"), (400, "#2a2a55"), (560, "#5a3a52"))
    camera = Camera(horizon=560, height=1.7, focal=950)
    ends = (60, 46, 36, 28, 22, 17, 13, 9.8, 7.2, 5, 3.2, 1.4)
    for far, near in zip(ends, ends[1:], strict=False):
        for side in (-1, 1):
            _old_house(canvas, camera, near, far, side)
        if near in (36, 17, 7.2):
            haze(canvas, "#c9763f", (380, 0), (556, 0.16), (640, 0.08), (800, 0))
    dry = canvas.image.copy()
    reflect(canvas, 572, tint="#3a2c30", share=0.5, ripple=5)
    street = camera.floor(-4.2, 4.2, 1.4, 70)
    canvas.lay(dry, ImageOps.invert(canvas.mask(street)))
    canvas.poly(street, "#4a3a3a98")
    for far in (30, 20, 14, 10, 7.5, 5.5, 4, 3, 2.3):
        canvas.line(camera.floor(-4.2, 4.2, far, far)[::3], "#2a2024a0", 1.5)
    crowd = sorted(
        (
            (4.6 + 32 * canvas.chance() ** 1.4, canvas.uniform(-3, 3))
            for _walker in range(46)
        ),
        reverse=True,
    )
    for far, x in crowd:
        px, py = camera.at(x, 0, far)
        canvas.oval(
            px, py, camera.size(far) * 0.3, camera.size(far) * 0.05, "#1a121688"
        )
        tone = canvas.choice(
            "#2c2438", "#4a2c38", "#27324a", "#5a4038", "#6a2f44", "#d8c8b8"
        )
        person(
            canvas,
            px,
            py,
            camera.size(far) * 1.62,
            tone,
            pose=canvas.random.choice(("walk", "stand")),
            facing=canvas.random.choice((-1, 1)),
            skin="#7a5544",
            hat="#d9c48c" if canvas.chance() < 0.2 else None,
        )
    lamps: list[tuple[float, float, float, Colour]] = []
    for far in (26, 19, 14, 10.5, 7.8, 5.8, 4.4):
        wire = [
            camera.at(x, 3.9 - 0.45 * (1 - (x / 4.2) ** 2), far)
            for x in (-4.2, -2.1, 0, 2.1, 4.2)
        ]
        canvas.curve(wire, "#120e18", 1.6)
        for x, y in smooth(wire, 2)[1:-1]:
            colour = canvas.choice(
                "#ff6a3a", "#ffb03a", "#e8475a", "#ffd75a", "#5ac8a0", "#b06adf"
            )
            lamps.append((x, y, camera.size(far) * canvas.uniform(0.2, 0.27), colour))
    for x, y, size, colour in lamps:
        _lantern(canvas, x, y, size, colour)
    glow(
        canvas,
        [(x, y + s) for x, y, s, _c in lamps if s < 20],
        7,
        "#ffa85a",
        strength=0.7,
    )
    for colour in sorted({str(lamp[3]) for lamp in lamps}):
        glow(
            canvas,
            [(x, y + s) for x, y, s, c in lamps if c == colour and s >= 20],
            22,
            colour,
            strength=0.55,
        )
    haze(canvas, "#ff9a4a", (560, 0), (700, 0.08), (1067, 0.03))


def _old_house(
    canvas: Canvas, camera: Camera, near: float, far: float, side: int
) -> None:
    """A low ochre house: shutters, a balcony, a roof of tiles that hangs over."""
    x = side * 4.2
    wall = canvas.choice("#b07a35", "#a56c30", "#c08d45", "#946038")
    canvas.poly(camera.wall(x, near, far, 0, 5.2), wall)
    canvas.poly(camera.wall(x, near, far, 0, 0.5), mix(wall, "#2a1c18", 0.5))
    depth = far - near
    canvas.poly(
        camera.wall(x, near + depth * 0.2, far - depth * 0.2, 0, 2.4), "#ffcf86"
    )
    for post in (0.2, 0.4, 0.6, 0.8):
        z = near + depth * post
        canvas.line(
            [camera.at(x, 0, z), camera.at(x, 2.5, z)],
            "#4a2c1c",
            max(1, camera.size(z) * 0.08),
        )
    canvas.poly(
        [
            camera.at(x, 2.95, near),
            camera.at(x, 2.95, far),
            camera.at(x - side * 0.9, 2.55, far),
            camera.at(x - side * 0.9, 2.55, near),
        ],
        "#5a2f24",
    )
    for start in (0.12, 0.55):
        z = near + depth * start
        canvas.poly(camera.wall(x, z, z + depth * 0.3, 3.3, 4.7), "#2f5a52")
        canvas.poly(
            camera.wall(x, z + depth * 0.1, z + depth * 0.2, 3.4, 4.6), "#ffb85a"
        )
    canvas.poly(
        [
            camera.at(x, 5.9, near),
            camera.at(x, 5.9, far),
            camera.at(x - side * 0.8, 5.0, far),
            camera.at(x - side * 0.8, 5.0, near),
        ],
        "#4a2a24",
    )
    for row in range(5):
        share = row / 5
        canvas.line(
            [
                camera.at(x - side * 0.8 * share, 5.9 - 0.9 * share, near),
                camera.at(x - side * 0.8 * share, 5.9 - 0.9 * share, far),
            ],
            "#331c1a",
            1.2,
        )


def _lantern(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    canvas.at(x, y, size).line("0,0 0,0.4", "#1a1014", 1.4 / size)
    cy = y + size * 1.2
    canvas.at(x, cy, size).disc("0,0 1,0.85", mix(colour, "#3a0f14", 0.25))
    canvas.at(x, cy, size).disc("0,0 0.72,0.85", colour)
    canvas.at(x, cy, size).disc("0,0 0.36,0.8", mix(colour, "#fff3c0", 0.55))
    canvas.at(x, cy, size).box("-0.28,-0.94 0.28,-0.8", "#5a2a1c")
    canvas.at(x, cy, size).box("-0.28,0.8 0.28,0.94", "#5a2a1c")
    for thread in (-0.12, 0, 0.12):
        canvas.line(
            [
                (x + thread * size, cy + size * 0.94),
                (x + thread * size, cy + size * 1.6),
            ],
            mix(colour, "#ffdf9a", 0.3),
            max(1, size * 0.05),
        )


def noodle_stall(canvas: Canvas) -> None:
    """Steam from a pot of broth; bowls in a row under one bulb."""
    sky(canvas, (0, "#3a281e"), (600, "#4a3224"), (1067, "#2a1c14"))
    for column in range(9):
        for row in range(7):
            x, y = column * 190 - 40 + (row % 2) * 95, row * 92
            canvas.at(x, y).box("0,0 184,86", canvas.between("#5a4030", "#74523a"))
    texture(canvas, None, 40, strength=0.4)
    canvas.box("-20,90 1620,112", "#2a1a12")
    for number in range(7):
        _hung(canvas, 150 + number * 84, 112, number)
    lamp = (930, 236)
    canvas.line([(930, 0), lamp], "#120c08", 4)
    beams(canvas, [[lamp, (200, 1100), (1560, 1100)]], "#6a4420", 60)
    _cook(canvas, 1010, 760)
    canvas.poly("-20,760 1620,740 1620,1090 -20,1090", "#6b4a30")
    canvas.poly("-20,760 1620,740 1620,772 -20,794", "#9a7048")
    _pot(canvas, 560, 770, 210)
    _pot(canvas, 1330, 770, 130)
    for number, x in enumerate((150, 390, 640, 890, 1150, 1420)):
        _bowl(canvas, x, 935 + (number % 2) * 22, 112)
    _plates(canvas)
    _steam(canvas, 560, 620, 250, 560)
    _steam(canvas, 1330, 690, 150, 380)
    canvas.oval(*lamp, 17, 21, "#fff3cf")
    glow(canvas, [lamp], 20, "#ffc878", strength=1.2)


def _hung(canvas: Canvas, x: float, y: float, number: int) -> None:
    """What hangs from the bar: herbs, ladles, sieves."""
    canvas.at(x, y).line("0,0 0,40", "#a09080", 2)
    if number % 3 == 0:
        for _leaf in range(40):
            lx, ly = (
                x + canvas.gauss(0, 18),
                y + 40 + canvas.uniform(0, 110),
            )
            canvas.oval(lx, ly, 11, 6, canvas.between("#27462a", "#7f9a4a"))
    elif number % 3 == 1:
        canvas.at(x, y).line("0,36 0,150", "#b8a890", 5)
        canvas.at(x, y).disc("0,166 30,24", "#8f8272")
        canvas.at(x, y).disc("-4,160 22,15", "#c9bba4")
    else:
        canvas.at(x, y).line("0,36 0,110", "#b88a4a", 7)
        canvas.at(x, y).disc("0,140 34,36", "#a9824a")
        for ring in (26, 18, 10):
            canvas.line(arc(x, y + 140, ring, ring, 0, 360, 20), "#7a5a30", 2)


def _cook(canvas: Canvas, x: float, y: float) -> None:
    """A woman behind the counter, a ladle in her hand."""
    canvas.at(x, y).poly(
        "-130,20 -112,-190 -60,-240 60,-240 112,-190 130,20", "#7a2f3f"
    )
    canvas.at(x, y).poly("-70,20 -62,-170 62,-170 70,20", "#d9cfc0")
    canvas.at(x, y).line("-50,-236 -44,-168", "#d9cfc0", 12)
    canvas.at(x, y).line("50,-236 44,-168", "#d9cfc0", 12)
    canvas.at(x, y).line("-100,-196 -190,-110 -290,-150", "#7a2f3f", 58)
    canvas.at(x, y).line("-286,-148 -320,-166", "#c08a66", 34)
    canvas.at(x, y).line("-320,-170 -430,-60", "#b8b0a4", 8)
    canvas.at(x, y).line("100,-196 150,-90 110,-6", "#6a2836", 58)
    canvas.at(x, y).box("-24,-280 24,-230", "#b07a58")
    canvas.at(x, y).disc("0,-330 62,76", "#1a1210")
    canvas.at(x, y).disc("-4,-318 50,62", "#c08a66")
    canvas.at(x, y).poly(
        "-60,-336 -50,-398 54,-398 62,-330 30,-362 -36,-358", "#1a1210"
    )
    canvas.at(x, y).disc("54,-362 30,30", "#1a1210")
    for eye in (-24, 12):
        canvas.curve(
            [(x + eye - 8, y - 318), (x + eye, y - 313), (x + eye + 8, y - 318)],
            "#3a2018",
            3,
        )
    canvas.at(x, y).curve("-20,-284 -4,-276 12,-284", "#7a3a30", 4)


def _pot(canvas: Canvas, x: float, y: float, half: float) -> None:
    for step in range(40):
        share = step / 39
        tone = mix("#e3ded4", "#4f4a46", abs(share - 0.3) * 1.25)
        left = x - half + 2 * half * share
        canvas.at(left, y, half).box("0,-0.72 0.052632,0.16", tone)
    canvas.at(x, y, half).disc("0,0.16 1,0.2", "#5f5954")
    canvas.at(x, y, half).disc("0,-0.72 1,0.24", "#cfc9bf")
    canvas.at(x, y, half).disc("0,-0.7 0.92,0.19", "#8a5a2c")
    canvas.at(x, y, half).disc("-0.2,-0.74 0.5,0.07", "#c98f4a")
    for side in (-1, 1):
        canvas.line(
            arc(
                x + side * half,
                y - half * 0.42,
                half * 0.14,
                half * 0.12,
                -90,
                90 if side > 0 else -270,
                14,
            ),
            "#8a847c",
            9,
        )


def _bowl(canvas: Canvas, x: float, y: float, half: float) -> None:
    canvas.at(x, y, half).disc("0,0.62 1.05,0.14", "#2a180eaa")
    canvas.poly([(x - half, y), *arc(x, y, half, half * 0.72, 180, 0, 24)], "#e9e4d8")
    canvas.poly(
        [(x + half * 0.3, y + half * 0.1), *arc(x, y, half, half * 0.72, 70, 0, 12)],
        "#b5ab9a",
    )
    canvas.at(x, y, half).curve("-0.86,0.3 0,0.52 0.86,0.3", "#3f5f8a", 5 / half)
    canvas.at(x, y, half).disc("0,0 1,0.27", "#f6f1e6")
    canvas.oval(x, y + 2, half * 0.88, half * 0.21, "#b9803f")
    for _noodle in range(9):
        sx = x + canvas.uniform(-0.6, 0.3) * half
        canvas.curve(
            [
                (sx, y + canvas.uniform(-8, 12)),
                (sx + half * 0.2, y - 6),
                (sx + half * 0.4, y + canvas.uniform(-6, 12)),
            ],
            "#f6ecd4",
            4,
        )
    for _slice in range(4):
        canvas.oval(
            x + canvas.uniform(-0.5, 0.5) * half,
            y + canvas.uniform(-8, 8),
            half * 0.17,
            half * 0.07,
            "#7d4436",
        )
    for _herb in range(22):
        canvas.oval(
            x + canvas.gauss(0, 0.36) * half,
            y + canvas.gauss(0, 7),
            6,
            3.4,
            canvas.between("#3c6a2c", "#b5d06a"),
        )


def _plates(canvas: Canvas) -> None:
    for x, tone in ((60, "#c9382c"), (1540, "#8fb04a")):
        canvas.oval(x, 842, 80, 22, "#d9d2c2")
        for _piece in range(40):
            canvas.oval(
                x + canvas.gauss(0, 28),
                832 + canvas.gauss(0, 7),
                9,
                6,
                mix(tone, "#fff0c0", canvas.chance() * 0.4),
            )


def _steam(canvas: Canvas, x: float, y: float, half: float, rise: float) -> None:
    cloud = levels(canvas.noise(190, 0.7, octaves=5, keep=0.6), 80, 165)
    column = canvas.mask(
        smooth(
            [
                (x - half * 0.7, y + 40),
                (x - half * 0.8, y - rise * 0.4),
                (x - half * 0.3, y - rise),
                (x + half * 0.6, y - rise * 1.05),
                (x + half * 0.9, y - rise * 0.4),
                (x + half * 0.7, y + 40),
            ]
        ),
        blur=55,
    )
    rising = fade(canvas, (y - rise, 0), (y - rise * 0.3, 0.75), (y, 0.85), (y + 60, 0))
    canvas.lay("#f3e3cc", within(within(cloud, column), rising))


SCENES = (lantern_town, noodle_stall)
