"""What a cropped picture must show, and which picture may lead."""

import pytest

from articles.pictures import Image, image_of
from articles.printed import PrintedPicture

FACTS = {
    "photo": 1,
    "credit": "Ảnh: A",
    "width": 2400,
    "height": 1600,
    "focal_x": 500,
    "focal_y": 500,
    "stem": "ab" * 16 + "-" + "cd" * 8,
}


def image(**changes) -> Image:
    return image_of(PrintedPicture(**{**FACTS, **changes}), "/media/", caption="Phố")


def test_it_works():
    shown = image()

    assert (shown.width, shown.height, shown.alt) == (1200, 800, "Phố")
    assert shown.src.startswith("/media/ab/")


@pytest.mark.parametrize(
    ("x", "y", "focus"),
    [
        (500, 500, ""),
        (0, 1000, "x0 y100"),
        (300, 500, "x25"),
        (500, 124, "y0"),
        (640, 880, "x75 y100"),
    ],
)
def test_the_focal_point_is_a_class_of_the_style_sheet(x, y, focus):
    assert image(focal_x=x, focal_y=y).focus == focus


@pytest.mark.parametrize(
    ("width", "height", "wide", "tall"),
    [
        (1600, 1200, True, False),
        (500, 300, False, False),
        (900, 900, False, False),
        (600, 900, False, True),
    ],
)
def test_only_a_broad_picture_that_is_no_stamp_may_lead(width, height, wide, tall):
    shown = image(width=width, height=height)

    assert (shown.is_wide, shown.is_tall) == (wide, tall)
