"""Fresh water: market, flood, bridge, pagoda by a lake, dam."""

from demo.scenes.canvas import Camera, Canvas, Point, mix, points, smooth
from demo.scenes.light import (
    clouds,
    glow,
    haze,
    rain,
    reflect,
    ripples,
    sky,
    sun,
)
from demo.scenes.things import boat, palm, person, ridge, treeline, windows


def floating_market(canvas: Canvas) -> None:
    """Boats heaped with fruit; each shows on a pole what it sells."""
    sky(canvas, (0, "#8fb6c4"), (230, "#e9dfbf"), (340, "#ffdca0"))
    clouds(canvas, (0, 1), (320, 0.2), light="#fff6df", shade="#b4b9b8", cover=0.45)
    sun(canvas, 330, 236, 34, "#fffbe2", "#ffd27a")
    treeline(canvas, 352, 58, "#5f7f63", "#a9b477")
    for x, high, lean in (
        (120, 190, 0.1),
        (205, 150, -0.12),
        (760, 170, 0.14),
        (1180, 210, -0.1),
        (1260, 160, 0.12),
        (1500, 190, 0.05),
    ):
        palm(canvas, x, 352, high, "#4f6f55", lean=lean, light="#b3b878")
    for x in (420, 560, 980, 1390):
        _stilt_shop(canvas, x, 356)
    haze(canvas, "#ffe3ab", (200, 0), (345, 0.45), (358, 0))
    reflect(canvas, 356, tint="#7d7a54", share=0.42, ripple=5)
    ripples(canvas, (360, 0.1), (1067, 0.4), colour="#fff0c4", count=560)
    for x, y, size, crop, coat in (
        *(
            (560, 455, 300, "#e8a52c", "#3f6f8a"),
            (1130, 470, 320, "#7fa63a", "#9c3c50"),
        ),
        *((250, 590, 430, "#d9482f", "#5a4a84"), (910, 620, 470, "#f0c23a", "#b0472f")),
        (1400, 660, 470, "#8fb042", "#2f6d73"),
    ):
        _seller(canvas, x, y, size, crop, coat)
    _seller(canvas, 560, 900, 800, "#e9692c", "#7a3157")
    haze(canvas, "#ffe9b8", (300, 0.1), (520, 0.1), (1067, 0))


def _stilt_shop(canvas: Canvas, x: float, y: float) -> None:
    canvas.at(x, y).box("-44,-46 44,-12", "#7a6a58")
    canvas.at(x, y).poly("-56,-44 -40,-70 40,-70 56,-44", "#9c5a40")
    canvas.at(x, y).box("-20,-40 10,-12", "#3b322c")
    for post in (-40, -12, 14, 40):
        canvas.rect(x + post - 2, y - 12, x + post + 2, y + 4, "#54483c")


def _seller(
    canvas: Canvas, x: float, y: float, size: float, crop: str, coat: str
) -> None:
    """A boat with its heap, its woman at the oar, and its pole with samples."""
    canvas.at(x, y, size).disc("0,0.05 0.52,0.06", "#3c4a3c55")
    facing = 1 if canvas.chance() < 0.5 else -1
    pole = x + facing * size * 0.4
    canvas.at(pole, y, size).line("0,-0.05 0,-0.78", "#5a4a34", 0.011)
    for number in range(3):
        py = y - size * (0.7 - number * 0.09)
        canvas.at(pole, py, size).line("0,-0.04 0.05,0", "#5a4a34", 1 / size)
        canvas.at(pole, py, size).disc("0.05,0 0.03,0.034", crop)
    person(
        canvas,
        x - facing * size * 0.34,
        y - size * 0.055,
        size * 0.5,
        coat,
        pose="row",
        facing=facing,
        hat="#ead9a6",
        legs="#2a2a30",
        skin="#7a5540",
    )
    oar = x - facing * size * 0.34
    canvas.at(oar, y, size, facing=facing).line(
        "0.2,-0.35 -0.16,0.06", "#4a3524", 0.014
    )
    for layer in range(5):
        wide = size * (0.3 - layer * 0.05)
        count = max(2, int(wide / (size * 0.03)))
        for number in range(count):
            fx = x + size * 0.03 + (number / (count - 1) - 0.5) * 2 * wide * 0.8
            fy = y - size * (0.075 + layer * 0.042) + canvas.gauss(0, size * 0.004)
            r = size * canvas.uniform(0.028, 0.037)
            canvas.at(fx, fy, r).disc("0,0 1,1", mix(crop, "#3a1a08", 0.4))
            canvas.at(fx, fy, r).disc(
                "-0.12,-0.15 0.82,0.8",
                mix(crop, "#fff0b0", canvas.uniform(0, 0.3)),
            )
            canvas.at(fx, fy, r).disc("-0.3,-0.36 0.25,0.2", "#fff6d8a0")
    boat(
        canvas,
        x,
        y,
        size,
        canvas.between("#6b4a30", "#3d2a20"),
        rise=0.11,
        depth=0.17,
        facing=facing,
    )


