"""Rooms in one-point perspective: a classroom, a corridor of a hospital."""

import math

from demo.scenes.canvas import Camera, Canvas, clear, mix
from demo.scenes.light import beams, glow, haze, sky, texture
from demo.scenes.things import person


def room(
    canvas: Canvas,
    camera: Camera,
    *,
    half: float,
    high: float,
    deep: float,
    colours: tuple[str, str, str, str],
) -> None:
    """A box seen from inside: floor, side walls, back wall, ceiling."""
    floor, wall, back, ceiling = colours
    sky(canvas, (0, ceiling), (1067, floor))
    canvas.poly(camera.floor(-half, half, 0.6, deep), floor)
    canvas.poly(camera.floor(-half, half, 0.6, deep, high), ceiling)
    for side in (-1, 1):
        tone = mix(wall, "#000000", 0.1) if side < 0 else wall
        canvas.poly(camera.wall(side * half, 0.6, deep, 0, high), tone)
    canvas.poly(camera.front(-half, half, 0, high, deep), back)


def classroom(canvas: Canvas) -> None:
    """Children at their desks, light from the windows, a teacher at the board."""
    camera = Camera(horizon=430, height=1.9, focal=1150, centre=860)
    room(
        canvas,
        camera,
        half=4.2,
        high=3.5,
        deep=11,
        colours=("#b58a5c", "#e6d9a8", "#dccf9c", "#f1ead2"),
    )
    for number in range(10):
        canvas.line(
            camera.floor(-4.2, 4.2, 1.4 + number, 1.4 + number)[::3], "#9a7248", 1.4
        )
    for number in range(-6, 7):
        canvas.line(
            [camera.at(number * 0.7, 0, 1), camera.at(number * 0.7, 0, 11)],
            "#9a7248",
            1.2,
        )
    for near in (8.4, 5.9, 3.4):
        _window(canvas, camera, near)
    canvas.poly(camera.front(-2.6, 2.4, 0.95, 2.55, 10.9), "#8a5f38")
    canvas.poly(camera.front(-2.5, 2.3, 1.03, 2.47, 10.9), "#2f5a48")
    for row, (left, right) in enumerate(
        ((-2.2, -0.4), (-2.2, 0.4), (-1.9, -0.2), (0.6, 2.0))
    ):
        level = 2.2 - row * 0.27 if row < 3 else 2.2
        canvas.curve(
            [
                camera.at(
                    left + (right - left) * n / 9,
                    level + 0.04 * math.sin(n * 2.6),
                    10.9,
                )
                for n in range(10)
            ],
            "#e9efe4",
            2.2,
        )
    x, y = camera.at(1.4, 0, 9.9)
    person(
        canvas,
        x,
        y,
        camera.size(9.9) * 1.62,
        "#e9dfe6",
        pose="carry",
        facing=-1,
        legs="#e9dfe6",
        skin="#c08a66",
    )
    for row in range(5):
        for column in range(4):
            _pupil(canvas, camera, -2.75 + column * 1.7, 8.6 - row * 1.35)
    shafts = []
    for near in (8.4, 5.9, 3.4):
        shafts.append(
            [
                camera.at(-4.2, 2.7, near),
                camera.at(-4.2, 2.7, near + 1.7),
                camera.at(0.6, 0, near + 0.8),
                camera.at(-0.6, 0, near - 0.6),
            ]
        )
    beams(canvas, shafts, "#4a4026", 18)
    glow(
        canvas,
        [camera.at(-4.2, 2, z) for z in (9.2, 6.7, 4.2)],
        34,
        "#fff0c0",
        strength=0.35,
    )
    texture(canvas, None, 300, strength=0.35)


def _window(canvas: Canvas, camera: Camera, near: float) -> None:
    far, x = near + 1.7, -4.19
    canvas.poly(camera.wall(x, near, far, 1.0, 2.8), "#f6f3d8")
    for _leaf in range(40):
        z = canvas.uniform(near, far)
        px, py = camera.at(x, canvas.uniform(1.05, 2.2), z)
        size = camera.size(z) * canvas.uniform(0.06, 0.15)
        canvas.at(px, py, size).disc(
            "0,0 0.7,1", clear(canvas.between("#6f9a4a", "#d4e08a"), 0.8)
        )
    for bar in (0, 0.5, 1):
        z = near + (far - near) * bar
        canvas.line(
            [camera.at(x, 1, z), camera.at(x, 2.8, z)],
            "#3f7a6a",
            max(2, camera.size(z) * 0.05),
        )
    for level in (1, 1.9, 2.8):
        canvas.line([camera.at(x, level, near), camera.at(x, level, far)], "#3f7a6a", 4)
    for share in (0.15, 0.3, 0.65, 0.85):
        z = near + (far - near) * share
        canvas.line([camera.at(x, 1, z), camera.at(x, 2.8, z)], "#7fa89a", 1.6)


