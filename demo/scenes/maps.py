"""Maps: the weather over Viet Nam, a volcano in its sea."""

import math

from demo.scenes.canvas import (
    HEIGHT,
    WIDTH,
    Canvas,
    Point,
    arc,
    points,
    smooth,
)
from demo.scenes.letters import text
from demo.scenes.light import glow, levels, sky, texture, within

# (longitude, latitude) along the border and the coast, drawn from memory and coarse.
_VIETNAM = (
    "102.14,22.4 102.5,22.75 103.0,22.45 103.5,22.62 103.97,22.5 104.4,22.77 104.85,23.0"
    " 105.35,23.37 105.9,23.0 106.5,22.92 106.8,22.8 106.6,22.35 106.7,21.97 107.3,21.65"
    " 107.97,21.54 107.6,21.25 107.1,20.95 106.75,20.65 106.55,20.2 105.95,19.9 105.8,19.3"
    " 105.72,18.75 106.1,18.2 106.45,17.75 106.65,17.45 107.15,16.95 107.7,16.5 108.2,16.15"
    " 108.6,15.6 108.95,15.15 109.1,14.5 109.25,13.8 109.3,13.1 109.45,12.65 109.25,12.2"
    " 109.2,11.75 108.98,11.35 108.1,10.92 107.3,10.45 107.05,10.35 106.75,10.4 106.7,9.95"
    " 106.55,9.55 106.1,9.3 105.55,9.1 105.1,8.65 104.75,8.6 104.83,9.2 104.85,9.8"
    " 105.1,10.05 104.5,10.4 104.9,10.55 105.1,10.95 105.75,11.0 106.2,10.85 105.85,11.55"
    " 106.42,11.68 107.0,12.0 107.52,12.35 107.6,13.0 107.45,13.6 107.35,14.1 107.55,14.7"
    " 107.65,15.3 107.2,15.85 107.42,16.05 106.9,16.5 106.55,16.95 106.2,17.3 105.75,17.7"
    " 105.4,18.15 105.1,18.45 104.5,18.85 103.9,19.3 104.4,19.7 104.85,19.9 104.35,20.2"
    " 104.55,20.5 104.0,20.9 103.5,20.8 103.1,20.9 102.9,21.65 102.65,21.7"
)


_NEIGHBOURS = (
    "88,30 88,20 92,21 94,16 97,17 98.5,10 98.3,8 100.3,6 101.5,5 103.5,1 104,4 102.5,6.5"
    " 100.3,8.5 99.3,10 99.8,12.5 100.5,13.4 101.2,12.6 102.6,12 103.4,10.7 104.5,10.4"
    " 106.5,10.6 109.0,12.6 107.9,16.2 105.4,19 106.3,20.7 107.9,21.5 109.5,21.6 109.7,20.4"
    " 110.4,20.3 110.5,21.2 113.4,22.1 116.6,23 119.3,25.4 121,28 124,30",
    "108.7,19.3 109.3,20.0 110.6,20.1 111,19.6 110.3,18.6 109.2,18.3",
    "120.2,16 120.4,18.5 122.2,18.4 121.6,16 123.5,13.5 121,13.7",
    "117.2,8.5 119.4,11.2 119.6,10.8 117.8,8.2",
    "109,1 111,1.7 113,3.2 115,5 116.8,7 119,5.2 117.5,3 118,0",
)


def _on_map(lon: float, lat: float) -> Point:
    return (lon - 95.6) * 60, (23.9 - lat) * 62


def _outline(line: str) -> list[Point]:
    pairs = [pair.split(",") for pair in line.split()]
    return [_on_map(float(lon), float(lat)) for lon, lat in pairs]


def weather_map(canvas: Canvas) -> None:
    """Rain over the middle of Viet Nam, cold air on its way from the north."""
    sky(canvas, (0, "#2f6f96"), (1067, "#1b4a72"))
    texture(canvas, None, 200, 2, strength=0.3)
    for number in range(-2, 24):
        x, y = _on_map(95 + number * 2, 0)[0], _on_map(0, number * 2)[1]
        canvas.line([(x, 0), (x, HEIGHT)], "#ffffff18", 1)
        canvas.line([(0, y), (WIDTH, y)], "#ffffff18", 1)
    for line in _NEIGHBOURS:
        outline = _outline(line)
        canvas.line([(x + 3, y + 5) for x, y in outline], "#0f2f4c80", 9)
        canvas.poly(outline, "#8fa39a")
        canvas.line([*outline, outline[0]], "#c9d3c8", 1.6)
    texture(canvas, None, 60, strength=0.4)
    country = _outline(_VIETNAM)
    canvas.lay(
        "#0c2a45",
        canvas.mask([(x + 8, y + 8) for x, y in country], blur=8).point(
            lambda v: v // 2
        ),
    )
    canvas.poly(country, "#f2e3b3")
    texture(canvas, canvas.mask(country), 26, strength=0.55)
    _radar(canvas)
    canvas.line([*country, country[0]], "#7a4a2a", 2.6)
    _isobars(canvas)
    _cold_front(canvas)
    _islands(canvas)
    cities = (
        *((105.85, 21.03, -1, "Hà Nội", "19°"), (107.6, 16.46, -1, "Huế", "22°")),
        *(
            (108.2, 16.05, 1, "Đà Nẵng", "23°"),
            (108.05, 12.68, -1, "Buôn Ma Thuột", "24°"),
        ),
        *(
            (106.7, 10.78, 1, "TP. Hồ Chí Minh", "31°"),
            (105.78, 10.03, -1, "Cần Thơ", "30°"),
        ),
    )
    for lon, lat, side, name, degrees in cities:
        _city(canvas, _on_map(lon, lat), side, name, degrees)


