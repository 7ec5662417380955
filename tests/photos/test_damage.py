"""Pictures cut off or with bits turned over: refused, or decoded to the last corner.

`make proof` tries 200 files, `make test` a few of them.
"""

import random
from collections import Counter
from io import BytesIO

import pytest
from PIL import Image

from photos.files import private
from photos.framing import VIEW
from photos.intake import take_in
from photos.models import Photo
from photos.refusals import PhotoRefused
from photos.renditions import private_rendition
from tests.faults.processes import rounds
from tests.makers import AT
from tests.photos.samples import encoded, files_below

pytestmark = [pytest.mark.django_db, pytest.mark.once]
KINDS = [
    ("JPEG", {}),
    ("JPEG", {"progressive": True}),
    ("JPEG", {"restart_marker_rows": 1}),
    ("PNG", {}),
    ("WEBP", {}),
    ("GIF", {}),
    ("TIFF", {"compression": "tiff_lzw"}),
    ("TIFF", {"compression": "jpeg"}),
    ("AVIF", {}),
]
FILES = rounds(9, 200)


def coarse(chance: random.Random) -> Image.Image:
    """No part of it is of one colour, however coarsely it is encoded."""
    noise = Image.frombytes("RGB", (40, 30), chance.randbytes(3600))
    return noise.resize((320, 240))


def damaged(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.4:
        return data[: chance.randrange(20, len(data))]
    made = bytearray(data)
    for _bit in range(chance.choice([1, 1, 2, 5])):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def last_rows_of_one_colour(picture: Image.Image) -> int:
    rows = 0
    for top in range(picture.height - 1, -1, -1):
        bands = picture.crop((0, top, picture.width, top + 1)).getextrema()
        if any(most - least > 3 for least, most in bands):
            return rows
        rows += 1
    return rows


def test_it_works():
    chance = random.Random(4)
    whole = [encoded(coarse(chance), kind, **options) for kind, options in KINDS]
    outcomes = Counter()

    for number in range(FILES):
        data = damaged(whole[number % len(whole)], chance)
        words = {"name": "a", "caption": "", "credit": "", "by": "lan", "at": AT}
        try:
            photo = take_in(BytesIO(data), **words)
        except PhotoRefused:
            outcomes["refused"] += 1
            continue
        outcomes["decoded"] += 1
        shown = private_rendition(photo, photo.framing.jpeg(VIEW))
        picture = Image.open(BytesIO(shown))
        picture.load()
        grey = last_rows_of_one_colour(picture)
        assert grey * 10 < picture.height, (number, KINDS[number % len(KINDS)], grey)

    print(dict(outcomes))
    assert set(outcomes) == {"refused", "decoded"}
    assert len(files_below(private().root / "originals")) == Photo.objects.count()
    assert not list(private().strays())


def test_half_a_jpeg_would_be_found():
    chance = random.Random(4)
    data = encoded(coarse(chance))
    half = Image.open(BytesIO(data[: len(data) // 2] + b"\xff\xd9"))
    half.load()

    assert last_rows_of_one_colour(half) * 10 > half.height
