"""People, trees, boats and houses, as several scenes need them."""

import math

from demo.scenes.canvas import Canvas, Colour, Point, clear, mix, smooth

# Hip, neck, then knee and foot twice, elbow and hand twice; in body heights, facing
# right, the ground at 0 and the top of the head at 1.
Joints = tuple[Point, ...]
POSES: dict[str, Joints] = {
    "stand": (
        *((0, 0.5), (0, 0.84), (0.04, 0.26), (0.05, 0), (-0.04, 0.26), (-0.05, 0)),
        *((0.1, 0.66), (0.09, 0.48), (-0.1, 0.66), (-0.1, 0.47)),
    ),
    "walk": (
        *((0, 0.49), (0.02, 0.83), (0.1, 0.27), (0.13, 0.02), (-0.03, 0.27)),
        *((-0.15, 0.03), (0.1, 0.66), (0.16, 0.53), (-0.1, 0.65), (-0.12, 0.48)),
    ),
    "run": (
        *((0, 0.5), (0.09, 0.82), (0.17, 0.36), (0.12, 0.1), (-0.06, 0.27)),
        *((-0.28, 0.16), (0.18, 0.62), (0.28, 0.72), (-0.07, 0.64), (-0.04, 0.48)),
    ),
    "kick": (
        *((0, 0.5), (-0.09, 0.83), (0.17, 0.38), (0.36, 0.25), (-0.02, 0.25)),
        *((-0.1, 0), (0.08, 0.7), (0.2, 0.76), (-0.24, 0.72), (-0.36, 0.62)),
    ),
    "bend": (
        *((0, 0.5), (0.3, 0.58), (0.02, 0.26), (0.03, 0), (-0.05, 0.26), (-0.06, 0)),
        *((0.3, 0.38), (0.36, 0.2), (0.24, 0.38), (0.3, 0.16)),
    ),
    "sit": (
        *((0, 0.27), (0.02, 0.62), (0.2, 0.28), (0.22, 0), (0.18, 0.26), (0.2, 0)),
        *((0.1, 0.42), (0.24, 0.4), (-0.04, 0.42), (0.16, 0.36)),
    ),
    "squat": (
        *((0, 0.16), (0.07, 0.5), (0.19, 0.3), (0.14, 0), (0.15, 0.28), (0.08, 0)),
        *((0.2, 0.34), (0.28, 0.24), (0.16, 0.32), (0.26, 0.2)),
    ),
    "row": (
        *((0, 0.5), (0.14, 0.8), (0.1, 0.27), (0.06, 0), (-0.08, 0.26), (-0.16, 0)),
        *((0.26, 0.66), (0.4, 0.6), (0.24, 0.6), (0.36, 0.52)),
    ),
    "throw": (
        *((0, 0.5), (0.1, 0.82), (0.12, 0.28), (0.14, 0), (-0.07, 0.26), (-0.18, 0)),
        *((0.25, 0.8), (0.38, 0.9), (0.24, 0.72), (0.37, 0.8)),
    ),
    "cheer": (
        *((0, 0.5), (0, 0.84), (0.05, 0.26), (0.06, 0), (-0.05, 0.26), (-0.06, 0)),
        *((0.13, 0.94), (0.17, 1.12), (-0.13, 0.94), (-0.17, 1.12)),
    ),
    "carry": (
        *((0, 0.49), (0.02, 0.83), (0.1, 0.27), (0.13, 0.02), (-0.03, 0.27)),
        *((-0.15, 0.03), (0.12, 0.72), (0.08, 0.86), (-0.1, 0.65), (-0.12, 0.48)),
    ),
}


def person(
    canvas: Canvas,
    x: float,
    y: float,
    height: float,
    clothes: Colour,
    *,
    pose: str = "stand",
    facing: float = 1,
    legs: Colour | None = None,
    skin: Colour = "#6b4a38",
    hat: Colour | None = None,
    hair: Colour = "#16120f",
    shorts: Colour | None = None,
    socks: Colour | None = None,
) -> list[Point]:
    """Somebody whose feet are at (x, y); gives the joints, in points."""
    at = [(x + dx * height * facing, y - dy * height) for dx, dy in POSES[pose]]
    hip, neck, *limbs = at
    legs = legs or mix(clothes, "#000000", 0.45)
    far, thick = mix(legs, "#000000", 0.25), height * 0.085
    _leg(canvas, hip, limbs[2], limbs[3], (far, shorts, socks), thick, facing)
    canvas.line([neck, limbs[6], limbs[7]], mix(clothes, "#000000", 0.25), thick * 0.7)
    _leg(canvas, hip, limbs[0], limbs[1], (legs, shorts, socks), thick, facing)
    _torso(canvas, hip, neck, height, clothes)
    canvas.line([neck, limbs[4], limbs[5]], clothes, thick * 0.7)
    for hand in (limbs[5], limbs[7]):
        canvas.oval(*hand, height * 0.026, height * 0.026, skin)
    _head(canvas, hip, neck, height, skin=skin, hair=hair, hat=hat, facing=facing)
    return at