def _radar(canvas: Canvas) -> None:
    """Echoes of rain: light, heavy, violent."""
    x, y = _on_map(108.3, 15.9)
    shape = canvas.noise(150, 1, octaves=6, keep=0.6)
    area = canvas.mask(arc(x, y, 150, 190, 0, 360, 40), blur=70)
    for low, tone, share in (
        (112, "#4ac87a", 0.62),
        (134, "#f2d23a", 0.75),
        (150, "#f08a2f", 0.8),
        (166, "#d9302c", 0.85),
    ):
        echo = within(levels(shape, low, low + 8), levels(area, 60, 190))
        canvas.lay(tone, echo.point([round(v * share) for v in range(256)]))


def _isobars(canvas: Canvas) -> None:
    for number in range(5):
        radius = 330 + number * 130
        line = [
            (x + math.sin(y / 90) * 16, y)
            for x, y in arc(760, -330, radius * 1.5, radius, 8, 172, 50)
        ]
        canvas.line(line, "#ffffff90", 2)
        spot = line[16]
        canvas.rect(spot[0] - 30, spot[1] - 13, spot[0] + 30, spot[1] + 13, "#2a5f86")
        text(
            canvas,
            spot[0],
            spot[1] + 8,
            str(1026 - number * 3),
            size=22,
            colour="#ffffff",
            align="middle",
        )


def _cold_front(canvas: Canvas) -> None:
    line = smooth(points("250,300 520,372 760,392 1010,350 1260,250"), 12)
    canvas.line(line, "#1f4fd0", 7)
    for (x, y), (nx, ny) in list(zip(line[3::7], line[4::7], strict=False)):
        dx, dy = nx - x, ny - y
        length = math.hypot(dx, dy)
        ux, uy = dx / length * 17, dy / length * 17
        canvas.poly(
            [(x - ux, y - uy), (x + ux, y + uy), (x - uy * 1.5, y + ux * 1.5)],
            "#1f4fd0",
        )
    for x, y in ((420, 120), (700, 150), (980, 110)):
        canvas.at(x, y).poly("-14,0 14,0 14,70 34,70 0,112 -34,70 -14,70", "#7fb8ff90")


def _islands(canvas: Canvas) -> None:
    spots = (
        (111.6, 16.5),
        (112.0, 16.8),
        (112.3, 16.9),
        (111.8, 16.1),
        (112.7, 16.7),
        (111.2, 15.8),
    )
    others = (
        (111.9, 8.6),
        (112.9, 8.9),
        (114.3, 11.4),
        (114.4, 10.4),
        (113.8, 9.7),
        (115.8, 10.7),
        (114.6, 9.2),
        (113.0, 7.9),
        (115.2, 9.9),
    )
    for lon, lat in (
        *spots,
        *others,
        (104.0, 10.2),
        (106.6, 8.7),
        (109.1, 15.4),
        (107.4, 20.8),
        (108.9, 10.5),
    ):
        canvas.oval(*_on_map(lon, lat), 4.4, 3.6, "#f2e3b3")
    for lon, lat, name in (
        (115.1, 16.9, "Quần đảo Hoàng Sa"),
        (114.2, 12.5, "Quần đảo Trường Sa"),
    ):
        x, y = _on_map(lon, lat)
        text(canvas, x, y, name, size=23, colour="#fff6d8", align="middle")
        text(canvas, x, y + 27, "(Việt Nam)", size=20, colour="#fff6d8", align="middle")


def _city(canvas: Canvas, spot: Point, side: int, name: str, degrees: str) -> None:
    x, y = spot
    canvas.at(x, y).disc("0,0 6.5,6.5", "#ffffff")
    canvas.at(x, y).disc("0,0 4,4", "#a3172a")
    width = 84 + len(name) * 12.5
    left = x + 16 if side > 0 else x - 16 - width
    canvas.rect(left, y - 20, left + width, y + 20, "#14202ee0")
    text(canvas, left + 14, y + 8, name, size=23, colour="#ffffff")
    text(
        canvas,
        left + width - 12,
        y + 9,
        degrees,
        size=26,
        colour="#ffd75a",
        align="right",
        bold=0.02,
    )