def _pupil(canvas: Canvas, camera: Camera, x: float, far: float) -> None:
    """From behind: white shirt, red scarf, dark hair; the desk is in front."""
    size = camera.size(far)
    wood = "#a8743f"
    canvas.poly(camera.front(x - 0.62, x + 0.62, 0.0, 0.7, far + 0.55), "#7d552f")
    top = [
        camera.at(x - 0.66, 0.72, far + 0.3),
        camera.at(x - 0.66, 0.72, far + 0.85),
        camera.at(x + 0.66, 0.72, far + 0.85),
        camera.at(x + 0.66, 0.72, far + 0.3),
    ]
    canvas.poly(top, wood)
    canvas.line([top[0], top[3]], "#c9965c", max(1.5, size * 0.03))
    for child in (-0.3, 0.3):
        if canvas.chance() < 0.08:
            continue
        px, py = camera.at(x + child + canvas.gauss(0, 0.03), 0.42, far)
        lean = canvas.gauss(0, 0.03) * size
        canvas.at(px, py, size).poly("-0.19,0 -0.17,-0.4 0.17,-0.4 0.19,0", "#eef1ee")
        canvas.at(px, py, size).poly("0.04,0 0.06,-0.4 0.17,-0.4 0.19,0", "#c9d0cf")
        canvas.at(px, py, size).disc("0,-0.4 0.17,0.06", "#eef1ee")
        canvas.poly(
            [
                (px - size * 0.12, py - size * 0.44),
                (px + size * 0.12, py - size * 0.44),
                (px + lean, py - size * 0.3),
            ],
            "#c9302c",
        )
        canvas.at(px, py, size).box("-0.04,-0.5 0.04,-0.4", "#b5805c")
        head = (px + lean, py - size * 0.6)
        canvas.oval(*head, size * 0.125, size * 0.15, "#1c1512")
        if canvas.chance() < 0.5:
            canvas.line(
                [
                    head,
                    (
                        head[0] + canvas.random.choice((-1, 1)) * size * 0.04,
                        py - size * 0.28,
                    ),
                ],
                "#1c1512",
                size * 0.09,
            )
        else:
            canvas.oval(
                head[0], head[1] + size * 0.09, size * 0.07, size * 0.06, "#b5805c"
            )
        canvas.oval(
            head[0] - size * 0.04,
            head[1] - size * 0.06,
            size * 0.05,
            size * 0.04,
            "#3d3029",
        )
    canvas.poly(
        camera.front(x - 0.6, x + 0.6, 0.3, 0.44, far - 0.12),
        mix(wood, "#5a3a1c", 0.25),
    )
    for leg in (-0.55, 0.55):
        canvas.poly(
            camera.front(x + leg - 0.03, x + leg + 0.03, 0, 0.4, far - 0.12), "#6b4726"
        )