def _leg(
    canvas: Canvas,
    hip: Point,
    knee: Point,
    foot: Point,
    colours: tuple[Colour, Colour | None, Colour | None],
    thick: float,
    facing: float,
) -> None:
    leg, shorts, socks = colours
    bare = 0.78 if shorts else 1.0
    canvas.line([hip, knee, foot], leg, thick * bare)
    if socks:
        shin = (
            knee[0] + (foot[0] - knee[0]) * 0.3,
            knee[1] + (foot[1] - knee[1]) * 0.3,
        )
        canvas.line([shin, foot], socks, thick * bare)
    if shorts:
        thigh = (hip[0] + (knee[0] - hip[0]) * 0.72, hip[1] + (knee[1] - hip[1]) * 0.72)
        canvas.line([hip, thigh], shorts, thick * 1.3)
    toe = (foot[0] + facing * thick * 0.45, foot[1] + thick * 0.12)
    canvas.oval(*toe, thick * 0.75, thick * 0.36, mix(leg, "#0c0a0a", 0.75))


def _torso(
    canvas: Canvas, hip: Point, neck: Point, height: float, clothes: Colour
) -> None:
    length = math.dist(hip, neck) or 1
    ax, ay = (neck[1] - hip[1]) / length, -(neck[0] - hip[0]) / length
    wide, slim = height * 0.1, height * 0.075
    shoulders = (
        neck[0] + (hip[0] - neck[0]) * 0.06,
        neck[1] + (hip[1] - neck[1]) * 0.06,
    )
    canvas.poly(
        [
            (shoulders[0] + ax * wide, shoulders[1] + ay * wide),
            (shoulders[0] - ax * wide, shoulders[1] - ay * wide),
            (hip[0] - ax * slim, hip[1] - ay * slim),
            (hip[0] + ax * slim, hip[1] + ay * slim),
        ],
        clothes,
    )
    canvas.oval(*shoulders, wide, height * 0.05, clothes)
    canvas.oval(*hip, slim * 1.02, height * 0.06, clothes)


def _head(
    canvas: Canvas,
    hip: Point,
    neck: Point,
    height: float,
    *,
    skin: Colour,
    hair: Colour,
    hat: Colour | None,
    facing: float,
) -> None:
    length = math.dist(hip, neck) or 1
    ux, uy = (neck[0] - hip[0]) / length, (neck[1] - hip[1]) / length
    x, y = neck[0] + ux * height * 0.09, neck[1] + uy * height * 0.09
    canvas.line([neck, (x, y)], skin, height * 0.05)
    canvas.oval(x, y, height * 0.056, height * 0.07, hair)
    canvas.oval(
        x + facing * height * 0.018,
        y + height * 0.012,
        height * 0.042,
        height * 0.054,
        skin,
    )
    if hat:
        conical_hat(canvas, x + ux * height * 0.03, y + uy * height * 0.03, height, hat)


def conical_hat(
    canvas: Canvas, x: float, y: float, height: float, colour: Colour
) -> None:
    """A nón lá on a head at (x, y) of a body so high."""
    half, up = height * 0.135, height * 0.1
    brim, top = y + height * 0.012, y - up
    canvas.poly([(x - half, brim), (x, top), (x + half, brim)], colour)
    shade = mix(colour, "#000000", 0.28)
    canvas.poly([(x + half * 0.1, brim), (x, top), (x + half, brim)], shade)
    canvas.oval(x, brim, half, height * 0.02, mix(colour, "#000000", 0.4))


def tree(
    canvas: Canvas,
    x: float,
    y: float,
    height: float,
    dark: Colour,
    light: Colour,
    *,
    trunk: Colour = "#3a2b20",
    leaves: int = 260,
) -> None:
    """A round crown of many leaves, lit from the upper left."""
    sway = canvas.uniform(-0.06, 0.06) * height
    canvas.curve(
        [(x, y), (x + sway, y - height * 0.3), (x + sway * 1.4, y - height * 0.6)],
        trunk,
        height * 0.045,
    )
    cx, cy, radius = x + sway * 1.4, y - height * 0.66, height * 0.36
    spots = []
    for _leaf in range(leaves):
        angle, far = canvas.uniform(0, math.tau), canvas.chance() ** 0.5
        lobe = 1 + 0.16 * math.sin(3 * angle + x)
        dx, dy = math.cos(angle) * far * lobe, math.sin(angle) * far * 0.85 * lobe
        spots.append((dx, dy))
    for dx, dy in sorted(spots, key=lambda spot: spot[1] + spot[0] * 0.3, reverse=True):
        lit = 0.45 - dy * 0.42 - dx * 0.3 + canvas.uniform(-0.22, 0.22)
        size = radius * canvas.uniform(0.08, 0.17)
        spot = (cx + dx * radius, cy + dy * radius)
        canvas.oval(*spot, size * 1.2, size, mix(dark, light, lit))


