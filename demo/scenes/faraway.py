"""Far away: a greenhouse with a robot, a forest school in the snow, mangroves."""

import math

from demo.scenes.canvas import Camera, Canvas, Point, arc, clear, mix, points, smooth
from demo.scenes.light import (
    beams,
    clouds,
    glow,
    haze,
    reflect,
    ripples,
    sky,
    sun,
    texture,
)
from demo.scenes.things import boat, person, ridge, treeline


def greenhouse(canvas: Canvas) -> None:
    """A yellow robot picks tomatoes between two green walls of plants."""
    sky(canvas, (0, "#dfeef0"), (420, "#f6f3dc"), (1067, "#c9b48c"))
    camera = Camera(horizon=410, height=1.7, focal=1000, centre=900)
    for far in (26, 20, 15.5, 12, 9.2, 7, 5.2, 3.8, 2.7):
        _arch_of(canvas, camera, far)
    canvas.poly(camera.floor(-1.5, 1.5, 1.2, 40), "#d9c7a0")
    canvas.poly(camera.floor(-0.16, 0.16, 1.2, 40), "#8f8a7c")
    texture(canvas, canvas.mask(camera.floor(-1.5, 1.5, 1.2, 40)), 24, 4, strength=0.6)
    for far in (24, 18, 13.6, 10.4, 8, 6.2, 4.8, 3.7, 2.9, 2.2):
        for side in (-1, 1):
            _plant_row(canvas, camera, far, side)
    haze(canvas, "#fbf6de", (250, 0), (405, 0.42), (560, 0.05), (800, 0))
    x, y = camera.at(-0.3, 0, 11)
    coat = "#7a5aa0"
    person(canvas, x, y, camera.size(11) * 1.5, coat, hat="#f0e6c4", legs="#3a4450")
    _robot(canvas, 840, 930, 1.0)
    beams(canvas, [points("500,-40 760,-40 700,1100 240,1100")], "#2c2a1c", 60)


def _arch_of(canvas: Canvas, camera: Camera, far: float) -> None:
    """One hoop of the roof, white, with the sky through the film."""
    size = camera.size(far)
    x, y = camera.at(0, 1.6, far)
    rib = [(px, py) for px, py in arc(x, y, 3.1 * size, 2.1 * size, 180, 360, 40)]
    canvas.line(rib, mix("#ffffff", "#b9c9c6", min(1, far / 30)), max(1.5, size * 0.05))
    for side in (-1, 1):
        foot = camera.at(side * 3.1, 0, far)
        canvas.line([foot, (foot[0], y)], "#d9e2de", max(1.5, size * 0.05))


def _plant_row(canvas: Canvas, camera: Camera, far: float, side: int) -> None:
    """Leaves from the floor to the wires, red fruit in trusses."""
    size = camera.size(far)
    for _leaf in range(int(46 + 300 / far)):
        spot = (side * canvas.uniform(1.25, 2.6), canvas.uniform(0.05, 2.5))
        x, y = camera.at(*spot, far + canvas.uniform(-0.3, 0.3))
        leaf = size * canvas.uniform(0.06, 0.13)
        lit = 0.25 + spot[1] * 0.2 + canvas.uniform(-0.15, 0.15)
        tone = mix(mix("#1f4a2c", "#9dc05c", lit), "#dfe6c4", min(0.6, far / 40))
        canvas.oval(x, y, leaf * 1.4, leaf, tone)
    for _truss in range(7):
        x, y = camera.at(side * canvas.uniform(1.2, 1.7), canvas.uniform(0.4, 1.9), far)
        for number in range(4):
            ripe = canvas.choice("#d9302a", "#e8553a", "#c9261f", "#e8a13a")
            r = size * 0.042
            fx, fy = x + canvas.gauss(0, size * 0.03), y + number * r * 1.3
            canvas.oval(fx, fy, r, r * 0.95, mix(ripe, "#3a1010", 0.3))
            canvas.oval(fx - r * 0.2, fy - r * 0.2, r * 0.7, r * 0.65, ripe)
            canvas.oval(fx - r * 0.35, fy - r * 0.4, r * 0.22, r * 0.18, "#fff1e0")


