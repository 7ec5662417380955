"""Rush hour in the rain, seen from behind."""

from demo.scenes.canvas import Camera, Canvas, Point, mix
from demo.scenes.light import (
    fade,
    glow,
    haze,
    rain,
    reflect,
    shine,
    sky,
    texture,
    tinted,
)


def rush_hour(canvas: Canvas) -> None:
    """Motorbikes in raincoats, tail lights on a wet road."""
    sky(canvas, (0, "#1d2a3c"), (330, "#4a5a6a"), (460, "#98836f"))
    camera = Camera(horizon=430, height=1.95, focal=1000)
    lamps: list[Point] = []
    for near in range(60, 3, -5):
        for side in (-1, 1):
            lamps += _night_house(canvas, camera, near, side)
    haze(canvas, "#c09a72", (200, 0), (420, 0.5), (470, 0.4), (620, 0))
    glow(canvas, lamps, 6, "#ffb866", strength=0.9)
    reflect(canvas, 452, tint="#20262e", share=0.62, ripple=4)
    texture(canvas, fade(canvas, (452, 0), (480, 1)), 30, 5, strength=0.45)
    for far in range(40, 3, -3):
        canvas.poly(camera.floor(-0.08, 0.08, far, far + 1.4), "#c9c3b488")
    red: list[tuple[float, float, float]] = []
    riders = sorted(
        (
            (4.4 + 44 * canvas.chance() ** 1.5, canvas.uniform(-5.6, 5.6))
            for _rider in range(120)
        ),
        reverse=True,
    )
    for far, x in riders:
        _rider(canvas, *camera.at(x, 0, far), camera.size(far), red=red)
    glow(
        canvas,
        [(x, y) for x, y, size in red if size < 60],
        2.4,
        "#ff4630",
        strength=1.2,
    )
    glow(
        canvas, [(x, y) for x, y, size in red if size >= 60], 8, "#ff4630", strength=1.3
    )
    streaks = [
        canvas.at(x, y, size)("-0.03,0.6 0.03,0.6 0.06,1.6 -0.06,1.6")
        for x, y, size in red
    ]
    shine(canvas, tinted(canvas.mask(*streaks, blur=5), "#a02a1c"))
    rain(canvas, colour="#ffe2c0", count=900, slant=0.1)


def _night_house(canvas: Canvas, camera: Camera, near: int, side: int) -> list[Point]:
    x, top = side * 9, canvas.uniform(6, 12)
    tone = mix(canvas.choice("#3a4250", "#4a4448", "#33404a"), "#6a5a50", 0.2)
    canvas.poly(camera.wall(x, near, near + 5, 0, top), tone)
    lit = canvas.choice("#ffcf8a", "#ffe3b0", "#8fd0e0", "#ff9a7a")
    canvas.poly(camera.wall(x, near + 0.4, near + 4.6, 0.2, 2.8), lit)
    canvas.poly(
        camera.wall(x - side * 0.05, near + 0.2, near + 4.8, 2.9, 3.8),
        canvas.choice("#c23a3a", "#2f7f9a", "#d99a2f", "#4a8a5a"),
    )
    for level in range(4, int(top) - 1, 2):
        if canvas.chance() < 0.7:
            canvas.poly(
                camera.wall(x, near + 1, near + 2.2, level, level + 1.3), "#ffd99a"
            )
    return [camera.at(x - side, 3.4, near + 2)]


def _rider(
    canvas: Canvas,
    x: float,
    y: float,
    size: float,
    *,
    red: list[tuple[float, float, float]],
) -> None:
    """Somebody from behind, on a motorbike, in a raincoat; `size` is a metre."""
    coat = canvas.choice(
        "#2f6fae",
        "#d9a62f",
        "#7a3f8a",
        "#3f8a6a",
        "#c94a4a",
        "#8a98a6",
        "#e07f9a",
        "#4a5560",
    )
    coat = mix(coat, "#8a7666", max(0.0, min(0.55, 0.5 - size / 200)))
    dark, light = mix(coat, "#07090c", 0.5), mix(coat, "#ffffff", 0.25)

    def at(dx: float, dy: float) -> Point:
        return x + dx * size, y - dy * size

    canvas.oval(*at(0, 0), size * 0.5, size * 0.07, "#0c1014aa")
    canvas.rect(*at(-0.06, 0.5), *at(0.06, 0), "#0f1216")
    for side in (-1, 1):
        canvas.line(
            [at(0.1 * side, 0.95), at(0.4 * side, 1.02)], "#20252b", size * 0.035
        )
        canvas.line(
            [at(0.34 * side, 1.02), at(0.38 * side, 1.2)], "#20252b", size * 0.018
        )
        canvas.oval(*at(0.39 * side, 1.24), size * 0.06, size * 0.045, "#59626b")
        canvas.line(
            [at(0.16 * side, 0.62), at(0.2 * side, 0.22)], "#1a1d24", size * 0.1
        )
        canvas.oval(*at(0.22 * side, 0.2), size * 0.06, size * 0.035, "#0d0f13")
    canvas.poly(
        [
            at(-0.13, 1.4),
            at(0.13, 1.4),
            at(0.25, 1.28),
            at(0.29, 0.95),
            at(0.2, 0.66),
            at(0.24, 0.5),
            at(-0.24, 0.5),
            at(-0.2, 0.66),
            at(-0.29, 0.95),
            at(-0.25, 1.28),
        ],
        coat,
    )
    canvas.poly(
        [
            at(0.03, 1.4),
            at(0.13, 1.4),
            at(0.25, 1.28),
            at(0.29, 0.95),
            at(0.2, 0.66),
            at(0.24, 0.5),
            at(0.06, 0.5),
        ],
        dark,
    )
    canvas.line(
        [at(-0.08, 1.34), at(-0.14, 0.95), at(-0.08, 0.56)], light, size * 0.018
    )
    canvas.oval(*at(0, 1.52), size * 0.135, size * 0.15, mix(dark, "#101218", 0.4))
    canvas.oval(*at(0, 1.57), size * 0.14, size * 0.11, coat if size > 25 else dark)
    canvas.oval(*at(-0.04, 1.61), size * 0.06, size * 0.04, light)
    canvas.rect(*at(-0.16, 0.52), *at(0.16, 0.4), "#2a1416")
    canvas.oval(*at(0, 0.46), size * 0.09, size * 0.045, "#ff5a40")
    canvas.rect(*at(-0.1, 0.38), *at(0.1, 0.27), "#d9dcd4")
    red.append((*at(0, 0.46), size))


SCENES = (rush_hour,)
