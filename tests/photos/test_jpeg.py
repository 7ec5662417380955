import io
import random

import pytest
from PIL import Image

from photos.jpeg import Incomplete, check_strips, load_whole
from tests.photos.samples import cut, cut_and_ended, encoded, scene

ROOM = (2400, 2400)
KINDS = [
    {},
    {"progressive": True},
    {"quality": 95, "subsampling": 0},
    {"restart_marker_rows": 2},
]


def noise() -> Image.Image:
    shades = random.Random(3)
    return Image.frombytes("RGB", (320, 240), shades.randbytes(320 * 240 * 3))


def test_it_works():
    assert load_whole(encoded(scene()), ROOM).size == (320, 240)


@pytest.mark.parametrize("options", KINDS)
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_whole_pictures_are_loaded_as_pillow_loads_them(options, mode):
    for picture in (scene(mode=mode), noise().convert(mode), Image.new(mode, (33, 17))):
        data = encoded(picture, **options)

        assert (
            load_whole(data, ROOM).tobytes() == Image.open(io.BytesIO(data)).tobytes()
        )


@pytest.mark.parametrize("options", KINDS)
def test_half_a_jpeg_is_refused(options):
    with pytest.raises((Incomplete, OSError)):
        load_whole(cut(encoded(scene(), **options)), ROOM)


@pytest.mark.parametrize("options", KINDS)
@pytest.mark.parametrize("picture", [scene(), noise(), Image.new("RGB", (320, 240))])
def test_half_a_jpeg_with_an_end_mark_is_refused(options, picture):
    with pytest.raises((Incomplete, OSError)):
        load_whole(cut_and_ended(encoded(picture, **options)), ROOM)


def test_pillow_alone_accepts_it_and_fills_with_grey():
    data = cut_and_ended(encoded(scene()))

    picture = Image.open(io.BytesIO(data))

    assert picture.getpixel((319, 239)) == (128, 128, 128)


def test_a_large_picture_is_loaded_at_a_smaller_scale():
    data = encoded(scene(1600, 1200))

    assert load_whole(data, (200, 150)).size == (200, 150)


@pytest.mark.parametrize("tail", [b"\0" * 9, b"\xff\xd9", encoded(scene(8, 8))])
def test_what_follows_the_picture_does_not_matter(tail):
    data = encoded(scene())

    assert load_whole(data + tail, ROOM).tobytes() == load_whole(data, ROOM).tobytes()


def test_an_end_mark_in_a_thumbnail_is_not_the_end():
    data = encoded(scene(), exif=b"Exif\0\0" + encoded(scene(8, 8)))

    assert load_whole(data, ROOM).size == (320, 240)
    with pytest.raises(Incomplete):
        load_whole(cut_and_ended(data), ROOM)


@pytest.mark.parametrize("options", KINDS)
@pytest.mark.parametrize("marker", [b"\xff\x80", b"\xff\xd3", b"\xff\xe5\0\4\0\0"])
def test_a_marker_that_damage_made_within_a_scan_leaves_no_grey_rest(options, marker):
    data = encoded(noise(), **options)
    middle = len(data) // 2
    damaged = data[:middle] + marker + data[middle + len(marker) :]

    try:
        picture = load_whole(damaged, ROOM)
    except (Incomplete, OSError):
        return
    last = picture.crop((0, 232, 320, 240)).getextrema()
    assert all(most - least > 100 for least, most in last)


def tiff(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_the_jpegs_in_a_tiff_are_whole_too(mode):
    data = encoded(noise().convert(mode), "TIFF", compression="jpeg")
    picture = tiff(data)
    check_strips(picture, data)
    start, size = picture.tag_v2[273][0], picture.tag_v2[279][0]
    end = start + size

    holed = data[: start + size // 2] + b"\xff\xd9" * (size // 4) + data[end:]

    with pytest.raises((Incomplete, OSError)):
        check_strips(tiff(data), holed.ljust(len(data), b"\0"))