def hospital_corridor(canvas: Canvas) -> None:
    """A long corridor, a nurse walking away, a trolley by the wall."""
    camera = Camera(horizon=440, height=1.6, focal=900)
    room(
        canvas,
        camera,
        half=1.9,
        high=2.9,
        deep=30,
        colours=("#b9cfca", "#dfeae4", "#eef8f2", "#eef3ee"),
    )
    for number in range(26):
        z = 1.2 * 1.14**number
        if z < 30:
            canvas.line(camera.floor(-1.9, 1.9, z, z)[::3], "#a3bbb6", 1.3)
    for column in (-0.95, 0, 0.95):
        canvas.line(
            [camera.at(column, 0, 0.8), camera.at(column, 0, 30)], "#a3bbb6", 1.3
        )
    for side in (-1, 1):
        canvas.poly(
            camera.wall(side * 1.89, 0.6, 30, 0, 1.0),
            "#8fbcae" if side > 0 else "#84b0a3",
        )
        canvas.poly(camera.wall(side * 1.86, 0.6, 30, 0.92, 1.02), "#f4faf5")
        canvas.poly(camera.wall(side * 1.89, 0.6, 30, 0, 0.12), "#5f8c80")
        for near in (20, 15, 11, 7.6, 4.8, 2.6):
            _door(canvas, camera, side, near)
    lamps = []
    for near in (24, 19, 15, 11.5, 8.6, 6.2, 4.3, 2.8, 1.8):
        canvas.poly(camera.floor(-0.45, 0.45, near, near * 1.12, 2.88), "#ffffff")
        shine = [
            (x, 880 - y) for x, y in camera.floor(-0.4, 0.4, near, near * 1.12, 2.88)
        ]
        canvas.poly(shine, "#ffffff66")
        lamps.append(camera.at(0, 2.88, near * 1.06))
    canvas.poly(camera.front(-0.9, 0.9, 0, 2.3, 29.8), "#fdfff4")
    glow(canvas, [camera.at(0, 1.3, 29.8)], 34, "#f6fff0", strength=0.8)
    _trolley(canvas, camera)
    _nurse(canvas, camera, -0.25, 6.2, "#f6f9f6")
    _nurse(canvas, camera, 0.7, 13, "#7fb8c4")
    x, y = camera.at(-1.35, 0, 9.4)
    person(
        canvas,
        x,
        y,
        camera.size(9.4) * 1.5,
        "#6f7f9a",
        pose="sit",
        legs="#3f4654",
        skin="#b5845f",
    )
    texture(canvas, None, 320, strength=0.3)
    haze(canvas, "#f4fbf4", (300, 0), (440, 0.2), (620, 0))


def _door(canvas: Canvas, camera: Camera, side: int, near: float) -> None:
    far, x = near * 1.17, side * 1.88
    canvas.poly(camera.wall(x, near - 0.05, far + 0.05, 0, 2.2), "#8aa39c")
    canvas.poly(camera.wall(x, near, far, 0, 2.12), "#c08d5c")
    canvas.poly(
        camera.wall(x, near + (far - near) * 0.3, near + (far - near) * 0.6, 1.3, 1.85),
        "#e9f6f0",
    )
    handle = camera.at(x, 1.05, near + (far - near) * 0.12)
    canvas.oval(*handle, camera.size(near) * 0.03, camera.size(near) * 0.03, "#d9dcd6")
    canvas.poly(
        camera.wall(side * 1.85, near, near + (far - near) * 0.4, 2.3, 2.5), "#2f7f9a"
    )


def _trolley(canvas: Canvas, camera: Camera) -> None:
    left, right, near, far = 0.75, 1.6, 3.6, 5.6
    for x in (left, right):
        for z in (far, near):
            canvas.line(
                [camera.at(x, 0.08, z), camera.at(x, 0.7, z)],
                "#8f9a9c",
                camera.size(z) * 0.03,
            )
            canvas.oval(
                *camera.at(x, 0.06, z),
                camera.size(z) * 0.06,
                camera.size(z) * 0.06,
                "#3f4648",
            )
    canvas.poly(camera.wall(left, near, far, 0.62, 0.82), "#b5c4c6")
    canvas.poly(camera.front(left, right, 0.62, 0.82, near), "#c9d6d6")
    canvas.poly(camera.floor(left, right, near, far, 0.82), "#eef4f6")
    canvas.poly(camera.floor(left, right, near, 4.6, 0.83), "#7fb0c9")
    canvas.poly(camera.floor(left + 0.12, right - 0.12, 4.9, 5.4, 0.88), "#ffffff")
    canvas.line([camera.at(left, 1.05, near), camera.at(left, 1.05, far)], "#8f9a9c", 5)
    canvas.line([camera.at(right, 0.82, far), camera.at(right, 2.0, far)], "#8f9a9c", 5)
    bag = camera.at(right, 1.92, far)
    canvas.rect(bag[0] - 12, bag[1], bag[0] + 12, bag[1] + 44, "#d9f0f6")


def _nurse(canvas: Canvas, camera: Camera, x: float, far: float, coat: str) -> None:
    px, py = camera.at(x, 0, far)
    size = camera.size(far) * 1.62
    canvas.at(px, py, size).poly("-0.1,0 0.1,0 0.06,0.5 -0.06,0.5", "#6f8f8840")
    person(
        canvas,
        px,
        py,
        size,
        coat,
        pose="walk",
        legs=mix(coat, "#7f9a9c", 0.35),
        skin="#b5845f",
    )
    canvas.at(px, py, size).poly("-0.09,-0.55 0.11,-0.55 0.12,-0.3 -0.1,-0.3", coat)


SCENES = (classroom, hospital_corridor)
