"""The drawn pictures: each its own, the same every time, of the size, and quick."""

import hashlib
import io
import time

import pytest
from PIL import Image

from demo.developing import Legend, signed
from demo.scenes.album import SCENES, jpeg
from demo.scenes.canvas import Canvas
from demo.scenes.letters import text

SMALL = 0.15


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    return {name: jpeg(name, SMALL) for name in SCENES}


def test_there_are_enough():
    assert len(SCENES) >= 24


def test_no_two_are_the_same(drawn):
    assert len({hashlib.sha256(data).digest() for data in drawn.values()}) == len(drawn)


def test_no_two_look_alike_from_afar(drawn):
    """Sixteen colours of each, and how far any two are apart."""
    thumbs = {}
    for name, data in drawn.items():
        tiny = Image.open(io.BytesIO(data)).resize((4, 4), Image.Resampling.BOX)
        thumbs[name] = tiny.tobytes()

    names = sorted(thumbs)
    apart = {
        (a, b): max(abs(x - y) for x, y in zip(thumbs[a], thumbs[b], strict=True))
        for a in names
        for b in names
        if a < b
    }
    assert min(apart.values()) > 12


def test_a_picture_is_the_same_every_time(drawn):
    assert jpeg("bridge", SMALL) == drawn["bridge"]


def test_a_picture_is_large_enough_and_drawn_quickly():
    start = time.process_time()
    picture = Image.open(io.BytesIO(jpeg("wind_farm")))

    assert time.process_time() - start < 3
    assert picture.size == (1600, 1067)
    assert picture.format == "JPEG"


def test_it_carries_caption_creators_and_credit(drawn):
    legend = Legend("(Ảnh: Thu Trà, An Nhiên/TTXVN)", "Cấy lúa trong mưa.")
    data = signed(drawn["rice_rain"], legend)

    written = Image.open(io.BytesIO(data)).info["xmp"].decode()
    for words in ("Cấy lúa trong mưa.", "Thu Trà", "An Nhiên", "TTXVN"):
        assert words in written


@pytest.mark.parametrize(
    "words", ["Trường Sa", "ẬỄỘỹ", "đĐ", "Buôn Ma Thuột", "118,5°"]
)
def test_a_graphic_can_write_vietnamese(words):
    canvas = Canvas("letters", scale=0.2)
    text(canvas, 100, 500, words, size=120, colour="#ffffff")

    assert canvas.image.getbbox() is not None