def _robot(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A cart, a mast, an arm with soft fingers around a fruit."""
    frame = canvas.at(x, y, size)
    frame.disc("0,16 250,26", "#6b5a3c90")
    for wheel in (-150, 150):
        canvas.disc((x + wheel, y - 10), 44, "#23282c")
        canvas.disc((x + wheel, y - 10), 24, "#8f989c")
        canvas.disc((x + wheel, y - 10), 9, "#23282c")
    frame.box("-210,-150 210,-30", "#f2b92f")
    frame.box("-210,-64 210,-30", "#c98f1c")
    frame.box("-190,-136 -60,-84", "#20303a")
    frame.box("-180,-128 -120,-92", "#7fd0c0")
    frame.box("30,-215 200,-150", "#d9c9a8")
    for number in range(15):
        fruit = (x + 50 + number % 6 * 27, y - 216 - number // 6 * 20)
        canvas.disc(fruit, 16, mix("#c9261f", "#e8553a", canvas.chance()))
        canvas.disc((fruit[0] - 5, fruit[1] - 6), 4, "#ffe3d0")
    frame.box("-110,-560 -70,-150", "#dfe3e0")
    frame.box("-84,-560 -70,-150", "#a9b3b3")
    frame.line("-90,-520 60,-600 190,-520", "#f2b92f", 34)
    frame.line("190,-520 290,-560", "#dfe3e0", 24)
    for joint in points("-90,-520 60,-600 190,-520"):
        canvas.disc((x + joint[0], y + joint[1]), 25, "#3a4248")
        canvas.disc((x + joint[0], y + joint[1]), 10, "#c9d0d0")
    for finger in ("290,-560 330,-600 372,-588", "290,-560 322,-536 366,-540"):
        frame.curve(finger, "#e8e0d0", 13)
    canvas.disc((x + 372, y - 564), 31, "#a81c18")
    canvas.disc((x + 366, y - 570), 26, "#e03a2c")
    canvas.disc((x + 358, y - 580), 8, "#ffe3d0")
    canvas.oval(x - 90, y - 590, 62, 42, "#f2b92f")
    canvas.disc((x - 66, y - 592), 22, "#1c2428")
    canvas.disc((x - 60, y - 598), 8, "#9fe0ff")
    glow(canvas, [(x - 60, y - 596)], 6, "#9fe0ff", strength=0.7)


def snow_school(canvas: Canvas) -> None:
    """Children in orange suits around a fire, in a forest under snow."""
    sky(canvas, (0, "#4a4f86"), (260, "#9a86ac"), (430, "#e8b0a6"), (520, "#ffd9b4"))
    clouds(
        canvas,
        (0, 0.8),
        (420, 0.2),
        light="#ffd0c4",
        shade="#6a6a9c",
        cover=0.4,
        flat=5,
    )
    canvas.lay("#a9a3c4", canvas.mask(ridge(canvas, 530, 150)))
    haze(canvas, "#ffd9c0", (380, 0), (520, 0.5), (560, 0))
    for row, (y, high, tone) in enumerate(
        ((560, 150, "#8087a8"), (600, 230, "#596488"), (660, 340, "#3a4668"))
    ):
        x = -20.0
        while x < 1640:
            if row < 2 or not 420 < x < 1150:
                _fir(canvas, x, y, high * canvas.uniform(0.7, 1.2), tone)
            x += high * canvas.uniform(0.24, 0.5)
        haze(canvas, "#f0cfd0", (y - 120, 0), (y, 0.3 - row * 0.08), (y + 20, 0))
    ground = smooth(points("-20,640 260,612 620,640 980,622 1340,650 1620,618"))
    canvas.poly([*ground, (1620, 1090), (-20, 1090)], "#e6e4f2")
    mask = canvas.mask([*ground, (1620, 1090), (-20, 1090)])
    texture(canvas, mask, 160, 3, strength=0.5)
    _hut(canvas, 1270, 700)
    _fire(canvas, 760, 850)
    spots = (
        *((560, 850, 190, "squat", 1), (640, 790, 176, "stand", 1)),
        *((900, 790, 178, "stand", -1), (980, 856, 190, "squat", -1)),
        *((450, 930, 206, "sit", 1), (1090, 950, 210, "walk", -1)),
        *((300, 780, 170, "run", 1), (1150, 770, 166, "cheer", -1)),
    )
    for x, y, high, pose, way in spots:
        canvas.oval(x, y + 3, high * 0.26, high * 0.035, "#7f7fa860")
        suit = canvas.choice("#f0792c", "#e8622a", "#f28f3a")
        person(
            canvas, x, y, high, suit, pose=pose, facing=way, legs=suit, skin="#f0c4a4",
            hair=canvas.choice("#d9304a", "#2f6fae", "#f2d25a", "#3f8a6a"),
        )  # fmt: skip
    for _flake in range(520):
        near = canvas.chance() ** 3
        spot = (canvas.uniform(0, 1600), canvas.uniform(0, 1067))
        canvas.disc(spot, 1.2 + 4.5 * near, clear("#ffffff", 0.75 - 0.3 * near))


def _fir(canvas: Canvas, x: float, y: float, high: float, tone: str) -> None:
    canvas.rect(
        x - high * 0.02, y - high * 0.2, x + high * 0.02, y, mix(tone, "#2a1c1c", 0.5)
    )
    for tier in range(7):
        share = tier / 7
        top, half = y - high * (0.12 + 0.13 * tier), high * 0.2 * (1 - share * 0.86)
        canvas.at(x, top, 1).poly(
            [
                (-half, 0),
                (0, -high * 0.2),
                (half, 0),
                (half * 0.4, -4),
                (-half * 0.3, -3),
            ],
            tone,
        )
        snow = [
            (-half * 0.9, -2),
            (0, -high * 0.2),
            (half * 0.1, -high * 0.12),
            (-half * 0.2, -5),
        ]
        canvas.at(x, top, 1).poly(snow, mix(tone, "#f6f3fb", 0.72))


def _hut(canvas: Canvas, x: float, y: float) -> None:
    frame = canvas.at(x, y)
    frame.box("-150,-150 150,0", "#7a4a34")
    for log in range(7):
        frame.line([(-150, -log * 22), (150, -log * 22)], "#5a3425", 3)
    frame.box("-40,-96 20,0", "#3a2018")
    frame.box("60,-110 120,-60", "#ffcf7a")
    frame.poly("-190,-138 0,-262 190,-138", "#4a3040")
    frame.poly("-196,-136 0,-274 196,-136 150,-142 0,-240 -150,-142", "#f6f3fb")
    frame.box("70,-270 96,-200", "#5a3a38")
    glow(canvas, [(x + 90, y - 85)], 16, "#ffc06a", strength=0.6)


def _fire(canvas: Canvas, x: float, y: float) -> None:
    frame = canvas.at(x, y)
    for log in ("-70,10 50,-14", "70,10 -50,-14", "-20,16 30,-20"):
        frame.line(log, "#4a2c20", 18)
    for flame, tone in (
        ("-44,0 -30,-70 -8,-40 4,-128 24,-52 38,-84 48,0", "#f0682a"),
        ("-26,0 -14,-50 2,-84 16,-40 28,0", "#ffb03a"),
        ("-12,0 0,-48 12,0", "#fff0b0"),
    ):
        frame.poly(smooth(points(flame), 6), tone)
    glow(canvas, [(x, y - 40)], 44, "#ff9a4a", strength=0.8)
    for spark in range(30):
        height = canvas.uniform(60, 330)
        at: Point = (x + math.sin(spark) * height * 0.24, y - height)
        canvas.disc(at, 2.2, clear("#ffc86a", 1 - height / 400))


def mangrove(canvas: Canvas) -> None:
    """Mangroves on their stilted roots at low tide, a crab catcher in his canoe."""
    sky(canvas, (0, "#5f93a8"), (260, "#c9d9c4"), (420, "#f6e0a8"))
    clouds(canvas, (0, 1), (380, 0.2), light="#fff3d8", shade="#8fa5a8", cover=0.5)
    sun(canvas, 1080, 300, 40, "#fffbe4", "#ffd98a")
    treeline(canvas, 446, 70, "#5a7f63", "#a8b878")
    haze(canvas, "#f6e6b4", (340, 0), (440, 0.5), (452, 0))
    reflect(canvas, 446, tint="#55705a", share=0.34, ripple=5)
    for x, y, high in (
        (70, 560, 330),
        (1530, 570, 350),
        (1330, 520, 230),
        (330, 510, 200),
    ):
        _mangrove(canvas, x, y, high)
    for x, y, high in ((230, 800, 560), (1420, 830, 600)):
        _mangrove(canvas, x, y, high)
    ripples(canvas, (460, 0.08), (1067, 0.34), colour="#fff3d0", count=420)
    boat(canvas, 800, 740, 420, "#4a3626", rise=0.1, depth=0.1)
    person(canvas, 700, 724, 220, "#b5423a", pose="row", hat="#ead9a4", legs="#2a2c30")
    canvas.line(points("790,570 640,790"), "#4a3624", 6)
    for basket in (850, 910):
        canvas.at(basket, 700).disc("0,0 34,26", "#8a6236")
        canvas.at(basket, 690).disc("0,0 28,12", "#3a2a1c")
    for _root in range(120):
        side = canvas.choice("left", "right")
        root = (
            canvas.gauss(120 if side == "left" else 1500, 150),
            canvas.uniform(860, 1067),
        )
        tip = (root[0] + canvas.gauss(0, 3), root[1] - canvas.uniform(14, 40))
        canvas.line([root, tip], "#3a2c20", 5)
    haze(canvas, "#ffe9b4", (400, 0.1), (520, 0.14), (800, 0), (1067, 0))


def _mangrove(canvas: Canvas, x: float, y: float, high: float) -> None:
    """Roots like the ribs of an umbrella, a low crown of thick leaves."""
    fork = (x, y - high * 0.3)
    for rib in range(-5, 6):
        foot = (x + rib * high * 0.09, y + canvas.uniform(-4, 10))
        knee = (x + rib * high * 0.07, y - high * 0.17)
        tone = mix("#3a2a20", "#8a6a48", 0.5 - rib * 0.08)
        canvas.curve([fork, knee, foot], tone, high * 0.018)
    canvas.line([fork, (x + high * 0.03, y - high * 0.62)], "#54402e", high * 0.04)
    for _leaf in range(230):
        angle, reach = canvas.uniform(0, math.tau), canvas.chance() ** 0.5
        dx, dy = math.cos(angle) * reach * 1.25, math.sin(angle) * reach * 0.7
        lit = 0.45 - dy * 0.5 + dx * 0.2 + canvas.uniform(-0.2, 0.2)
        size = high * canvas.uniform(0.02, 0.045)
        spot = (x + dx * high * 0.36, y - high * 0.72 + dy * high * 0.34)
        canvas.oval(*spot, size * 1.5, size, mix("#1f4630", "#a9bb62", lit))


SCENES = (greenhouse, snow_school, mangrove)
