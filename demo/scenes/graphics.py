"""Graphics of the news desk: prices, a river's level, a telephone."""

import math

from demo.scenes.canvas import (
    WIDTH,
    Canvas,
    Point,
    arc,
    clear,
    mix,
    points,
    smooth,
)
from demo.scenes.letters import text
from demo.scenes.light import fade, glow, sky, texture, within

PRICES = (
    112.0,
    112.8,
    111.9,
    113.5,
    114.2,
    113.6,
    115.1,
    116.4,
    115.9,
    117.2,
    116.6,
    118.5,
)


def price_chart(canvas: Canvas) -> None:
    """The price of coffee over twelve weeks, as a line above bars."""
    sky(canvas, (0, "#12302c"), (1067, "#0b1f1f"))
    texture(canvas, None, 260, strength=0.4)
    text(canvas, 110, 118, "Giá cà phê nhân xô", size=54, colour="#f6efdc", bold=0.012)
    text(
        canvas,
        110,
        172,
        "nghìn đồng/kg, mười hai tuần gần nhất",
        size=30,
        colour="#b9cfc2",
    )
    left, right, low, high = 150, 1370, 860, 260

    def at(week: int, price: float) -> Point:
        return left + (right - left) * week / 11, low - (low - high) * (
            price - 110
        ) / 10

    for price in range(110, 121, 2):
        y = at(0, price)[1]
        canvas.line([(left - 30, y), (right + 40, y)], "#ffffff26", 1.6)
        text(
            canvas,
            left - 44,
            y + 9,
            str(price),
            size=27,
            colour="#b9cfc2",
            align="right",
        )
    for week in range(12):
        x = at(week, 110)[0]
        volume = 60 + 70 * abs(math.sin(week * 1.9 + 0.6))
        canvas.rect(
            x - 30, low - volume, x + 30, low, "#3f7a66b0" if week % 3 else "#a8553ab0"
        )
        text(
            canvas,
            x,
            low + 44,
            f"T{week + 1}",
            size=26,
            colour="#b9cfc2",
            align="middle",
        )
    line = [at(week, price) for week, price in enumerate(PRICES)]
    area = canvas.mask([*smooth(line), (right, low), (left, low)])
    canvas.lay("#e8b04a", within(area, fade(canvas, (high, 0.55), (low, 0.04))))
    canvas.curve(line, "#ffd27a", 6)
    for x, y in line:
        canvas.at(x, y).disc("0,0 9,9", "#12302c")
        canvas.at(x, y).disc("0,0 6,6", "#ffd27a")
    glow(canvas, line[-1:], 12, "#ffd27a", strength=0.9)
    x, y = line[-1]
    canvas.at(x, y).box("-42,-98 150,-32", "#a3172a")
    text(
        canvas,
        x + 54,
        y - 50,
        "118,5",
        size=46,
        colour="#ffffff",
        align="middle",
        bold=0.015,
    )
    for number in range(16):
        _bean(
            canvas,
            1180 + number % 8 * 46 + canvas.gauss(0, 8),
            960 + number // 8 * 52,
            25,
            canvas.uniform(0, 3),
        )


