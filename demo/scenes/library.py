"""A library: shelves up to the ceiling, green lamps, a long table."""

from demo.scenes.canvas import Camera, Canvas, Point, mix
from demo.scenes.inside import room
from demo.scenes.light import beams, glow, texture
from demo.scenes.things import person


def library(canvas: Canvas) -> None:
    """Shelves up to the ceiling, green lamps, readers at a long table."""
    camera = Camera(horizon=420, height=1.75, focal=1000)
    room(
        canvas,
        camera,
        half=4.0,
        high=5.2,
        deep=17,
        colours=("#6b4428", "#4a2f1e", "#5a3b26", "#3d2a1e"),
    )
    for number in range(1, 14):
        z = 1.3 * 1.2**number
        canvas.line(camera.floor(-4, 4, z, z)[::3], "#54341e", 1.4)
    for side in (-1, 1):
        for near in (13.6, 10.4, 7.6, 5.2, 3.1, 1.2):
            _shelf(canvas, camera, side, near, near * 1.0 + (2.0 if near < 4 else 2.6))
    canvas.poly(camera.front(-1.5, 1.5, 0.4, 4.7, 16.9), "#fff0c4")
    for bar in (-1.5, -0.75, 0, 0.75, 1.5):
        canvas.line(
            [camera.at(bar, 0.4, 16.9), camera.at(bar, 4.7, 16.9)], "#6b4a2c", 4
        )
    for level in (0.4, 1.5, 2.6, 3.7, 4.7):
        canvas.line(
            [camera.at(-1.5, level, 16.9), camera.at(1.5, level, 16.9)], "#6b4a2c", 4
        )
    beams(
        canvas,
        [
            [
                camera.at(-1.5, 4.7, 16.9),
                camera.at(1.5, 4.7, 16.9),
                camera.at(2.4, 0, 3),
                camera.at(-2.4, 0, 3),
            ]
        ],
        "#4a3618",
        40,
    )
    glow(canvas, [camera.at(0, 2.6, 16.9)], 46, "#ffe9b0", strength=0.5)
    canvas.poly(camera.floor(-1.25, 1.25, 2.6, 13, 0.78), "#9a6a3c")
    canvas.poly(camera.front(-1.25, 1.25, 0.66, 0.78, 2.6), "#6b4526")
    lamps = []
    for far in (12, 9.6, 7.6, 5.9, 4.4, 3.2):
        for side in (-1, 1):
            _reader(canvas, camera, side * 1.65, far + 0.3, side)
        lamps.append(_green_lamp(canvas, camera, far))
        _open_book(canvas, camera, -0.7, far)
        _open_book(canvas, camera, 0.75, far + 0.2)
    glow(canvas, lamps, 15, "#ffd98a", strength=0.75)
    texture(canvas, None, 260, strength=0.4)


def _shelf(canvas: Canvas, camera: Camera, side: int, near: float, far: float) -> None:
    x = side * 3.4
    canvas.poly(camera.wall(x, near, far, 0, 4.7), "#2f1d12")
    canvas.poly(
        camera.front(x, side * 4.0, 0, 4.7, near), mix("#6b4528", "#2a1a10", 0.2)
    )
    for level in range(9):
        bottom = 0.15 + level * 0.5
        z = near + 0.05
        while z < far - 0.06:
            thick = canvas.uniform(0.04, 0.1)
            high = canvas.uniform(0.3, 0.44)
            tone = canvas.choice(
                "#8c3a2c",
                "#2f5a5a",
                "#b58a3c",
                "#4a3f6a",
                "#6b5a3a",
                "#a8a08a",
                "#3a5a36",
                "#7a2f44",
            )
            shade = mix(tone, "#1a100a", 0.25 + 0.25 * canvas.chance())
            canvas.poly(
                camera.wall(x, z, min(far, z + thick), bottom, bottom + high), shade
            )
            z += thick + 0.01
        canvas.poly(
            camera.wall(x - side * 0.02, near, far, bottom - 0.06, bottom), "#7d5432"
        )


def _reader(canvas: Canvas, camera: Camera, x: float, far: float, side: int) -> None:
    if canvas.chance() < 0.2:
        return
    px, py = camera.at(x, 0, far)
    size = camera.size(far) * 1.6
    tone = canvas.choice(
        "#c9c0b0", "#7a3f44", "#3f5f7a", "#54664a", "#b5763a", "#e3dcd0"
    )
    person(
        canvas,
        px,
        py,
        size,
        tone,
        pose="sit",
        facing=-side,
        legs="#2a2428",
        skin="#b5805c",
    )
    canvas.rect(
        px + side * size * 0.06 - size * 0.02,
        py - size * 0.5,
        px + side * size * 0.06 + size * 0.02,
        py,
        "#3d2616",
    )


def _green_lamp(canvas: Canvas, camera: Camera, far: float) -> Point:
    x, y = camera.at(0, 0.78, far)
    size = camera.size(far)
    canvas.at(x, y, size).disc("0,0 0.1,0.03", "#b58a3c")
    canvas.at(x, y, size).line("0,0 0,-0.36", "#b58a3c", 0.03)
    canvas.at(x, y, size).poly(
        "-0.24,-0.34 -0.12,-0.48 0.12,-0.48 0.24,-0.34", "#2f8a5c"
    )
    canvas.at(x, y, size).disc("0,-0.34 0.22,0.03", "#fff3c0")
    return x, y - size * 0.28


def _open_book(canvas: Canvas, camera: Camera, x: float, far: float) -> None:
    canvas.poly(camera.floor(x - 0.22, x - 0.01, far, far + 0.3, 0.8), "#f6efdc")
    canvas.poly(camera.floor(x + 0.01, x + 0.22, far, far + 0.3, 0.8), "#e3d9c0")


SCENES = (library,)