def flooded_street(canvas: Canvas) -> None:
    """A street under brown water; a boat brings people out."""
    sky(canvas, (0, "#5f6c73"), (300, "#9aa4a4"), (470, "#c3c6bd"))
    clouds(canvas, (0, 1), (460, 0.4), light="#aab3b4", shade="#4d585f", cover=0.8)
    camera = Camera(horizon=470, height=2.4, focal=1050, centre=820)
    canvas.lay("#8d9a96", canvas.mask(ridge(canvas, 474, 60)))
    for number in range(12, -1, -1):
        for side in (-1, 1):
            _shop_house(canvas, camera, 6 + number * 4.6, side)
        haze_share = 0.09
        haze(
            canvas, "#b9c1bd", (300, 0), (430, haze_share), (480, haze_share), (560, 0)
        )
    for far in (40, 26, 17, 11):
        _lamp_post(canvas, camera, -4.4, far)
    reflect(canvas, 486, tint="#75654a", share=0.55, ripple=7)
    ripples(canvas, (490, 0.05), (1067, 0.3), colour="#d9cfb8", count=420)
    _sunk_motorbike(canvas, 1290, 830)
    _rescue_boat(canvas, 640, 830, 620)
    _rescue_boat(canvas, 930, 590, 190, crew=2)
    rain(canvas, count=800, slant=0.1)


def _shop_house(canvas: Canvas, camera: Camera, near: float, side: int) -> None:
    """One house front along the street, its ground floor half under water."""
    far, x = near + 4.5, side * 5.2
    top = canvas.random.choice((5.4, 6.6, 7.4, 8.6))
    tone = canvas.choice(
        "#c9a15a", "#b7b09a", "#8fa39a", "#b98a72", "#d0c3a4", "#7f98a6"
    )
    tone = mix(tone, "#8a938f", 0.25)
    if side > 0:
        tone = mix(tone, "#2c3438", 0.22)
    canvas.poly(camera.wall(x, near, far, 0, top), tone)
    canvas.poly(camera.wall(x, near, far, 0, 1.2), mix(tone, "#54472f", 0.5))
    canvas.poly(
        [
            camera.at(x, top, near),
            camera.at(x, top, far),
            camera.at(x + side * 1.4, top + 1.3, far),
            camera.at(x + side * 1.4, top + 1.3, near),
        ],
        "#8a4a38",
    )
    canvas.poly(camera.wall(x - side * 0.02, near + 0.5, far - 0.5, 0, 2.5), "#39403f")
    for bar in range(7):
        z = near + 0.5 + bar * 0.58
        canvas.line([camera.at(x, 0, z), camera.at(x, 2.5, z)], "#566060", 1.2)
    awning = camera.wall(x - side * 1.1, near + 0.2, far - 0.2, 2.5, 2.62)
    stripe = canvas.choice("#a8443a", "#3f6f78", "#c08a3a")
    canvas.poly(
        [
            camera.at(x, 3.0, near + 0.2),
            camera.at(x, 3.0, far - 0.2),
            camera.at(x - side * 1.1, 2.55, far - 0.2),
            camera.at(x - side * 1.1, 2.55, near + 0.2),
        ],
        mix(stripe, "#6f7876", 0.3),
    )
    canvas.poly(awning, mix(stripe, "#20282a", 0.3))
    level = 3.5
    while level + 1.4 < top:
        for start in (0.7, 2.5):
            canvas.poly(
                camera.wall(
                    x - side * 0.02,
                    near + start,
                    near + start + 1.2,
                    level,
                    level + 1.25,
                ),
                "#3d4a4e",
            )
            canvas.poly(
                camera.wall(
                    x - side * 0.03,
                    near + start + 0.1,
                    near + start + 0.55,
                    level + 0.1,
                    level + 1.15,
                ),
                "#7f8f90",
            )
        level += 1.9


def _lamp_post(canvas: Canvas, camera: Camera, x: float, far: float) -> None:
    size = camera.size(far)
    canvas.line([camera.at(x, 0, far), camera.at(x, 6.4, far)], "#474f52", size * 0.09)
    canvas.line(
        [camera.at(x, 6.3, far), camera.at(x + 1.1, 6.5, far)], "#474f52", size * 0.06
    )
    for wire in (5.2, 5.5, 5.9):
        canvas.curve(
            [
                camera.at(x, wire, far),
                camera.at(x, wire - 0.5, far * 1.25),
                camera.at(x, wire, far * 1.55),
            ],
            "#3a4245",
            max(0.8, size * 0.012),
        )