def sea_chart(canvas: Canvas) -> None:
    """A volcano in the sea: depths, rings of distance, its ash on the wind."""
    sky(canvas, (0, "#123c5c"), (1067, "#0e2f4c"))
    ground = canvas.noise(620, 1.2, octaves=7, keep=0.5)
    island = canvas.mask(arc(640, 520, 170, 130, 0, 360, 40), blur=90)
    shape = canvas.soft(ground, 3)
    for low, tone in (
        (96, "#17496b"),
        (108, "#1d577c"),
        (118, "#24678e"),
        (127, "#2f7ba0"),
        (135, "#4793b0"),
        (142, "#6fb0bf"),
    ):
        canvas.lay(tone, levels(shape, low, low + 1.5))
        ring = levels(shape, low - 1.2, low).point(
            [v if v < 255 else 0 for v in range(256)]
        )
        canvas.lay("#bfe0ea", ring.point(lambda v: v // 3))
    coast = [
        (
            640 + math.cos(a / 20 * math.pi) * (120 + 26 * math.sin(a * 1.7)),
            520 + math.sin(a / 20 * math.pi) * (86 + 22 * math.cos(a * 1.3)),
        )
        for a in range(40)
    ]
    canvas.lay("#9fd0d6", canvas.mask(arc(640, 520, 190, 146, 0, 360, 40), blur=24))
    canvas.poly(smooth([*coast, coast[0]], 4), "#8a9a6a")
    texture(canvas, within(island, canvas.mask(coast)), 22, strength=0.9)
    for size, tone in ((70, "#6f6a52"), (48, "#5a4a40"), (26, "#3a2a28")):
        canvas.oval(646, 512, size, size * 0.74, tone)
    _ash(canvas)
    for mark in (1, 2, 3, 4):
        circle = arc(646, 512, mark * 165, mark * 165, 0, 360, 120)
        for start in range(0, 120, 2):
            canvas.line(circle[start : start + 2], "#ffe6b0c0", 2.2)
        text(
            canvas,
            646 + mark * 165 * 0.71 + 8,
            512 - mark * 165 * 0.71,
            f"{mark * 50} km",
            size=23,
            colour="#ffe6b0",
        )
    for number in range(12):
        x, y = 60 + number * 140, 40 + number * 124
        canvas.line([(x, 0), (x, HEIGHT)], "#ffffff22", 1.2)
        canvas.line([(0, y), (WIDTH, y)], "#ffffff22", 1.2)
    glow(canvas, [(646, 508)], 18, "#ff5a2a", strength=1.2)
    canvas.poly("646,470 676,524 616,524", "#e0302c")
    canvas.poly("646,484 662,514 630,514", "#ffd75a")
    _compass(canvas, 1440, 880)
    for x, y, depth in (
        (220, 240, "1840"),
        (1180, 210, "2310"),
        (330, 860, "960"),
        (1320, 560, "2745"),
        (900, 940, "1520"),
    ):
        text(canvas, x, y, depth, size=21, colour="#bfe0ea", align="middle")
    for x, y in ((260, 430), (980, 900), (1180, 380)):
        canvas.at(x, y).poly("-22,0 22,0 14,12 -14,12", "#f4f6f4")
        canvas.at(x, y).box("-8,-10 6,0", "#f4f6f4")


def _ash(canvas: Canvas) -> None:
    plume = smooth(
        points(
            "630,500 800,480 1050,540 1380,640 1680,760 1680,1060 1350,900 1000,720 760,610 640,540"
        )
    )
    body = canvas.mask(plume, blur=46)
    cloud = levels(canvas.noise(220, 1.4, octaves=6, keep=0.6), 84, 170)
    canvas.lay("#d9d0c4", within(within(body, cloud), canvas.mask(plume, blur=90)))
    canvas.lay(
        "#7d746c",
        within(body, levels(canvas.noise(160, 1.4, octaves=6), 138, 190)).point(
            lambda v: v // 2
        ),
    )


def _compass(canvas: Canvas, x: float, y: float) -> None:
    canvas.line(arc(x, y, 76, 76, 0, 360, 60), "#ffe6b0", 2)
    for point in range(8):
        angle = point * math.pi / 4 - math.pi / 2
        long = 70 if point % 2 == 0 else 40
        tip = (x + math.cos(angle) * long, y + math.sin(angle) * long)
        for side, tone in ((-1, "#ffe6b0"), (1, "#8a744a")):
            elbow = angle + side * math.pi / 8
            canvas.poly(
                [(x, y), tip, (x + math.cos(elbow) * 16, y + math.sin(elbow) * 16)],
                tone,
            )
    text(canvas, x, y - 86, "B", size=30, colour="#ffe6b0", align="middle")


SCENES = (weather_map, sea_chart)
