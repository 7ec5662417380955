"""A beach with round boats, where the night's catch is sorted."""

from demo.scenes.canvas import (
    Canvas,
    arc,
    points,
    smooth,
)
from demo.scenes.light import (
    clouds,
    fade,
    haze,
    ripples,
    sky,
    sun,
    texture,
)
from demo.scenes.things import palm, person, ridge


def basket_boats(canvas: Canvas) -> None:
    """Round boats drawn up on the sand; women sort the night's catch."""
    sky(canvas, (0, "#6f9fc0"), (260, "#d4dccf"), (390, "#ffe2b0"))
    clouds(canvas, (0, 1), (360, 0.3), light="#fff3dc", shade="#9fb0bd", cover=0.5)
    sun(canvas, 1210, 330, 36, "#fffbe6", "#ffd590")
    canvas.lay("#8fa3a3", canvas.mask(ridge(canvas, 404, 70)))
    haze(canvas, "#ffe2b0", (300, 0), (402, 0.45), (410, 0))
    canvas.lay("#5f9aa3", fade(canvas, (403, 0), (405, 1), (560, 1), (561, 0)))
    texture(
        canvas,
        fade(canvas, (403, 0), (405, 1), (560, 1), (561, 0)),
        80,
        6,
        strength=0.7,
    )
    ripples(canvas, (408, 0.1), (560, 0.6), colour="#fff6dc", count=420)
    for x, size in ((300, 60), (520, 44), (860, 70), (1400, 52)):
        canvas.poly(
            [
                (x - size, 440),
                (x - size * 0.7, 456),
                (x + size * 0.7, 456),
                (x + size, 436),
                (x, 448),
            ],
            "#2f5f8a",
        )
        canvas.line([(x, 446), (x, 446 - size * 0.8)], "#4a4a50", 2)
    shore = smooth(points("-20,560 300,540 700,566 1100,548 1620,572"))
    canvas.poly([*shore, (1620, 1090), (-20, 1090)], "#d9b98a")
    canvas.poly([*shore, *[(x, y + 34) for x, y in reversed(shore)]], "#a8906c")
    canvas.line(shore, "#fffaf0", 7)
    texture(canvas, fade(canvas, (560, 0), (600, 1)), 8, 1, strength=0.5)
    for x, y, size in (
        (240, 690, 120),
        (560, 660, 96),
        (1390, 690, 128),
        (1120, 640, 84),
    ):
        _basket(canvas, x, y, size)
    _basket(canvas, 330, 900, 230)
    for x, y, high, coat, pose, way in (
        *(
            (700, 800, 230, "#b5384a", "squat", 1),
            (930, 820, 240, "#2f6a86", "squat", -1),
        ),
        *(
            (1060, 780, 330, "#7a4a8a", "bend", -1),
            (1290, 900, 400, "#d98a2f", "carry", -1),
        ),
        (820, 690, 190, "#3f7a5a", "stand", 1),
    ):
        canvas.oval(x - 20, y + 4, high * 0.26, high * 0.035, "#7a603c90")
        person(
            canvas,
            x,
            y,
            high,
            coat,
            pose=pose,
            facing=way,
            hat="#ecd9a4",
            legs="#2a2a34",
            skin="#8a5f46",
        )
    _catch(canvas, 826, 830)
    palm(canvas, 1560, 1000, 760, "#3f5f44", lean=-0.16, light="#a8b86a")


def _basket(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A woven hull like half a nutshell, tilted towards us."""
    canvas.at(x, y, size).disc("-0.1,0.42 1.1,0.18", "#7a603c90")
    canvas.poly([*arc(x, y, size, size * 0.62, 0, 180, 40)], "#5a3f28")
    for ring in range(1, 6):
        canvas.line(
            arc(x, y, size * (1 - ring * 0.02), size * (0.62 - ring * 0.1), 8, 172, 30),
            "#8f6a42",
            2,
        )
    for rib in range(-7, 8):
        canvas.curve(
            [
                (x + rib * size * 0.13, y + size * 0.16),
                (x + rib * size * 0.11, y + size * 0.4),
                (x + rib * size * 0.06, y + size * 0.6),
            ],
            "#3d2a1c90",
            1.6,
        )
    canvas.at(x, y, size).disc("0,0 1,0.3", "#c09a62")
    canvas.at(x, y, size).disc("0,0.02 0.9,0.24", "#3a2a1e")
    canvas.at(x, y, size).disc("0,0.07 0.78,0.17", "#4f3a28")
    canvas.at(x, y, size).line("-0.8,0.03 0.8,-0.02", "#a87f4c", 0.07)
    canvas.at(x, y, size).line("-0.3,0.1 0.9,-0.5", "#7d5a36", 0.035)


def _catch(canvas: Canvas, x: float, y: float) -> None:
    """Silver fish in flat baskets."""
    for dx, dy, size in ((-70, 0, 62), (60, 26, 70), (-10, -40, 50)):
        canvas.oval(x + dx, y + dy, size, size * 0.34, "#8a623a")
        canvas.oval(x + dx, y + dy - 3, size * 0.9, size * 0.28, "#5a3f28")
        for _fish in range(34):
            fx = x + dx + canvas.gauss(0, size * 0.36)
            fy = y + dy - 8 + canvas.gauss(0, size * 0.09)
            turn = canvas.uniform(-0.6, 0.6)
            tone = canvas.between("#7f95a5", "#f4f8fa")
            canvas.poly(
                [
                    (fx - 15, fy - 15 * turn),
                    (fx, fy - 5),
                    (fx + 13, fy + 13 * turn),
                    (fx + 20, fy + 20 * turn - 5),
                    (fx + 20, fy + 20 * turn + 5),
                    (fx, fy + 5),
                ],
                tone,
            )


SCENES = (basket_boats,)