def _bean(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    ux, uy = math.cos(turn), math.sin(turn)
    for shrink, tone in ((1.0, "#2f1a10"), (0.86, "#6b4026"), (0.6, "#8a5836")):
        shift = (1 - shrink) * -4
        canvas.poly(
            [
                (x + shift + ux * a - uy * b, y + shift + uy * a + ux * b)
                for a, b in arc(0, 0, size * shrink, size * 0.66 * shrink, 0, 360, 26)
            ],
            tone,
        )
    canvas.curve(
        [
            (x - ux * size * 0.9, y - uy * size * 0.9),
            (x - uy * 4, y + ux * 4),
            (x + ux * size * 0.9, y + uy * size * 0.9),
        ],
        "#22120a",
        3.4,
    )


def river_level(canvas: Canvas) -> None:
    """A gauge in a cut through the river: three alarm lines, the flood above the third."""
    sky(canvas, (0, "#dfe6e4"), (560, "#f2efe2"))
    canvas.poly(
        smooth(
            points(
                "-20,520 180,500 330,520 420,640 560,930 900,990 1180,930 1300,650 1400,500 1620,480 1620,1100 -20,1100"
            ),
            12,
        ),
        "#8a6a48",
    )
    bed = canvas.mask(
        smooth(
            points(
                "-20,520 180,500 330,520 420,640 560,930 900,990 1180,930 1300,650 1400,500 1620,480 1620,1100 -20,1100"
            ),
            12,
        )
    )
    water = canvas.mask(points("150,560 1450,560 1450,1100 150,1100"))
    flood = within(water, bed.point(lambda v: 255 - v))
    canvas.lay("#3f86a8", flood)
    canvas.lay("#1f5678", within(flood, fade(canvas, (560, 0), (1000, 1))))
    texture(canvas, flood, 90, 4, strength=0.7)
    texture(canvas, bed, 24, 1.5, strength=0.8)
    canvas.curve(
        [(350 + n * 40, 560 + 5 * math.sin(n * 1.4)) for n in range(26)], "#e6f4f8", 5
    )
    for x, y, size in ((90, 505, 1.0), (1500, 486, 1.1), (1330, 512, 0.8)):
        canvas.at(x, y, size).box("-50,-80 50,0", "#d9a86a")
        canvas.at(x, y, size).poly("-64,-78 0,-130 64,-78", "#a8452f")
        canvas.at(x, y, size).box("-14,-44 14,0", "#5a3a28")
    for y, name, metres, tone in (
        (790, "Báo động 1", "1,00 m", "#e8b52f"),
        (700, "Báo động 2", "2,00 m", "#e8762c"),
        (610, "Báo động 3", "3,00 m", "#c9302c"),
    ):
        for dash in range(24):
            canvas.line([(470 + dash * 32, y), (488 + dash * 32, y)], tone, 5)
        text(
            canvas,
            1250,
            y - 12,
            name,
            size=32,
            colour="#ffffff",
            align="right",
            bold=0.01,
        )
        text(
            canvas,
            1010,
            y - 12,
            metres,
            size=32,
            colour="#ffffff",
            align="right",
            bold=0.01,
        )
    canvas.box("590,300 664,960", "#fbfaf4")
    for mark in range(34):
        y = 310 + mark * 19
        wide = 44 if mark % 5 == 0 else 24
        canvas.rect(
            590, y, 590 + wide, y + 8, "#c9302c" if (mark // 5) % 2 else "#22303a"
        )
    canvas.poly("590,560 530,522 530,598", "#a3172a")
    canvas.box("244,514 530,606", "#a3172a")
    text(
        canvas,
        387,
        583,
        "3,46 m",
        size=64,
        colour="#ffffff",
        align="middle",
        bold=0.015,
    )
    text(
        canvas,
        80,
        130,
        "Mực nước tại trạm Bến Thóc",
        size=58,
        colour="#16181d",
        bold=0.012,
    )
    text(
        canvas,
        80,
        188,
        "trên báo động 3: 0,46 m, cao nhất từ đầu mùa mưa",
        size=32,
        colour="#4a5054",
    )


def phone_scam(canvas: Canvas) -> None:
    """A telephone in a hand shows messages that ask for a code."""
    sky(canvas, (0, "#2a3344"), (1067, "#11161f"))
    for _lamp in range(26):
        x, y = canvas.uniform(0, WIDTH), canvas.uniform(0, 700)
        tone = canvas.choice("#ffb45a", "#5ab8e8", "#e85a7a")
        canvas.at(x, y).disc("0,0 34,34", clear(tone, 0.12))
        canvas.at(x, y).disc("0,0 26,26", clear(tone, 0.14))
    canvas.image.paste(canvas.soft(canvas.image, 7))
    canvas.poly(
        smooth(points("300,1100 420,860 520,640 610,560 700,700 1020,900 1110,1100")),
        "#a87450",
    )
    canvas.line("640,1000 560,760 588,620", "#b98460", 110)
    canvas.poly(_rounded(560, 60, 1040, 1010, 54), "#0c0f14")
    canvas.poly(_rounded(574, 74, 1026, 996, 44), "#f1f3f4")
    canvas.poly(_rounded(574, 74, 1026, 210, 44), "#a3172a")
    canvas.box("574,160 1026,212", "#a3172a")
    canvas.oval(636, 150, 30, 30, "#f6d8dc")
    text(canvas, 684, 148, "Ngân hàng ???", size=32, colour="#ffffff", bold=0.012)
    text(canvas, 684, 186, "trực tuyến", size=23, colour="#f6d8dc")
    notes = (
        *(
            (
                250,
                "#ffffff",
                600,
                930,
                ("Tài khoản của quý khách", "sẽ bị khóa sau 30 phút."),
            ),
        ),
        *(
            (
                400,
                "#ffffff",
                600,
                950,
                ("Bấm vào đường dẫn và", "nhập mã OTP để giữ lại:"),
            ),
        ),
        *((650, "#cfe6d4", 660, 960, ("Tôi phải làm gì?",)),),
        *(
            (
                760,
                "#ffffff",
                600,
                950,
                ("Đọc cho chúng tôi mã", "gồm 6 chữ số vừa nhận."),
            ),
        ),
    )
    for y, tone, left, right, lines in notes:
        canvas.poly(_rounded(left, y, right, y + 30 + 42 * len(lines), 22), tone)
        for number, words in enumerate(lines):
            text(
                canvas,
                left + 22,
                y + 46 + number * 42,
                words,
                size=27,
                colour="#1c2024",
            )
    canvas.poly(_rounded(600, 530, 950, 600, 18), "#fbe9b5")
    text(canvas, 622, 576, "http://ngan-hang-xx.zz", size=27, colour="#1f4fd0")
    canvas.poly(_rounded(600, 916, 1000, 972, 26), "#ffffff")
    for finger, y in enumerate((430, 560, 690, 820)):
        canvas.line(
            [(1120, y + 60), (1052, y + 20), (1020, y)],
            mix("#a87450", "#7a4f34", finger / 5),
            78,
        )
    _warning(canvas, 1330, 240)


def _rounded(
    left: float, top: float, right: float, bottom: float, r: float
) -> list[Point]:
    return [
        *arc(left + r, top + r, r, r, 180, 270, 10),
        *arc(right - r, top + r, r, r, 270, 360, 10),
        *arc(right - r, bottom - r, r, r, 0, 90, 10),
        *arc(left + r, bottom - r, r, r, 90, 180, 10),
    ]


def _warning(canvas: Canvas, x: float, y: float) -> None:
    canvas.at(x, y).poly("0,-150 176,140 -176,140", "#f2c12e")
    canvas.at(x, y).line("0,-150 176,140 -176,140 0,-150", "#f2c12e", 26)
    canvas.at(x, y).poly("-20,-64 20,-64 11,46 -11,46", "#20242c")
    canvas.at(x, y).disc("0,92 18,18", "#20242c")


SCENES = (price_chart, river_level, phone_scam)
