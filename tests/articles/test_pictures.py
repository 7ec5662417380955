"""What a browser may choose from, and which picture may lead."""

import pytest

from articles.pictures import Image, card_image, image_of, picture_facts
from articles.printed import PrintedPicture
from photos.framing import resolved

STEM = "ab" * 16 + "-" + "cd" * 8
FACTS = {
    "photo": 1,
    "credit": "Ảnh: A",
    "width": 2400,
    "height": 1600,
    "focal_x": 500,
    "focal_y": 500,
    "stem": STEM,
}


def picture(**changes) -> PrintedPicture:
    facts = {**FACTS, **changes}
    size = {"width": facts["width"], "height": facts["height"]}
    return PrintedPicture(**{"crops": resolved({}, **size, focus=(0, 0)), **facts})


def image(**changes) -> Image:
    return image_of(picture(**changes), "/media/", caption="Phố")


def test_it_works():
    shown = image().whole

    assert (shown.src, image().alt) == (f"/media/ab/{STEM}-w1200.jpg", "Phố")
    assert (shown.width, shown.height) == (1200, 800)
    assert shown.avif.split(", ")[0] == f"/media/ab/{STEM}-w320.avif 320w"
    assert [choice.split()[1] for choice in shown.jpeg.split(", ")] == [
        *("320w", "480w", "640w", "960w", "1200w", "1600w", "1920w")
    ]


@pytest.mark.parametrize(
    ("crop", "end", "size"),
    [
        ("wide", "16x9-1280.jpg", (1280, 720)),
        ("medium", "4x3-960.jpg", (960, 720)),
        ("square", "1x1-480.jpg", (480, 480)),
        ("share", "share.jpg", (1200, 630)),
    ],
)
def test_every_crop_has_its_files(crop, end, size):
    shown = getattr(image(), crop)

    assert shown.src.endswith(end)
    assert (shown.width, shown.height) == size
    assert shown.jpeg.endswith(f"{end} {size[0]}w")
    assert bool(shown.avif) == (crop != "share")


def test_a_picture_printed_before_the_crops_has_one_file_for_everything():
    former = image(crops=())

    one = f"/media/ab/{STEM}-w1200.jpg"
    assert former.whole == former.wide == former.square == former.share
    assert (former.whole.src, former.whole.jpeg) == (one, f"{one} 1200w")
    assert former.whole.avif == ""


@pytest.mark.parametrize(
    ("use", "photo", "shown"),
    [
        (("Phố.", "Xe"), ("Sông.", "Thuyền"), ("Phố.", "Xe")),
        (("Phố.", ""), ("Sông.", "Thuyền"), ("Phố.", "Thuyền")),
        (("", "Xe"), ("Sông.", "Thuyền"), ("Sông.", "Xe")),
        (("", ""), ("Sông.", ""), ("Sông.", "Sông.")),
        (("Phố.", ""), ("", ""), ("Phố.", "Phố.")),
        (("", ""), ("", ""), ("", "")),
    ],
)
def test_words_that_a_use_lacks_are_the_photo_s_own(use, photo, shown):
    printed = picture(caption=photo[0], alt=photo[1])

    image = image_of(printed, "/media/", caption=use[0], alt=use[1])

    assert (image.caption, image.alt) == shown


def test_a_card_shows_what_the_page_shows():
    facts = picture_facts(picture(), alt="Phố", caption="Phố")

    assert card_image({"picture": facts}, base_url="/media/") == image()
    del facts["crops"]
    former = card_image({"picture": facts}, base_url="/media/")
    assert former == image(crops=())


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
