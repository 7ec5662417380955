import pytest

from photos.addresses import RECIPES
from photos.framing import FORMER, RATIOS, Framing, resolved


def framing(width: int, height: int, focus=(500, 500), **crops) -> Framing:
    size = {"width": width, "height": height}
    return Framing(**size, crops=resolved(crops, **size, focus=focus))


def test_it_works():
    shown = framing(6000, 4000)

    assert set(shown.recipes) == set(RECIPES)
    assert shown.size("w1920.avif") == (1920, 1280)
    assert shown.size("16x9-1280.jpg") == (1280, 720)
    assert shown.size("1x1-240.jpg") == (240, 240)
    assert shown.size("share.jpg") == (1200, 630)


@pytest.mark.parametrize(
    ("size", "made"),
    [
        ((6000, 4000), (1200, 800)),
        ((4000, 6000), (800, 1200)),
        ((640, 480), (640, 480)),
        ((1, 9_000_000), (1, 1200)),
        ((1201, 1200), (1200, 1199)),
    ],
)
def test_the_longest_side_is_the_recipes_and_nothing_is_enlarged(size, made):
    assert framing(*size).size("w1200.jpg") == made


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((6000, 4000), [320, 480, 640, 960, 1200, 1600, 1920]),
        ((1600, 1067), [320, 480, 640, 960, 1200, 1600]),
        ((1000, 500), [320, 480, 640, 960, 1000]),
        ((320, 200), [320]),
        ((5, 4), [5]),
    ],
)
def test_no_two_files_hold_the_same_pixels(size, widths):
    shown = framing(*size)

    for extension in ("avif", "jpg"):
        names = shown.series(extension)
        assert [shown.size(name)[0] for name in names] == widths


@pytest.mark.parametrize("size", [(6000, 4000), (4000, 6000), (1600, 900), (641, 480)])
@pytest.mark.parametrize("focus", [(0, 0), (1000, 1000), (333, 667)])
def test_a_crop_has_its_proportions_and_holds_the_focal_point(size, focus):
    shown = framing(*size, focus=focus)

    for name in shown.recipes:
        if crop := RECIPES[name].crop:
            left, top, right, bottom = shown.part(crop)
            across, down = RATIOS[crop]
            x, y = focus[0] * size[0] / 1000, focus[1] * size[1] / 1000
            assert (right - left) * down == pytest.approx((bottom - top) * across)
            assert 0 <= left < right <= size[0] + 1e-6
            assert 0 <= top < bottom <= size[1] + 1e-6
            if crop != "share":
                assert left - size[0] / 500 <= x <= right + size[0] / 500
                assert top - size[1] / 500 <= y <= bottom + size[1] / 500


def test_a_box_drawn_by_hand_is_taken_and_the_shared_picture_follows_the_wide_one():
    shown = framing(6000, 4000, **{"16x9": [100, 100, 500, 438]})

    assert shown.part("16x9") == pytest.approx((600, 401, 3000, 1751), abs=3)
    left, top, right, bottom = shown.part("share")
    assert (left, right) == pytest.approx((600, 3000), abs=3)
    assert (top + bottom) / 2 == pytest.approx(1076, abs=3)


def test_a_picture_from_before_the_crops_has_one_file():
    former = Framing(2400, 1600, ())

    assert former.recipes == [FORMER]
    assert former.jpeg(320) == FORMER
    assert former.series("avif") == former.series("jpg", "16x9") == []


def test_intake_makes_what_the_desk_looks_at_and_all_of_a_small_picture():
    assert framing(6000, 4000).at_once == ["w320.jpg", "w1200.jpg"]
    assert framing(64, 48).at_once == framing(64, 48).recipes