def treeline(
    canvas: Canvas, y: float, height: float, dark: Colour, light: Colour
) -> None:
    """The edge of a wood far away, all along `y`."""
    walk = 0.6
    for x in range(-20, 1640, 5):
        walk = max(0.2, min(1, walk + canvas.uniform(-0.16, 0.16)))
        for _crown in range(3):
            up = canvas.chance() * walk
            size = height * canvas.uniform(0.12, 0.26)
            tone = mix(dark, light, up * canvas.uniform(0.2, 1))
            canvas.oval(x, y - up * height, size * 1.3, size, tone)
    canvas.rect(-20, y - height * 0.2, 1640, y, dark)


def palm(
    canvas: Canvas,
    x: float,
    y: float,
    height: float,
    colour: Colour,
    *,
    lean: float = 0.1,
    light: Colour | None = None,
) -> None:
    """A coconut palm whose crown hangs over to one side."""
    top = (x + lean * height, y - height)
    stem = smooth([(x, y), (x + lean * height * 0.35, y - height * 0.5), top])
    for number, (a, b) in enumerate(zip(stem, stem[1:], strict=False)):
        width = height * (0.045 - 0.02 * number / len(stem))
        canvas.line([a, b], mix(colour, "#6b5a48", 0.3), width)
    for number in range(13):
        angle = math.radians(-200 + number * 18.5 + canvas.uniform(-7, 7))
        bright = mix(colour, light or colour, canvas.chance())
        _frond(canvas, top, angle, height * canvas.uniform(0.32, 0.44), bright)


def _frond(
    canvas: Canvas, top: Point, angle: float, length: float, colour: Colour
) -> None:
    drop = length * (0.42 + 0.2 * abs(math.cos(angle)))
    tip = (
        top[0] + math.cos(angle) * length,
        top[1] + math.sin(angle) * length * 0.7 + drop,
    )
    middle = (
        top[0] + math.cos(angle) * length * 0.6,
        top[1] + math.sin(angle) * length * 0.75,
    )
    rib = smooth([top, middle, tip], 12)
    side = math.copysign(1, math.cos(angle))
    for number, (px, py) in enumerate(rib[1:], 1):
        size = length * 0.34 * (1 - abs(number / len(rib) - 0.4) * 1.2)
        for turn in (-0.35, 0.2, 1):
            end = (px + side * size * 0.55, py + size * 0.7 * turn)
            canvas.line([(px, py), end], colour, length * 0.018)
    canvas.line(rib, colour, length * 0.026)


def ridge(
    canvas: Canvas, y: float, rise: float, *, rough: float = 0.55, bottom: float = 1100
) -> list[Point]:
    """A range of hills from edge to edge as a polygon down to `bottom`."""
    heights = [canvas.chance(), canvas.chance()]
    spread = 1.0
    while len(heights) < 257:
        spread *= rough
        finer = []
        for one, other in zip(heights, heights[1:], strict=False):
            between = (one + other) / 2 + canvas.uniform(-0.5, 0.5) * spread
            finer += [one, between]
        heights = [*finer, heights[-1]]
    low, high = min(heights), max(heights)
    line = [
        (-20 + 1640 * n / 256, y - rise * (value - low) / (high - low))
        for n, value in enumerate(heights)
    ]
    return [(-20, bottom), *line, (1620, bottom)]


def boat(
    canvas: Canvas,
    x: float,
    y: float,
    length: float,
    colour: Colour,
    *,
    rise: float = 0.12,
    depth: float = 0.12,
    facing: float = 1,
) -> None:
    """A sampan's hull from the side, its waterline at `y`."""
    half = length / 2

    def at(along: float, up: float) -> Point:
        return x + facing * along * half, y - up * length

    rail = smooth(
        [
            at(-1, rise * 0.8),
            at(-0.6, depth * 0.6),
            at(0, depth * 0.42),
            at(0.6, depth * 0.62),
            at(1.08, rise),
        ]
    )
    keel = smooth([at(0.92, 0.01), at(0.5, -0.02), at(-0.5, -0.02), at(-0.9, 0.01)])
    canvas.poly([*rail, *keel], colour)
    canvas.line(rail, mix(colour, "#ffffff", 0.28), length * 0.012)
    plank = [(px, py + (y - py) * 0.45) for px, py in rail]
    canvas.line(plank, mix(colour, "#000000", 0.3), length * 0.006)


def windows(
    canvas: Canvas,
    box: tuple[float, float, float, float],
    columns: int,
    rows: int,
    lit: list[Colour],
    *,
    share: float = 0.5,
    dark: Colour = "#1c2230",
) -> list[Point]:
    """A grid of windows in a front; gives the middles of those with a light on."""
    left, top, right, bottom = box
    wide, high = (right - left) / columns, (bottom - top) / rows
    lamps = []
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * wide, top + row * high
            is_lit = canvas.chance() < share
            colour = canvas.random.choice(lit) if is_lit else dark
            tone = clear(colour, canvas.uniform(0.55, 1) if is_lit else 0.75)
            canvas.rect(
                x + wide * 0.2, y + high * 0.22, x + wide * 0.8, y + high * 0.78, tone
            )
            if is_lit:
                lamps.append((x + wide / 2, y + high / 2))
    return lamps
