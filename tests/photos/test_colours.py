from functools import reduce

import pytest
from PIL import Image, ImageCms

from photos.colours import UnknownDepth, flat, to_srgb


def seen(picture: Image.Image, profile: bytes = b"") -> tuple[int, int, int]:
    """The first pixel as a reader sees it."""
    made = to_srgb(flat(picture), profile)
    assert made.mode == "RGB"
    return made.getpixel((0, 0))


def palette(**info) -> Image.Image:
    picture = Image.new("P", (2, 2))
    picture.putpalette([200, 0, 0, 0, 200, 0])
    picture.info.update(info)
    return picture


def sixteen_bits(value: int) -> Image.Image:
    return Image.frombytes("I;16", (2, 2), value.to_bytes(2, "little") * 4)


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def red_is_blue() -> bytes:
    """sRGB with the names of two of its colours exchanged."""
    names = ((b"rXYZ", b"?XYZ"), (b"bXYZ", b"rXYZ"), (b"?XYZ", b"bXYZ"))
    return reduce(lambda profile, name: profile.replace(*name), names, srgb())


def test_it_works():
    assert seen(Image.new("RGB", (2, 2), (1, 2, 3))) == (1, 2, 3)


@pytest.mark.parametrize(
    ("picture", "colour"),
    [
        (Image.new("L", (2, 2), 77), (77, 77, 77)),
        (Image.new("1", (2, 2), 1), (255, 255, 255)),
        (Image.new("CMYK", (2, 2), (0, 255, 255, 0)), (255, 0, 0)),
        (Image.new("LA", (2, 2), (50, 255)), (50, 50, 50)),
        (Image.new("LA", (2, 2), (50, 0)), (255, 255, 255)),
        (Image.new("RGBA", (2, 2), (0, 0, 0, 0)), (255, 255, 255)),
        (Image.new("RGBA", (2, 2), (255, 0, 0, 128)), (255, 127, 127)),
        (palette(), (200, 0, 0)),
        (palette(transparency=0), (255, 255, 255)),
        (palette(transparency=b"\xff\x00"), (200, 0, 0)),
        (sixteen_bits(0), (0, 0, 0)),
        (sixteen_bits(0x80FF), (128, 128, 128)),
        (sixteen_bits(0xFFFF), (255, 255, 255)),
    ],
)
def test_every_kind_of_colour_becomes_rgb(picture, colour):
    assert seen(picture) == colour


@pytest.mark.parametrize("mode", ["I", "F"])
def test_what_has_no_known_white_is_refused(mode):
    with pytest.raises(UnknownDepth):
        flat(Image.new(mode, (2, 2)))


def test_lab_is_turned_into_rgb():
    assert min(seen(Image.new("LAB", (2, 2), (255, 128, 128)))) >= 254


def test_a_profile_is_used():
    red = Image.new("RGB", (2, 2), (255, 0, 0))

    assert seen(red, srgb()) == (255, 0, 0)
    assert seen(red, red_is_blue()) == (0, 0, 255)


@pytest.mark.parametrize("profile", [b"", b"no profile", b"\0" * 200])
def test_a_broken_profile_is_passed_over(profile):
    assert seen(Image.new("RGB", (2, 2), (1, 2, 3)), profile) == (1, 2, 3)


def test_a_profile_of_other_colours_is_passed_over():
    grey = Image.new("L", (2, 2), 77)

    assert seen(grey, red_is_blue()) == (77, 77, 77)