def _rescue_boat(
    canvas: Canvas, x: float, y: float, size: float, *, crew: int = 4
) -> None:
    canvas.at(x, y, size).disc("0,0.03 0.56,0.07", "#40382c66")
    coats = ("#e8762d", "#d8dcd6", "#4a6fa0", "#e8762d")
    spots = (
        (-0.36, 0.44, "row"),
        (-0.08, 0.4, "sit"),
        (0.1, 0.36, "sit"),
        (0.3, 0.44, "sit"),
    )
    for (along, high, pose), coat in list(zip(spots, coats, strict=True))[:crew]:
        person(
            canvas,
            x + along * size,
            y - size * 0.03,
            size * high,
            coat,
            pose=pose,
            facing=1 if along < 0.2 else -1,
            legs="#333a40",
            hat="#e3d3a2" if coat == "#d8dcd6" else None,
            skin="#8a6148",
        )
        if coat == "#e8762d":
            chest = (x + along * size + size * 0.01, y - size * (high * 0.62 + 0.03))
            canvas.line(
                [
                    (chest[0] - size * 0.03, chest[1]),
                    (chest[0] + size * 0.03, chest[1]),
                ],
                "#ffe9a8",
                size * 0.009,
            )
    canvas.at(x, y, size).line("-0.2,-0.28 -0.5,0.08", "#5a4632", 0.014)
    boat(canvas, x, y, size, "#46606a", rise=0.14, depth=0.14)


def _sunk_motorbike(canvas: Canvas, x: float, y: float) -> None:
    canvas.at(x, y).curve("-90,-6 -60,-62 10,-56", "#2a2f31", 26)
    canvas.at(x, y).line("20,-30 62,-128", "#8f3230", 20)
    canvas.at(x, y).line("34,-132 98,-120", "#2a2f31", 8)
    canvas.at(x, y).disc("84,-104 17,19", "#d6dcda")
    canvas.at(x, y).line("48,-128 30,-170", "#2a2f31", 4)
    canvas.at(x, y).disc("28,-176 15,10", "#39424a")
    canvas.at(x, y).poly("-96,-6 70,-34 76,4 -96,4", "#8f3230")
    canvas.at(x, y).disc("-6,4 118,10", "#6a5c44aa")


def bridge(canvas: Canvas) -> None:
    """A cable-stayed bridge in the blue hour, its lamps in the river."""
    sky(canvas, (0, "#10204a"), (280, "#335a92"), (470, "#c58aa0"), (560, "#ffc59a"))
    clouds(
        canvas,
        (0, 0.9),
        (500, 0.2),
        light="#a99ac0",
        shade="#1f2f5e",
        cover=0.42,
        flat=6,
    )
    canvas.lay("#2c3d68", canvas.mask(ridge(canvas, 600, 70)))
    _far_town(canvas, 602)
    haze(canvas, "#ffb995", (450, 0), (596, 0.4), (604, 0))
    lamps: list[Point] = []
    for middle, top in ((430, 110), (1080, 170)):
        lamps += _pylon(canvas, middle, top, 520)
    deck = points("-20,548 430,512 1080,506 1620,530")
    line = smooth(deck, 16)
    canvas.poly([*line, *[(x, y + 24) for x, y in reversed(line)]], "#1c2748")
    canvas.line(line, "#e8c9a8", 2)
    for x, y in line[::3]:
        canvas.at(x, y).line("0,0 0,-20", "#1c2748", 2)
        lamps.append((x, y - 22))
    for pier in (160, 760, 1380):
        canvas.rect(pier - 9, 530, pier + 9, 640, "#16203e")
    reflect(canvas, 606, tint="#122048", share=0.28, ripple=7, squash=1.2)
    ripples(canvas, (612, 0.08), (1067, 0.28), colour="#ffd9b4", count=420)
    for x, y, size in ((690, 800, 200), (1300, 700, 110)):
        boat(canvas, x, y, size, "#101830", rise=0.12, depth=0.12)
        person(
            canvas,
            x - size * 0.3,
            y - size * 0.04,
            size * 0.42,
            "#101830",
            pose="row",
            hat="#1c2748",
            skin="#101830",
            legs="#101830",
        )
    glow(canvas, lamps, 2.6, "#ffdf9c", strength=1.2)


def _far_town(canvas: Canvas, y: float) -> None:
    x = -10.0
    lamps = []
    while x < 1620:
        width, high = canvas.uniform(24, 62), canvas.uniform(20, 90)
        tone = canvas.between("#31426e", "#4a5684")
        canvas.rect(x, y - high, x + width, y, tone)
        lamps += windows(
            canvas,
            (x, y - high, x + width, y),
            max(2, int(width / 9)),
            max(2, int(high / 11)),
            ["#ffdf9c", "#ffe9c0"],
            share=0.3,
            dark="#2a3a66",
        )
        x += width + canvas.uniform(0, 14)


def _pylon(canvas: Canvas, x: float, top: float, deck: float) -> list[Point]:
    for share in range(1, 15):
        anchor = (x, top + 18 + share * 9)
        for side in (-1, 1):
            canvas.line(
                [anchor, (x + side * (32 + share * 22), deck + side * 1.5)],
                "#d9c6c8a0",
                1.3,
            )
    canvas.poly(
        [
            (x - 34, 640),
            (x - 7, top),
            (x + 7, top),
            (x + 34, 640),
            (x + 17, 640),
            (x + 9, deck),
            (x - 9, deck),
            (x - 17, 640),
        ],
        "#26345e",
    )
    canvas.poly([(x + 1, top), (x + 7, top), (x + 34, 640), (x + 20, 640)], "#4a5688")
    return [(x, top - 6), (x, top + 60)]


SCENES = (floating_market, flooded_street, bridge)
