"""Crop boxes in per mille: of a crop's proportions, inside, and around what matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photos.crops import CROPS, WHOLE, box_of, check_box, check_crops

SIZE = {"width": 1600, "height": 1200}
sides = st.integers(1, 12_000)
per_mille = st.integers(0, WHOLE)


def test_it_works():
    crops = {"1x1": [0, 0, 750, 1000], "16x9": [0, 100, 1000, 850]}

    assert check_crops(crops, **SIZE) == crops
    assert box_of("1x1", crops, focus=(500, 500), **SIZE) == [0, 0, 750, 1000]
    assert box_of("4x3", crops, focus=(0, 0), **SIZE) == [0, 0, 1000, 1000]


@pytest.mark.parametrize(
    "crops",
    [
        *([], {"3x2": [0, 0, 1000, 1000]}, {"1x1": None}, {"1x1": [0, 0, 750]}),
        *({"1x1": [0, 0, 750, 1001]}, {"1x1": [-1, 0, 749, 1000]}),
        *({"1x1": [0, 0, 750.0, 1000]}, {"1x1": [True, 0, 751, 1000]}),
        *({"1x1": [750, 1000, 0, 0]}, {"1x1": [0, 0, 30, 40]}),
        {"1x1": [0, 0, 1000, 1000]},
    ],
)
def test_what_is_no_box_of_its_crop_is_refused(crops):
    with pytest.raises(ValueError):
        check_crops(crops, **SIZE)


@given(sides, sides, per_mille, per_mille, st.sampled_from(list(CROPS)))
def test_every_picture_has_a_crop_inside_it_around_its_focal_point(
    width, height, x, y, name
):
    size = {"width": width, "height": height}

    left, top, right, bottom = box = box_of(name, {}, focus=(x, y), **size)

    assert 0 <= left <= x <= right <= WHOLE and 0 <= top <= y <= bottom <= WHOLE
    if max(width, height) < 10 * min(width, height):  # no strip
        assert check_box(name, box, **size) == box
